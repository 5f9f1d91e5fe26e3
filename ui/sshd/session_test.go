package sshd

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"voxatlas/model"
)

// settle waits until nothing moves any more but the clock.
func settle() { synctest.Wait() }

// The clock of these tests is not the machine's: it moves when nothing else does.
func within(t *testing.T, change func(*Config), test func(*testing.T, *rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := serving(t, change)
		test(t, r)
		r.end()
	})
}

func TestBrowser(t *testing.T) {
	within(t, nil, func(_ *testing.T, r *rig) {
		g := r.guest("somebody").browse(60, 12)
		defer g.leave()
		g.want("size 60x12")
		g.typed("台北ab")
		g.want("typed 台北ab")
		g.screen.Resize(100, 30)
		if err := g.session.WindowChange(30, 100); err != nil {
			t.Fatal(err)
		}
		g.want("size 100x30")
		g.typed("q")
		g.exit(0)
		if out := g.sent(); !strings.HasSuffix(out, "\x1b[?1049l") {
			t.Errorf("the terminal is not given back: %q", out[max(len(out)-40, 0):])
		}
		for _, want := range []string{"No account is needed", "不需帳號"} {
			if !strings.Contains(g.banner, want) {
				t.Errorf("banner %q lacks %q", g.banner, want)
			}
		}
	})
}

func TestTwoVisitorsAreTwo(t *testing.T) {
	within(t, nil, func(_ *testing.T, r *rig) {
		a, b := r.guest("a").browse(60, 12), r.guest("b").browse(80, 24)
		defer a.leave()
		defer b.leave()
		a.typed("aaa")
		b.typed("bbb")
		a.want("typed aaa")
		b.want("typed bbb")
		a.typed("q")
		a.exit(0)
		b.typed("b")
		b.want("typed bbbb")
	})
}

func TestCommand(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("zh-TW")
		defer g.leave()
		if err := g.session.Start(`show "south korea" --json`); err != nil {
			t.Fatal(err)
		}
		g.exit(1)
		if got, want := g.sent(), `["show" "south korea" "--json"] zh-TW 0 ["TERM=" "LC_ALL=zh-TW"]`+"\n"; got != want {
			t.Errorf("out %q, want %q", got, want)
		}
		if got := g.said(); got != "talk\n" {
			t.Errorf("err %q", got)
		}
	})
}

// On a terminal a line ends as a raw terminal needs it, and there is no second
// stream.
func TestCommandOnATerminal(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en")
		defer g.leave()
		if err := g.session.RequestPty("xterm", 40, 133, gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
		if err := g.session.Start("list"); err != nil {
			t.Fatal(err)
		}
		g.exit(1)
		if got, want := g.sent(), `["list"] en 133 ["TERM=xterm" "LC_ALL=en"]`+"\r\ntalk\r\n"; got != want {
			t.Errorf("out %q, want %q", got, want)
		}
	})
}

func TestCommandsThatAreNone(t *testing.T) {
	for command, want := range map[string]string{
		`show "taiwan`:            "unmatched quotation mark",
		strings.Repeat("a", 2000): "too long",
	} {
		within(t, nil, func(t *testing.T, r *rig) {
			g := r.guest("en")
			defer g.leave()
			if err := g.session.Start(command); err != nil {
				t.Fatal(err)
			}
			g.exit(2)
			if got := g.said(); !strings.Contains(got, want) || strings.Count(got, "\n") != 2 {
				t.Errorf("%.20q: said %q, want %q in two languages", command, got, want)
			}
		})
	}
}

func TestWithoutCommandOrTerminal(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en")
		defer g.leave()
		if err := g.session.Shell(); err != nil {
			t.Fatal(err)
		}
		g.exit(2)
	})
}

