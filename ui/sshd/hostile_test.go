package sshd

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	gossh "golang.org/x/crypto/ssh"
)

// A client gets nothing but a session, and the session goes on after the refusals.
func TestNothingElse(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		defer cl.disconnect()
		for _, request := range []string{"x11-req", "auth-agent-req@openssh.com", "subsystem", "pty-req", "env", "shell", "exec", "break", "xon-xoff"} {
			payload := gossh.Marshal(struct{ S string }{"sftp"})
			if ok, err := cl.session.SendRequest(request, true, payload); ok || err != nil {
				t.Errorf("%s: %v, %v", request, ok, err)
			}
		}
		for _, request := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "hostkeys-prove-00@openssh.com", "keepalive@openssh.com"} {
			if ok, _, err := cl.conn.SendRequest(request, true, nil); ok || err != nil {
				t.Errorf("%s: %v, %v", request, ok, err)
			}
		}
		for _, kind := range []string{"session", "direct-tcpip", "direct-streamlocal@openssh.com", "x11", "auth-agent@openssh.com", "tun@openssh.com"} {
			if _, _, err := cl.conn.OpenChannel(kind, nil); err == nil {
				t.Errorf("channel %s was opened", kind)
			}
		}
		cl.typeKeys("on")
		cl.wantScreen("typed on")
	})
}

// A client does not get a subsystem by asking for it before the session.
func TestNothingElseFirst(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en")
		defer cl.disconnect()
		if err := cl.session.RequestSubsystem("sftp"); err == nil {
			t.Error("sftp")
		}
		cl.browse(60, 12)
		cl.typeKeys("on")
		cl.wantScreen("typed on")
	})
}

func TestWindows(t *testing.T) {
	for _, test := range []struct{ w, h, wantW, wantH uint32 }{
		{65535, 65535, 300, 100}, {1<<31 - 1, 1<<31 - 1, 300, 100}, {1<<32 - 1, 1, 300, 1}, {0, 0, 80, 24}, {0, 50, 80, 24}, {1, 1, 1, 1}, {301, 101, 300, 100},
	} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			type size struct{ W, H, PW, PH uint32 }
			cl := r.newClient("en")
			defer cl.disconnect()
			cl.screen.Resize(300, 100)
			pty := gossh.Marshal(struct {
				Term         string
				W, H, PW, PH uint32
				M            string
			}{"xterm", test.w, test.h, 0, 0, ""})
			if ok, err := cl.session.SendRequest("pty-req", true, pty); !ok || err != nil {
				t.Fatal(ok, err)
			}
			if err := cl.session.Shell(); err != nil {
				t.Fatal(err)
			}
			seen := func() {
				t.Helper()
				settle()
				if _, _, cells := r.server.limiter.counts(); cells != int(test.wantW*test.wantH) {
					t.Errorf("%dx%d: %d cells", test.w, test.h, cells)
				}
				if test.wantW > 20 && test.wantH > 1 {
					cl.wantScreen(fmt.Sprintf("size %dx%d", test.wantW, test.wantH))
				}
			}
			seen()
			if _, err := cl.session.SendRequest("window-change", false, gossh.Marshal(size{77, 33, 0, 0})); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
			if _, err := cl.session.SendRequest("window-change", false, gossh.Marshal(size{test.w, test.h, 0, 0})); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
			cl.typeKeys("\x1b[8;90;200t") // a size in band is ignored
			seen()
			cl.typeKeys("q")
			cl.wantExit(0)
		})
	}
}

// Of a flood of sizes few are applied, and the last one is.
func TestResizeFlood(t *testing.T) {
	withServer(t, func(c *Config) { c.Handler = resizeCounterHandler() }, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		defer cl.disconnect()
		for i := range 5000 {
			if err := cl.session.WindowChange(20+i%70, 50+i%200); err != nil {
				t.Fatal(err)
			}
		}
		if err := cl.session.WindowChange(30, 90); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		cl.wantScreen("size 90x30")
		var resizes int
		if _, err := fmt.Sscanf(after(cl.screenText(), "resizes "), "%d", &resizes); err != nil || resizes > 800 {
			t.Errorf("%d resizes for a flood of 5000, %v", resizes, err)
		}
		cl.typeKeys("q")
		cl.wantExit(0)
	})
}

func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}

