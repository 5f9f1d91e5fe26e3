package sshd

import (
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// maxRead is the number of bytes that are read at once.
const maxRead = 16 << 10

// conn is an admitted connection. It counts bytes, reads no faster than the input
// rate allows (the network then slows the sender down), gives up a write that the
// client does not read, and closes unless a session starts in time. As the lowest
// layer it limits everything that SSH can carry: input, requests, new channels, new
// keys. Close releases it in the limiter.
type conn struct {
	net.Conn
	from         netip.Prefix
	address      *addressState // of from
	limiter      *limiter
	stallTimeout time.Duration

	inputRate        *rate.Limiter
	closed           chan struct{}
	in, out          atomic.Int64 // bytes
	metrics          *metrics
	sessionRequested atomic.Bool               // a connection has one session channel
	sessionStarted   atomic.Bool               // the limiter counts a session, not a pending connection
	closeTimer       *time.Timer               // for the handshake, later for the grace at the end
	closeBy          atomic.Pointer[time.Time] // the end of all grace; nil before closeAfterGrace
	closeOnce        sync.Once
}

// newConn wraps an admitted connection, which closes itself after Limits.HandshakeTimeout
// unless cancelHandshakeTimer is called.
func newConn(raw net.Conn, from netip.Prefix, l *limiter, m *metrics) *conn {
	setSocketBuffers(raw)
	input := rate.NewLimiter(rate.Limit(l.limits.InputRate), l.limits.InputRate*byteBurst)
	c := &conn{Conn: raw, from: from, address: l.state(from), limiter: l, stallTimeout: l.limits.StallTimeout, inputRate: input, metrics: m, closed: make(chan struct{})}
	c.closeTimer = stoppedTimer(func() { _ = c.Close() })
	c.closeTimer.Reset(l.limits.HandshakeTimeout)
	return c
}

// setSocketBuffers makes the system buffer little of a connection. Otherwise a
// client that sends too much, and so is read slowly, leaves megabytes in the
// system, and its session lasts until they have been read after it has gone.
func setSocketBuffers(c net.Conn) {
	if c, ok := c.(interface {
		SetReadBuffer(bytes int) error
		SetWriteBuffer(bytes int) error
	}); ok {
		_ = c.SetReadBuffer(socketBuffer)
		_ = c.SetWriteBuffer(socketBuffer)
	}
}

// Read reads at most maxRead bytes, and waits afterwards if they came too fast.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b[:min(len(b), maxRead, c.inputRate.Burst())])
	c.in.Add(int64(n))
	c.metrics.received.add(n)
	if by := c.closeBy.Load(); by != nil && n > 0 {
		c.closeTimer.Reset(min(closeGrace, time.Until(*by))) // the client still reads: it makes room for more
	}
	c.throttle(c.inputRate, n)
	return n, err
}

// throttle waits until n bytes are within a rate, or the connection is closed.
func (c *conn) throttle(bytes *rate.Limiter, n int) {
	var d time.Duration
	for now, burst := time.Now(), bytes.Burst(); n > 0; n -= burst {
		d = bytes.ReserveN(now, min(n, burst)).Delay()
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

// Write writes b. It fails if the client does not take it within Limits.StallTimeout.
func (c *conn) Write(b []byte) (int, error) {
	_ = c.SetWriteDeadline(time.Now().Add(c.stallTimeout))
	n, err := c.Conn.Write(b)
	c.out.Add(int64(n))
	c.metrics.sent.add(n)
	return n, err
}

// Close closes the connection and releases it in the limiter, once.
func (c *conn) Close() error {
	c.closeOnce.Do(func() {
		close(c.closed)
		c.closeTimer.Stop()
		c.limiter.connClosed(c.from, !c.sessionStarted.Load())
	})
	return c.Conn.Close()
}

// startSession asks the limiter for a session with so many cells.
func (c *conn) startSession(cells int) admission {
	r := c.limiter.sessionOpened(cells)
	c.sessionStarted.Store(r == admitted)
	return r
}

// cancelHandshakeTimer keeps the connection open beyond Limits.HandshakeTimeout.
func (c *conn) cancelHandshakeTimer() { c.closeTimer.Stop() }

// closeAfterGrace closes the connection when the client has been silent for
// closeGrace, at the latest after Limits.StallTimeout. The client should close it before:
// if the server closes a connection that the client still reads, the network resets
// it, and the last message is lost.
func (c *conn) closeAfterGrace() {
	by := time.Now().Add(max(c.stallTimeout, closeGrace))
	c.closeBy.Store(&by)
	c.closeTimer.Reset(closeGrace)
}
