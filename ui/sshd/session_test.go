package sshd

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"voxatlas/model"
)

// settle waits until all goroutines wait for the clock or for each other.
func settle() { synctest.Wait() }

// withServer runs a test with a server. Its clock is not the machine's: it moves
// when all goroutines wait.
func withServer(t *testing.T, change func(*Config), test func(*testing.T, *rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := startServer(t, change)
		test(t, r)
		r.stopAndCheck()
	})
}

func TestBrowser(t *testing.T) {
	withServer(t, nil, func(_ *testing.T, r *rig) {
		cl := r.newClient("somebody").browse(60, 12)
		defer cl.disconnect()
		cl.wantScreen("size 60x12")
		cl.typeKeys("台北ab")
		cl.wantScreen("typed 台北ab")
		cl.screen.Resize(100, 30)
		if err := cl.session.WindowChange(30, 100); err != nil {
			t.Fatal(err)
		}
		cl.wantScreen("size 100x30")
		cl.typeKeys("q")
		cl.wantExit(0)
		if out := cl.output(); !strings.HasSuffix(out, "\x1b[?1049l") {
			t.Errorf("the terminal is not given back: %q", out[max(len(out)-40, 0):])
		}
		for _, want := range []string{"No account is needed", "不需帳號"} {
			if !strings.Contains(cl.banner, want) {
				t.Errorf("banner %q lacks %q", cl.banner, want)
			}
		}
	})
}

// A session whose user leaves early ends when the terminal's replies have come, for at
// most a second: after the end the user's own shell would read them.
func TestRepliesBeforeTheEnd(t *testing.T) {
	const ms = time.Millisecond
	for reply, want := range map[time.Duration]time.Duration{300 * ms: 300 * ms, 900 * ms: 900 * ms, time.Hour: time.Second} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient("en").browse(60, 12)
			defer cl.disconnect()
			settle() // without a first frame, nothing has been asked yet
			start := time.Now()
			late := time.AfterFunc(reply, func() { cl.typeKeys("\x1b[?2026;2$y\x1b[?64;1;2c") })
			defer late.Stop()
			cl.typeKeys("q")
			cl.wantExit(0)
			if took := time.Since(start); took != want {
				t.Errorf("reply after %v: ends after %v, want %v", reply, took, want)
			}
		})
	}
}

// The session of a client that has gone does not wait for replies.
func TestNoReplyFromAClientThatHasGone(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		start := time.Now()
		cl := r.newClient("en").browse(60, 12)
		settle()
		cl.typeKeys("q")
		settle()
		cl.disconnect()
		settle()
		if _, sessions, _ := r.server.limiter.counts(); sessions != 0 || time.Since(start) != 0 {
			t.Errorf("%d sessions after %v", sessions, time.Since(start))
		}
	})
}

func TestTwoClients(t *testing.T) {
	withServer(t, nil, func(_ *testing.T, r *rig) {
		a, b := r.newClient("a").browse(60, 12), r.newClient("b").browse(80, 24)
		defer a.disconnect()
		defer b.disconnect()
		a.typeKeys("aaa")
		b.typeKeys("bbb")
		a.wantScreen("typed aaa")
		b.wantScreen("typed bbb")
		a.typeKeys("q")
		a.wantExit(0)
		b.typeKeys("b")
		b.wantScreen("typed bbbb")
	})
}

func TestCommand(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("zh-TW")
		defer cl.disconnect()
		if err := cl.session.Start(`show "south korea" --json`); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(1)
		if got, want := cl.output(), `["show" "south korea" "--json"] 0 ["TERM=" "LC_ALL=zh-TW"]`+"\n"; got != want {
			t.Errorf("out %q, want %q", got, want)
		}
		if got := cl.errOutput(); got != "talk\n" {
			t.Errorf("err %q", got)
		}
	})
}

