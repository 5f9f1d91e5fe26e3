//go:build linux

package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"
)

// target is a command line that starts a server.
type target struct {
	name, user string
	args       []string
}

// parse reads "name[:user]=command args".
func parse(line string) (target, error) {
	name, command, ok := strings.Cut(line, "=")
	if !ok || name == "" || strings.TrimSpace(command) == "" {
		return target{}, fmt.Errorf("%q: want name=command or name:user=command", line)
	}
	name, user, ok := strings.Cut(name, ":")
	if !ok {
		user = "zh-TW"
	}
	return target{name, user, strings.Fields(command)}, nil
}

// server is a target that runs.
type server struct {
	target
	cmd     *exec.Cmd
	addr    string
	metrics string // its URL, if it has one
	dir     string
	key     ssh.Signer // of the client, for servers that want one
	from    origins
	said    bytes.Buffer // the last of what it wrote
	ended   chan struct{}
}

// start starts a target and waits until it accepts connections.
func (t target) start() (*server, error) {
	s := &server{target: t, ended: make(chan struct{})}
	var err error
	if s.dir, err = os.MkdirTemp("", "load-"); err != nil {
		return nil, err
	}
	if err := s.makeKey(); err != nil {
		return nil, err
	}
	ports, err := free(2)
	if err != nil {
		return nil, err
	}
	s.addr = net.JoinHostPort("127.0.0.1", ports[0])
	put := strings.NewReplacer("{port}", ports[0], "{metrics}", ports[1], "{dir}", s.dir)
	var args []string
	for _, a := range t.args {
		if strings.Contains(a, "{metrics}") {
			s.metrics = "http://127.0.0.1:" + ports[1] + "/metrics"
		}
		args = append(args, put.Replace(a))
	}
	s.cmd = exec.Command(args[0], args[1:]...)
	s.cmd.Dir, _ = os.Getwd()
	out, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go s.listen(bufio.NewScanner(out))
	for range 200 {
		if c, err := net.Dial("tcp", s.addr); err == nil {
			return s, c.Close()
		}
		select {
		case <-s.ended:
			return nil, fmt.Errorf("%s: ended: %s", t.name, s.said.String())
		case <-time.After(25 * time.Millisecond):
		}
	}
	s.stop()
	return nil, fmt.Errorf("%s: does not listen on %s: %s", t.name, s.addr, s.said.String())
}

// listen keeps the first lines that a server says, and reads on: a full pipe
// would stop it.
func (s *server) listen(lines *bufio.Scanner) {
	for lines.Scan() {
		if s.said.Len() < 4<<10 {
			fmt.Fprintln(&s.said, lines.Text())
		}
	}
	_ = s.cmd.Wait()
	close(s.ended)
}

// stop ends the server.
func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.ended:
	case <-time.After(2 * time.Second): // a drain may be longer
		_ = s.cmd.Process.Kill()
		<-s.ended
	}
	_ = os.RemoveAll(s.dir)
}

// alive reports whether the server still runs.
func (s *server) alive() bool {
	select {
	case <-s.ended:
		return false
	default:
		return true
	}
}

// makeKey makes the client's key and lays its public half into the folder.
func (s *server) makeKey() error {
	_, secret, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	if s.key, err = ssh.NewSignerFromKey(secret); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.dir, "id.pub"), ssh.MarshalAuthorizedKey(s.key.PublicKey()), 0o600)
}

// free are some ports that nobody listens on.
func free(n int) ([]string, error) {
	var ports []string
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close() //nolint:errcheck // nobody has connected
		a, ok := l.Addr().(*net.TCPAddr)
		if !ok {
			return nil, errors.New("no TCP address")
		}
		ports = append(ports, strconv.Itoa(a.Port))
	}
	return ports, nil
}
