//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"golang.org/x/crypto/ssh"
)

// attack is a kind of misuse, by one client unless its name says otherwise.
type attack struct {
	name string
	run  misuse
}

// misuse is the work of an attacker until the context ends.
type misuse func(context.Context, *attacker)

// attacker is the client of an attack.
type attacker struct {
	*server
	address string       // that most attacks come from
	text    string       // of the first frame
	count   atomic.Int64 // of acts
}

// attacks returns all attacks. Each repeats as fast as the server allows.
func attacks() []attack {
	pasted := strings.Repeat("貼上 pasted ", 1<<20/14)
	malformed := strings.Join([]string{
		"\x1b[" + strings.Repeat(";", 32) + "1m", "\x1bP" + strings.Repeat(":", 40) + "q", "\xff\xfe\xc3\x28\xf0\x80\x80\x80", "\u202e\u2066\u200b\u009b31m",
		"\x1b]52;c;AAAA\a", "\x1b]0;title\a", strings.Repeat("\x1b", 500), strings.Repeat("\x1b[", 500), "\x00\x01\x02\x1c\x1d", "\x1b[1;1:" + strings.Repeat("9", 500) + "u", "\x1b[8;65535;65535t",
	}, "x")
	resize := func(c *client) error { return c.session.WindowChange(1<<rand.N(32), 1<<rand.N(32)) }
	forward := func(c *client) error {
		_, _, err := c.ssh.SendRequest("tcpip-forward", false, nil)
		return errors.Join(err, request("auth-agent-req@openssh.com", "")(c))
	}
	command := func(c *client) error { // with much output, which is read
		return errors.Join(c.session.Run("show --all"), io.EOF) // a connection has one session
	}
	cut := func(*client) error { return io.EOF }
	return []attack{
		{"1 000 half-open connections, one address", holdConnections(1000, 1, "")},
		{"1 000 half-open connections, 250 addresses", holdConnections(1000, 250, "")},
		{"16 slow handshakes, a byte every 100 ms", holdConnections(16, 1, "SSH-2.0-slow\r\n\x00\x00\x75\x30\x04\x14"+strings.Repeat("\x00", 1<<10))},
		{"garbage instead of SSH", rawConnections(64 << 10)},
		{"connections closed at once", rawConnections(0)},
		{"sessions opened and cut", inSession(0, cut)},
		{"pty-req of a huge window", beforeSession(request("pty-req", "\x00\x00\x00\x05xterm\x40\x00\x00\x00\x40"+strings.Repeat("\x00", 15)))},
		{"env of 30 kB", beforeSession(request("env", "\x00\x00\x00\x04LANG\x00\x00\x75\x30"+strings.Repeat("\x00", 30000)))},
		{"window-change in a session", inSession(0, resize)},
		{"exec in a session", inSession(0, request("exec", "\x00\x00\x00\x02sh"))},
		{"subsystem in a session", inSession(0, request("subsystem", "\x00\x00\x00\x04sftp"))},
		{"forwarding in a session", inSession(0, forward)},
		{"channels in a session", inSession(0, openChannels)},
		{"new keys after every 256 bytes", inSession(256, request("signal", strings.Repeat("\x00", 256)))},
		{"arrow keys", inSession(0, input("\x1b[B\x1b[B\x1b[A"))},
		{"language toggle", inSession(0, input("\x1bOQ"))},
		{"pastes of 1 MB, with marks", inSession(0, input("\x1b[200~"+pasted+"\x1b[201~"))},
		{"pastes of 1 MB, without", inSession(0, input(pasted+"\r"))},
		{"bytes that a decoder chokes on", inSession(0, input(malformed))},
		{"reads nothing from the network", readNothing(true)},
		{"reads nothing from the channel", readNothing(false)},
		{"show --all, 4 at a time", func(ctx context.Context, a *attacker) {
			parallel(4, 4, func(int) { beforeSession(command)(ctx, a) })
		}},
	}
}

// repeat opens a client, acts until that fails or ctx ends, closes it, and begins
// again, until ctx ends.
func repeat(open func(*attacker) (*client, error), act func(*client) error) misuse {
	return func(ctx context.Context, a *attacker) {
		for ; ctx.Err() == nil; time.Sleep(20 * time.Millisecond) {
			c, err := open(a)
			if c == nil {
				continue
			}
			stop := context.AfterFunc(ctx, c.disconnect)
			for err == nil && ctx.Err() == nil {
				err = act(c)
				a.count.Add(1)
			}
			stop()
			c.disconnect()
		}
	}
}

// inSession repeats an act in a session that exchanges keys after so many bytes.
func inSession(rekey uint64, act func(*client) error) misuse {
	return repeat(func(a *attacker) (*client, error) { return a.open(a.address, a.text, rekey) }, act)
}

// beforeSession repeats an act on a channel without a session.
func beforeSession(act func(*client) error) misuse {
	return repeat(func(a *attacker) (*client, error) { return a.connect(a.address, 0) }, act)
}

// request returns an act that sends a channel request.
func request(kind, payload string) func(*client) error {
	return func(c *client) error {
		_, err := c.session.SendRequest(kind, false, []byte(payload))
		return err
	}
}

// input returns an act that sends input.
func input(text string) func(*client) error {
	return func(c *client) error {
		_, err := io.WriteString(c.stdin, text)
		return err
	}
}

