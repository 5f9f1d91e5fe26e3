package sshd

import (
	"context"
	"errors"
	"io"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/anmitsu/go-shlex"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/ui/tui/screen"
)

// endReason is the error of a session that did not end by itself. It is also the
// last part of the key of its message in the catalogs, and a label in log and
// metrics.
type endReason string

const (
	clientGone     endReason = "gone"    // the client closed the channel or the connection
	clientStalled  endReason = "stalled" // the client did not read for Limits.StallTimeout
	idleTimeout    endReason = "idle"    // no input for Limits.IdleTimeout
	sessionTimeout endReason = "time"    // the session lasted for Limits.SessionTimeout
	serverStopping endReason = "stopped" // the server stops
	panicked       endReason = "panic"   // a bug of ours
)

// Error returns the reason as a message for the log.
func (e endReason) Error() string { return "session ended: " + string(e) }

// hasMessage reports whether the client can be told the reason.
func (e endReason) hasMessage() bool { return e != clientGone && e != clientStalled }

// session is the one session of a connection: the client's requests, and the
// browser or command that answers them.
type session struct {
	server *Server
	conn   *conn
	ssh    gossh.Conn
	ch     gossh.Channel
	user   string // as the client gave it: must not be shown

	// serveRequests owns these fields until the session has started, serve from
	// then on.
	started     bool
	hasTerminal bool
	term        string
	environ     []string
	envCount    int  // variables that the client sent, allowed or not
	holdsSlot   bool // one of server.commandSlots

	window        *window
	screenSession atomic.Pointer[screen.Session] // nil unless a browser runs
	deadlines     sessionDeadlines
	stallTimer    *time.Timer // ends the session when a write takes too long

	ctx    context.Context
	cancel context.CancelCauseFunc
}

// newSession returns a session that has not started, on a channel of c.
func newSession(server *Server, c *conn, sc gossh.Conn, ch gossh.Channel) *session {
	s := &session{server: server, conn: c, ssh: sc, ch: ch, user: sc.User(), window: &window{limiter: server.limiter}}
	s.ctx, s.cancel = context.WithCancelCause(context.Background())
	s.stallTimer = stoppedTimer(func() {
		s.end(clientStalled)
		_ = c.Close() // nothing else ends a write
	})
	return s
}

// end ends the session; the first reason counts.
func (s *session) end(reason endReason) { s.cancel(reason) }

// outcome is the result of a session.
type outcome struct {
	kind   string // browser, dialog, command, or refused
	code   int    // exit status
	reason error  // an endReason; nil when the session ended by itself
}

// serve runs the session from its start until the connection is closed, which
// gives the client time to read the last message. A server that stops waits for it.
func (s *session) serve(command string) {
	s.server.addSession(s)
	defer s.server.removeSession(s)
	start := time.Now()
	lang := s.language(s.user)
	s.putVariable("TERM", s.term)
	s.putVariable("LC_ALL", string(lang))
	r := s.execute(command)
	var e endReason
	if errors.As(r.reason, &e) && e.hasMessage() {
		s.print("ended." + string(e))
	}
	_, _ = s.ch.SendRequest("exit-status", false, gossh.Marshal(struct{ Code uint32 }{uint32(r.code)}))
	_ = s.ch.Close()
	s.conn.closeAfterGrace() // not before: output may still be on its way
	s.stallTimer.Stop()
	s.server.logSession(s, lang, r, time.Since(start))
	s.wakeUntilClosed()
}

// wakeUntilClosed waits until the connection is closed. It sends the client an
// ignored request now and then: Dropbear's client, if its reader was slow, sees that
// the channel is closed only when another packet comes, and would else lose the
// exit status.
func (s *session) wakeUntilClosed() {
	wake := time.NewTicker(wakeInterval)
	defer wake.Stop()
	for {
		select {
		case <-s.conn.closed:
			return
		case <-wake.C:
			_, _, _ = s.ssh.SendRequest("keepalive@openssh.com", false, nil) // fails if the connection is gone
		}
	}
}

