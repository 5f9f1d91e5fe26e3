//go:build linux

package main

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// An attack is one kind of what strangers may do.
type attack struct {
	name, what string
	do         func(context.Context, *attacker)
}

// attacks are all kinds, each by one client unless it says otherwise.
func attacks() []attack {
	return []attack{
		{"half-open, one address", "1 000 TCP connections that say nothing", halfOpen(1)},
		{"half-open, 250 addresses", "1 000 TCP connections that say nothing", halfOpen(250)},
		{"slow handshake", "16 connections that send a byte every 100 ms", slowHandshake},
		{"garbage instead of SSH", "random bytes at once, over and over", garbage},
		{"connections", "200 a second, closed as soon as they are open", connections},
		{"sessions", "opened and cut as fast as they are given", comings},
		{"pty-req flood", "before a session, over and over", flood("pty-req", ssh.Marshal(terminal{"xterm", 1 << 30, 1 << 30, 0, 0, ""}), false)},
		{"env flood", "of 30 kB each, before a session, over and over", flood("env", ssh.Marshal(variable{"LANG", string(make([]byte, 30000))}), false)},
		{"window-change flood", "in a session", resizes},
		{"exec flood", "in a session that has begun", flood("exec", ssh.Marshal(struct{ S string }{"sh"}), true)},
		{"subsystem flood", "in a session", flood("subsystem", ssh.Marshal(struct{ S string }{"sftp"}), true)},
		{"forwarding flood", "requests for ports, in a session", forwarding},
		{"channel flood", "further channels, in a session", channels},
		{"new keys", "exchanged after every 256 bytes", rekeys},
		{"arrow keys", "as fast as they are taken", keys("\x1b[B\x1b[B\x1b[A")},
		{"language toggle", "as fast as it is taken", keys("\x1bOQ")},
		{"pastes", "of 1 MB with its marks, over and over", keys(paste("\x1b[200~", "\x1b[201~"))},
		{"pastes without marks", "of 1 MB, over and over", keys(paste("", "\r"))},
		{"escape bytes", "what a decoder chokes on", keys(chokes())},
		{"reads nothing: network", "and goes on toggling the language", deaf(true)},
		{"reads nothing: channel", "and goes on toggling the language", deaf(false)},
		{"commands", "that print much, as fast as they are given", commands},
	}
}

// attacker is a client that means no good.
type attacker struct {
	*server
	text string
	did  atomic.Int64 // what it does, how often
}

// home is the address that it comes from.
const home = "127.3.0.1"

// again does something until the time is over, as soon as the server lets it. What
// it gets, a function that ends it, is called at the end.
func (a *attacker) again(ctx context.Context, do func() (over <-chan struct{}, end func(), err error)) {
	for ctx.Err() == nil {
		over, end, err := do()
		if err == nil {
			select {
			case <-over:
			case <-ctx.Done():
			}
			end()
		}
		rest(ctx, 20*time.Millisecond)
	}
}

// rest waits, but not beyond the end.
func rest(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// client is a connection with a channel and no session.
func (a *attacker) client(config *ssh.ClientConfig) (*client, error) {
	c, err := a.knock(home)
	if err != nil {
		return nil, err
	}
	return connect(c, config)
}

// inSession has do act in a session, over and over, until the connection or the
// time is over.
func inSession(ctx context.Context, a *attacker, do func(*session) error) {
	a.again(ctx, func() (<-chan struct{}, func(), error) {
		n, err := a.open(home, a.text, a.config())
		if err != nil {
			return nil, nil, err
		}
		acting := a.act(ctx, func() error { return do(n) })
		return acting, func() { n.cut(); <-acting }, nil
	})
}

// act does something until it fails or the time is over.
func (a *attacker) act(ctx context.Context, do func() error) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		defer close(over)
		for ctx.Err() == nil && do() == nil {
			a.did.Add(1)
		}
	}()
	return over
}

// flood sends a request, before the session or in it.
func flood(kind string, payload []byte, begun bool) func(context.Context, *attacker) {
	return func(ctx context.Context, a *attacker) {
		if begun {
			inSession(ctx, a, func(n *session) error {
				_, err := n.channel.SendRequest(kind, false, payload)
				return err
			})
			return
		}
		a.again(ctx, func() (<-chan struct{}, func(), error) {
			c, err := a.client(a.config())
			if err != nil {
				return nil, nil, err
			}
			acting := a.act(ctx, func() error {
				_, err := c.channel.SendRequest(kind, false, payload)
				return err
			})
			return acting, func() { c.cut(); <-acting }, nil
		})
	}
}

// keys types something over and over.
func keys(text string) func(context.Context, *attacker) {
	return func(ctx context.Context, a *attacker) {
		inSession(ctx, a, func(n *session) error {
			_, err := n.channel.Write([]byte(text))
			return err
		})
	}
}

// each has several do the same at once.
func each(n int, do func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { do(i) })
	}
	all.Wait()
}
