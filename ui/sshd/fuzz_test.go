package sshd

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// FuzzRequest sends any request: there is no panic, and accepted values are within
// their bounds.
func FuzzRequest(f *testing.F) {
	f.Add("pty-req", []byte("\x00\x00\x00\x05xterm\x00\x00\x00\x50\x00\x00\x00\x18\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("pty-req", []byte("\x00\x00\x00\x05xterm\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("window-change", []byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("env", []byte("\x00\x00\x00\x04LANG\x00\x00\x00\x05zh_TW"))
	f.Add("exec", []byte("\x00\x00\x00\x04show"))
	f.Add("shell", []byte{})
	f.Add("signal", []byte("\x00\x00\x00\x03INT"))
	f.Fuzz(func(t *testing.T, kind string, payload []byte) {
		s := &session{server: &Server{config: Config{Limits: Defaults()}}, window: &window{limiter: newLimiter(Defaults())}}
		for range 3 {
			s.handleRequest(&gossh.Request{Type: kind, Payload: payload})
		}
		if w, h := s.window.size(); s.hasTerminal && (w < 1 || w > maxWidth || h < 1 || h > maxHeight) {
			t.Errorf("window %dx%d", w, h)
		}
		if !allowedValue(s.term, maxTermLength) || len(s.environ) > 9 {
			t.Errorf("TERM %q, environment %q", s.term, s.environ)
		}
		for _, e := range s.environ {
			if name, value, _ := strings.Cut(e, "="); !allowedVariable(name, value) {
				t.Errorf("environment %q", e)
			}
		}
		if s.window.timer != nil {
			s.window.timer.Stop()
		}
	})
}