// A client that never reads is dropped, and costs no more memory than the channel
// and the network hold.
func TestNeverReads(t *testing.T) {
	for _, what := range []string{"browse", "big 100000000"} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient("en")
			defer cl.disconnect()
			stuck := make(chan struct{})
			cl.session.Stdout = blockedWriter{stuck}
			if what == "browse" {
				cl.browse(300, 100)
			} else if err := cl.session.Start(what); err != nil {
				t.Fatal(err)
			}
			var before, now runtime.MemStats
			runtime.ReadMemStats(&before)
			for range 500 { // a frame of 30 kB each, of which 2 MB fit the channel's window
				if _, err := io.WriteString(cl.in, "#"); err != nil {
					break
				}
				time.Sleep(20 * time.Millisecond)
			}
			runtime.GC()
			runtime.ReadMemStats(&now)
			if grown := int64(now.HeapAlloc) - int64(before.HeapAlloc); grown > 10<<20 {
				t.Errorf("%s: %d bytes for a client that does not read", what, grown)
			}
			time.Sleep(30 * time.Second)
			settle()
			if _, sessions, _ := r.server.limiter.counts(); sessions != 0 || !strings.Contains(r.log.String(), "end=stalled") {
				t.Errorf("%s: still there: %s", what, r.log)
			}
			close(stuck)
		})
	}
}

// blockedWriter takes nothing until it is closed.
type blockedWriter struct{ closed chan struct{} }

func (u blockedWriter) Write(b []byte) (int, error) {
	<-u.closed
	return len(b), nil
}

// Silent connections are limited in number and time.
func TestHalfOpen(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		settle()
		before := runtime.NumGoroutine()
		var held []net.Conn
		for i := range 1000 {
			c := r.dial(fmt.Sprintf("203.0.113.%d:1", i%250))
			go func() {
				_, _ = io.Copy(io.Discard, c)
				_ = c.Close()
			}()
			held = append(held, c)
		}
		settle()
		if pending, _, _ := r.server.limiter.counts(); pending != Defaults().Pending {
			t.Errorf("%d pending, want %d", pending, Defaults().Pending)
		}
		time.Sleep(10 * time.Second) // rejected connections are closed by now
		settle()
		// Five for each connection that waits: the server's two, the memConns' pumps, our reader.
		if n := runtime.NumGoroutine() - before; n > 6*Defaults().Pending {
			t.Errorf("%d goroutines for %d connections", n, Defaults().Pending)
		}
		time.Sleep(time.Minute)
		settle()
		if pending, _, _ := r.server.limiter.counts(); pending != 0 {
			t.Errorf("%d still pending", pending)
		}
		for _, c := range held {
			_ = c.Close()
		}
	})
}

// Neither a slow handshake nor a connection that asks for no session lasts beyond
// the handshake timeout.
func TestSlowHandshake(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		slow := r.dial("203.0.113.7:1")
		quiet, err := r.connect(r.dial("203.0.113.8:1"), "en")
		if err != nil {
			t.Fatal(err)
		}
		go func() { _, _ = io.Copy(io.Discard, slow) }()
		for _, b := range []byte("SSH-2.0-slow") {
			if _, err := slow.Write([]byte{b}); err != nil {
				break
			}
			time.Sleep(4 * time.Second)
		}
		if pending, _, _ := r.server.limiter.counts(); pending != 2 {
			t.Errorf("%d pending after 48 s", pending)
		}
		time.Sleep(13 * time.Second)
		settle()
		if pending, _, _ := r.server.limiter.counts(); pending != 0 {
			t.Errorf("%d pending after 61 s", pending)
		}
		if err := quiet.conn.Wait(); err == nil {
			t.Error("the quiet client was not told")
		}
		_ = slow.Close()
	})
}

// Floods of requests before the session end the connection.
func TestRequestFloods(t *testing.T) {
	for name, request := range map[string]func(*gossh.Session) error{
		"pty-req": func(s *gossh.Session) error { return s.RequestPty("xterm", 24, 80, nil) },
		"env":     func(s *gossh.Session) error { return s.Setenv("EVIL", strings.Repeat("x", 30000)) },
		"allowed": func(s *gossh.Session) error { return s.Setenv("LANG", "zh_TW") },
	} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient("en")
			defer cl.disconnect()
			ended := make(chan error, 1)
			go func() { ended <- cl.conn.Wait() }()
			n := 0
			for ; n < 1000; n++ {
				_ = request(cl.session)
				settle()
				select {
				case err := <-ended:
					if err != nil {
						n += 1000
					}
				default:
				}
			}
			if n < 1001 || n > 1000+2*(Defaults().Environment+maxRefusals) {
				t.Errorf("%s: ended after %d requests", name, n-1000)
			}
		})
	}
}

