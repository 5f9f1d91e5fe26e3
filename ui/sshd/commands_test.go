package sshd

import (
	"fmt"
	"net"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// startCommand starts a command from an address. Its output is not read.
func (r *rig) startCommand(from, command string) gossh.Channel {
	r.t.Helper()
	cl, err := r.connect(r.dial(from), "en")
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = cl.conn.Close() })
	ch, requests, err := cl.conn.OpenChannel("session", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	if ok, err := ch.SendRequest("exec", true, gossh.Marshal(struct{ Command string }{command})); !ok || err != nil {
		r.t.Fatal(ok, err)
	}
	return ch
}

// readOutput reads n bytes of a command, and returns the time that they took.
func readOutput(t *testing.T, ch gossh.Channel, n int) time.Duration {
	t.Helper()
	start := time.Now()
	b := make([]byte, 32<<10)
	for n > 0 {
		k, err := ch.Read(b)
		if n -= k; err != nil {
			t.Fatalf("%d bytes are missing: %v", n, err)
		}
	}
	return time.Since(start)
}

// The connections from an address share its output rate; eight seconds' worth
// comes at once.
func TestOutputRate(t *testing.T) {
	withServer(t, func(c *Config) { c.Limits.OutputRate = 10_000 }, func(t *testing.T, r *rig) {
		// A command is sent 80 000 bytes at once, and 120 000 in 12 s.
		took := readOutput(t, r.startCommand("203.0.113.7:1", "big 200000"), 200_000)
		if took < 11*time.Second || took > 13*time.Second {
			t.Errorf("200 000 bytes took %v, want 12s", took)
		}
		if took := readOutput(t, r.startCommand("203.0.113.7:2", "big 10000"), 10_000); took < 500*time.Millisecond {
			t.Errorf("10 000 bytes to the same address took %v", took)
		}
		if took := readOutput(t, r.startCommand("203.0.113.8:1", "big 10000"), 10_000); took > 100*time.Millisecond {
			t.Errorf("10 000 bytes to another address took %v", took)
		}
	})
}

// A command that waits for its reader blocks others from its own address, and no
// other address.
func TestUnreadCommand(t *testing.T) {
	withServer(t, func(c *Config) { c.Limits.Commands = 1 }, func(t *testing.T, r *rig) {
		r.startCommand("203.0.113.7:1", "big 3000000") // more than the channel holds
		same := r.startCommand("203.0.113.7:2", "big 1000")
		read := make(chan time.Duration, 1)
		go func() { read <- readOutput(t, same, 1000) }()
		settle()
		if took := readOutput(t, r.startCommand("203.0.113.8:1", "big 1000"), 1000); took > time.Second {
			t.Errorf("another address waited for %v", took)
		}
		select {
		case <-read:
			t.Error("two commands from one address ran at a time")
		default:
		}
		// Until the first is given up: it has been sent 2 MiB at once.
		if took := <-read; took < Defaults().StallTimeout || took > Defaults().StallTimeout+time.Second {
			t.Errorf("the next one from the same address waited for %v", took)
		}
	})
}

// bufferedConn is a connection of which the system would buffer megabytes.
type bufferedConn struct {
	net.Conn
	read, write int
}

func (r *bufferedConn) SetReadBuffer(n int) error  { r.read = n; return nil }
func (r *bufferedConn) SetWriteBuffer(n int) error { r.write = n; return nil }

// The system buffers little of a connection, so that a client that has sent too
// much is gone soon after its connection is closed.
func TestSocketBuffers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lim := newLimiter(Defaults())
		from := addressOf(address("203.0.113.7:1"))
		if why := lim.connOpened(from); why != admitted {
			t.Fatal(why)
		}
		here, there := net.Pipe()
		defer here.Close() //nolint:errcheck // a pipe
		c := &bufferedConn{Conn: there}
		k := newConn(c, from, lim, newMetrics(lim))
		if c.read != socketBuffer || c.write != socketBuffer {
			t.Errorf("the system buffers %d and %d bytes, want %d", c.read, c.write, socketBuffer)
		}
		if seconds := socketBuffer * 2 / Defaults().InputRate; seconds > 4 {
			t.Errorf("the system's buffers take %d s to be read", seconds)
		}
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
}

// The limiter forgets addresses without connections while others come, and not
// only once it is full.
func TestLimiterForgetsMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lim := newLimiter(Defaults())
		for i := range 20_000 {
			from := addressOf(address(fmt.Sprintf("[2001:db8:%x:%x::1]:22", i>>8, i&0xff)))
			if why := lim.connOpened(from); why != admitted {
				t.Fatal(i, why)
			}
			lim.connClosed(from, true)
			time.Sleep(50 * time.Millisecond)
			if n := len(lim.addresses); n > minPruneAt+20 {
				t.Fatalf("%d addresses remembered after %d", n, i)
			}
		}
	})
}
