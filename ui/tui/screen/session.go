package screen

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// A Model is a Bubble Tea model that also returns its screen as a frame. Its
// View, usually Frame().View(), is used when a [tea.Program] runs it.
type Model interface {
	tea.Model
	Frame() Frame
}

// leaveWait limits how long a session that ends waits for a terminal that does
// not read.
const leaveWait = 300 * time.Millisecond

// Options are the settings of a session.
type Options struct {
	Profile colorprofile.Profile // colours of the terminal; zero looks at Environ
	Environ []string             // of the terminal's side, not of a server
	W, H    int                  // size of the terminal at the start; [Run] ignores it

	Ambiguous AmbiguousWidth // of the terminal

	fenceWait, leaveWait time.Duration // zero means the constant of that name
}

// A Session runs one model on one terminal: it calls Update for each message,
// and draws the model's frames.
//
// It is a loop of our own around Update and not a tea.Program without renderer
// and input. Side by side, 120x40 (BenchmarkRunners; ui/tui/bench with the demo
// in testdata), the two are the same for one person: 0.5 ms per key and 0.47 ms
// of CPU. For many they are not: 8 kB and 1 goroutine against 23 kB and 3 per
// session, no CPU when idle against 0.03 % each, for a ticker that never stops.
// The program also sends clipboard and queries on that ticker, straight into
// the output, and prints panics before the alternate screen is left. The price of
// the loop is programmsg.go: 50 lines that know Bubble Tea's own messages.
type Session struct {
	model    tea.Model
	renderer *renderer
	msgs     chan tea.Msg
	done     chan struct{} // closed when Run returns
	w, h     int

	canQuery   bool // the terminal may be queried for its modes
	ambiguous  AmbiguousWidth
	probing    bool // a reply to a probe may come
	fenceWait  time.Duration
	leaveWait  time.Duration
	restoreErr error // of giving the terminal back; set when Run has returned

	takeTerminal func() error // called when the first frame is made; nil where the terminal is the session's already

	suspend   func()      // nil where a session cannot be suspended
	suspended atomic.Bool // input is dropped
}

// New returns a session that writes to out, one Write per frame. It writes
// nothing before [Session.Run].
func New(m Model, out io.Writer, o Options) *Session {
	s := &Session{model: m, msgs: make(chan tea.Msg, 64), done: make(chan struct{}), w: o.W, h: o.H}
	s.canQuery = canQuery(o.Environ)
	s.fenceWait, s.leaveWait = cmp.Or(o.fenceWait, fenceWait), cmp.Or(o.leaveWait, leaveWait)
	s.renderer = newRenderer(out, o.profile(), func(err error) { s.Send(endMsg{err}) })
	s.renderer.noLinks = !takesLinks(o.Environ)
	s.renderer.lateColour = isGNUScreen(o.Environ)
	s.ambiguous, s.renderer.wide = o.Ambiguous, o.Ambiguous == WideAmbiguous
	return s
}

// Send hands a message to the model: input, a new size, a signal. It waits
// while many messages wait, and drops the message once the session is over.
func (s *Session) Send(m tea.Msg) {
	switch m.(type) {
	case fencePassedMsg:
		s.renderer.fence.receive()
		return
	case tea.BackgroundColorMsg:
		if s.renderer.lateColour {
			s.renderer.fence.receive()
		}
	case tea.KeyMsg, tea.PasteMsg, tea.MouseMsg:
		if s.suspended.Load() {
			return // typed when the user had left already
		}
	}
	select {
	case s.msgs <- m:
	case <-s.done:
	}
}

// CloseInput tells the session that no input will come any more. A session that ends
// then waits for no reply of the terminal.
func (s *Session) CloseInput() { s.renderer.fence.close() }

// endMsg ends the session with an error. Other goroutines send it.
type endMsg struct{ error }

// continuedMsg says that the process was stopped and goes on.
type continuedMsg struct{}

// A PanicError is a panic in a model or one of its commands. The terminal has
// been given back when Run returns it.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", e.Value, e.Stack) }