func TestLanguage(t *testing.T) {
	for _, test := range []struct {
		user string
		env  string
		want model.Lang
	}{
		{"zh-TW", "LANG=en_US.UTF-8", "zh-TW"},
		{"zh_tw", "", "zh-TW"},
		{"en", "LC_ALL=zh_TW.UTF-8", "en"},
		{"root", "LC_ALL=zh_TW.UTF-8", "zh-TW"},
		{"root", "LANG=zh_TW.UTF-8 LC_ALL=C", "zh-TW"},
		{"root", "LANG=zh_TW.UTF-8 LC_ALL=C.UTF-8 LC_MESSAGES=POSIX", "zh-TW"},
		{"root", "LANG=zh_TW.UTF-8 LC_MESSAGES=en_GB", "en"},
		{"root", "LANG=xx_XX", "en"},
		{"root", "", "en"},
		{"", "", "en"},
		{"\x1b[2J", "", "en"},
	} {
		v := &visit{environ: strings.Fields(test.env)}
		if got := v.language(test.user); got != test.want {
			t.Errorf("user %q with %s: %s, want %s", test.user, test.env, got, test.want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("root")
		defer g.leave()
		for _, v := range []struct {
			name, value string
			taken       bool
		}{
			{"LANG", "zh_TW.UTF-8", true}, {"COLORTERM", "truecolor", true}, {"COLORTERM", "24bit", true}, {"NO_COLOR", "1", true},
			{"LD_PRELOAD", "/tmp/x.so", false}, {"PATH", "/bin", false}, {"TERM", "xterm", false}, {"XDG_STATE_HOME", "/tmp", false},
			{"LC_ALL", "\x1b[2J", false}, {"LANG", strings.Repeat("a", 200), false}, {"LANG", "en_US\n", false},
		} {
			if err := g.session.Setenv(v.name, v.value); (err == nil) != v.taken {
				t.Errorf("%s=%q: %v, want taken %v", v.name, v.value, err, v.taken)
			}
		}
		if err := g.session.Start("env"); err != nil {
			t.Fatal(err)
		}
		g.exit(1)
		if got, want := g.sent(), `["LANG=zh_TW.UTF-8" "COLORTERM=24bit" "NO_COLOR=1" "TERM=" "LC_ALL=zh-TW"]`; !strings.Contains(got, want) {
			t.Errorf("environment %s, want %s", got, want)
		}
	})
}

func TestIdle(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en").browse(60, 12)
		defer g.leave()
		g.want("typed")
		time.Sleep(14 * time.Minute)
		g.want("idle in 1m0s")
		g.typed("a") // and so all starts again
		time.Sleep(14*time.Minute - time.Second)
		if settle(); strings.Contains(g.shows(), "idle") {
			t.Error("warned too early")
		}
		time.Sleep(time.Second)
		g.want("idle in 1m0s")
		time.Sleep(time.Minute)
		g.exit(1)
		if out := g.sent(); !strings.Contains(out, "idle for too long") || !strings.Contains(out, "閒置太久") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// However much somebody types, a session ends.
func TestSessionTime(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en").browse(60, 12)
		defer g.leave()
		for range 4*60 - 1 {
			g.typed("a")
			time.Sleep(time.Minute)
		}
		g.want("time in 1m0s")
		time.Sleep(time.Minute)
		g.exit(1)
		if out := g.sent(); !strings.Contains(out, "time limit reached") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

func TestDrain(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		stays, goes := r.guest("en").browse(60, 12), r.guest("en").browse(60, 12)
		defer stays.leave()
		defer goes.leave()
		settle()
		start := time.Now()
		r.stop()
		stays.want("stopped in 10s")
		goes.want("stopped in 10s")
		goes.typed("q")
		goes.exit(0)
		stays.exit(1)
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("ended after %v", took)
		}
		if out := stays.sent(); !strings.Contains(out, "the server is stopping") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// A server in a hurry gives visitors their terminals back at once, and says why.
func TestHurry(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en").browse(60, 12)
		defer g.leave()
		settle()
		start := time.Now()
		r.stop()
		g.want("stopped in 10s")
		r.hurry()
		g.exit(1)
		if took := time.Since(start); took > 2*linger {
			t.Errorf("ended after %v", took)
		}
		out := g.sent()
		if back, said := strings.LastIndex(out, "\x1b[?1049l"), strings.LastIndex(out, "the server is stopping"); back < 0 || said < back {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// A server whose sessions have all ended does not wait.
func TestDrainOfNobody(t *testing.T) {
	within(t, nil, func(t *testing.T, r *rig) {
		g := r.guest("en").browse(60, 12)
		g.want("typed")
		start := time.Now()
		r.stop()
		g.typed("q")
		g.exit(0)
		g.leave()
		r.served <- <-r.served // for the rig, too
		if took := time.Since(start); took > time.Second {
			t.Errorf("took %v", took)
		}
	})
}

// A panic is the end of its session, and of nothing else.
func TestPanics(t *testing.T) {
	for _, key := range []string{"!", "@", "$", "panic"} {
		within(t, nil, func(t *testing.T, r *rig) {
			other := r.guest("en").browse(60, 12)
			defer other.leave()
			g := r.guest("en")
			defer g.leave()
			if key == "panic" {
				if err := g.session.Start(key); err != nil {
					t.Fatal(err)
				}
			} else {
				g.browse(60, 12).typed(key)
			}
			g.exit(1)
			out := g.sent() + g.said()
			if !strings.Contains(out, "something failed on our side") || !strings.Contains(out, "伺服器發生錯誤") || strings.Contains(out, "goroutine") {
				t.Errorf("%s: said %q", key, out)
			}
			other.typed("stillhere")
			other.want("typed stillhere")
			if n := r.server.metrics.panics.Get(); n != 1 || !strings.Contains(r.log.String(), "asked to") {
				t.Errorf("%s: %d panics counted, log %s", key, n, r.log)
			}
		})
	}
}

func TestLog(t *testing.T) {
	within(t, func(c *Config) { c.Anonymize = true }, func(t *testing.T, r *rig) {
		g := r.guest("en").browse(60, 12)
		g.typed("secret")
		g.typed("q")
		g.exit(0)
		g.leave()
		settle()
		log := r.log.String()
		for _, want := range []string{"address=203.0.113.0/24", "kind=browser", "term=xterm-256color", "size.columns=60", "code=0", "end=done", "bytes_out="} {
			if !strings.Contains(log, want) {
				t.Errorf("the log lacks %s: %s", want, log)
			}
		}
		if strings.Contains(log, "secret") || strings.Contains(log, "203.0.113.7") || strings.Count(log, "msg=session") != 1 {
			t.Errorf("log: %s", log)
		}
	})
}
