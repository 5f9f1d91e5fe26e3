package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/sys/unix"
)

// TestSSHLeavingFarAway leaves the browser of a server that is 300 ms away before the
// terminal's replies have got there: the user's shell must not read them.
func TestSSHLeavingFarAway(t *testing.T) {
	s := startServer(t)
	far := s.throughRelay(300 * time.Millisecond)
	for _, c := range installedClients(t) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			v := startOnPTY(t, 80, 24, c.command(far, "en", true, "japan"))
			v.waitUntilRaw()
			v.typeKeys("q")
			v.waitForEnd(0)
			v.wantNoInput()
		})
	}
}

// throughRelay returns the server at an address of its own, from which each byte
// takes a time to the server, and as long back.
func (s *sshServer) throughRelay(delay time.Duration) *sshServer {
	s.t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			server, err := net.Dial("tcp", "127.0.0.1:"+s.port)
			if err != nil {
				_ = client.Close()
				continue
			}
			go copyLater(server, client, delay)
			go copyLater(client, server, delay)
		}
	}()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		s.t.Fatal(err)
	}
	far := &sshServer{t: s.t, port: port, key: s.key, home: s.t.TempDir()}
	known := fmt.Sprintf("[127.0.0.1]:%s %s", port, gossh.MarshalAuthorizedKey(s.key))
	if err := os.WriteFile(filepath.Join(far.home, "known_hosts"), []byte(known), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return far
}

// copyLater copies everything from one connection to another, a time after it came.
func copyLater(to, from net.Conn, delay time.Duration) {
	type portion struct {
		due  time.Time
		data []byte
	}
	portions := make(chan portion, 1000)
	go func() {
		defer close(portions)
		for {
			b := make([]byte, 16<<10)
			n, err := from.Read(b)
			portions <- portion{time.Now().Add(delay), b[:n]}
			if err != nil {
				return
			}
		}
	}()
	for p := range portions {
		time.Sleep(time.Until(p.due))
		_, _ = to.Write(p.data) // fails if the other side has gone
	}
	_ = to.Close()
}

// waitUntilRaw waits until the program has made its terminal raw: what was typed
// before would be lost.
func (s *browserOnPTY) waitUntilRaw() {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(2 * time.Millisecond) {
		now, err := term.GetState(s.tty.Fd())
		if err != nil {
			s.t.Fatal(err)
		}
		if *now != *s.stateBefore {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("the terminal is not made raw; the screen is\n%s", s.screenText())
		}
	}
}

// wantNoInput wants nothing on the terminal that a shell would read now.
func (s *browserOnPTY) wantNoInput() {
	s.t.Helper()
	if _, err := term.MakeRaw(s.tty.Fd()); err != nil { // else unfinished lines are not counted
		s.t.Fatal(err)
	}
	for range 50 { // a reply may still be on its way
		time.Sleep(2 * time.Millisecond)
		if n, err := unix.IoctlGetInt(int(s.tty.Fd()), unix.TIOCINQ); n != 0 || err != nil {
			b := make([]byte, n)
			_, _ = s.tty.Read(b)
			s.t.Fatalf("a shell would read %q, %v", b, err)
		}
	}
}
