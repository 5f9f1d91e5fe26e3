package sshd

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// FuzzRequest asks whatever: there is no panic, and what has been taken is within
// its bounds.
func FuzzRequest(f *testing.F) {
	f.Add("pty-req", []byte("\x00\x00\x00\x05xterm\x00\x00\x00\x50\x00\x00\x00\x18\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("pty-req", []byte("\x00\x00\x00\x05xterm\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("window-change", []byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("env", []byte("\x00\x00\x00\x04LANG\x00\x00\x00\x05zh_TW"))
	f.Add("exec", []byte("\x00\x00\x00\x04show"))
	f.Add("shell", []byte{})
	f.Add("signal", []byte("\x00\x00\x00\x03INT"))
	f.Fuzz(func(t *testing.T, kind string, payload []byte) {
		v := &visit{server: &Server{config: Config{Limits: Defaults()}}, window: &window{gate: newGate(Defaults())}}
		for range 3 {
			v.request(&gossh.Request{Type: kind, Payload: payload})
		}
		if w, h := v.window.size(); v.terminal && (w < 1 || w > maxWidth || h < 1 || h > maxHeight) {
			t.Errorf("window %dx%d", w, h)
		}
		if !plain(v.term, maxTerm) || len(v.environ) > 6 {
			t.Errorf("TERM %q, environment %q", v.term, v.environ)
		}
		for _, e := range v.environ {
			if name, value, _ := strings.Cut(e, "="); !may(name) || !plain(value, maxValue) {
				t.Errorf("environment %q", e)
			}
		}
		if v.window.timer != nil {
			v.window.timer.Stop()
		}
	})
}
