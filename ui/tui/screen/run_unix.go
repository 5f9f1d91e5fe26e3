//go:build unix

package screen

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Run runs a model on the terminal of this process, and gives that back as it
// was: on quit, on errors and panics, on SIGINT, SIGQUIT, SIGTERM and SIGHUP, which it
// returns as a [SignalError], and while suspended. Without a terminal that it
// can handle itself it runs the model under a tea.Program.
func Run(ctx context.Context, m Model, o Options) error {
	tty, err := openTTY()
	if err != nil {
		return stock(ctx, m, o)
	}
	defer tty.close()
	if err := tty.raw(); err != nil {
		return err
	}
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	o.W, o.H = tty.size()
	s := New(m, tty.file, o)

	sig := make(chan os.Signal, 8)
	signal.Notify(sig, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGWINCH, syscall.SIGTSTP, syscall.SIGCONT)
	defer signal.Stop(sig)
	j := &job{s: s, tty: tty, sig: sig, cont: make(chan struct{}, 1), answersBy: time.Now().Add(cmp.Or(o.answerWait, LeaveWait))}
	s.suspend = j.suspend
	go j.watch()

	in := NewInput(s.Send)
	read := make(chan struct{})
	go func() {
		defer close(read)
		defer s.recovered()
		if err := tty.read(in); !errors.Is(err, os.ErrDeadlineExceeded) {
			s.Send(failure{&SignalError{syscall.SIGHUP}}) // nobody types there any more
		}
	}()
	err = s.Run(ctx)
	if errors.Is(s.left, ErrStalled) {
		// What it has not read is of no use any more; the farewell is.
		tty.dropOutput()
		_ = tty.file.SetWriteDeadline(time.Now().Add(waitKey))
		_, _ = tty.file.Write(s.screen.lastWords)
	}
	if errors.Is(err, syscall.EIO) {
		err = &SignalError{syscall.SIGHUP} // the terminal is gone
	}
	j.awaitAnswers()
	tty.stopReading()
	<-read
	_ = in.Close()
	return err
}

// job is a session as the shell sees it: something that signals stop, continue
// and end.
type job struct {
	s         *Session
	tty       *tty
	sig       chan os.Signal
	waiting   atomic.Bool   // suspended by ourselves, to be continued
	cont      chan struct{} // says so
	answersBy time.Time     // later answers of the terminal are not waited for
}

// awaitAnswers waits until the terminal has answered all queries, lest the
// shell reads the answers, but not beyond answersBy.
func (j *job) awaitAnswers() {
	for j.s.owed.Load() > 0 && time.Now().Before(j.answersBy) {
		time.Sleep(5 * time.Millisecond)
	}
}

// watch turns signals into messages.
func (j *job) watch() {
	defer j.s.recovered()
	for {
		select {
		case <-j.s.done:
			return
		case n := <-j.sig:
			switch n {
			case syscall.SIGWINCH:
				w, h := j.tty.size()
				j.s.Send(tea.WindowSizeMsg{Width: w, Height: h})
			case syscall.SIGTSTP:
				j.s.Send(tea.SuspendMsg{})
			case syscall.SIGCONT:
				if j.waiting.CompareAndSwap(true, false) {
					j.cont <- struct{}{}
					continue
				}
				_ = j.tty.raw() // stopped behind our back, by SIGSTOP
				j.s.Send(continued{})
			default:
				j.s.Send(failure{&SignalError{n.(syscall.Signal)}})
			}
		}
	}
}

// suspend gives the terminal back, stops the process group as ctrl+z does, and
// takes the terminal again when it is continued. It runs in the session's loop.
func (j *job) suspend() {
	_ = j.s.screen.Pause(LeaveWait)
	j.awaitAnswers()
	j.tty.restore()
	j.waiting.Store(true)
	// Not SIGTSTP: having been asked to catch that once, Go's runtime swallows it
	// for good. SIGTTIN stops a job just as well. The group of a session leader
	// (xterm -e) is not stopped, and never continued: do not wait long.
	_ = syscall.Kill(0, syscall.SIGTTIN)
	t := time.NewTimer(LeaveWait)
	defer t.Stop()
	select {
	case <-j.cont:
	case <-t.C:
		if !j.waiting.CompareAndSwap(true, false) {
			<-j.cont
		}
	}
	_ = j.tty.raw()
	w, h := j.tty.size()
	_, _ = j.s.handle(tea.WindowSizeMsg{Width: w, Height: h})
}
