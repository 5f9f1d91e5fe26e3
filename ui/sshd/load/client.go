//go:build linux

package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"

	"voxatlas/ui/sshd"
)

// target is a command line that starts a server, and the user name of its clients.
type target struct{ name, user, command string }

// parseTarget reads "name[:user]=command args".
func parseTarget(line string) (target, error) {
	name, command, _ := strings.Cut(line, "=")
	name, user, _ := strings.Cut(name, ":")
	if name == "" || strings.TrimSpace(command) == "" {
		return target{}, fmt.Errorf("%q: want name=command or name:user=command", line)
	}
	return target{name, cmp.Or(user, "zh-TW"), command}, nil
}

// server is a target that runs.
type server struct {
	target
	cmd           *exec.Cmd
	addr, metrics string        // HOST:PORT and URL; not every server has metrics
	dir           string        // temporary folder
	key           ssh.Signer    // of the clients, for servers that want one
	clients       atomic.Uint32 // that clientAddress has numbered
}

// startServer starts a target and waits until it accepts connections.
func (t target) startServer() (*server, error) {
	dir, err := os.MkdirTemp("", "load-")
	if err != nil {
		return nil, err
	}
	key, err := sshd.HostKey(filepath.Join(dir, "id"))
	if err != nil {
		return nil, err
	}
	port, metrics := freePort(), freePort()
	s := &server{target: t, addr: "127.0.0.1:" + port, metrics: "http://127.0.0.1:" + metrics + "/metrics", dir: dir, key: key}
	args := strings.Fields(strings.NewReplacer("{port}", port, "{metrics}", metrics, "{dir}", dir).Replace(t.command))
	s.cmd = exec.Command(args[0], args[1:]...)
	log, err := os.Create(filepath.Join(dir, "log"))
	s.cmd.Stderr = log
	public := os.WriteFile(filepath.Join(dir, "id.pub"), ssh.MarshalAuthorizedKey(key.PublicKey()), 0o600)
	if err := errors.Join(err, public, s.cmd.Start(), log.Close()); err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(time.Minute); s.alive() && time.Now().Before(deadline); time.Sleep(25 * time.Millisecond) {
		if c, err := net.Dial("tcp", s.addr); err == nil {
			return s, c.Close()
		}
	}
	defer s.stop()
	return nil, s.failure("does not listen on %s", s.addr)
}

// freePort returns a TCP port that is not in use.
func freePort() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "0" // start reports that no server listens there
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_ = l.Close()
	return port
}

// failure returns an error with the server's name and the end of its log.
func (s *server) failure(format string, args ...any) error {
	log, _ := os.ReadFile(filepath.Join(s.dir, "log"))
	return fmt.Errorf("%s: %w: %s", s.name, fmt.Errorf(format, args...), log[max(len(log)-1<<10, 0):])
}

// alive reports whether the server still runs.
func (s *server) alive() bool { return s.files() > 0 }

// stop ends the server, by force if it waits for sessions, and removes its folder.
func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	t := time.AfterFunc(2*time.Second, func() { _ = s.cmd.Process.Kill() })
	_ = s.cmd.Wait()
	t.Stop()
	_ = os.RemoveAll(s.dir)
}

// client is an SSH connection with one session channel. It takes the output of the
// session: it looks for the text of the first frame, and then records the response
// to each key.
type client struct {
	conn    *blockableConn
	ssh     *ssh.Client
	session *ssh.Session
	stdin   io.WriteCloser
	shown   chan struct{} // closed when text has come
	blocked atomic.Bool   // output is not taken while it is set

	mu    sync.Mutex
	text  string // nothing once it has come
	first string // output until then
	sent  time.Time
	last  time.Time // last byte of the response; zero without one
	bytes int       // of the response to the last key
}

// clientAddress returns another address each time: 127.1.0.1 and so on, 60 000 in
// all. Linux has all of 127.0.0.0/8.
func (s *server) clientAddress() string {
	n := s.clients.Add(1)
	return fmt.Sprintf("127.1.%d.%d", n/250%240, 1+n%250)
}

