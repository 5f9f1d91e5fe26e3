//go:build linux

package screen

import (
	"errors"
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

// ptyProgram is a program in a pseudo-terminal, under an emulator.
type ptyProgram struct {
	t      *testing.T
	master *os.File // the terminal's side
	slave  *os.File
	cmd    *exec.Cmd

	readGate sync.Mutex // locked while the terminal does not read
	replies  heldWriter // of the emulator to queries

	before term.State // of the terminal, before the program

	mu  sync.Mutex
	em  *vt.Emulator
	log strings.Builder
}

// startInPTY starts a program in a terminal of w by h cells. An emulator shows
// the output and replies to queries.
func startInPTY(t *testing.T, w, h uint16, env []string, name string, args ...string) *ptyProgram {
	t.Helper()
	p := openPTY(t, w, h)
	p.start(env, name, args...)
	return p
}

// openPTY returns a terminal of w by h cells in which no program has started.
func openPTY(t *testing.T, w, h uint16) *ptyProgram {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	_ = pty.Setsize(master, &pty.Winsize{Cols: w, Rows: h})
	p := &ptyProgram{t: t, master: master, slave: slave, em: vt.NewEmulator(int(w), int(h))}
	p.before = p.termios()
	p.replies.to = master
	return p
}

// start starts a program in the terminal.
func (p *ptyProgram) start(env []string, name string, args ...string) {
	p.t.Helper()
	t, master, slave := p.t, p.master, p.slave
	p.cmd = exec.Command(name, args...)
	p.cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "COLORTERM=truecolor", "PS1=$ ", "HOME=/nonexistent"}, env...)
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = slave, slave, slave
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(&p.replies, p.em) }()
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := master.Read(b)
			p.readGate.Lock()   //nolint:staticcheck // wait for the gate
			p.readGate.Unlock() //nolint:staticcheck // wait for the gate
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
}

// stopReading makes the terminal read no more, and returns a function that makes it read
// again, which the end of the test calls too: a goroutine that waits would outlive it.
func (p *ptyProgram) stopReading() (readAgain func()) {
	p.readGate.Lock()
	readAgain = sync.OnceFunc(p.readGate.Unlock)
	p.t.Cleanup(readAgain)
	return readAgain
}

// fillOutput writes to a terminal that does not read until it takes no more.
func (p *ptyProgram) fillOutput() {
	p.t.Helper()
	fd, err := unix.Open(p.slave.Name(), unix.O_WRONLY|unix.O_NONBLOCK|unix.O_NOCTTY, 0)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = unix.Close(fd) }()
	p.waitUntil("take no more", func() bool {
		var err error
		for err == nil {
			_, err = unix.Write(fd, []byte("x")) // one byte finds room where many do not
		}
		n, _ := unix.IoctlGetInt(int(p.master.Fd()), unix.TIOCINQ) // the kernel moves bytes here from another buffer
		return errors.Is(err, unix.EAGAIN) && n >= 4000
	})
}

// heldWriter writes to a terminal, from the time of release on if hold was called.
type heldWriter struct {
	to   io.Writer
	mu   sync.Mutex
	sent []byte // everything written to the terminal
	held []byte
	on   bool
}

func (h *heldWriter) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.on {
		h.held = append(h.held, b...)
		return len(b), nil
	}
	h.sent = append(h.sent, b...)
	return h.to.Write(b)
}

// fences returns how many replies to fences were written to the terminal.
func (h *heldWriter) fences() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(fenceReply.FindAll(h.sent, -1))
}

// fenceReply is the reply to a fence: the terminal's primary device attributes.
var fenceReply = regexp.MustCompile(`\x1b\[\?[0-9;]*c`)

