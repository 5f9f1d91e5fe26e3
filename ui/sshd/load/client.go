//go:build linux

package main

import (
	"context"
	"fmt"
	"net"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// origins are the addresses that clients come from.
type origins struct{ next atomic.Uint32 }

// address is another one each time: 127.1.0.1 and so on, 60 000 in all.
func (o *origins) address() string {
	n := o.next.Add(1)
	return fmt.Sprintf("127.1.%d.%d", n/250%240, 1+n%250)
}

// knock connects from an address. On loopback the system would take megabytes of
// what is sent, and go on sending after the client has gone; over a network it
// takes about as much as here.
func (s *server) knock(from string) (net.Conn, error) {
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}, Timeout: 20 * time.Second}
	c, err := d.DialContext(context.Background(), "tcp", s.addr)
	if err != nil {
		return nil, err
	}
	if c, ok := c.(*net.TCPConn); ok {
		_ = c.SetWriteBuffer(64 << 10)
	}
	return c, nil
}

// client is an SSH connection with one channel.
type client struct {
	conn    net.Conn
	ssh     ssh.Conn
	channel ssh.Channel
}

// config is who connects. The host key is not checked: it is ours, of a moment
// ago.
func (s *server) config() *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User: s.user, Auth: []ssh.AuthMethod{ssh.PublicKeys(s.key)},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), BannerCallback: func(string) error { return nil },
	}
}

// connect makes an SSH connection over c, with a channel that has no session yet.
func connect(c net.Conn, config *ssh.ClientConfig) (*client, error) {
	_ = c.SetDeadline(time.Now().Add(time.Minute))
	conn, channels, requests, err := ssh.NewClientConn(c, "load", config)
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	_ = c.SetDeadline(time.Time{})
	go ssh.DiscardRequests(requests)
	go func() {
		for nc := range channels {
			_ = nc.Reject(ssh.Prohibited, "")
		}
	}()
	channel, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	go ssh.DiscardRequests(requests)
	return &client{c, conn, channel}, nil
}

// terminal is the payload of pty-req (RFC 4254, section 6.2).
type terminal struct {
	Term                 string
	W, H, PixelW, PixelH uint32
	Modes                string
}

// variable is the payload of env.
type variable struct{ Name, Value string }

// shell asks for a terminal of 120x40 and what is to be seen on it.
func (c *client) shell() error {
	if err := c.ask("pty-req", ssh.Marshal(terminal{"xterm-256color", 120, 40, 0, 0, ""})); err != nil {
		return err
	}
	_, _ = c.channel.SendRequest("env", false, ssh.Marshal(variable{"LANG", "zh_TW.UTF-8"}))
	return c.ask("shell", nil)
}

// ask sends a request that must be granted.
func (c *client) ask(kind string, payload []byte) error {
	ok, err := c.channel.SendRequest(kind, true, payload)
	if err == nil && !ok {
		err = fmt.Errorf("%s was refused", kind)
	}
	return err
}

// cut closes the connection without a word.
func (c *client) cut() {
	_ = c.conn.Close()
	_ = c.ssh.Close()
}
