package sshd

import (
	"fmt"
	"net/http/httptest"
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
		if got := origin(address(addr)).String(); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Defaults()
		l.Rate, l.PerAddress, l.Pending, l.Sessions, l.Cells = 2, 4, 6, 3, 1000
		g := newGate(l)
		a, b := netip.MustParsePrefix("203.0.113.7/32"), netip.MustParsePrefix("2001:db8::/64")
		want := func(what string, got, want refusal) {
			t.Helper()
			if got != want {
				t.Errorf("%s: %q, want %q", what, got, want)
			}
		}
		for i := range 4 {
			want(fmt.Sprint("connection ", i), g.enter(a), welcome)
		}
		want("a fifth from one address", g.enter(a), crowded)
		want("from another", g.enter(b), welcome)
		want("from another", g.enter(b), welcome)
		want("a seventh", g.enter(b), unplaced)
		for i := range 3 {
			want(fmt.Sprint("session ", i), g.open(300), welcome)
		}
		want("a fourth session", g.open(1), full)
		if g.resize(300, 401) || !g.resize(300, 400) || !g.resize(400, 100) {
			t.Error("resizing does not heed the budget")
		}
		g.end(100)
		want("a large window", g.open(800), oversized)
		want("a window that fits", g.open(400), welcome)
		for range 4 {
			g.leave(a, false)
		}
		for i := range 5 { // of ten at once, five are left
			want(fmt.Sprint("again ", i), g.enter(a), welcome)
			g.leave(a, true)
		}
		want("too fast", g.enter(a), hasty)
		time.Sleep(time.Second)
		want("a second later", g.enter(a), welcome)
		want("and another", g.enter(a), welcome)
		want("but no third", g.enter(a), hasty)
		g.close()
		want("at the end", g.enter(b), draining)
		want("at the end", g.open(1), draining)
	})
}

// The gate remembers so many addresses and no more, and forgets those that have
// gone.
func TestGateForgets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(Defaults())
		for i := range 100_000 {
			from := origin(address(fmt.Sprintf("[2001:db8:%x:%x::1]:22", i>>8, i&0xff)))
			if g.enter(from) == welcome {
				g.leave(from, true)
			}
		}
		if n := len(g.places); n > maxPlaces {
			t.Errorf("%d addresses remembered", n)
		}
		time.Sleep(time.Minute)
		if r := g.enter(origin(address("203.0.113.7:1"))); r != welcome {
			t.Errorf("a newcomer after the flood: %s", r)
		}
		if n := len(g.places); n > 1 {
			t.Errorf("%d addresses still remembered", n)
		}
	})
}

// Those who are turned away are told why: before there are keys by the words of
// a disconnect, with a session on its error stream in every language.
func TestRefusals(t *testing.T) {
	for want, change := range map[refusal]func(*Limits){
		crowded:   func(l *Limits) { l.PerAddress = 1 },
		hasty:     func(l *Limits) { l.Rate = 1 },
		unplaced:  func(l *Limits) { l.Pending = 1 },
		full:      func(l *Limits) { l.Sessions = 1 },
		oversized: func(l *Limits) { l.Cells = 60 * 12 },
	} {
		within(t, func(c *Config) { change(&c.Limits) }, func(t *testing.T, r *rig) {
			english, chinese := r.server.config.Localizers[0], r.server.config.Localizers[1]
			first := r.guest("en")
			defer first.leave()
			if want != unplaced {
				first.browse(60, 12)
				first.want("typed")
			}
			var err error
			var g *guest
			for range 6 {
				if g, err = r.connect(r.knock("203.0.113.7:40001"), "en"); err != nil {
					break
				}
				defer g.leave()
			}
			if err != nil {
				if words := english.Text("ssh.refused." + string(want)); !strings.Contains(err.Error(), words) {
					t.Errorf("%s: the client is told %v", want, err)
				}
				return
			}
			if want == crowded || want == hasty || want == unplaced {
				t.Fatalf("%s: let in", want)
			}
			if g.session, err = g.client.NewSession(); err != nil {
				t.Fatal(err)
			}
			g.session.Stdout, g.session.Stderr = g, &locked{g, &g.err}
			g.browse(60, 12).exit(1)
			for _, v := range []string{english.Text("ssh.refused." + string(want)), chinese.Text("ssh.refused." + string(want))} {
				if !strings.Contains(g.sent(), v+"\r\n") {
					t.Errorf("%s: said %q", want, g.sent())
				}
			}
			if first.typed("on"); !strings.Contains(r.log.String(), "why="+string(want)) {
				t.Errorf("log: %s", r.log)
			}
			first.want("typed on")
		})
	}
}

// What is said to those who are turned away is a packet that RFC 4253 allows.
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

func TestStatus(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		get := func(path string) (int, string) {
			w := httptest.NewRecorder()
			r.server.Status().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
			return w.Code, w.Body.String()
		}
		g := r.guest("en").browse(60, 12)
		g.want("typed")
		if code, _ := get("/healthz"); code != 200 {
			t.Errorf("healthz: %d", code)
		}
		if code, _ := get("/readyz"); code != 200 {
			t.Errorf("readyz: %d", code)
		}
		_, body := get("/metrics")
		for _, want := range []string{"voxatlas_ssh_sessions 1\n", "voxatlas_ssh_cells 720\n", "voxatlas_ssh_connections_total 1\n", "go_goroutines "} {
			if !strings.Contains(body, want) {
				t.Errorf("metrics lack %q:\n%s", want, body)
			}
		}
		r.stop()
		settle()
		if code, _ := get("/readyz"); code != 503 {
			t.Errorf("readyz while draining: %d", code)
		}
		g.typed("q")
		g.exit(0)
		g.leave()
		settle()
		if _, body := get("/metrics"); !strings.Contains(body, `voxatlas_ssh_sessions_total{kind="browser",end="done"} 1`) {
			t.Errorf("metrics: %s", body)
		}
	})
}

// Strong keys only, and the one for older clients.
func TestAlgorithms(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
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
			c := r.knock("203.0.113.7:1")
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
	l.Stall = 0
	if _, err := New(Config{Limits: l}); err == nil || !strings.Contains(err.Error(), "stall") {
		t.Errorf("%v", err)
	}
}
