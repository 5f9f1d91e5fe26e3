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
type Screen struct {
	lastWords []byte // what gave the terminal back, or should have

	out     io.Writer
	profile colorprofile.Profile
	failed  func(error)

	mu     sync.Mutex
	next   kept // the latest frame, when dirty
	dirty  bool
	stale  bool          // what the terminal shows is not known
	sync   bool          // the terminal knows synchronized output
	asides               // what else to say with the next write
	writer chan struct{} // closed when the writer goroutine ends; nil without one
	closed bool
	err    error

	// Of the writer goroutine; of Leave and Pause when there is none.
	now, last kept
	inside    bool // the alternate screen is on
	on        modes
	cursor    bool // visible
}

// asides are said once, before the frame.
type asides struct {
	clip string
	ask  string // queries
}

// NewScreen returns a screen on a terminal that it does not touch before the
// first frame. A failed write is told once, from another goroutine; told may
// be nil.
func NewScreen(out io.Writer, p colorprofile.Profile, told func(error)) *Screen {
	if p == 0 {
		p = colorprofile.ANSI256
	}
	return &Screen{out: out, profile: p, failed: told, stale: true}
}

// Draw shows a frame: at once, or, when a write is in flight, after it, unless
// a later frame has taken its place by then.
func (s *Screen) Draw(f Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	s.next.take(f)
	s.dirty = s.writer != nil || s.stale || !s.inside || !s.next.equal(&s.last)
	s.kick()
}

// Invalidate says that the terminal may show anything: the next frame is
// painted whole. Every resize means that, even one back to the same size.
func (s *Screen) Invalidate() {
	s.mu.Lock()
	s.stale = true
	s.mu.Unlock()
}

// Synchronize wraps frames into marks that let the terminal show each of them
// at once. It is for terminals that have said to know mode 2026.
func (s *Screen) Synchronize() {
	s.mu.Lock()
	s.sync = true
	s.mu.Unlock()
}

// Copy puts text on the clipboard of whoever sits at the terminal. Of several
// copies in a row the last one counts; beyond 64 kB nothing is copied.
func (s *Screen) Copy(text string) {
	if len(text) <= maxClip {
		s.say(asides{clip: text})
	}
}

// AskBackground asks for the background colour; the answer, if any, comes with
// the input.
func (s *Screen) AskBackground() { s.say(asides{ask: seqAskBackground}) }

func (s *Screen) askSync() { s.say(asides{ask: seqAskSync}) }

func (s *Screen) say(a asides) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	if a.clip != "" {
		s.clip = a.clip
	}
	if len(s.ask) < 64 { // a flood of questions is one question
		s.ask += a.ask
	}
	if s.writer == nil && s.inside { // else it goes with the frame that comes
		s.kick()
	}
}

// kick starts the writer if there is work and none at it.
func (s *Screen) kick() {
	if s.writer == nil && (s.dirty || s.asides != asides{}) {
		s.writer = make(chan struct{})
		go s.write(s.writer)
	}
}

// write lives as long as there is something to write, one Write at a time.
func (s *Screen) write(done chan struct{}) {
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
		if told && s.failed != nil {
			s.failed(err)
		}
	}()
	for err == nil {
		s.mu.Lock()
		if s.closed || (!s.dirty && s.asides == asides{}) {
			s.writer = nil // under the lock that found no work: none can be lost
			s.mu.Unlock()
			return
		}
		draw, whole, marks, a := s.dirty, s.stale, s.sync, s.asides
		if draw {
			s.now, s.next = s.next, s.now
			s.dirty, s.stale = false, false
		}
		s.asides = asides{}
		s.mu.Unlock()
		err = s.flush(draw, whole, marks, a)
	}
}

// flush writes the frame in s.now, if draw, as a difference to s.last.
func (s *Screen) flush(draw, whole, marks bool, a asides) error {
	sc := borrow(s.now.w)
	defer sc.giveBack()
	p := painter{b: sc.out, w: s.now.w, x: -1, y: -1}
	if a.clip != "" {
		p.b = appendClip(p.b, a.clip)
	}
	p.b = append(p.b, a.ask...)
	if draw {
		start := len(p.b)
		if marks {
			p.b = append(p.b, seqSync...)
		}
		empty := len(p.b)
		s.frame(&p, sc, whole)
		switch {
		case len(p.b) == empty:
			p.b = p.b[:start]
		case marks:
			p.b = append(p.b, seqSyncEnd...)
		}
		s.now, s.last = s.last, s.now
	}
	sc.out = p.b
	if len(p.b) == 0 {
		return nil
	}
	_, err := s.out.Write(p.b)
	return err
}

func (s *Screen) frame(p *painter, sc *scratch, whole bool) {
	if !s.inside {
		p.b = append(p.b, seqEnter...)
		s.inside, s.cursor, s.on = true, false, modes{}
	}
	p.b = s.on.change(p.b, s.now.want)
	s.on = s.now.want
	if whole || s.now.w != s.last.w || s.now.h != s.last.h {
		p.b = append(p.b, seqClear...)
		p.x, p.y = 0, 0
		s.last.blank(s.now.w, s.now.h)
	}
	before := len(p.b)
	p.paint(&s.last, &s.now, sc, s.profile)
	p.rest()
	c := s.now.cursor
	if c.Visible && (len(p.b) > before || c != s.last.cursor) {
		p.x = -1
		p.move(c.X, c.Y)
	}
	if c.Visible != s.cursor {
		p.b = onOff(p.b, "\x1b[?25", c.Visible)
		s.cursor = c.Visible
	}
}