// holdConnections opens n connections from so many addresses, sends a byte of text
// every 100 ms, and keeps them open.
func holdConnections(n, addresses int, text string) misuse {
	return func(ctx context.Context, a *attacker) {
		parallel(n, n, func(i int) {
			c, err := a.dial(fmt.Sprintf("127.3.1.%d", 1+i%addresses))
			if err != nil {
				return
			}
			defer c.Close()           //nolint:errcheck // nothing is left to do
			go io.Copy(io.Discard, c) //nolint:errcheck // until it is closed
			a.count.Add(1)
			for b := []byte(text); len(b) > 0 && err == nil && ctx.Err() == nil; b = b[1:] {
				_, err = c.Write(b[:1])
				time.Sleep(100 * time.Millisecond)
			}
			<-ctx.Done()
		})
	}
}

// rawConnections opens connections, sends so many random bytes, and closes them.
func rawConnections(bytes int) misuse {
	b := make([]byte, bytes)
	_, _ = rand.NewChaCha8([32]byte{}).Read(b)
	return func(ctx context.Context, a *attacker) {
		for ; ctx.Err() == nil; time.Sleep(5 * time.Millisecond) {
			c, err := a.dial(a.address)
			if err != nil {
				continue
			}
			if bytes > 0 {
				_ = c.SetDeadline(time.Now().Add(time.Second))
				_, _ = c.Write(b)
				_, _ = io.Copy(io.Discard, c)
			}
			_ = c.Close()
			a.count.Add(1)
		}
	}
}

// openChannels asks for 32 channels at a time, since each is answered.
func openChannels(c *client) error {
	errs := make([]error, 32)
	parallel(32, 32, func(i int) {
		_, _, err := c.ssh.OpenChannel([]string{"session", "direct-tcpip"}[i%2], nil)
		if _, refused := err.(*ssh.OpenChannelError); !refused {
			errs[i] = io.EOF
		}
	})
	return errors.Join(errs...)
}

// readNothing starts a browser and toggles its language, but stops reading: from the
// network, or from the channel, so that its window is never given back.
func readNothing(network bool) misuse {
	return repeat(func(a *attacker) (*client, error) {
		c, err := a.connect(a.address, 0)
		if err == nil {
			c.blocked.Store(true)
			err = c.startBrowser()
			c.conn.blocked.Store(network)
		}
		return c, err
	}, func(c *client) error {
		time.Sleep(20 * time.Millisecond)
		return input("\x1bOQ")(c)
	})
}

// attack makes attacks and prints a row for each. The error names the attacks that
// ended the server or left something in it.
func (t target) attack(out io.Writer, list []attack, o options) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, t.name+"\ttimes\tmemory\tCPU\tother session p50 / p99\talone\tlost keys\tgone after\t") //nolint:errcheck // Flush reports it
	var failed error
	for _, a := range list {
		log.Printf("%s: %s", t.name, a.name)
		row, err := t.runAttack(a, o)
		failed = errors.Join(failed, err)
		fmt.Fprintln(w, a.name+"\t"+row) //nolint:errcheck // Flush reports it
	}
	return errors.Join(failed, w.Flush())
}

// runAttack starts a server and attacks it while another session types ten keys a
// second. It returns the cells of a row. CPU is without the other session's.
func (t target) runAttack(a attack, o options) (row string, err error) {
	s, err := t.startServer()
	if err != nil {
		return "", err
	}
	defer s.stop()
	s.openAndLeave(20, o.text, nil) // makes the server allocate the memory that it keeps
	other, err := s.open("127.2.0.1", o.text, 0)
	if err != nil {
		return "", s.failure("the other session: %w", err)
	}
	time.Sleep(o.settle)
	typing := func(d time.Duration) ([]response, float64) {
		cpu := s.cpu()
		keys := typeKeys([]*client{other}, 100*time.Millisecond, d)
		return keys, float64(s.cpu()-cpu) / float64(d)
	}
	alone, usualCPU := typing(o.span / 2)
	files, goroutines, memory := s.files(), s.runtimeState().goroutines, s.memory()

	ctx, cancel := context.WithTimeout(context.Background(), o.span)
	defer cancel()
	bad := &attacker{server: s, address: "127.3.0.1", text: o.text}
	var during []response
	var cpu float64
	peak := 0
	parallel(3, 3, func(i int) {
		switch i {
		case 0:
			a.run(ctx, bad)
		case 1:
			during, cpu = typing(o.span)
		case 2:
			for ; ctx.Err() == nil; time.Sleep(50 * time.Millisecond) {
				peak = max(peak, s.memory())
			}
		}
	})
	start := time.Now()
	for s.alive() && (s.files() > files || s.runtimeState().goroutines > goroutines) {
		if time.Since(start) > time.Minute {
			return "", s.failure("%s: connections or goroutines are left after a minute", a.name)
		}
		time.Sleep(100 * time.Millisecond)
	}
	if !s.alive() {
		return "", s.failure("%s: the server has ended", a.name)
	}
	latencies, _, lost := summary(during)
	before, _, _ := summary(alone)
	return fmt.Sprintf("%d\t%s\t%.1f %%\t%s\t%s\t%d\t%.1f s\t", bad.count.Load(), megabytes(peak-memory), 100*max(cpu-usualCPU, 0),
		latencies, before, lost, time.Since(start).Seconds()), nil
}
