//go:build linux

package screen

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

func TestQuitPaths(t *testing.T) {
	for _, c := range []struct {
		name string
		act  func(*ptyProgram)
		code int
	}{
		{"quit", func(p *ptyProgram) { p.typeKeys("q") }, 0},
		{"ctrl+c", func(p *ptyProgram) { p.typeKeys("\x03") }, 130},
		{"panic in update", func(p *ptyProgram) { p.typeKeys("U") }, 1},
		{"panic in command", func(p *ptyProgram) { p.typeKeys("C") }, 1},
		{"error", func(p *ptyProgram) { p.typeKeys("e") }, 1},
		{"SIGTERM", func(p *ptyProgram) { _ = p.cmd.Process.Signal(syscall.SIGTERM) }, 143},
		{"SIGINT", func(p *ptyProgram) { _ = p.cmd.Process.Signal(syscall.SIGINT) }, 130},
		{"SIGHUP", func(p *ptyProgram) { _ = p.cmd.Process.Signal(syscall.SIGHUP) }, 129},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := startInPTY(t, 60, 12, []string{"SCREEN_TEST=run"}, testBinary(t))
			p.waitForText("回聲 echo")
			if p.termios() == p.before {
				t.Error("terminal is not raw")
			}
			c.act(p)
			p.waitRestored(c.code)
			if p.termios() != p.before {
				t.Error("terminal settings not restored")
			}
			if strings.HasPrefix(c.name, "panic") {
				// Told on the main screen, where it stays.
				p.waitUntil("tell of the panic", func() bool {
					_, after, _ := strings.Cut(p.output(), "\x1b[?1049l")
					return strings.Contains(after, "panic: in") && strings.Contains(after, "model_test.go")
				})
			}
		})
	}
}

// TestStockQuitPaths checks that the model ends in the same ways under a stock
// program, which runs it where we do not handle the terminal.
func TestStockQuitPaths(t *testing.T) {
	for code, act := range map[int]func(*ptyProgram){
		0:   func(p *ptyProgram) { p.typeKeys("q") },
		130: func(p *ptyProgram) { p.typeKeys("\x03") },
		143: func(p *ptyProgram) { _ = p.cmd.Process.Signal(syscall.SIGTERM) },
		129: func(p *ptyProgram) { _ = p.cmd.Process.Signal(syscall.SIGHUP) },
	} {
		p := startInPTY(t, 60, 12, []string{"SCREEN_TEST=stock"}, testBinary(t))
		p.waitForText("回聲 echo")
		p.typeKeys("x")
		p.waitForText("key 1 x")
		act(p)
		p.waitRestored(code)
		if p.termios() != p.before {
			t.Error("terminal settings not restored")
		}
	}
}

// TestNoReplyLeftBehind quits before the terminal has replied to queries: the
// program gives the screen back at once, and ends when the last reply has come. The
// shell must find nothing to read.
func TestNoReplyLeftBehind(t *testing.T) {
	p := openPTY(t, 60, 12)
	p.replies.hold()
	p.start([]string{"SCREEN_TEST=run"}, testBinary(t))
	p.waitForText("回聲 echo") // a q that is typed before ends the program before there is a screen
	p.typeKeys("q")
	p.waitUntil("leave the alternate screen", func() bool { return strings.Contains(p.output(), "\x1b[?1049l") })
	if p.termios() == p.before {
		t.Error("the shell would read the replies")
	}
	p.typeKeys("typed meanwhile")
	p.replies.release()
	p.waitRestored(0)
	if _, err := term.MakeRaw(p.slave.Fd()); err != nil { // else unfinished lines are not counted
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(p.slave.Fd()), unix.TIOCINQ)
	if err != nil || n != 0 {
		t.Errorf("%d bytes left for the shell, %v", n, err)
	}
}

