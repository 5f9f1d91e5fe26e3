package sshd

import (
	"net"
	"os"
	"sync"
	"time"
)

// memConn is an end of a connection in memory. Unlike a [net.Pipe] it buffers some
// output that is not yet read, as a network does.
type memConn struct {
	net.Conn // the pipe below
	from     net.Addr

	queue  chan []byte
	closed chan struct{}
	once   sync.Once

	mu    sync.Mutex
	until time.Time // that writes may last
}

// memPipe returns the two ends of a connection from an address.
func memPipe(from net.Addr) (here, there *memConn) {
	a, b := net.Pipe()
	return newMemConn(a, from), newMemConn(b, from)
}

func newMemConn(pipe net.Conn, from net.Addr) *memConn {
	c := &memConn{Conn: pipe, from: from, queue: make(chan []byte, 64), closed: make(chan struct{})}
	go c.pump()
	return c
}

// pump writes the queue to the pipe, and closes the pipe once the conn is closed and
// the queue empty.
func (c *memConn) pump() {
	defer c.Conn.Close() //nolint:errcheck // a pipe
	for {
		select {
		case b := <-c.queue:
			if _, err := c.Conn.Write(b); err != nil {
				return
			}
			continue
		default:
		}
		select {
		case b := <-c.queue:
			if _, err := c.Conn.Write(b); err != nil {
				return
			}
		case <-c.closed:
			if len(c.queue) == 0 {
				return
			}
		}
	}
}

func (c *memConn) RemoteAddr() net.Addr { return c.from }

func (c *memConn) Write(b []byte) (int, error) {
	c.mu.Lock()
	until := c.until
	c.mu.Unlock()
	var late <-chan time.Time
	if !until.IsZero() {
		t := time.NewTimer(time.Until(until))
		defer t.Stop()
		late = t.C
	}
	select {
	case <-c.closed:
		return 0, net.ErrClosed
	default:
	}
	select {
	case c.queue <- append([]byte(nil), b...):
		return len(b), nil
	case <-late:
		return 0, os.ErrDeadlineExceeded
	case <-c.closed:
		return 0, net.ErrClosed
	}
}

func (c *memConn) Close() error {
	c.once.Do(func() { close(c.closed) })
	return c.SetReadDeadline(time.Unix(1, 0))
}

func (c *memConn) SetWriteDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.until = t
	return nil
}

func (c *memConn) SetDeadline(t time.Time) error {
	_ = c.SetWriteDeadline(t)
	return c.SetReadDeadline(t)
}
