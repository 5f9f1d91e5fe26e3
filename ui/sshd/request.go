package sshd

import (
	"slices"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/assets"
	"voxatlas/model"
)

// handleChannel accepts the first session channel of a connection, refuses others,
// and serves its requests until it is closed.
func (s *Server) handleChannel(_ *ssh.Server, sc *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	c := ctx.Value(connKey{}).(*conn)
	if !c.sessionRequested.CompareAndSwap(false, true) {
		_ = nc.Reject(gossh.ResourceShortage, "one session per connection")
		return
	}
	ch, requests, err := nc.Accept()
	if err != nil {
		return // the connection is gone
	}
	newSession(s, c, sc, ch).serveRequests(requests)
}

// serveRequests answers the requests of a channel until the channel or the
// connection is closed. Requests and input are all that a client can send to a
// session. More than maxRefusals refused requests before the session has started
// close the connection.
func (s *session) serveRequests(requests <-chan *gossh.Request) {
	defer s.end(clientGone)
	refused := 0
	for r := range requests {
		start, ok := s.handleRequest(r)
		_ = r.Reply(ok, nil)
		if start != nil {
			go start()
		}
		if !ok && !s.started {
			refused++
		}
		if refused > maxRefusals {
			_ = s.conn.Close()
		}
	}
}

// handleRequest grants or refuses a request. Once the session has started, only
// its window may change. A request that starts the session returns a function that
// serves it, to be called after the reply.
func (s *session) handleRequest(r *gossh.Request) (start func(), ok bool) {
	switch {
	case r.Type == "window-change":
		var w windowSize
		if gossh.Unmarshal(r.Payload, &w) != nil || !s.hasTerminal {
			return nil, false
		}
		s.window.change(w.clamp())
		return nil, true
	case r.Type == "signal": // asks for no reply, and means nothing here
		return nil, true
	case s.started:
		return nil, false
	case r.Type == "pty-req":
		return nil, s.setTerminal(r.Payload)
	case r.Type == "env":
		return nil, s.setVariable(r.Payload)
	case r.Type == "shell":
		s.started = true
		return func() { s.serve("") }, true
	case r.Type == "exec":
		var e struct{ Command string }
		if gossh.Unmarshal(r.Payload, &e) != nil {
			return nil, false
		}
		s.started = true
		return func() { s.serve(e.Command) }, true
	}
	return nil, false
}

// windowSize is the payload of window-change (RFC 4254, section 6.7), in cells and
// pixels.
type windowSize struct{ W, H, PixelW, PixelH uint32 }

// clamp returns the size in cells, at most maxWidth by maxHeight. For 0, which
// means an unknown size, it returns 80 by 24.
func (s windowSize) clamp() (w, h int) {
	if s.W == 0 || s.H == 0 {
		return 80, 24
	}
	return int(min(s.W, maxWidth)), int(min(s.H, maxHeight))
}

// setTerminal grants the first pty-req (RFC 4254, section 6.2). It drops a TERM
// that cannot be the name of a terminal.
func (s *session) setTerminal(payload []byte) bool {
	var p struct {
		Term                 string
		W, H, PixelW, PixelH uint32
		Modes                string
	}
	if s.hasTerminal || gossh.Unmarshal(payload, &p) != nil {
		return false
	}
	s.hasTerminal = true
	if allowedValue(p.Term, maxTermLength) {
		s.term = p.Term
	}
	s.window.width, s.window.height = windowSize{W: p.W, H: p.H}.clamp()
	return true
}

// allowedValue reports whether a value has at most maxLength bytes, all of them
// letters, digits and a few signs, as the values for terminals, languages and
// colours have.
func allowedValue(value string, maxLength int) bool {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-@:"
	return len(value) <= maxLength && strings.Trim(value, alphabet) == ""
}

// allowedVariable reports whether a client may set a variable to a value: those that decide
// the language and the colours, and nothing else.
func allowedVariable(name, value string) bool {
	if name == "COLORFGBG" { // "15;0", "12;default;8"
		value = strings.ReplaceAll(value, ";", "")
	}
	return allowedValue(value, maxValueLength) &&
		slices.Contains([]string{"LANG", "LC_ALL", "LC_MESSAGES", "COLORTERM", "COLORFGBG", "NO_COLOR", "CLICOLOR", "VOXATLAS_THEME", "TERM_PROGRAM"}, name)
}

// setVariable sets an environment variable, if its name and value are allowed and
// the client has not sent too many.
func (s *session) setVariable(payload []byte) bool {
	var e struct{ Name, Value string }
	s.envCount++
	if s.envCount > s.server.config.Limits.Environment || gossh.Unmarshal(payload, &e) != nil ||
		len(e.Value) > maxValueLength || !allowedVariable(e.Name, e.Value) {
		return false
	}
	s.putVariable(e.Name, e.Value)
	return true
}

// putVariable sets an environment variable, in place of the value it had.
func (s *session) putVariable(name, value string) {
	s.environ = slices.DeleteFunc(s.environ, func(v string) bool { return strings.HasPrefix(v, name+"=") })
	s.environ = append(s.environ, name+"="+value)
}

// language returns the user name, if that is a language; otherwise the language of
// the environment, in which C and POSIX count as unset, because they are defaults
// that nobody chose; otherwise English.
func (s *session) language(user string) model.Lang {
	if lang, ok := assets.Match(user); ok {
		return model.Lang(lang)
	}
	request := Request{Environ: s.environ}
	return model.Lang(assets.FromEnv(func(name string) string {
		value := request.Getenv(name)
		if base, _, _ := strings.Cut(value, "."); base == "C" || base == "POSIX" {
			return ""
		}
		return value
	}))
}
