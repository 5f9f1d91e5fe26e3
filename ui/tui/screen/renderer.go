package screen

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// ErrStalled is the error of [Session.Run] when the terminal did not read the
// bytes that give it back: it may still be in the alternate screen.
var ErrStalled = errors.New("terminal does not read")

// renderer keeps one terminal showing the latest frame. Its methods may be called
// from any goroutine. They do not wait for the terminal, except leave and pause,
// which wait for a limited time.
type renderer struct {
	restoreSeq []byte // the bytes last written to give the terminal back

	out        io.Writer
	profile    colorprofile.Profile
	noLinks    bool // the terminal might show OSC 8 as text
	onError    func(error)
	fence      fence
	lateColour bool // the background colour comes after the reply to the fence

	mu         sync.Mutex
	next       snapshot // the latest frame, when dirty
	dirty      bool
	stale      bool          // the content of the terminal is not known
	synced     bool          // the terminal knows synchronized output
	wide       bool          // its ambiguous characters are wide
	extras                   // for the next write
	writerDone chan struct{} // closed when the writer goroutine ends; nil without one
	closed     bool
	err        error

	// Used by the writer goroutine; by leave and pause when there is none.
	current, previous snapshot
	entered           bool // the alternate screen is on
	modes             modes
	cursorShown       bool // visible
}

// extras are written once, before the frame.
type extras struct {
	clipboard string
	queries   string
	probe     bool // of the width of ambiguous characters, with the first frame
}

// newRenderer returns a renderer that writes nothing before the first frame. It
// calls onError once, from another goroutine, when a write fails; onError may be
// nil.
func newRenderer(out io.Writer, p colorprofile.Profile, onError func(error)) *renderer {
	if p == 0 {
		p = colorprofile.ANSI256
	}
	return &renderer{out: out, profile: p, onError: onError, stale: true}
}

// draw shows a frame: at once, or, when a write is in flight, after it, unless a
// later frame has replaced it by then.
func (s *renderer) draw(f Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	s.next.set(f)
	s.dirty = s.writerDone != nil || s.stale || !s.entered || !s.next.equal(&s.previous)
	s.startWriter()
}

// invalidate makes the next frame be painted whole, since the terminal may show
// anything. Every resize requires it, even one back to the same size.
func (s *renderer) invalidate() {
	s.mu.Lock()
	s.stale = true
	s.mu.Unlock()
}

// useSync wraps frames into the marks of synchronized output, so that the
// terminal shows each of them at once. The terminal must have reported mode 2026.
func (s *renderer) useSync() {
	s.mu.Lock()
	s.synced = true
	s.mu.Unlock()
}

// copyToClipboard puts text on the clipboard of the terminal. Of several copies in
// a row the last one counts; a text beyond MaxClipboard is not copied.
func (s *renderer) copyToClipboard(text string) {
	if len(text) <= MaxClipboard {
		s.enqueue(extras{clipboard: text})
	}
}

// queryBackground asks for the background colour. The reply, if any, comes with
// the input, before that to the fence.
func (s *renderer) queryBackground() { s.enqueue(extras{queries: seqQueryBackground}) }

// querySync asks whether the terminal knows synchronized output.
func (s *renderer) querySync() { s.enqueue(extras{queries: seqQuerySync}) }

// enqueue adds a to the next write.
func (s *renderer) enqueue(a extras) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.err != nil {
		return
	}
	if a.clipboard != "" {
		s.clipboard = a.clipboard
	}
	s.probe = s.probe || a.probe
	if len(s.queries) < 64 { // many queries are one query
		s.queries += a.queries
	}
	if s.writerDone == nil && s.entered { // else it goes with the frame that comes
		s.startWriter()
	}
}

// startWriter starts the writer goroutine if there is work and none runs.
func (s *renderer) startWriter() {
	if s.writerDone == nil && (s.dirty || s.extras != extras{}) {
		s.writerDone = make(chan struct{})
		go s.writeLoop(s.writerDone)
	}
}

// written returns a channel that is closed when all that was drawn so far is written,
// or the output takes no more.
func (s *renderer) written() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writerDone != nil {
		return s.writerDone
	}
	done := make(chan struct{})
	close(done)
	return done
}

// writeLoop is the writer goroutine: it writes until no work is left, one Write at
// a time, and closes done.
func (s *renderer) writeLoop(done chan struct{}) {
	var err error
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("screen: %v\n%s", r, debug.Stack())
		}
		s.mu.Lock()
		if s.writerDone == done {
			s.writerDone = nil
		}
		report := err != nil && s.err == nil && !s.closed
		s.err = errors.Join(s.err, err)
		s.mu.Unlock()
		if err != nil {
			s.fence.close()
		}
		close(done)
		if report && s.onError != nil {
			s.onError(err)
		}
	}()
	for err == nil {
		s.mu.Lock()
		if s.closed || (!s.dirty && s.extras == extras{}) {
			s.writerDone = nil // while locked: no work can be lost
			s.mu.Unlock()
			return
		}
		draw, whole, marks, wide, a := s.dirty, s.stale, s.synced, s.wide, s.extras
		if draw {
			s.current, s.next = s.next, s.current
			s.dirty, s.stale = false, false
		}
		s.extras = extras{}
		s.mu.Unlock()
		err = s.writeOnce(draw, whole, marks, wide, a)
	}
}

// writeOnce makes one Write: of a, and with draw of the difference between the
// frames previous and current.
func (s *renderer) writeOnce(draw, whole, marks, wide bool, a extras) error {
	sc := getScratch(s.current.w)
	defer sc.release()
	p := rowPainter{b: sc.out, w: s.current.w, x: -1, y: -1, noLinks: s.noLinks, wide: wide}
	if a.clipboard != "" {
		p.b = appendClipboard(p.b, a.clipboard)
	}
	if a.probe && draw && whole {
		s.enter(&p) // nothing may be printed on the screen of before
		p.b = append(p.b, seqProbe...)
	}
	if a.queries != "" || a.probe {
		p.b = append(append(p.b, a.queries...), seqFence...)
		s.fence.send(1 + s.lateReplies(a.queries))
	}
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

// lateReplies returns the number of replies to queries that come after the reply to
// the fence.
func (s *renderer) lateReplies(queries string) int {
	if !s.lateColour {
		return 0
	}
	return strings.Count(queries, seqQueryBackground)
}

// enter appends the bytes that take the terminal, unless it is taken.
func (s *renderer) enter(p *rowPainter) {
	if !s.entered {
		p.b = append(p.b, seqEnter...)
		s.entered, s.cursorShown, s.modes = true, false, modes{}
	}
}

// appendFrame appends the current frame: whole, or as a difference to the previous
// one.
func (s *renderer) appendFrame(p *rowPainter, sc *scratchRows, whole bool) {
	s.enter(p)
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
		x := c.X
		if p.wide {
			x = s.current.wideColumn(c.X, c.Y)
		}
		p.moveTo(x, c.Y)
	}
	if c.Visible != s.cursorShown {
		p.b = appendOnOff(p.b, "\x1b[?25", c.Visible)
		s.cursorShown = c.Visible
	}
}