// execute starts the session if the limits allow it, and runs the command; without
// a command, or if the handler chooses it, the browser.
func (s *session) execute(command string) (r outcome) {
	if len(command) > s.server.config.Limits.CommandLength {
		s.print("command.long")
		return outcome{"refused", 2, nil}
	}
	args, err := shlex.Split(command, true)
	if err != nil {
		s.print("command.quotes")
		return outcome{"refused", 2, nil}
	}
	if decision := s.window.startCounting(s.conn.startSession); decision != admitted {
		s.server.recordRefusal(s.conn.from, decision)
		s.print("refused." + string(decision))
		return outcome{"refused", 1, nil}
	}
	s.conn.cancelHandshakeTimer()
	defer func() {
		if p := recover(); p != nil {
			r = outcome{r.kind, 1, s.recordPanic(&screen.PanicError{Value: p, Stack: debug.Stack()})}
		}
		s.deadlines.stop()
		s.window.stopCounting()
	}()
	s.deadlines.start(s)
	b, code, err := s.callHandler(args)
	if b == nil {
		return outcome{"command", code, err}
	}
	kind, run := "browser", s.runBrowser
	if b.Dialog != nil {
		kind, run = "dialog", s.runDialog
	}
	if err = run(b); err != nil {
		code = 1
	}
	return outcome{kind, code, err}
}

// takeSlots waits for the slot of the client's address and one of the server's, in which work
// is done. The error is the end of the session. release gives them back.
func (s *session) takeSlots() (release func(), err error) {
	slots := []chan struct{}{s.conn.address.commandSlot, s.server.commandSlots}
	for i, slot := range slots {
		select {
		case slot <- struct{}{}:
		case <-s.ctx.Done():
			if i > 0 {
				<-slots[0]
			}
			return nil, context.Cause(s.ctx)
		}
	}
	s.holdsSlot = true
	return func() {
		s.holdsSlot = false
		<-slots[1]
		<-slots[0]
	}, nil
}

// callHandler calls the handler and returns the browser to run, nil for none, and
// the exit code. A command needs work, so one runs at a time from an address, and
// Limits.Commands in all; a command that waits for its reader does not count
// among the latter (see pacedWriter). The error is an endReason or nil.
func (s *session) callHandler(args []string) (*Browser, int, error) {
	if len(args) > 0 {
		release, err := s.takeSlots()
		if err != nil {
			return nil, 1, err
		}
		defer release()
	}
	request := Request{Args: args, Terminal: s.hasTerminal, Environ: s.environ, Out: s.textWriter(s.ch), Err: s.textWriter(s.ch.Stderr())}
	if s.hasTerminal {
		request.Width, _ = s.window.size()
		request.Err = request.Out // a terminal has one stream
	}
	var b *Browser
	var code int
	if p := runAside(func() { b, code = s.server.config.Handler(s.ctx, request) }); p != nil {
		return nil, 1, s.recordPanic(p)
	}
	return b, code, context.Cause(s.ctx)
}

// runAside calls f in a goroutine of its own and waits for it: the stack that it needs is then
// freed, and not kept for as long as the session lasts. It returns the panic of f, or nil.
func runAside(f func()) *screen.PanicError {
	done := make(chan *screen.PanicError, 1)
	go func() {
		var p *screen.PanicError
		defer func() {
			if r := recover(); r != nil {
				p = &screen.PanicError{Value: r, Stack: debug.Stack()}
			}
			done <- p
		}()
		f()
	}()
	return <-done
}

// print sends the client the message of a key in every language, on its error
// stream unless it has a terminal.
func (s *session) print(key string) {
	var w io.Writer = s.ch
	if !s.hasTerminal {
		w = s.ch.Stderr()
	}
	_, _ = s.textWriter(w).Write([]byte(s.server.inAllLanguages(key)))
}

// recordPanic counts and logs a panic, and returns the reason that ends this
// session; other sessions go on.
func (s *session) recordPanic(p *screen.PanicError) error {
	s.server.metrics.panics.inc()
	s.server.config.Log.Error("panic in a session", "address", s.server.loggedAddress(s.conn.from), "panic", p.Value, "stack", string(p.Stack))
	return panicked
}
