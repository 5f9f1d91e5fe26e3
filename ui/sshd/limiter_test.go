package sshd

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

func TestOrigin(t *testing.T) {
	for addr, want := range map[string]string{
		"203.0.113.7:22":              "203.0.113.7/32",
		"[::ffff:203.0.113.7]:22":     "203.0.113.7/32",
		"[2001:db8:1:2:3:4:5:6]:22":   "2001:db8:1:2::/64",
		"[2001:db8:1:2:ffff::1]:2222": "2001:db8:1:2::/64",
		"[fe80::1%eth0]:22":           "fe80::/64",
		"pipe":                        "invalid Prefix",
	} {
		if got := addressOf(address(addr)).String(); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

func TestLimiter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Defaults()
		l.ConnRate, l.PerAddress, l.Pending, l.Sessions, l.Cells = 2, 4, 6, 3, 1000
		lim := newLimiter(l)
		a, b := netip.MustParsePrefix("203.0.113.7/32"), netip.MustParsePrefix("2001:db8::/64")
		want := func(what string, got, want admission) {
			t.Helper()
			if got != want {
				t.Errorf("%s: %q, want %q", what, got, want)
			}
		}
		for i := range 4 {
			want(fmt.Sprint("connection ", i), lim.connOpened(a), admitted)
		}
		want("a fifth from one address", lim.connOpened(a), addressFull)
		want("from another", lim.connOpened(b), admitted)
		want("from another", lim.connOpened(b), admitted)
		want("a seventh", lim.connOpened(b), pendingFull)
		for i := range 3 {
			want(fmt.Sprint("session ", i), lim.sessionOpened(300), admitted)
		}
		want("a fourth session", lim.sessionOpened(1), sessionsFull)
		if lim.resize(300, 401) || !lim.resize(300, 400) || !lim.resize(400, 100) {
			t.Error("resizing does not heed the budget")
		}
		lim.sessionClosed(100)
		want("a large window", lim.sessionOpened(800), cellsFull)
		want("a window that fits", lim.sessionOpened(400), admitted)
		for range 4 {
			lim.connClosed(a, false)
		}
		for i := range 5 { // of ten at once, five are left
			want(fmt.Sprint("again ", i), lim.connOpened(a), admitted)
			lim.connClosed(a, true)
		}
		want("too fast", lim.connOpened(a), rateLimited)
		time.Sleep(time.Second)
		want("a second later", lim.connOpened(a), admitted)
		want("and another", lim.connOpened(a), admitted)
		want("but no third", lim.connOpened(a), rateLimited)
		lim.close()
		want("at the end", lim.connOpened(b), draining)
		want("at the end", lim.sessionOpened(1), draining)
	})
}

// The limiter remembers maxAddresses at most, and forgets those without connections.
func TestLimiterForgets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lim := newLimiter(Defaults())
		for i := range 100_000 {
			from := addressOf(address(fmt.Sprintf("[2001:db8:%x:%x::1]:22", i>>8, i&0xff)))
			if lim.connOpened(from) == admitted {
				lim.connClosed(from, true)
			}
		}
		if n := len(lim.addresses); n > maxAddresses {
			t.Errorf("%d addresses remembered", n)
		}
		time.Sleep(time.Minute)
		if r := lim.connOpened(addressOf(address("203.0.113.7:1"))); r != admitted {
			t.Errorf("a new address after the flood: %s", r)
		}
		if n := len(lim.addresses); n > 1 {
			t.Errorf("%d addresses still remembered", n)
		}
	})
}

