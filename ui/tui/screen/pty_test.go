//go:build linux

package screen

import (
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// person is somebody at a pseudo-terminal in which a program runs.
type person struct {
	t     *testing.T
	f     *os.File // the terminal's side
	slave *os.File
	cmd   *exec.Cmd

	deaf sync.Mutex // locked by a test in which nobody reads

	before term.State // of the terminal, before the program

	mu  sync.Mutex
	em  *vt.Emulator
	log strings.Builder
}

// sit starts a program in a terminal. An emulator shows, and answers, what the
// program writes.
func sit(t *testing.T, w, h uint16, env []string, name string, args ...string) *person {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	_ = pty.Setsize(master, &pty.Winsize{Cols: w, Rows: h})
	p := &person{t: t, f: master, slave: slave, em: vt.NewEmulator(int(w), int(h))}
	p.before = p.termios()
	p.cmd = exec.Command(name, args...)
	p.cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "COLORTERM=truecolor", "PS1=$ ", "HOME=/nonexistent"}, env...)
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = slave, slave, slave
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(master, p.em) }() // the emulator's answers
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := master.Read(b)
			p.deaf.Lock()   //nolint:staticcheck // while nobody reads, neither do we
			p.deaf.Unlock() //nolint:staticcheck // likewise
			p.mu.Lock()
			p.log.Write(b[:n])
			_, _ = p.em.Write(b[:n])
			p.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_ = master.Close()
		_ = slave.Close()
		_ = p.em.InputPipe().(io.Closer).Close()
	})
	return p
}

func (p *person) types(s string) {
	p.t.Helper()
	done := make(chan error, 1)
	go func() {
		_, err := io.WriteString(p.f, s)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			p.t.Fatal(err)
		}
	case <-time.After(time.Minute):
		_ = p.cmd.Process.Signal(syscall.SIGQUIT) // have it say where it is stuck
		_ = p.cmd.Wait()
		out := p.written()
		p.t.Fatalf("does not read %.40q: %s", s, out[max(0, len(out)-8000):])
	}
}

func (p *person) screen() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.em.String()
}

func (p *person) written() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

// sees waits until something is on the screen.
func (p *person) sees(want string) {
	p.t.Helper()
	re := regexp.MustCompile(want)
	p.until("see "+want, func() bool { return re.MatchString(p.screen()) })
}

func (p *person) until(what string, ok func() bool) {
	p.t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatalf("does not %s:\n%s\nwritten: %.6000q", what, p.screen(), p.written())
		}
	}
}

// left waits for the program to end and looks at what it leaves behind.
func (p *person) left(code int) {
	p.t.Helper()
	p.exits(code)
	p.clean()
}

// exits waits for the program to end.
func (p *person) exits(code int) {
	p.t.Helper()
	done := make(chan struct{})
	go func() {
		_ = p.cmd.Wait() // its code is looked at below
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		p.t.Fatalf("does not end:\n%s", p.screen())
	}
	if got := p.cmd.ProcessState.ExitCode(); got != code {
		p.t.Errorf("exit code %d, want %d\n%s", got, code, p.screen())
	}
}

// clean checks that the terminal is as it was found.
func (p *person) clean() {
	p.t.Helper()
	p.until("leave the alternate screen", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return !p.em.IsAltScreen()
	})
	out := p.written()
	for _, mode := range []string{"\x1b[?1049", "\x1b[?2004"} {
		if on, off := strings.Count(out, mode+"h"), strings.Count(out, mode+"l"); on != off {
			p.t.Errorf("%q on %d times, off %d times", mode, on, off)
		}
	}
	if a, b := strings.Count(out, "\x1b[>1u"), strings.Count(out, "\x1b[<u")+strings.Count(out, "\x1b[<1u"); a != b {
		p.t.Errorf("kitty keyboard: %d pushed, %d popped", a, b)
	}
	if strings.LastIndex(out, "\x1b[?7l") > strings.LastIndex(out, "\x1b[?7h") || strings.LastIndex(out, "\x1b[?25l") > strings.LastIndex(out, "\x1b[?25h") {
		p.t.Error("wrapping or cursor left off")
	}
}

func (p *person) termios() term.State {
	s, err := term.GetState(p.slave.Fd())
	if err != nil {
		p.t.Fatal(err)
	}
	return *s
}

