package screen

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// ErrStalled is the error of [Screen.Leave] when the terminal did not take
// what it was sent: it may still be in the alternate screen.
var ErrStalled = errors.New("terminal does not read")

// A Screen keeps one terminal showing the latest frame that it was given. Its
// methods may be called from any goroutine and do not wait for the terminal,
// but for [Screen.Leave] and [Screen.Pause], which wait for a bounded time.
type renderer struct {
	restoreSeq []byte // what gave the terminal back, or should have

	out     io.Writer
	profile colorprofile.Profile
	onError func(error)

	mu     sync.Mutex
	next   snapshot // the latest frame, when dirty
	dirty  bool
	stale  bool          // what the terminal shows is not known
	synced bool          // the terminal knows synchronized output
	extras               // what else to say with the next write
	writer chan struct{} // closed when the writer goroutine ends; nil without one
	closed bool
	err    error

	// Of the writer goroutine; of Leave and Pause when there is none.
	current, previous snapshot
	entered           bool // the alternate screen is on
	modes             modes
	cursorShown       bool // visible
}

// asides are said once, before the frame.
type extras struct {
	clipboard string
	queries   string // queries
}

// NewScreen returns a screen on a terminal that it does not touch before the
// first frame. A failed write is told once, from another goroutine; told may
// be nil.
func newRenderer(out io.Writer, p colorprofile.Profile, told func(error)) *renderer {
	if p == 0 {
		p = colorprofile.ANSI256
	}
	return &renderer{out: out, profile: p, onError: told, stale: true}
}

// Draw shows a frame: at once, or, when a write is in flight, after it, unless
// a later frame has taken its place by then.
func (s *renderer) draw(f Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	s.next.set(f)
	s.dirty = s.writer != nil || s.stale || !s.entered || !s.next.equal(&s.previous)
	s.startWriter()
}

// Invalidate says that the terminal may show anything: the next frame is
// painted whole. Every resize means that, even one back to the same size.
func (s *renderer) invalidate() {
	s.mu.Lock()
	s.stale = true
	s.mu.Unlock()
}

// Synchronize wraps frames into marks that let the terminal show each of them
// at once. It is for terminals that have said to know mode 2026.
func (s *renderer) useSync() {
	s.mu.Lock()
	s.synced = true
	s.mu.Unlock()
}

// Copy puts text on the clipboard of whoever sits at the terminal. Of several
// copies in a row the last one counts; beyond 64 kB nothing is copied.
func (s *renderer) copyToClipboard(text string) {
	if len(text) <= maxClipboard {
		s.enqueue(extras{clipboard: text})
	}
}

// AskBackground asks for the background colour; the answer, if any, comes with
// the input.
func (s *renderer) queryBackground() { s.enqueue(extras{queries: seqQueryBackground}) }

func (s *renderer) querySync() { s.enqueue(extras{queries: seqQuerySync}) }

func (s *renderer) enqueue(a extras) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	if a.clipboard != "" {
		s.clipboard = a.clipboard
	}
	if len(s.queries) < 64 { // a flood of questions is one question
		s.queries += a.queries
	}
	if s.writer == nil && s.entered { // else it goes with the frame that comes
		s.startWriter()
	}
}

// kick starts the writer if there is work and none at it.
func (s *renderer) startWriter() {
	if s.writer == nil && (s.dirty || s.extras != extras{}) {
		s.writer = make(chan struct{})
		go s.writeLoop(s.writer)
	}
}

// write lives as long as there is something to write, one Write at a time.
func (s *renderer) writeLoop(done chan struct{}) {
	var err error
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("screen: %v\n%s", r, debug.Stack())
		}
		s.mu.Lock()
		if s.writer == done {
			s.writer = nil
		}
		told := err != nil && s.err == nil && !s.closed
		s.err = errors.Join(s.err, err)
		s.mu.Unlock()
		close(done)
		if told && s.onError != nil {
			s.onError(err)
		}
	}()
	for err == nil {
		s.mu.Lock()
		if s.closed || (!s.dirty && s.extras == extras{}) {
			s.writer = nil // under the lock that found no work: none can be lost
			s.mu.Unlock()
			return
		}
		draw, whole, marks, a := s.dirty, s.stale, s.synced, s.extras
		if draw {
			s.current, s.next = s.next, s.current
			s.dirty, s.stale = false, false
		}
		s.extras = extras{}
		s.mu.Unlock()
		err = s.writeOnce(draw, whole, marks, a)
	}
}

// flush writes the frame in s.now, if draw, as a difference to s.last.
func (s *renderer) writeOnce(draw, whole, marks bool, a extras) error {
	sc := getScratch(s.current.w)
	defer sc.release()
	p := rowPainter{b: sc.out, w: s.current.w, x: -1, y: -1}
	if a.clipboard != "" {
		p.b = appendClipboard(p.b, a.clipboard)
	}
	p.b = append(p.b, a.queries...)
	if draw {
		start := len(p.b)
		if marks {
			p.b = append(p.b, seqSync...)
		}
		empty := len(p.b)
		s.appendFrame(&p, sc, whole)
		switch {
		case len(p.b) == empty:
			p.b = p.b[:start]
		case marks:
			p.b = append(p.b, seqSyncEnd...)
		}
		s.current, s.previous = s.previous, s.current
	}
	sc.out = p.b
	if len(p.b) == 0 {
		return nil
	}
	_, err := s.out.Write(p.b)
	return err
}

func (s *renderer) appendFrame(p *rowPainter, sc *scratchRows, whole bool) {
	if !s.entered {
		p.b = append(p.b, seqEnter...)
		s.entered, s.cursorShown, s.modes = true, false, modes{}
	}
	p.b = s.modes.appendSwitch(p.b, s.current.modes)
	s.modes = s.current.modes
	if whole || s.current.w != s.previous.w || s.current.h != s.previous.h {
		p.b = append(p.b, seqClear...)
		p.x, p.y = 0, 0
		s.previous.clearLines(s.current.w, s.current.h)
	}
	before := len(p.b)
	p.paintFrame(&s.previous, &s.current, sc, s.profile)
	p.resetPen()
	c := s.current.cursor
	if c.Visible && (len(p.b) > before || c != s.previous.cursor) {
		p.x = -1
		p.moveTo(c.X, c.Y)
	}
	if c.Visible != s.cursorShown {
		p.b = appendOnOff(p.b, "\x1b[?25", c.Visible)
		s.cursorShown = c.Visible
	}
}