// A refused client is told the reason: before the key exchange by an English
// disconnect message, in a session by its error stream in every language.
func TestRefusals(t *testing.T) {
	for want, change := range map[admission]func(*Limits){
		addressFull:  func(l *Limits) { l.PerAddress = 1 },
		rateLimited:  func(l *Limits) { l.ConnRate = 1 },
		pendingFull:  func(l *Limits) { l.Pending = 1 },
		sessionsFull: func(l *Limits) { l.Sessions = 1 },
		cellsFull:    func(l *Limits) { l.Cells = 60 * 12 },
	} {
		withServer(t, func(c *Config) { change(&c.Limits) }, func(t *testing.T, r *rig) {
			english, chinese := r.server.config.Localizers[0], r.server.config.Localizers[1]
			first := r.newClient("en")
			defer first.disconnect()
			if want != pendingFull {
				first.browse(60, 12)
				first.wantScreen("typed")
			}
			var err error
			var cl *client
			for range 6 {
				if cl, err = r.connect(r.dial("203.0.113.7:40001"), "en"); err != nil {
					break
				}
				defer cl.disconnect()
			}
			if err != nil {
				if words := english.Text("ssh.refused." + string(want)); !strings.Contains(err.Error(), words) {
					t.Errorf("%s: the client is told %v", want, err)
				}
				return
			}
			if want == addressFull || want == rateLimited || want == pendingFull {
				t.Fatalf("%s: admitted", want)
			}
			if cl.session, err = cl.conn.NewSession(); err != nil {
				t.Fatal(err)
			}
			cl.session.Stdout, cl.session.Stderr = cl, &locked{cl, &cl.err}
			cl.browse(60, 12).wantExit(1)
			for _, v := range []string{english.Text("ssh.refused." + string(want)), chinese.Text("ssh.refused." + string(want))} {
				if !strings.Contains(cl.output(), v+"\r\n") {
					t.Errorf("%s: said %q", want, cl.output())
				}
			}
			if first.typeKeys("on"); !strings.Contains(r.log.String(), "why="+string(want)) {
				t.Errorf("log: %s", r.log)
			}
			first.wantScreen("typed on")
		})
	}
}

// A refusal is a packet that RFC 4253 allows.
func TestRefusalIsAPacket(t *testing.T) {
	for n := range 40 {
		b := appendRefusal(nil, strings.Repeat("x", n))
		packet, ok := strings.CutPrefix(string(b), version+"\r\n")
		if !ok || len(packet)%8 != 0 || len(packet) < 16 {
			t.Fatalf("%d: %q", n, b)
		}
		if length := int(packet[3]); length != len(packet)-4 || packet[4] < 4 || int(packet[4]) > length {
			t.Fatalf("%d: length %d, padding %d of %d bytes", n, length, packet[4], len(packet))
		}
	}
}

// Only modern algorithms are accepted, and one key exchange for older clients.
func TestAlgorithms(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		for _, test := range []struct {
			c  gossh.Config
			ok bool
		}{
			{gossh.Config{KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519}}, true},
			{gossh.Config{KeyExchanges: []string{gossh.KeyExchangeCurve25519}}, true},
			{gossh.Config{KeyExchanges: []string{gossh.KeyExchangeECDHP256}}, false},
			{gossh.Config{KeyExchanges: []string{gossh.InsecureKeyExchangeDH14SHA1}}, false},
			{gossh.Config{Ciphers: []string{gossh.CipherAES128CTR}, MACs: []string{gossh.HMACSHA256ETM}}, true},
			{gossh.Config{Ciphers: []string{gossh.CipherAES128CTR}, MACs: []string{gossh.HMACSHA1}}, false},
			{gossh.Config{Ciphers: []string{gossh.InsecureCipherAES128CBC}}, false},
		} {
			c := r.dial("203.0.113.7:1")
			sc, chans, reqs, err := gossh.NewClientConn(c, "", &gossh.ClientConfig{Config: test.c, HostKeyCallback: gossh.FixedHostKey(r.key.PublicKey())})
			if (err == nil) != test.ok {
				t.Errorf("%+v: %v", test.c, err)
			}
			if err == nil {
				_ = gossh.NewClient(sc, chans, reqs).Close()
			}
			_ = c.Close()
		}
	})
}

func TestLimitsAreAboveZero(t *testing.T) {
	l := Defaults()
	l.StallTimeout = 0
	if _, err := New(Config{Limits: l}); err == nil || !strings.Contains(err.Error(), "stall") {
		t.Errorf("%v", err)
	}
}
