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

	"voxatlas/model"
	"voxatlas/ui/tui/screen"
)

// An ending is the error of a visit that did not end by itself: why. It is also
// the last part of the key of its words in the catalogs, and a label in log and
// metrics.
type ending string

const (
	gone    ending = "gone"    // the client has
	stalled ending = "stalled" // the client does not read
	idle    ending = "idle"    // nobody typed
	late    ending = "time"    // the session was long enough
	stopped ending = "stopped" // the server stops
	broken  ending = "panic"   // we failed
)

// Error names the reason.
func (e ending) Error() string { return "session ended: " + string(e) }

// spoken reports whether there are words to be said, and somebody to hear them.
func (e ending) spoken() bool { return e != gone && e != stalled }

// A visit is one session of one visitor: what it asked for, and what it is shown.
type visit struct {
	server *Server
	conn   *conn
	ch     gossh.Channel
	user   string // as the client gave it: not to be shown

	// Of the goroutine that answers requests, until the session has begun; of
	// the session from then on.
	begun     bool
	terminal  bool
	term      string
	environ   []string
	variables int  // that the client sent
	works     bool // and has a place among the commands at work

	window  *window
	session atomic.Pointer[screen.Session] // while there is a browser
	clock   clock
	stall   *time.Timer // ends the visit when a write takes too long

	ctx    context.Context
	cancel context.CancelCauseFunc
}

func newVisit(s *Server, k *conn, user string, ch gossh.Channel) *visit {
	v := &visit{server: s, conn: k, ch: ch, user: user, window: &window{gate: s.gate}}
	v.ctx, v.cancel = context.WithCancelCause(context.Background())
	v.stall = never(func() {
		v.end(stalled)
		_ = k.Close() // nothing else ends a write
	})
	return v
}

// end ends the visit, if it has not ended.
func (v *visit) end(why ending) { v.cancel(why) }

// A result is how a visit ended.
type result struct {
	kind string // browser, command, or refused
	code int    // exit status
	err  error  // an ending; nil when the visitor got what it asked for
}

// run is the session, from the first word until the visitor has had time to read
// the last; a server that stops waits for it.
func (v *visit) run(command string) {
	v.server.seen(v, true)
	defer v.server.seen(v, false)
	begun := time.Now()
	lang := v.language(v.user)
	v.environ = append(v.environ, "TERM="+v.term, "LC_ALL="+string(lang))
	r := v.answer(command, lang)
	var e ending
	if errors.As(r.err, &e) && e.spoken() {
		v.say("ended." + string(e))
	}
	_, _ = v.ch.SendRequest("exit-status", false, gossh.Marshal(struct{ Code uint32 }{uint32(r.code)}))
	_ = v.ch.Close()
	v.conn.linger() // not before: what was written may still be on its way
	v.stall.Stop()
	v.server.record(v, lang, r, time.Since(begun))
	<-v.conn.closed
}

// answer gives the visitor a seat, and what it asked for.
func (v *visit) answer(command string, lang model.Lang) (r result) {
	if len(command) > v.server.config.Limits.CommandLength {
		v.say("command.long")
		return result{"refused", 2, nil}
	}
	args, err := shlex.Split(command, true)
	if err != nil {
		v.say("command.quotes")
		return result{"refused", 2, nil}
	}
	if why := v.window.open(v.conn.seat); why != welcome {
		v.server.turnedAway(v.conn.from, why)
		v.say("refused." + string(why))
		return result{"refused", 1, nil}
	}
	v.conn.stay()
	defer func() {
		if p := recover(); p != nil {
			r = result{r.kind, 1, v.broke(&screen.PanicError{Value: p, Stack: debug.Stack()})}
		}
		v.clock.stop()
		v.window.close()
	}()
	v.clock.start(v)
	b, code, err := v.open(args, lang)
	if b == nil {
		return result{"command", code, err}
	}
	if err = v.browse(b); err != nil {
		code = 1
	}
	return result{"browser", code, err}
}

// open knocks at the door. Commands may take some work, so of those from one
// address one runs at a time, and only a few work at a time in all: one that
// waits for its reader does not.
func (v *visit) open(args []string, lang model.Lang) (*Browser, int, error) {
	if len(args) > 0 {
		for _, turn := range []chan struct{}{v.conn.place.turn, v.server.commands} {
			select {
			case turn <- struct{}{}:
				defer func() { <-turn }()
			case <-v.ctx.Done():
				return nil, 1, context.Cause(v.ctx)
			}
		}
		v.works = true
		defer func() { v.works = false }()
	}
	call := Call{Args: args, Lang: lang, Terminal: v.terminal, Environ: v.environ, Out: v.lines(v.ch), Err: v.lines(v.ch.Stderr())}
	if v.terminal {
		call.Width, _ = v.window.size()
		call.Err = call.Out // where a terminal shows it
	}
	// Beside the session: what it takes of stack to get there is given back, and
	// not kept for as long as somebody browses.
	type answer struct {
		b     *Browser
		code  int
		panic *screen.PanicError
	}
	answered := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if p := recover(); p != nil {
				a.panic = &screen.PanicError{Value: p, Stack: debug.Stack()}
			}
			answered <- a
		}()
		a.b, a.code = v.server.config.Open(v.ctx, call)
	}()
	a := <-answered
	if a.panic != nil {
		return nil, 1, v.broke(a.panic)
	}
	return a.b, a.code, context.Cause(v.ctx)
}

// say tells the visitor something in every language.
func (v *visit) say(key string) {
	var w io.Writer = v.ch
	if !v.terminal {
		w = v.ch.Stderr()
	}
	_, _ = v.lines(w).Write([]byte(v.server.words(key)))
}

// broke records a panic. It is the visit's end, and nobody else's.
func (v *visit) broke(p *screen.PanicError) error {
	v.server.metrics.panics.Inc()
	v.server.config.Log.Error("panic in a session", "address", v.server.address(v.conn.from), "panic", p.Value, "stack", string(p.Stack))
	return broken
}