// Run runs the model until it quits or something ends it, and gives the terminal
// back in every case. It returns when the terminal has replied to all queries, or a
// second after the last. The error is nil after tea.Quit, a [SignalError] after an
// interrupt, a [PanicError], the context's cause, or the output's error.
func (s *Session) Run(ctx context.Context) (err error) {
	defer func() {
		if s.restoreErr == nil {
			s.renderer.fence.wait(s.fenceWait)
		}
	}()
	defer close(s.done) // before the wait: what is typed now is dropped, and holds no reply back
	defer func() {
		if r := recover(); r != nil {
			err = &PanicError{r, debug.Stack()}
		}
		if s.restoreErr = s.renderer.leave(s.leaveWait); err == nil {
			err = s.restoreErr
		}
	}()
	cmd := s.model.Init()
	s.updateModel(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	written, err := s.drawFirstFrame()
	if err != nil {
		return err
	}
	s.startCommand(after(written, cmd)) // which must not slow the first frame down
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case m := <-s.msgs:
			if over, err := s.handleMsg(m); over {
				return err
			}
		}
		// Messages that have come meanwhile go into the same frame.
		for range len(s.msgs) {
			if over, err := s.handleMsg(<-s.msgs); over {
				return err
			}
		}
		s.drawFrame()
	}
}

// drawFirstFrame makes the first frame, takes the terminal, and draws the frame. The
// channel is closed when it is written.
func (s *Session) drawFirstFrame() (written <-chan struct{}, err error) {
	var first Frame
	m, ok := s.model.(Model)
	if ok {
		first = m.Frame()
	}
	if s.takeTerminal != nil {
		if err := s.takeTerminal(); err != nil {
			return nil, err
		}
	}
	if s.canQuery {
		s.renderer.querySync()
	}
	s.probe()
	if ok {
		s.renderer.draw(first)
	}
	return s.renderer.written(), nil
}

// after returns a command that waits for a channel to close before it runs cmd.
func after(closed <-chan struct{}, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		<-closed
		return cmd()
	}
}

// drawFrame draws the model, if it still offers frames after Update.
func (s *Session) drawFrame() {
	if m, ok := s.model.(Model); ok {
		s.renderer.draw(m.Frame())
	}
}

// updateModel calls Update and starts the command that it returns.
func (s *Session) updateModel(m tea.Msg) {
	var cmd tea.Cmd
	s.model, cmd = s.model.Update(m)
	s.startCommand(cmd)
}

// startCommand runs a command in a goroutine. A command that hangs cannot be
// ended, so the session never waits for one.
func (s *Session) startCommand(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		defer s.recoverPanic()
		if m := cmd(); m != nil {
			s.Send(m)
		}
	}()
}

// recoverPanic ends the session if the deferring goroutine panics.
func (s *Session) recoverPanic() {
	if r := recover(); r != nil {
		s.Send(endMsg{&PanicError{r, debug.Stack()}})
	}
}

// handleMsg handles a message itself or gives it to the model, and reports
// whether the session is over, and with which error.
func (s *Session) handleMsg(m tea.Msg) (over bool, err error) {
	switch m := m.(type) {
	case nil:
		return false, nil
	case endMsg:
		return true, m.error
	case tea.QuitMsg:
		return true, nil
	case tea.InterruptMsg:
		return true, interruptError()
	case tea.BatchMsg:
		for _, cmd := range m {
			s.startCommand(cmd)
		}
		return false, nil
	case tea.SuspendMsg:
		if s.suspend != nil {
			s.suspend()
		}
		return false, nil
	case cursorMsg:
		s.takeProbe(m)
		return false, nil
	case continuedMsg:
		_ = s.renderer.pause(s.leaveWait) // other programs may have written
		return false, nil
	case tea.WindowSizeMsg:
		s.renderer.invalidate()
		s.updateModel(tea.WindowSizeMsg{Width: min(max(m.Width, 1), maxWidth), Height: min(max(m.Height, 1), maxHeight)})
		return false, nil
	case tea.ModeReportMsg:
		if m.Mode == ansi.ModeSynchronizedOutput && (m.Value == ansi.ModeReset || m.Value == ansi.ModeSet) {
			s.renderer.useSync()
		}
	}
	if s.handleProgramMsg(m) {
		return false, nil
	}
	s.updateModel(m)
	return false, nil
}

// profile returns the colours of the terminal.
func (o Options) profile() colorprofile.Profile {
	if o.Profile != 0 {
		return o.Profile
	}
	return colorprofile.Env(o.Environ)
}
