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

// maxRead is how much is read at once.
const maxRead = 16 << 10

// A conn is a connection within its limits. It counts bytes, reads no faster
// than the input rate allows (the network then slows the sender down), and gives
// up a write that nobody reads. As the lowest layer it holds against everything
// that SSH can carry: keys, requests, new channels, new keys.
type conn struct {
	net.Conn
	from  netip.Prefix
	place *place // what is remembered of from
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
	hold(c)
	pace := rate.NewLimiter(rate.Limit(g.limits.InputRate), g.limits.InputRate*burstOfBytes)
	k := &conn{Conn: c, from: from, place: g.at(from), gate: g, stall: g.limits.Stall, pace: pace, total: total, closed: make(chan struct{})}
	k.timer = time.AfterFunc(math.MaxInt64, func() { _ = k.Close() })
	k.timer.Reset(g.limits.Handshake) // not before: it may run at once
	return k
}

// hold bounds what the system holds of a connection. Else a client that is read
// slowly, for it sends too much, leaves megabytes in the system, and its session
// stays for as long as it takes to read them after the client has gone.
func hold(c net.Conn) {
	if c, ok := c.(interface {
		SetReadBuffer(bytes int) error
		SetWriteBuffer(bytes int) error
	}); ok {
		_ = c.SetReadBuffer(inSystem)
		_ = c.SetWriteBuffer(inSystem)
	}
}

// Read reads a piece, and waits afterwards if it came too fast.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b[:min(len(b), maxRead, c.pace.Burst())])
	c.in.Add(int64(n))
	c.total.received.Add(n)
	c.rest(c.pace, n)
	return n, err
}

// rest waits until so many bytes are within a rate.
func (c *conn) rest(pace *rate.Limiter, n int) {
	var d time.Duration
	for now, burst := time.Now(), pace.Burst(); n > 0; n -= burst {
		d = pace.ReserveN(now, min(n, burst)).Delay()
	}
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-c.closed:
	}
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
func (c *conn) linger() { c.timer.Reset(farewell) }