func (p *person) resize(w, h uint16) {
	p.mu.Lock()
	p.em.Resize(int(w), int(h))
	p.mu.Unlock()
	_ = pty.Setsize(p.f, &pty.Winsize{Cols: w, Rows: h})
}

func self(t *testing.T) string {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return exe
}

// echoes starts the echo and waits for its first frame.
func echoes(t *testing.T) *person {
	p := sit(t, 60, 12, []string{"SCREEN_TEST=run"}, self(t))
	p.sees("回聲 echo")
	return p
}

func TestQuitPaths(t *testing.T) {
	for _, c := range []struct {
		name string
		act  func(*person)
		code int
	}{
		{"quit", func(p *person) { p.types("q") }, 0},
		{"ctrl+c", func(p *person) { p.types("\x03") }, 130},
		{"panic in update", func(p *person) { p.types("U") }, 1},
		{"panic in command", func(p *person) { p.types("C") }, 1},
		{"error", func(p *person) { p.types("e") }, 1},
		{"SIGTERM", func(p *person) { _ = p.cmd.Process.Signal(syscall.SIGTERM) }, 143},
		{"SIGINT", func(p *person) { _ = p.cmd.Process.Signal(syscall.SIGINT) }, 130},
		{"SIGHUP", func(p *person) { _ = p.cmd.Process.Signal(syscall.SIGHUP) }, 129},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := sit(t, 60, 12, []string{"SCREEN_TEST=run"}, self(t))
			p.sees("回聲 echo")
			if p.termios() == p.before {
				t.Error("terminal is not raw")
			}
			c.act(p)
			p.left(c.code)
			if p.termios() != p.before {
				t.Error("terminal settings not restored")
			}
			if strings.HasPrefix(c.name, "panic") {
				// Told on the main screen, where it stays.
				p.until("tell of the panic", func() bool {
					_, after, _ := strings.Cut(p.written(), "\x1b[?1049l")
					return strings.Contains(after, "panic: in") && strings.Contains(after, "model_test.go")
				})
			}
		})
	}
}

// Where we do not handle the terminal, the stock program ends alike.
func TestStockQuitPaths(t *testing.T) {
	for code, act := range map[int]func(*person){
		0:   func(p *person) { p.types("q") },
		130: func(p *person) { p.types("\x03") },
		143: func(p *person) { _ = p.cmd.Process.Signal(syscall.SIGTERM) },
		129: func(p *person) { _ = p.cmd.Process.Signal(syscall.SIGHUP) },
	} {
		p := sit(t, 60, 12, []string{"SCREEN_TEST=stock"}, self(t))
		p.sees("回聲 echo")
		p.types("x")
		p.sees("key 1 x")
		act(p)
		p.left(code)
		if p.termios() != p.before {
			t.Error("terminal settings not restored")
		}
	}
}

// TestNoAnswerLeftBehind quits before the terminal has answered the query for
// its modes: the answer must not reach the shell.
func TestNoAnswerLeftBehind(t *testing.T) {
	p := sit(t, 60, 12, []string{"SCREEN_TEST=run"}, self(t))
	p.types("q")
	p.left(0)
	n, err := unix.IoctlGetInt(int(p.slave.Fd()), unix.TIOCINQ)
	if err != nil || n != 0 {
		t.Errorf("%d bytes left for the shell, %v", n, err)
	}
}

func TestOrders(t *testing.T) {
	p := echoes(t)
	p.types("c")
	p.until("copy", func() bool { return strings.Contains(p.written(), "\x1b]52;c;Y29waWVk\a") })
	p.types("b")
	p.sees("background #000000")
	p.types("r")
	p.sees("key 3 r")
	if strings.Contains(p.written(), "raw") {
		t.Error("raw output was obeyed")
	}
	p.types("q")
	p.left(0)
}

func TestHostilePerson(t *testing.T) {
	p := echoes(t)
	raw := p.termios()
	for _, bad := range append(nothing, "\x1b]0;never ended", "\x1b[200~never ended", "\x1b[200~"+strings.Repeat("paste ", 50000)+"\x1b[201~",
		strings.Repeat("xyz XYZ ", 33333), "\x1bPnever ended") {
		p.types(bad)
	}
	p.until("ready", func() bool { p.types("\x1b[201~x"); return strings.Contains(p.screen(), " x") })
	if p.termios() != raw {
		t.Error("terminal settings changed")
	}
	p.types("\x03")
	p.left(130)
}

