package sshd

import (
	"sync"
	"time"
)

// A window is the size of a visitor's terminal, within the budget that all share.
// It changes at a pace: of many changes the last one counts.
type window struct {
	gate *gate

	mu      sync.Mutex
	w, h    int
	counted bool // by the gate
	changed time.Time
	next    *[2]int // to come when the timer fires
	timer   *time.Timer
	tell    func(w, h int)
}

// size is the size in cells.
func (n *window) size() (w, h int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.w, n.h
}

// open has the cells counted by seat.
func (n *window) open(seat func(cells int) refusal) refusal {
	n.mu.Lock()
	defer n.mu.Unlock()
	r := seat(n.w * n.h)
	n.counted = r == welcome
	return r
}

// close gives the cells back. The window does not change any more.
func (n *window) close() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.timer != nil {
		n.timer.Stop()
	}
	n.tell, n.next, n.counted = nil, nil, false
	n.gate.end(n.w * n.h)
}

// follow has tell called, one call at a time, whenever the size is no longer w by
// h.
func (n *window) follow(w, h int, tell func(w, h int)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.tell = tell
	if n.w != w || n.h != h {
		tell(n.w, n.h)
	}
}

// change changes the size, now or when the pause since the last change is over.
// A size for which there is no room is as if it had not been said: the visitor
// sees a smaller picture in a larger window.
func (n *window) change(w, h int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.next != nil {
		*n.next = [2]int{w, h}
		return
	}
	wait := resizePause - time.Since(n.changed)
	if wait <= 0 {
		n.set(w, h)
		return
	}
	n.next = &[2]int{w, h}
	if n.timer == nil {
		n.timer = time.AfterFunc(wait, n.due)
		return
	}
	n.timer.Reset(wait)
}

// due is the change that had to wait.
func (n *window) due() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if s := n.next; s != nil {
		n.next = nil
		n.set(s[0], s[1])
	}
}

func (n *window) set(w, h int) {
	n.changed = time.Now()
	if n.counted && !n.gate.resize(n.w*n.h, w*h) {
		return
	}
	n.w, n.h = w, h
	if n.tell != nil {
		n.tell(w, h)
	}
}
