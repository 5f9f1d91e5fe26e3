package sshd

import (
	"fmt"
	"net"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// asks starts a command from an address. What it prints is read by nobody.
func (r *rig) asks(from, command string) gossh.Channel {
	r.t.Helper()
	g, err := r.connect(r.knock(from), "en")
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = g.client.Close() })
	ch, requests, err := g.client.OpenChannel("session", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	if ok, err := ch.SendRequest("exec", true, gossh.Marshal(struct{ Command string }{command})); !ok || err != nil {
		r.t.Fatal(ok, err)
	}
	return ch
}

// prints reads n bytes of a command, and says how long they took.
func prints(t *testing.T, ch gossh.Channel, n int) time.Duration {
	t.Helper()
	begun := time.Now()
	b := make([]byte, 32<<10)
	for n > 0 {
		k, err := ch.Read(b)
		if n -= k; err != nil {
			t.Fatalf("%d bytes are missing: %v", n, err)
		}
	}
	return time.Since(begun)
}

// What the connections from an address are sent, they share; eight seconds'
// worth comes at once.
func TestOutputRate(t *testing.T) {
	within(t, func(c *Config) { c.Limits.OutputRate = 10_000 }, func(t *testing.T, r *rig) {
		// A command is sent 80 000 bytes at once, and 120 000 in 12 s.
		took := prints(t, r.asks("203.0.113.7:1", "big 200000"), 200_000)
		if took < 11*time.Second || took > 13*time.Second {
			t.Errorf("200 000 bytes took %v, want 12s", took)
		}
		if took := prints(t, r.asks("203.0.113.7:2", "big 10000"), 10_000); took < 500*time.Millisecond {
			t.Errorf("10 000 bytes to the same address took %v", took)
		}
		if took := prints(t, r.asks("203.0.113.8:1", "big 10000"), 10_000); took > 100*time.Millisecond {
			t.Errorf("10 000 bytes to another address took %v", took)
		}
	})
}

// A command that waits for its reader keeps others from its own address waiting,
// and nobody else.
func TestUnreadCommand(t *testing.T) {
	within(t, func(c *Config) { c.Limits.Commands = 1 }, func(t *testing.T, r *rig) {
		r.asks("203.0.113.7:1", "big 3000000") // more than the channel holds
		same := r.asks("203.0.113.7:2", "big 1000")
		read := make(chan time.Duration, 1)
		go func() { read <- prints(t, same, 1000) }()
		settle()
		if took := prints(t, r.asks("203.0.113.8:1", "big 1000"), 1000); took > time.Second {
			t.Errorf("somebody else waited for %v", took)
		}
		select {
		case <-read:
			t.Error("two commands from one address ran at a time")
		default:
		}
		// Until the first is given up: it has been sent 2 MiB at once.
		if took := <-read; took < Defaults().Stall || took > Defaults().Stall+time.Second {
			t.Errorf("the next one from the same address waited for %v", took)
		}
	})
}

// roomy is a connection of which the system would hold megabytes.
type roomy struct {
	net.Conn
	read, write int
}

func (r *roomy) SetReadBuffer(n int) error  { r.read = n; return nil }
func (r *roomy) SetWriteBuffer(n int) error { r.write = n; return nil }

// The system holds little of a connection, so that whoever has sent too much is
// gone soon after the connection is.
func TestSystemHoldsLittle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(Defaults())
		from := origin(address("203.0.113.7:1"))
		if why := g.enter(from); why != welcome {
			t.Fatal(why)
		}
		here, there := net.Pipe()
		defer here.Close() //nolint:errcheck // a pipe
		c := &roomy{Conn: there}
		k := newConn(c, from, g, newMetrics(g))
		if c.read != inSystem || c.write != inSystem {
			t.Errorf("the system holds %d and %d bytes, want %d", c.read, c.write, inSystem)
		}
		if seconds := inSystem * 2 / Defaults().InputRate; seconds > 4 {
			t.Errorf("what the system holds takes %d s to be read", seconds)
		}
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
}

// The gate forgets those who have left while others come, and does not wait
// until it has no room.
func TestGateForgetsMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(Defaults())
		for i := range 20_000 {
			from := origin(address(fmt.Sprintf("[2001:db8:%x:%x::1]:22", i>>8, i&0xff)))
			if why := g.enter(from); why != welcome {
				t.Fatal(i, why)
			}
			g.leave(from, true)
			time.Sleep(50 * time.Millisecond)
			if n := len(g.places); n > fewPlaces+20 {
				t.Fatalf("%d addresses remembered after %d", n, i)
			}
		}
	})
}
