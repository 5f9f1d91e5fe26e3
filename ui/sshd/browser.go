package sshd

import (
	"bytes"
	"errors"
	"io"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/time/rate"

	"voxatlas/ui/tui/screen"
)

// runBrowser shows a browser until the user leaves it or the session is ended. The
// error is nil or an endReason.
func (s *session) runBrowser(b *Browser) error {
	w, h := s.window.size()
	screenSession := screen.New(b.Model, pacedWriter{s, s.ch, false}, screen.Options{Profile: b.Profile, Environ: s.environ, W: w, H: h, Ambiguous: screen.AskAmbiguous})
	s.window.notify(w, h, func(w, h int) { screenSession.Send(tea.WindowSizeMsg{Width: w, Height: h}) })
	s.screenSession.Store(screenSession)
	defer s.screenSession.Store(nil)
	go s.readKeys(screenSession)
	err := screenSession.Run(s.ctx)
	var e endReason
	var p *screen.PanicError
	switch {
	case err == nil, errors.As(err, &e):
		return err
	case errors.As(err, &p):
		return s.recordPanic(p)
	case errors.Is(err, screen.ErrStalled):
		return clientStalled
	}
	return clientGone // writes fail once the client has gone
}

// readKeys sends the user's input to the browser. Input that comes faster than a
// person types is read with pauses, so that the network slows the sender down.
func (s *session) readKeys(screenSession *screen.Session) {
	defer s.end(clientGone)
	defer screenSession.CloseInput()
	defer func() {
		if r := recover(); r != nil {
			_ = s.recordPanic(&screen.PanicError{Value: r, Stack: debug.Stack()})
			s.end(panicked)
		}
	}()
	var keys atomic.Int32
	in := screen.NewInput(func(m tea.Msg) {
		keys.Add(1)
		s.deadlines.inputReceived()
		screenSession.Send(m)
	})
	defer func() { _ = in.Close() }()
	pace := rate.NewLimiter(maxKeysPerSecond, keyBurst)
	b := make([]byte, 1<<10)
	for {
		n, err := s.ch.Read(b)
		_, _ = in.Write(b[:n])
		for k := int(keys.Swap(0)); k > 0 && err == nil; k -= keyBurst {
			err = pace.WaitN(s.ctx, min(k, keyBurst))
		}
		if err != nil {
			return
		}
	}
}

// warn tells the browser, if one runs, that its session will end.
func (s *session) warn(reason endReason, left time.Duration) {
	if running := s.screenSession.Load(); running != nil {
		running.Send(s.server.config.Notice(string(reason), left))
	}
}

// maxWrite is the number of bytes written at once. SSH keeps a buffer per channel
// that is as large as the largest write.
const maxWrite = 2 << 10

// pacedWriter writes to a client in pieces of maxWrite bytes. The client must take
// each piece within Limits.StallTimeout; otherwise the session ends. After each piece the
// writer waits if the client's address was sent more than Limits.OutputRate. While
// it writes, a command gives its slot to others.
type pacedWriter struct {
	session *session
	out     io.Writer
	crlf    bool // write a line's end as a raw terminal needs it
}

// textWriter returns a writer of lines to one of the channel's streams.
func (s *session) textWriter(w io.Writer) io.Writer { return pacedWriter{s, w, s.hasTerminal} }

// Write writes b, and returns len(b) or an error.
func (w pacedWriter) Write(b []byte) (int, error) {
	n := len(b)
	if w.crlf {
		b = bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	}
	defer w.session.stallTimer.Stop()
	if w.session.holdsSlot {
		<-w.session.server.commandSlots
		defer func() { w.session.server.commandSlots <- struct{}{} }()
	}
	for len(b) > 0 {
		w.session.stallTimer.Reset(w.session.server.config.Limits.StallTimeout)
		k, err := w.out.Write(b[:min(len(b), maxWrite)])
		if err != nil {
			return 0, err
		}
		b = b[k:]
		w.session.stallTimer.Stop()
		w.session.conn.throttle(w.session.conn.address.outputRate, k)
	}
	return n, nil
}