// On a terminal a line ends as a raw terminal needs it, and there is no second
// stream.
func TestCommandOnATerminal(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en")
		defer cl.disconnect()
		if err := cl.session.RequestPty("xterm", 40, 133, gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
		if err := cl.session.Start("list"); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(1)
		if got, want := cl.output(), `["list"] 133 ["TERM=xterm" "LC_ALL=en"]`+"\r\ntalk\r\n"; got != want {
			t.Errorf("out %q, want %q", got, want)
		}
	})
}

func TestMalformedCommands(t *testing.T) {
	for command, want := range map[string]string{
		`show "taiwan`:            "unmatched quotation mark",
		strings.Repeat("a", 2000): "too long",
	} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient("en")
			defer cl.disconnect()
			if err := cl.session.Start(command); err != nil {
				t.Fatal(err)
			}
			cl.wantExit(2)
			if got := cl.errOutput(); !strings.Contains(got, want) || strings.Count(got, "\n") != len(r.server.config.Localizers) {
				t.Errorf("%.20q: said %q, want %q in every language", command, got, want)
			}
		})
	}
}

func TestWithoutCommandOrTerminal(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en")
		defer cl.disconnect()
		if err := cl.session.Shell(); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(2)
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
		s := &session{environ: strings.Fields(test.env)}
		if got := s.language(test.user); got != test.want {
			t.Errorf("user %q with %s: %s, want %s", test.user, test.env, got, test.want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("root")
		defer cl.disconnect()
		for _, v := range []struct {
			name, value string
			taken       bool
		}{
			{"LANG", "zh_TW.UTF-8", true}, {"COLORTERM", "truecolor", true}, {"COLORTERM", "24bit", true}, {"NO_COLOR", "1", true},
			{"COLORFGBG", "15;default;0", true}, {"VOXATLAS_THEME", "light", true}, {"CLICOLOR", "0", true}, {"LANG", "en;US", false}, {"COLORFGBG", "\x1b;0", false}, {"COLORFGBG", strings.Repeat(";", 200), false},
			{"LD_PRELOAD", "/tmp/x.so", false}, {"PATH", "/bin", false}, {"TERM", "xterm", false}, {"XDG_STATE_HOME", "/tmp", false},
			{"LC_ALL", "\x1b[2J", false}, {"LANG", strings.Repeat("a", 200), false}, {"LANG", "en_US\n", false},
		} {
			if err := cl.session.Setenv(v.name, v.value); (err == nil) != v.taken {
				t.Errorf("%s=%q: %v, want taken %v", v.name, v.value, err, v.taken)
			}
		}
		if err := cl.session.Start("env"); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(1)
		if got, want := cl.output(), `["LANG=zh_TW.UTF-8" "COLORTERM=24bit" "NO_COLOR=1" "COLORFGBG=15;default;0" "VOXATLAS_THEME=light" "CLICOLOR=0" "TERM=" "LC_ALL=zh-TW"]`; !strings.Contains(got, want) {
			t.Errorf("environment %s, want %s", got, want)
		}
	})
}

// The language is the user name's, whatever the client sends.
func TestLanguageInSpiteOfVariables(t *testing.T) {
	for _, test := range []struct{ user, want string }{{"zh-TW", "zh-TW"}, {"root", "en"}} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			cl := r.newClient(test.user)
			defer cl.disconnect()
			for _, name := range []string{"LANG", "LC_ALL", "LC_MESSAGES"} {
				if err := cl.session.Setenv(name, "en_US.UTF-8"); err != nil {
					t.Fatal(err)
				}
			}
			if err := cl.session.Start("env"); err != nil {
				t.Fatal(err)
			}
			cl.wantExit(1)
			if got, want := cl.output(), `["LANG=en_US.UTF-8" "LC_MESSAGES=en_US.UTF-8" "TERM=" "LC_ALL=`+test.want+`"]`; !strings.Contains(got, want) {
				t.Errorf("user %s: environment %s, want %s", test.user, got, want)
			}
		})
	}
}