// TestNoReplyLeftBehindWhileSuspended does the same with ctrl+z and a real shell.
func TestNoReplyLeftBehindWhileSuspended(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Fatal(err)
	}
	p := startInPTY(t, 60, 12, nil, bash, "--norc", "--noprofile", "-i")
	p.waitForText(`\$`)
	p.typeKeys("bind 'set enable-bracketed-paste off'\n")
	p.replies.hold()
	p.typeKeys("SCREEN_TEST=run " + testBinary(t) + "\n")
	p.waitForText("回聲 echo")
	p.typeKeys("\x1a")
	p.waitUntil("leave the alternate screen", func() bool { return strings.Contains(p.output(), "\x1b[?1049l") })
	if strings.Contains(p.output(), "Stopped") {
		t.Error("stopped before the replies")
	}
	p.typeKeys("typed meanwhile")
	p.replies.release()
	prompt := func() bool { return strings.HasSuffix(p.output(), "$ ") }
	p.waitUntil("stop", func() bool { return strings.Contains(p.output(), "Stopped") && prompt() })
	p.typeKeys("fg\n")
	p.waitForText("mode 2026")
	if strings.Contains(p.screenText(), "key 2") {
		t.Errorf("took what was typed after ctrl+z:\n%s", p.screenText())
	}
	p.typeKeys("q")
	p.waitUntil("end", prompt)
	p.typeKeys("exit\n")
	p.waitRestored(0)
	if out := p.output(); strings.Contains(out, "2026;") || strings.Contains(out, "typed") {
		t.Errorf("the shell read a reply: %q", out)
	}
}

func TestProgramMessages(t *testing.T) {
	p := startEcho(t)
	p.typeKeys("c")
	p.waitUntil("copy", func() bool { return strings.Contains(p.output(), "\x1b]52;c;Y29waWVk\a") })
	p.typeKeys("b")
	p.waitForText("background #000000")
	p.typeKeys("r")
	p.waitForText("key 3 r")
	if strings.Contains(p.output(), "raw") {
		t.Error("raw output was obeyed")
	}
	p.typeKeys("q")
	p.waitRestored(0)
}

func TestHostileInputInPTY(t *testing.T) {
	p := startEcho(t)
	raw := p.termios()
	for _, bad := range append(droppedInput, "\x1b]0;never ended", "\x1b[200~never ended", "\x1b[200~"+strings.Repeat("paste ", 50000)+"\x1b[201~",
		strings.Repeat("xyz XYZ ", 33333), "\x1bPnever ended") {
		p.typeKeys(bad)
	}
	p.waitUntil("ready", func() bool { p.typeKeys("\x1b[201~x"); return strings.Contains(p.screenText(), " x") })
	if p.termios() != raw {
		t.Error("terminal settings changed")
	}
	p.typeKeys("\x03")
	p.waitRestored(130)
}

// TestTerminalThatDoesNotRead checks that the program ends, and that the terminal
// does not stay raw, when the terminal has stopped reading.
func TestTerminalThatDoesNotRead(t *testing.T) {
	p := startInPTY(t, 60, 12, []string{"SCREEN_TEST=run"}, testBinary(t))
	p.waitForText("回聲 echo")
	p.waitUntilRepliesAreRead("v") // else it waits for one that does not come
	readAgain := p.stopReading()
	p.fillOutput()
	for i := range uint16(20) { // each repaints the whole screen
		_ = pty.Setsize(p.master, &pty.Winsize{Cols: 60 + i%2, Rows: 12})
		p.typeKeys("x")
	}
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	p.waitExit(143)
	if p.termios() != p.before {
		t.Error("terminal settings not restored")
	}
	// A reader that comes back finds the terminal as it was.
	readAgain()
	p.waitUntil("give the screen back", func() bool {
		out := p.output()
		return strings.LastIndex(out, "\x1b[?1049l") > strings.LastIndex(out, "\x1b[?1049h")
	})
}

