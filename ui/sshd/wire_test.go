package sshd

import (
	"net"
	"os"
	"sync"
	"time"
)

// A wire is an end of a connection in memory. Unlike a [net.Pipe] it holds some
// of what was written and not yet read, as a network does.
type wire struct {
	net.Conn // the pipe below
	from     net.Addr

	queue  chan []byte
	closed chan struct{}
	once   sync.Once

	mu    sync.Mutex
	until time.Time // that writes may last
}

// wires are the two ends of a connection from an address.
func wires(from net.Addr) (here, there *wire) {
	a, b := net.Pipe()
	return newWire(a, from), newWire(b, from)
}

func newWire(c net.Conn, from net.Addr) *wire {
	w := &wire{Conn: c, from: from, queue: make(chan []byte, 64), closed: make(chan struct{})}
	go w.pump()
	return w
}

// pump writes what is queued, and closes the pipe once it is closed and empty.
func (w *wire) pump() {
	defer w.Conn.Close() //nolint:errcheck // a pipe
	for {
		select {
		case b := <-w.queue:
			if _, err := w.Conn.Write(b); err != nil {
				return
			}
			continue
		default:
		}
		select {
		case b := <-w.queue:
			if _, err := w.Conn.Write(b); err != nil {
				return
			}
		case <-w.closed:
			if len(w.queue) == 0 {
				return
			}
		}
	}
}

func (w *wire) RemoteAddr() net.Addr { return w.from }

func (w *wire) Write(b []byte) (int, error) {
	w.mu.Lock()
	until := w.until
	w.mu.Unlock()
	var late <-chan time.Time
	if !until.IsZero() {
		t := time.NewTimer(time.Until(until))
		defer t.Stop()
		late = t.C
	}
	select {
	case <-w.closed:
		return 0, net.ErrClosed
	default:
	}
	select {
	case w.queue <- append([]byte(nil), b...):
		return len(b), nil
	case <-late:
		return 0, os.ErrDeadlineExceeded
	case <-w.closed:
		return 0, net.ErrClosed
	}
}

func (w *wire) Close() error {
	w.once.Do(func() { close(w.closed) })
	return w.SetReadDeadline(time.Unix(1, 0))
}

func (w *wire) SetWriteDeadline(t time.Time) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.until = t
	return nil
}

func (w *wire) SetDeadline(t time.Time) error {
	_ = w.SetWriteDeadline(t)
	return w.SetReadDeadline(t)
}
