//go:build unix

package screen

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Run runs a model on the terminal of this process, and gives the terminal back
// as it was: on quit, on errors and panics, on SIGINT, SIGQUIT, SIGTERM and
// SIGHUP, which it returns as a [SignalError], and while suspended. Without a
// terminal that it can poll it runs the model under a tea.Program.
func Run(ctx context.Context, m Model, o Options) error {
	tty, err := openTTY()
	if err != nil {
		return runStock(ctx, m, o)
	}
	defer tty.close()
	signals := newSignals()
	caught := signals.catch()
	defer func() {
		<-caught
		signals.stopCatching()
	}()
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	o.W, o.H = tty.windowSize()
	s := New(m, tty.file, o)
	j := &jobControl{session: s, tty: tty, signals: signals, continued: make(chan struct{}, 1)}
	s.suspend = j.suspend

	in := NewInput(s.Send)
	var reader sync.WaitGroup
	s.takeTerminal = func() error {
		<-caught // before there is a terminal to give back
		if err := tty.makeRaw(); err != nil {
			return err
		}
		go j.watchSignals()
		reader.Go(func() {
			defer s.CloseInput()
			defer s.recoverPanic()
			if err := tty.readInput(in); !errors.Is(err, os.ErrDeadlineExceeded) {
				s.Send(endMsg{&SignalError{syscall.SIGHUP}}) // the terminal is gone
			}
		})
		return nil
	}
	err = s.Run(ctx)
	if errors.Is(s.restoreErr, ErrStalled) {
		// The terminal must still get the bytes that give it back.
		tty.dropOutput()
		_ = tty.file.SetWriteDeadline(time.Now().Add(keyTimeout))
		_, _ = tty.file.Write(s.renderer.restoreSeq)
	}
	if errors.Is(err, syscall.EIO) {
		err = &SignalError{syscall.SIGHUP} // the terminal is gone
	}
	tty.stopReading()
	reader.Wait()
	_ = in.Close()
	return err
}

// signals are the caught signals of job control. Package signal drops a signal when its
// channel is full, so those that come often have a channel of their own.
type signals struct {
	end     chan os.Signal // which ends the session; the first is enough
	job     chan os.Signal // which stops or continues it
	resized chan os.Signal // of which one stands for many: the size is read later
}

func newSignals() signals {
	return signals{end: make(chan os.Signal, 1), job: make(chan os.Signal, 8), resized: make(chan os.Signal, 1)}
}

// catch begins to catch the signals, and returns a channel that is closed when all are
// caught. That takes a quarter of a millisecond, because a thread of Go's runtime must be
// woken for each; meanwhile the first frame is made.
func (s signals) catch() (caught <-chan struct{}) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		signal.Notify(s.end, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT)
		signal.Notify(s.job, syscall.SIGTSTP, syscall.SIGCONT)
		signal.Notify(s.resized, syscall.SIGWINCH)
	}()
	return done
}

// stopCatching ends the catching.
func (s signals) stopCatching() {
	signal.Stop(s.end)
	signal.Stop(s.job)
	signal.Stop(s.resized)
}

// jobControl connects a session to the shell's job control: signals stop,
// continue and end it.
type jobControl struct {
	session   *Session
	tty       *tty
	signals   signals
	suspended atomic.Bool   // by suspend, which waits for SIGCONT
	continued chan struct{} // SIGCONT came while suspended
}

// watchSignals turns signals into messages until the session ends.
func (j *jobControl) watchSignals() {
	defer j.session.recoverPanic()
	for {
		select {
		case <-j.session.done:
			return
		case n := <-j.signals.end:
			j.session.Send(endMsg{&SignalError{n.(syscall.Signal)}})
		case <-j.signals.resized:
			w, h := j.tty.windowSize()
			j.session.Send(tea.WindowSizeMsg{Width: w, Height: h})
		case n := <-j.signals.job:
			switch {
			case n == syscall.SIGTSTP:
				j.session.Send(tea.SuspendMsg{})
			case j.suspended.CompareAndSwap(true, false):
				j.continued <- struct{}{}
			default:
				_ = j.tty.makeRaw() // SIGSTOP, which cannot be caught, had stopped us
				j.session.Send(continuedMsg{})
			}
		}
	}
}

// suspend gives the terminal back, stops the process group as ctrl+z does, and
// takes the terminal again when it is continued. It runs in the session's loop.
func (j *jobControl) suspend() {
	j.session.suspended.Store(true)
	defer j.session.suspended.Store(false)
	if j.session.renderer.pause(j.session.leaveWait) == nil {
		j.session.renderer.fence.wait(j.session.fenceWait)
	}
	j.tty.restore()
	j.suspended.Store(true)
	// Not SIGTSTP: after signal.Notify for it, Go's runtime ignores its default
	// action for good. SIGTTIN stops a job just as well. The group of a session leader
	// (xterm -e) is not stopped, and never continued: do not wait long.
	_ = syscall.Kill(0, syscall.SIGTTIN)
	t := time.NewTimer(leaveWait)
	defer t.Stop()
	select {
	case <-j.continued:
	case <-t.C:
		if !j.suspended.CompareAndSwap(true, false) {
			<-j.continued
		}
	}
	_ = j.tty.makeRaw()
	w, h := j.tty.windowSize()
	_, _ = j.session.handleMsg(tea.WindowSizeMsg{Width: w, Height: h})
}