// TestEndAmongResizes checks that a signal which ends the session is not lost among
// those of resizes, however many come while the session is busy.
func TestEndAmongResizes(t *testing.T) {
	_, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slave.Close() }()
	s := New(&echo{}, io.Discard, Options{W: 60, H: 12})
	defer close(s.done)
	j := &jobControl{session: s, tty: &tty{file: slave}, signals: newSignals()}
	<-j.signals.catch()
	defer j.signals.stopCatching()
	for range cap(s.msgs) {
		s.Send(tea.FocusMsg{}) // the session is busy: it takes none of them yet
	}
	go j.watchSignals()
	seen := make(chan os.Signal, 1)
	signal.Notify(seen, syscall.SIGWINCH, syscall.SIGTERM)
	defer signal.Stop(seen)
	for _, n := range append(slices.Repeat([]syscall.Signal{syscall.SIGWINCH}, 100), syscall.SIGTERM) {
		if err := syscall.Kill(os.Getpid(), n); err != nil {
			t.Fatal(err)
		}
		<-seen
	}
	for end := time.After(time.Minute); ; {
		select {
		case m := <-s.msgs:
			if m, ok := m.(endMsg); ok {
				if want := (&SignalError{syscall.SIGTERM}); m.Error() != want.Error() {
					t.Errorf("ended by %v, want %v", m, want)
				}
				return
			}
		case <-end:
			t.Fatal("SIGTERM is lost")
		}
	}
}

func TestResizeStorm(t *testing.T) {
	p := startEcho(t)
	for i := range uint16(60) {
		p.resize(30+i%40, 8+i%20)
		p.typeKeys("x")
	}
	p.resize(61, 13)
	p.waitForText("echo 61x13")
	p.waitForText("回聲 echo")
	f := func() bool {
		s := p.screenText()
		return strings.Count(s, "echo") == 1 && strings.Contains(s, "key 60 x")
	}
	p.waitUntil("settle", f)
	p.typeKeys("q")
	p.waitRestored(0)
}

// TestSuspendAndResume stops the program under a real shell with job control
// and continues it, twice in a row.
func TestSuspendAndResume(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Fatal(err)
	}
	stops := map[string]func(p *ptyProgram, pid int){
		"ctrl+z":  func(p *ptyProgram, _ int) { p.typeKeys("\x1a") },
		"SIGTSTP": func(_ *ptyProgram, pid int) { _ = syscall.Kill(pid, syscall.SIGTSTP) },
		"SIGSTOP": func(_ *ptyProgram, pid int) { _ = syscall.Kill(pid, syscall.SIGSTOP) },
	}
	for name, stop := range stops {
		t.Run(name, func(t *testing.T) {
			p := startInPTY(t, 60, 12, nil, bash, "--norc", "--noprofile", "-i")
			p.waitForText(`\$`)
			p.typeKeys("bind 'set enable-bracketed-paste off'\n")
			p.typeKeys("SCREEN_TEST=run " + testBinary(t) + " & echo pid=$!; fg\n")
			p.waitForText("回聲 echo")
			pid := p.waitForPID()
			for _, keys := range [][2]string{{"v", "x"}, {"w", "y"}} {
				if name == "SIGSTOP" { // which leaves no time to wait for replies: the shell would read them
					p.waitUntilRepliesAreRead(keys[0])
				}
				stopped := strings.Count(p.output(), "Stopped")
				stop(p, pid)
				p.waitUntil("stop", func() bool {
					return strings.Count(p.output(), "Stopped") > stopped && strings.HasSuffix(p.output(), "$ ")
				})
				if name != "SIGSTOP" {
					p.checkRestored()
				}
				before := len(p.output())
				p.typeKeys("fg\n")
				p.waitUntil("come back", func() bool { return strings.Contains(p.output()[before:], "回聲 echo") })
				p.typeKeys(keys[1])
				p.waitForText(`key \d ` + keys[1])
			}
			p.typeKeys("q")
			p.waitUntil("end", func() bool { return strings.HasSuffix(p.output(), "$ ") })
			p.typeKeys("stty -a; exit\n")
			p.waitRestored(0)
			p.waitUntil("have its settings back", func() bool {
				return strings.Contains(p.output(), " icanon") && strings.Contains(p.output(), " echo ")
			})
		})
	}
}
