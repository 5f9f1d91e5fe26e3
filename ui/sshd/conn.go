package sshd

import (
	"math"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// maxRead is how much is read at once. It must not exceed the burst of the
// input rate, which is at least 8 bytes.
const maxRead = 16 << 10

// A conn is a connection within its limits. It counts bytes, reads no faster
// than the input rate allows (the network then slows the sender down), and gives
// up a write that nobody reads. As the lowest layer it holds against everything
// that SSH can carry: keys, requests, new channels, new keys.
type conn struct {
	net.Conn
	from  netip.Prefix
	gate  *gate
	stall time.Duration

	pace    *rate.Limiter
	closed  chan struct{}
	in, out atomic.Int64 // bytes
	total   *metrics
	visited atomic.Bool // a session was asked for; there is one per connection
	seated  atomic.Bool // the gate counts a session, not a pending connection
	timer   *time.Timer // hangs up
	close   sync.Once
}

// newConn is a connection that is closed unless it becomes a session in time.
func newConn(c net.Conn, from netip.Prefix, g *gate, total *metrics) *conn {
	pace := rate.NewLimiter(rate.Limit(g.limits.InputRate), g.limits.InputRate*burstOfInput)
	k := &conn{Conn: c, from: from, gate: g, stall: g.limits.Stall, pace: pace, total: total, closed: make(chan struct{})}
	k.timer = time.AfterFunc(math.MaxInt64, func() { _ = k.Close() })
	k.timer.Reset(g.limits.Handshake) // not before: it may run at once
	return k
}

// Read reads a piece, and waits afterwards if it came too fast.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b[:min(len(b), maxRead, c.pace.Burst())])
	c.in.Add(int64(n))
	c.total.received.Add(n)
	if d := c.pace.ReserveN(time.Now(), n).Delay(); d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-t.C:
		case <-c.closed:
		}
	}
	return n, err
}

// Write writes, but does not wait for a reader for ever.
func (c *conn) Write(b []byte) (int, error) {
	_ = c.SetWriteDeadline(time.Now().Add(c.stall))
	n, err := c.Conn.Write(b)
	c.out.Add(int64(n))
	c.total.sent.Add(n)
	return n, err
}

// Close closes the connection and counts it out, once.
func (c *conn) Close() error {
	c.close.Do(func() {
		close(c.closed)
		c.timer.Stop()
		c.gate.leave(c.from, !c.seated.Load())
	})
	return c.Conn.Close()
}

// seat turns the connection into a session.
func (c *conn) seat(cells int) refusal {
	r := c.gate.open(cells)
	c.seated.Store(r == welcome)
	return r
}

// stay takes back that the connection is closed for having no session.
func (c *conn) stay() { c.timer.Stop() }

// linger closes the connection once a client has had time to read the last
// words. It is the client who should hang up: closed from here with something
// unread, the connection is reset, and the words are lost.
func (c *conn) linger() { c.timer.Reset(linger) }