// waitUntilRepliesAreRead waits until the program has read the reply to every fence
// that it has sent: it shows a key that is typed behind them. How much waits in the terminal
// tells less: the kernel moves what is written there later, on a thread of its own.
func (p *ptyProgram) waitUntilRepliesAreRead(key string) {
	p.t.Helper()
	p.waitUntil("get the replies", func() bool {
		asked := strings.Count(p.output(), "\x1b[c")
		return asked > 0 && p.replies.fences() == asked
	})
	p.typeKeys(key)
	p.waitForText(`key \d ` + key)
}

func (h *heldWriter) hold() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.on = true
}

// release writes everything that was held.
func (h *heldWriter) release() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.on = false
	h.sent = append(h.sent, h.held...)
	_, _ = h.to.Write(h.held) // a program that has ended does not read it
	h.held = nil
}

func (p *ptyProgram) typeKeys(s string) {
	p.t.Helper()
	done := make(chan error, 1)
	go func() {
		_, err := io.WriteString(p.master, s)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			p.t.Fatal(err)
		}
	case <-time.After(time.Minute):
		_ = p.cmd.Process.Signal(syscall.SIGQUIT) // prints where it is stuck
		_ = p.cmd.Wait()
		out := p.output()
		p.t.Fatalf("does not read %.40q: %s", s, out[max(0, len(out)-8000):])
	}
}

func (p *ptyProgram) screenText() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.em.String()
}

func (p *ptyProgram) output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

// waitForText waits until the screen matches a regular expression.
func (p *ptyProgram) waitForText(want string) {
	p.t.Helper()
	re := regexp.MustCompile(want)
	p.waitUntil("see "+want, func() bool { return re.MatchString(p.screenText()) })
}

// waitUntil waits for ok, for at most a minute.
func (p *ptyProgram) waitUntil(what string, ok func() bool) {
	p.t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatalf("does not %s:\n%s\nwritten: %.6000q", what, p.screenText(), p.output())
		}
	}
}

// waitRestored waits for the program to end, and checks its exit code and the
// terminal.
func (p *ptyProgram) waitRestored(code int) {
	p.t.Helper()
	p.waitExit(code)
	p.checkRestored()
}

// waitExit waits for the program to end and checks its exit code.
func (p *ptyProgram) waitExit(code int) {
	p.t.Helper()
	done := make(chan struct{})
	go func() {
		_ = p.cmd.Wait() // its code is checked below
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		p.t.Fatalf("does not end:\n%s", p.screenText())
	}
	if got := p.cmd.ProcessState.ExitCode(); got != code {
		p.t.Errorf("exit code %d, want %d\n%s", got, code, p.screenText())
	}
}

// checkRestored checks that the terminal is as it was before the program.
func (p *ptyProgram) checkRestored() {
	p.t.Helper()
	p.waitUntil("leave the alternate screen", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return !p.em.IsAltScreen()
	})
	out := p.output()
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

func (p *ptyProgram) termios() term.State {
	s, err := term.GetState(p.slave.Fd())
	if err != nil {
		p.t.Fatal(err)
	}
	return *s
}

func (p *ptyProgram) resize(w, h uint16) {
	p.mu.Lock()
	p.em.Resize(int(w), int(h))
	p.mu.Unlock()
	_ = pty.Setsize(p.master, &pty.Winsize{Cols: w, Rows: h})
}

// testBinary returns the path of this test, which TestMain can turn into the echo.
func testBinary(t *testing.T) string {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return exe
}

// startEcho starts the echo and waits for its first frame.
func startEcho(t *testing.T) *ptyProgram {
	p := startInPTY(t, 60, 12, []string{"SCREEN_TEST=run"}, testBinary(t))
	p.waitForText("回聲 echo")
	return p
}

// waitForPID waits for the process number that the shell prints as "pid=123".
func (p *ptyProgram) waitForPID() (pid int) {
	p.t.Helper()
	re := regexp.MustCompile(`pid=(\d+)\r`)
	p.waitUntil("say its pid", func() bool {
		m := re.FindStringSubmatch(p.output())
		if m != nil {
			pid, _ = strconv.Atoi(m[1])
		}
		return m != nil
	})
	return pid
}
