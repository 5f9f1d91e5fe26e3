package sshd

import (
	"sync"
	"time"
)

// window holds the size of a client's terminal, within the number of cells that
// all sessions share. It accepts a new size every resizePause; of sizes that come
// faster, it applies the last one.
type window struct {
	limiter *limiter

	mu            sync.Mutex
	width, height int  // in cells
	counted       bool // by the limiter
	changed       time.Time
	pending       *[2]int // applied when the timer fires
	timer         *time.Timer
	onResize      func(width, height int)
}

// size returns the size in cells.
func (w *window) size() (width, height int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.width, w.height
}

// startCounting calls start with the number of cells. If start admits the session,
// later sizes count, too, until stopCounting is called.
func (w *window) startCounting(start func(cells int) admission) admission {
	w.mu.Lock()
	defer w.mu.Unlock()
	r := start(w.width * w.height)
	w.counted = r == admitted
	return r
}

// stopCounting ends the session's share of cells. The window keeps its size from
// then on.
func (w *window) stopCounting() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	w.onResize, w.pending, w.counted = nil, nil, false
	w.limiter.sessionClosed(w.width * w.height)
}

// notify has onResize called for every size from now on, one call at a time; also
// at once, if the size is not width by height.
func (w *window) notify(width, height int, onResize func(width, height int)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.onResize = onResize
	if w.width != width || w.height != height {
		onResize(w.width, w.height)
	}
}

// change sets the size, now or when the pause since the last change is over. It
// ignores a size for which the limiter has no cells: the user then sees a smaller
// picture in a larger window.
func (w *window) change(width, height int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pending != nil {
		*w.pending = [2]int{width, height}
		return
	}
	wait := resizePause - time.Since(w.changed)
	if wait <= 0 {
		w.apply(width, height)
		return
	}
	w.pending = &[2]int{width, height}
	if w.timer == nil {
		w.timer = time.AfterFunc(wait, w.applyPending)
		return
	}
	w.timer.Reset(wait)
}

// applyPending applies the size that had to wait.
func (w *window) applyPending() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if size := w.pending; size != nil {
		w.pending = nil
		w.apply(size[0], size[1])
	}
}

// apply sets the size, if there are cells for it, and calls onResize. The caller
// holds the lock.
func (w *window) apply(width, height int) {
	w.changed = time.Now()
	if w.counted && !w.limiter.resize(w.width*w.height, width*height) {
		return
	}
	w.width, w.height = width, height
	if w.onResize != nil {
		w.onResize(width, height)
	}
}