// A megabyte of text, as a bracketed paste and without brackets, costs only time,
// and the keys that follow it work.
func TestPaste(t *testing.T) {
	text := strings.Repeat("貼上 pasted ", 1<<20/14)
	for _, paste := range []string{text, "\x1b[200~" + text + "\x1b[201~"} {
		withServer(t, nil, func(_ *testing.T, r *rig) {
			cl := r.newClient("en").browse(60, 12)
			defer cl.disconnect()
			go func() { _, _ = io.WriteString(cl.in, paste) }()
			time.Sleep(2 * time.Minute)
			cl.wantScreen("typed pasted")
			cl.typeKeys("z")
			cl.wantScreen("z\n")
			cl.typeKeys("q")
			cl.wantExit(0)
		})
	}
}

// Bytes that break a decoder, or that a terminal would obey, end no session.
func TestRawBytes(t *testing.T) {
	for _, raw := range []string{
		"\x1b[" + strings.Repeat(";", 32) + "1m", "\x1bP" + strings.Repeat(":", 40) + "q", "\xff\xfe\xc3\x28\xf0\x80\x80\x80", "\u202e\u2066\u200b\u009b31m",
		"\x1b]52;c;AAAA\a", "\x1b]0;title\a", strings.Repeat("\x1b", 500), strings.Repeat("\x1b[", 500), "\x00\x01\x02\x1c\x1d", "\x1b[1;1:" + strings.Repeat("9", 500) + "u",
	} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient("en").browse(60, 12)
			defer cl.disconnect()
			cl.typeKeys(raw)
			time.Sleep(20 * time.Second)
			cl.typeKeys("\x1b")
			time.Sleep(time.Second)
			cl.typeKeys("\x15ZZ")
			cl.wantScreen("typed ZZ")
			for _, c := range cl.screenText() {
				if c != '\n' && !unicode.IsPrint(c) {
					t.Errorf("%q shows %q", raw, c)
				}
			}
			cl.typeKeys("q")
			cl.wantExit(0)
		})
	}
}

// Names with control characters reach neither the log nor a terminal.
func TestNames(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		evil := "\x1b]0;owned\a\u202e\r\nlevel=ERROR msg=forged" + strings.Repeat("A", 5000)
		cl := r.newClient(evil)
		defer cl.disconnect()
		if err := cl.session.RequestPty(evil, 24, 80, gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
		if err := cl.session.Start("show " + evil[:200]); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(1)
		cl.disconnect()
		settle()
		if got := cl.output(); !strings.Contains(got, `"TERM="`) {
			t.Errorf("the handler is given %q", got)
		}
		if log := r.log.String(); strings.Contains(log, "owned") || strings.Contains(log, "forged") || strings.ContainsAny(log, "\x1b\u202e\r\a") {
			t.Errorf("log: %q", log)
		}
	})
}

// Clients that connect and disconnect leave no goroutine and no memory behind.
func TestConnectAndDisconnect(t *testing.T) {
	withServer(t, func(c *Config) { c.Limits.ConnRate = 1 << 20 }, func(t *testing.T, r *rig) {
		connectAndLeave := func(i int) {
			cl := r.newClient("en").browse(120, 40)
			switch settle(); i % 4 {
			case 0:
				cl.typeKeys("q")
				cl.wantExit(0)
			case 1:
				_ = cl.session.Close()
			case 2:
				_ = cl.session.WindowChange(30, 100)
				cl.typeKeys("abc") // and disconnect with keys on their way
			}
			cl.disconnect()
		}
		heap := func() (goroutines int, bytes uint64) {
			time.Sleep(time.Minute)
			settle()
			runtime.GC()
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return runtime.NumGoroutine(), m.HeapAlloc
		}
		for i := range 100 {
			connectAndLeave(i)
		}
		goroutines, bytes := heap()
		for i := range connectCount {
			connectAndLeave(i)
		}
		n, b := heap()
		if n != goroutines {
			t.Errorf("%d goroutines, then %d", goroutines, n)
		}
		if grown := int64(b) - int64(bytes); grown > 1<<20 {
			t.Errorf("%d bytes more", grown)
		}
	})
}