// dial connects from an address. It keeps the system from buffering megabytes of
// output, as it does on loopback, and which it sends on after the client has gone.
func (s *server) dial(from string) (*blockableConn, error) {
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}, Timeout: 20 * time.Second}
	c, err := d.Dial("tcp", s.addr)
	if err != nil {
		return nil, err
	}
	return &blockableConn{Conn: c}, c.(*net.TCPConn).SetWriteBuffer(64 << 10)
}

// blockableConn is a connection that does not read while blocked is set.
type blockableConn struct {
	net.Conn
	blocked atomic.Bool
}

func (c *blockableConn) Read(b []byte) (int, error) {
	for c.blocked.Load() {
		time.Sleep(10 * time.Millisecond)
	}
	return c.Conn.Read(b)
}

// connect makes an SSH connection from an address, with a channel on which no
// session has started. It exchanges keys after so many bytes; 0 is the default. It
// does not check the host key.
func (s *server) connect(from string, rekey uint64) (*client, error) {
	conn, err := s.dial(from)
	if err != nil {
		return nil, err
	}
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	sc, channels, requests, err := ssh.NewClientConn(conn, "load", &ssh.ClientConfig{
		Config: ssh.Config{RekeyThreshold: rekey},
		User:   s.user, Auth: []ssh.AuthMethod{ssh.PublicKeys(s.key)},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), BannerCallback: func(string) error { return nil },
	})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	_ = conn.SetDeadline(time.Time{})
	c := &client{conn: conn, ssh: ssh.NewClient(sc, channels, requests), shown: make(chan struct{})}
	if c.session, err = c.ssh.NewSession(); err == nil {
		c.session.Stdout = c
		c.stdin, err = c.session.StdinPipe()
	}
	if err != nil {
		c.disconnect()
	}
	return c, err
}

// startBrowser asks for a terminal of 120x40 and a shell.
func (c *client) startBrowser() error {
	return errors.Join(c.session.RequestPty("xterm-256color", 40, 120, nil), c.session.Shell())
}

// open opens a session from an address and waits until its first frame shows text.
func (s *server) open(from, text string, rekey uint64) (*client, error) {
	c, err := s.connect(from, rekey)
	if err != nil {
		return nil, err
	}
	c.text = text
	if err = c.startBrowser(); err == nil {
		select {
		case <-c.shown:
			return c, nil
		case <-time.After(time.Minute):
			err = fmt.Errorf("%q was not shown within a minute", text)
		}
	}
	c.disconnect()
	return nil, err
}

// disconnect closes the network connection without notice.
func (c *client) disconnect() {
	c.conn.blocked.Store(false)
	c.blocked.Store(false)
	_ = c.conn.Close()
	_ = c.ssh.Close()
}

// leave ends a session in one of four ways: by the program's own key, by its
// channel, by its SSH connection, by the network connection with a key on its way.
func (c *client) leave(way int) {
	defer c.disconnect()
	switch way % 4 {
	case 0:
		_, _ = io.WriteString(c.stdin, "\x1b[?62;22c\x1b[?62;22c\x03") // with a terminal's replies, which are waited for
		time.AfterFunc(5*time.Second, c.disconnect)
		_ = c.session.Wait()
	case 1:
		_ = c.session.Close()
	case 2:
		_ = c.ssh.Close()
	case 3:
		_, _ = io.WriteString(c.stdin, "\x1b[B")
	}
}

// Write takes output. It belongs to no response after 200 ms of silence.
func (c *client) Write(b []byte) (int, error) {
	now := time.Now()
	for c.blocked.Load() {
		time.Sleep(10 * time.Millisecond)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.text != "" {
		if c.first += string(b); strings.Contains(c.first, c.text) {
			c.text, c.first = "", ""
			close(c.shown)
		}
	} else if c.last.IsZero() || now.Sub(c.last) <= 200*time.Millisecond {
		c.bytes, c.last = c.bytes+len(b), now
	}
	return len(b), nil
}

// press sends a key, and appends the response to a list after a time.
func (c *client) press(key string, wait time.Duration, list *[]response) error {
	c.mu.Lock()
	c.bytes, c.sent, c.last = 0, time.Now(), time.Time{}
	c.mu.Unlock()
	_, err := io.WriteString(c.stdin, key)
	time.Sleep(wait)
	c.mu.Lock()
	defer c.mu.Unlock()
	*list = append(*list, response{c.last.Sub(c.sent), c.bytes})
	return err
}