// A terminal that reads no more must not hold back the end, nor stay raw.
func TestDeafTerminal(t *testing.T) {
	p := sit(t, 60, 12, []string{"SCREEN_TEST=run"}, self(t))
	p.sees("回聲 echo")
	p.deaf.Lock()
	for i := range uint16(2000) { // each repaints the whole screen
		_ = pty.Setsize(p.f, &pty.Winsize{Cols: 60 + i%2, Rows: 12})
		p.types("x")
	}
	p.until("fill the terminal's buffer", func() bool {
		var n int
		n, _ = unix.IoctlGetInt(int(p.f.Fd()), unix.TIOCINQ)
		p.types("x")
		return n >= 4000
	})
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	p.exits(143)
	if p.termios() != p.before {
		t.Error("terminal settings not restored")
	}
	// A reader that comes back finds the terminal as it was.
	p.deaf.Unlock()
	p.until("give the screen back", func() bool {
		out := p.written()
		return strings.LastIndex(out, "\x1b[?1049l") > strings.LastIndex(out, "\x1b[?1049h")
	})
}

func TestResizeStorm(t *testing.T) {
	p := echoes(t)
	for i := range uint16(60) {
		p.resize(30+i%40, 8+i%20)
		p.types("x")
	}
	p.resize(61, 13)
	p.sees("echo 61x13")
	p.sees("回聲 echo")
	f := func() bool { s := p.screen(); return strings.Count(s, "echo") == 1 && strings.Contains(s, "key 60 x") }
	p.until("settle", f)
	p.types("q")
	p.left(0)
}

// TestSuspendAndResume stops the program under a real shell with job control
// and continues it, twice in a row.
func TestSuspendAndResume(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Fatal(err)
	}
	stops := map[string]func(p *person, pid int){
		"ctrl+z":  func(p *person, _ int) { p.types("\x1a") },
		"SIGTSTP": func(_ *person, pid int) { _ = syscall.Kill(pid, syscall.SIGTSTP) },
		"SIGSTOP": func(_ *person, pid int) { _ = syscall.Kill(pid, syscall.SIGSTOP) },
	}
	for name, stop := range stops {
		t.Run(name, func(t *testing.T) {
			p := sit(t, 60, 12, nil, bash, "--norc", "--noprofile", "-i")
			p.sees(`\$`)
			p.types("bind 'set enable-bracketed-paste off'\n")
			p.types("SCREEN_TEST=run " + self(t) + " & echo pid=$!; fg\n")
			p.sees("回聲 echo")
			// A program that SIGSTOP stops cannot wait for the answer to its
			// query; the shell would read it.
			p.sees("mode 2026")
			pid := p.pid()
			for _, key := range []string{"x", "y"} {
				stopped := strings.Count(p.written(), "Stopped")
				stop(p, pid)
				p.until("stop", func() bool {
					return strings.Count(p.written(), "Stopped") > stopped && strings.HasSuffix(p.written(), "$ ")
				})
				if name != "SIGSTOP" {
					p.clean()
				}
				before := len(p.written())
				p.types("fg\n")
				p.until("come back", func() bool { return strings.Contains(p.written()[before:], "回聲 echo") })
				p.types(key)
				p.sees(`key \d ` + key)
			}
			p.types("q")
			p.until("end", func() bool { return strings.HasSuffix(p.written(), "$ ") })
			p.types("stty -a; exit\n")
			p.left(0)
			p.until("have its settings back", func() bool {
				return strings.Contains(p.written(), " icanon") && strings.Contains(p.written(), " echo ")
			})
		})
	}
}

// pid waits for the process number that the shell prints as "pid=123".
func (p *person) pid() (pid int) {
	p.t.Helper()
	re := regexp.MustCompile(`pid=(\d+)\r`)
	p.until("say its pid", func() bool {
		m := re.FindStringSubmatch(p.written())
		if m != nil {
			pid, _ = strconv.Atoi(m[1])
		}
		return m != nil
	})
	return pid
}
