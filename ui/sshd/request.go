package sshd

import (
	"slices"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/assets"
	"voxatlas/model"
)

// channel serves a session channel: one per connection.
func (s *Server) channel(_ *ssh.Server, sc *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	k := ctx.Value(connKey{}).(*conn)
	if !k.visited.CompareAndSwap(false, true) {
		_ = nc.Reject(gossh.ResourceShortage, "one session per connection")
		return
	}
	ch, requests, err := nc.Accept()
	if err != nil {
		return // the connection is gone
	}
	newVisit(s, k, sc.User(), ch).listen(requests)
}

// listen answers requests until the channel or the connection is closed. It is
// all that a client can do with a session besides typing.
func (v *visit) listen(requests <-chan *gossh.Request) {
	defer v.end(gone)
	refused := 0
	for r := range requests {
		run, ok := v.request(r)
		_ = r.Reply(ok, nil)
		if run != nil {
			go run()
		}
		if !ok && !v.begun {
			refused++
		}
		if refused > maxRefusals {
			_ = v.conn.Close()
		}
	}
}

// request obeys a request, or refuses it. Once a session has begun, only its
// window may change; run is what is to be done when it begins.
func (v *visit) request(r *gossh.Request) (run func(), ok bool) {
	switch {
	case r.Type == "window-change":
		var w windowSize
		if gossh.Unmarshal(r.Payload, &w) != nil || !v.terminal {
			return nil, false
		}
		v.window.change(w.clamp())
		return nil, true
	case r.Type == "signal": // asks for no reply, and means nothing here
		return nil, true
	case v.begun:
		return nil, false
	case r.Type == "pty-req":
		return nil, v.takeTerminal(r.Payload)
	case r.Type == "env":
		return nil, v.takeVariable(r.Payload)
	case r.Type == "shell":
		v.begun = true
		return func() { v.run("") }, true
	case r.Type == "exec":
		var e struct{ Command string }
		if gossh.Unmarshal(r.Payload, &e) != nil {
			return nil, false
		}
		v.begun = true
		return func() { v.run(e.Command) }, true
	}
	return nil, false
}

// windowSize is the payload of window-change (RFC 4254, section 6.7): cells and
// pixels.
type windowSize struct{ W, H, PixelW, PixelH uint32 }

// clamp is a size that a session may have. A client that does not know its size
// says 0.
func (s windowSize) clamp() (w, h int) {
	if s.W == 0 || s.H == 0 {
		return 80, 24
	}
	return int(min(s.W, maxWidth)), int(min(s.H, maxHeight))
}

// takeTerminal takes a pty-req (RFC 4254, section 6.2). A TERM that is no name of
// a terminal is one that we know nothing about.
func (v *visit) takeTerminal(payload []byte) bool {
	var p struct {
		Term                 string
		W, H, PixelW, PixelH uint32
		Modes                string
	}
	if v.terminal || gossh.Unmarshal(payload, &p) != nil {
		return false
	}
	v.terminal = true
	if plain(p.Term, maxTerm) {
		v.term = p.Term
	}
	v.window.w, v.window.h = windowSize{W: p.W, H: p.H}.clamp()
	return true
}

// plain reports whether a value is one of those that terminals, languages and
// colours have: at most so many letters, digits and a few signs.
func plain(value string, most int) bool {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-@:"
	return len(value) <= most && strings.Trim(value, alphabet) == ""
}

// may reports whether a visitor may say a variable: those that decide the
// language and the colours, and nothing else.
func may(name string) bool {
	return slices.Contains([]string{"LANG", "LC_ALL", "LC_MESSAGES", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"}, name)
}

// takeVariable takes an environment variable, if it may be said.
func (v *visit) takeVariable(payload []byte) bool {
	var e struct{ Name, Value string }
	v.variables++
	if v.variables > v.server.config.Limits.Environment || gossh.Unmarshal(payload, &e) != nil ||
		!may(e.Name) || !plain(e.Value, maxValue) {
		return false
	}
	v.environ = slices.DeleteFunc(v.environ, func(o string) bool { return strings.HasPrefix(o, e.Name+"=") })
	v.environ = append(v.environ, e.Name+"="+e.Value)
	return true
}

// language is the user name, if that is a language; else the environment's, in
// which C and POSIX count as unset, because they are what machines say who were
// not asked; else English.
func (v *visit) language(user string) model.Lang {
	if lang, ok := assets.Match(user); ok {
		return model.Lang(lang)
	}
	said := Call{Environ: v.environ}
	return model.Lang(assets.FromEnv(func(name string) string {
		value := said.Getenv(name)
		if base, _, _ := strings.Cut(value, "."); base == "C" || base == "POSIX" {
			return ""
		}
		return value
	}))
}
