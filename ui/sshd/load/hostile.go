//go:build linux

package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

func halfOpen(addresses int) func(context.Context, *attacker) {
	return func(ctx context.Context, a *attacker) {
		each(1000, func(i int) {
			c, err := a.knock(fmt.Sprintf("127.3.1.%d", 1+i%addresses))
			if err != nil {
				return
			}
			a.did.Add(1)
			go func() { _, _ = io.Copy(io.Discard, c) }()
			<-ctx.Done()
			_ = c.Close()
		})
	}
}

func slowHandshake(ctx context.Context, a *attacker) {
	each(16, func(int) {
		c, err := a.knock(home)
		if err != nil {
			return
		}
		defer c.Close() //nolint:errcheck // nothing is left to do
		go func() { _, _ = io.Copy(io.Discard, c) }()
		for _, b := range []byte("SSH-2.0-slow\r\n\x00\x00\x75\x30\x04\x14" + strings.Repeat("\x00", 1<<10)) {
			if _, err := c.Write([]byte{b}); err != nil {
				return
			}
			a.did.Add(1)
			if rest(ctx, 100*time.Millisecond); ctx.Err() != nil {
				return
			}
		}
	})
}

func garbage(ctx context.Context, a *attacker) {
	b := make([]byte, 64<<10)
	_, _ = rand.Read(b)
	for ctx.Err() == nil {
		c, err := a.knock(home)
		if err != nil {
			continue
		}
		_ = c.SetDeadline(time.Now().Add(time.Second))
		_, _ = c.Write(b)
		_, _ = io.Copy(io.Discard, c)
		_ = c.Close()
		a.did.Add(1)
		rest(ctx, 5*time.Millisecond)
	}
}

func connections(ctx context.Context, a *attacker) {
	for ctx.Err() == nil {
		if c, err := a.knock(home); err == nil {
			_ = c.Close()
			a.did.Add(1)
		}
		rest(ctx, 5*time.Millisecond)
	}
}

func comings(ctx context.Context, a *attacker) {
	for ctx.Err() == nil {
		if n, err := a.open(home, a.text, a.config()); err == nil {
			n.cut()
			a.did.Add(1)
		}
		rest(ctx, 20*time.Millisecond)
	}
}

func resizes(ctx context.Context, a *attacker) {
	i := uint32(0)
	inSession(ctx, a, func(n *session) error {
		i++
		size := ssh.Marshal(struct{ W, H, PixelW, PixelH uint32 }{1 << (i % 32), 1 << (i * 7 % 32), 0, 0})
		_, err := n.channel.SendRequest("window-change", false, size)
		return err
	})
}

func forwarding(ctx context.Context, a *attacker) {
	where := ssh.Marshal(struct {
		Host string
		Port uint32
	}{"0.0.0.0", 0})
	inSession(ctx, a, func(n *session) error {
		_, _, err := n.ssh.SendRequest("tcpip-forward", false, where)
		if err == nil {
			_, err = n.channel.SendRequest("auth-agent-req@openssh.com", false, nil)
		}
		return err
	})
}

// channels are asked for 32 at a time, since each is answered.
func channels(ctx context.Context, a *attacker) {
	where := ssh.Marshal(struct {
		Host string
		Port uint32
		From string
		Its  uint32
	}{"127.0.0.1", 22, "127.0.0.1", 1})
	inSession(ctx, a, func(n *session) error {
		var failed atomic.Bool
		each(32, func(i int) {
			_, _, err := n.ssh.OpenChannel([]string{"session", "direct-tcpip"}[i%2], where)
			if _, refused := err.(*ssh.OpenChannelError); !refused {
				failed.Store(true)
			}
		})
		a.did.Add(31)
		if failed.Load() {
			return io.EOF
		}
		return nil
	})
}

func rekeys(ctx context.Context, a *attacker) {
	a.again(ctx, func() (<-chan struct{}, func(), error) {
		config := a.config()
		config.RekeyThreshold = 256
		n, err := a.open(home, a.text, config)
		if err != nil {
			return nil, nil, err
		}
		acting := a.act(ctx, func() error {
			_, err := n.channel.SendRequest("signal", false, make([]byte, 256))
			return err
		})
		return acting, func() { n.cut(); <-acting }, nil
	})
}

// commands print as much as a command can, and are read.
func commands(ctx context.Context, a *attacker) {
	each(4, func(int) {
		for ctx.Err() == nil {
			if c, err := a.client(a.config()); err == nil {
				if c.ask("exec", ssh.Marshal(struct{ S string }{"show --all"})) == nil {
					stop := context.AfterFunc(ctx, c.cut)
					_, _ = io.Copy(io.Discard, c.channel)
					stop()
					a.did.Add(1)
				}
				c.cut()
			}
			rest(ctx, 20*time.Millisecond)
		}
	})
}

// deaf sees the first frame and reads nothing from then on: from the network, or
// from the channel only, so that its window is never given back.
func deaf(network bool) func(context.Context, *attacker) {
	return func(ctx context.Context, a *attacker) {
		a.again(ctx, func() (<-chan struct{}, func(), error) {
			c, err := a.knock(home)
			if err != nil {
				return nil, nil, err
			}
			ear := &ear{Conn: c, ended: make(chan struct{})}
			k, err := connect(ear, a.config())
			if err != nil {
				return nil, nil, err
			}
			end := func() {
				close(ear.ended)
				k.cut()
			}
			if err := k.shell(); err != nil {
				end()
				return nil, nil, err
			}
			ear.deaf.Store(network)
			acting := a.act(ctx, func() error {
				rest(ctx, 20*time.Millisecond)
				_, err := k.channel.Write([]byte("\x1bOQ"))
				return err
			})
			return acting, func() { end(); <-acting }, nil
		})
	}
}

// ear is a connection that may stop hearing.
type ear struct {
	net.Conn
	deaf  atomic.Bool
	ended chan struct{}
}

func (e *ear) Read(b []byte) (int, error) {
	if e.deaf.Load() {
		<-e.ended
		return 0, io.EOF
	}
	return e.Conn.Read(b)
}

func paste(begin, end string) string {
	return begin + strings.Repeat("貼上 pasted ", 1<<20/14) + end
}

func chokes() string {
	return strings.Join([]string{
		"\x1b[" + strings.Repeat(";", 32) + "1m", "\x1bP" + strings.Repeat(":", 40) + "q", "\xff\xfe\xc3\x28\xf0\x80\x80\x80", "\u202e\u2066\u200b\u009b31m",
		"\x1b]52;c;AAAA\a", "\x1b]0;title\a", strings.Repeat("\x1b", 500), strings.Repeat("\x1b[", 500), "\x00\x01\x02\x1c\x1d", "\x1b[1;1:" + strings.Repeat("9", 500) + "u",
		"\x1b[8;65535;65535t",
	}, "x")
}
