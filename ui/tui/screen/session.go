package screen

import (
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

// A Model is a Bubble Tea model that can also say what it shows as a frame.
// Its View, usually Frame().View(), serves where a [tea.Program] runs it.
type Model interface {
	tea.Model
	Frame() Frame
}

// LeaveWait is how long a session that ends waits for a terminal that does not
// read.
const LeaveWait = 300 * time.Millisecond

// Options of a session.
type Options struct {
	Profile colorprofile.Profile // colours of the terminal; zero looks at Environ
	Environ []string             // of whoever sits at the terminal, not of a server
	W, H    int                  // of the terminal at the start; [Run] finds out itself

	// answerWait limits how long after the start [Run] waits for answers of the
	// terminal before it gives the terminal back; zero means LeaveWait.
	answerWait time.Duration
}

// A Session is one person at one terminal: a model, the screen that shows it,
// and the messages on their way to it.
//
// It is a loop of our own around Update and not a tea.Program without renderer
// and input. Side by side, 120x40 (BenchmarkRunners; ui/tui/bench with the demo
// in testdata), the two are the same for one person: 0.5 ms per key and 0.47 ms
// of CPU. For many they are not: 8 kB and 1 goroutine against 23 kB and 3 per
// session, no CPU when idle against 0.03 % each, for a ticker that never stops.
// The program also sends clipboard and queries on that ticker, straight into
// the output, and prints panics before the alternate screen is left. What the
// loop costs us is orders.go: 50 lines that know Bubble Tea's own messages.
type Session struct {
	model    tea.Model
	renderer *renderer
	msgs     chan tea.Msg
	done     chan struct{} // closed when Run returns
	w, h     int

	canQuery   bool         // the terminal answers queries
	unanswered atomic.Int32 // answers that it has yet to give
	restoreErr error        // why it could not be given back, once Run has returned

	suspend func() // where a session can be suspended
}

// New makes a session on an output, one Write per frame. Nothing is written
// before [Session.Run].
func New(m Model, out io.Writer, o Options) *Session {
	s := &Session{model: m, msgs: make(chan tea.Msg, 64), done: make(chan struct{}), w: o.W, h: o.H}
	s.canQuery = canQuery(o.Environ)
	s.renderer = newRenderer(out, o.profile(), func(err error) { s.Send(endMsg{err}) })
	return s
}

// Send hands a message to the model: input, a new size, a signal. It waits
// while many messages wait, and drops the message once the session is over.
func (s *Session) Send(m tea.Msg) {
	switch m.(type) {
	case tea.ModeReportMsg, tea.BackgroundColorMsg:
		s.unanswered.Add(-1)
	}
	select {
	case s.msgs <- m:
	case <-s.done:
	}
}

// failure is how another goroutine of a session ends it.
type endMsg struct{ error }

// continued says that the process was stopped and goes on.
type continuedMsg struct{}

// A PanicError is a panic in a model or one of its commands. The terminal has
// been given back when Run returns it.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", e.Value, e.Stack) }

// Run runs the model until it quits or is made to, and gives the terminal back
// whatever happens. The error is nil after tea.Quit, a [SignalError] after an
// interrupt, a [PanicError], the context's cause, or the output's error.
func (s *Session) Run(ctx context.Context) (err error) {
	defer close(s.done)
	defer func() {
		if r := recover(); r != nil {
			err = &PanicError{r, debug.Stack()}
		}
		if s.restoreErr = s.renderer.leave(LeaveWait); err == nil {
			err = s.restoreErr
		}
	}()
	s.startCommand(s.model.Init())
	s.updateModel(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	if s.canQuery {
		s.unanswered.Add(1)
		s.renderer.querySync()
	}
	for {
		s.drawFrame()
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case m := <-s.msgs:
			if over, err := s.handleMsg(m); over {
				return err
			}
		}
		// What has come meanwhile goes into the same frame.
		for range len(s.msgs) {
			if over, err := s.handleMsg(<-s.msgs); over {
				return err
			}
		}
	}
}

func (s *Session) drawFrame() {
	if m, ok := s.model.(Model); ok {
		s.renderer.draw(m.Frame())
	}
}

func (s *Session) updateModel(m tea.Msg) {
	var cmd tea.Cmd
	s.model, cmd = s.model.Update(m)
	s.startCommand(cmd)
}

// start runs a command beside the loop. Nobody can end one that hangs, so
// nobody waits for it either.
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

func (s *Session) recoverPanic() {
	if r := recover(); r != nil {
		s.Send(endMsg{&PanicError{r, debug.Stack()}})
	}
}

// handle obeys a message or gives it to the model.
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
	case continuedMsg:
		_ = s.renderer.pause(LeaveWait) // whatever was shown meanwhile
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

// profile is the number of colours that the options ask for.
func (o Options) profile() colorprofile.Profile {
	if o.Profile != 0 {
		return o.Profile
	}
	return colorprofile.Env(o.Environ)
}