func TestIdle(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		defer cl.disconnect()
		cl.wantScreen("typed")
		time.Sleep(14 * time.Minute)
		cl.wantScreen("idle in 1m0s")
		cl.typeKeys("a") // and so all starts again
		time.Sleep(14*time.Minute - time.Second)
		if settle(); strings.Contains(cl.screenText(), "idle") {
			t.Error("warned too early")
		}
		time.Sleep(time.Second)
		cl.wantScreen("idle in 1m0s")
		time.Sleep(time.Minute)
		cl.wantExit(1)
		if out := cl.output(); !strings.Contains(out, "idle for too long") || !strings.Contains(out, "閒置太久") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// A session ends after its time, in spite of input.
func TestSessionTime(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		defer cl.disconnect()
		for range 4*60 - 1 {
			cl.typeKeys("a")
			time.Sleep(time.Minute)
		}
		cl.wantScreen("time in 1m0s")
		time.Sleep(time.Minute)
		cl.wantExit(1)
		if out := cl.output(); !strings.Contains(out, "time limit reached") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

func TestDrain(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		stays, goes := r.newClient("en").browse(60, 12), r.newClient("en").browse(60, 12)
		defer stays.disconnect()
		defer goes.disconnect()
		settle()
		start := time.Now()
		r.stop()
		stays.wantScreen("stopped in 10s")
		goes.wantScreen("stopped in 10s")
		goes.typeKeys("q")
		goes.wantExit(0)
		stays.wantExit(1)
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("ended after %v", took)
		}
		if out := stays.output(); !strings.Contains(out, "the server is stopping") {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// A forced stop restores the clients' terminals at once, and tells the reason.
func TestForce(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		defer cl.disconnect()
		settle()
		start := time.Now()
		r.stop()
		cl.wantScreen("stopped in 10s")
		r.force()
		cl.wantExit(1)
		if took := time.Since(start); took > 2*rejectGrace {
			t.Errorf("ended after %v", took)
		}
		out := cl.output()
		if back, said := strings.LastIndex(out, "\x1b[?1049l"), strings.LastIndex(out, "the server is stopping"); back < 0 || said < back {
			t.Errorf("said %q", out[max(len(out)-300, 0):])
		}
	})
}

// A server without sessions stops at once.
func TestDrainOfNobody(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		cl.wantScreen("typed")
		start := time.Now()
		r.stop()
		cl.typeKeys("q")
		cl.wantExit(0)
		cl.disconnect()
		r.served <- <-r.served // for the rig, too
		if took := time.Since(start); took > time.Second {
			t.Errorf("took %v", took)
		}
	})
}

// A panic ends its session, and no other.
func TestPanics(t *testing.T) {
	for _, key := range []string{"!", "@", "$", "panic"} {
		withServer(t, nil, func(t *testing.T, r *rig) {
			other := r.newClient("en").browse(60, 12)
			defer other.disconnect()
			cl := r.newClient("en")
			defer cl.disconnect()
			if key == "panic" {
				if err := cl.session.Start(key); err != nil {
					t.Fatal(err)
				}
			} else {
				cl.browse(60, 12).typeKeys(key)
			}
			cl.wantExit(1)
			out := cl.output() + cl.errOutput()
			if !strings.Contains(out, "something failed on our side") || !strings.Contains(out, "伺服器發生錯誤") || strings.Contains(out, "goroutine") {
				t.Errorf("%s: said %q", key, out)
			}
			other.typeKeys("stillhere")
			other.wantScreen("typed stillhere")
			if n := r.server.metrics.panics.get(); n != 1 || !strings.Contains(r.log.String(), "asked to") {
				t.Errorf("%s: %d panics counted, log %s", key, n, r.log)
			}
		})
	}
}

func TestLog(t *testing.T) {
	withServer(t, func(c *Config) { c.Anonymize = true }, func(t *testing.T, r *rig) {
		cl := r.newClient("en").browse(60, 12)
		cl.typeKeys("secret")
		cl.typeKeys("q")
		cl.wantExit(0)
		cl.disconnect()
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
