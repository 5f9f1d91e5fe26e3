//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"voxatlas/ui/cli"
)

// binary builds the program once for the tests that run it for real.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "voxatlas")
	if err != nil {
		return "", err
	}
	built = dir
	path := filepath.Join(dir, "voxatlas")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// built is the folder of the program, when a test has needed it.
var built string

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		_ = os.RemoveAll(built) // a leftover in the temporary folder harms nobody
	}
	os.Exit(code)
}

func TestProfile(t *testing.T) {
	for _, tt := range []struct {
		term  string
		color cli.Color
		want  colorprofile.Profile
	}{
		{"xterm-256color", cli.ColorAuto, colorprofile.ANSI256},
		{"xterm-256color", cli.ColorAlways, colorprofile.ANSI256},
		{"xterm-256color", cli.ColorNever, colorprofile.ASCII},
		{"dumb", cli.ColorAlways, colorprofile.ANSI256},
		{"", cli.ColorAlways, colorprofile.ANSI256},
	} {
		if got := profile([]string{"TERM=" + tt.term}, tt.color); got != tt.want {
			t.Errorf("TERM=%s --color %s: %v, want %v", tt.term, tt.color, got, tt.want)
		}
	}
}

// session is the program on a terminal of its own, seen through an emulator.
type session struct {
	t     *testing.T
	cmd   *exec.Cmd
	pty   *os.File
	tty   *os.File // kept open, so that the terminal's state can be read afterwards
	raw   *term.State
	mu    sync.Mutex
	term  *vt.Emulator
	out   bytes.Buffer
	ended chan struct{}
}

// start runs the program with args on a terminal of w by h cells.
func start(t *testing.T, w, h int, args ...string) *session {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return run(t, w, h, exec.Command(path, args...))
}

// run runs a command on a terminal of w by h cells.
func run(t *testing.T, w, h int, cmd *exec.Cmd) *session {
	t.Helper()
	var err error
	s := &session{t: t, term: vt.NewEmulator(w, h), ended: make(chan struct{})}
	if s.pty, s.tty, err = pty.Open(); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(s.pty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		t.Fatal(err)
	}
	if s.raw, err = term.GetState(s.tty.Fd()); err != nil {
		t.Fatal(err)
	}
	s.cmd = cmd
	s.cmd.Env = append(s.cmd.Env, "TERM=xterm-256color", "LANG=zh_TW.UTF-8", "PATH="+os.Getenv("PATH"))
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.tty, s.tty, s.tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.watch()
	go func() { _, _ = io.Copy(s.pty, s.term) }() // what a terminal answers to queries
	go func() {
		_ = s.cmd.Wait() // its code is looked at by ends
		close(s.ended)
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill() // ended already, unless the test failed
		_ = s.term.InputPipe().(io.Closer).Close()
		_ = s.tty.Close()
		_ = s.pty.Close()
	})
	return s
}

// watch shows what the program writes.
func (s *session) watch() {
	buf := make([]byte, 64<<10)
	for {
		n, err := s.pty.Read(buf)
		s.mu.Lock()
		s.out.Write(buf[:n])
		_, _ = s.term.Write(buf[:n]) // an emulator takes everything
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// typed sends keys.
func (s *session) typed(keys string) {
	s.t.Helper()
	if _, err := s.pty.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// screen is what stands on the terminal.
func (s *session) screen() string { return ansi.Strip(s.styled()) }

// styled is the same with its colours.
func (s *session) styled() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.term.Render()
}

// sees waits until every text stands on the screen.
func (s *session) sees(texts ...string) {
	s.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for {
		screen, missing := s.screen(), ""
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				missing = text
			}
		}
		if missing == "" {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("%q does not come; the screen is\n%s", missing, screen)
		}
		time.Sleep(2 * time.Millisecond) // between two looks, not for a time to pass
	}
}

// ends waits for the program to end with that code and the terminal to be as it
// was.
func (s *session) ends(code int) {
	s.t.Helper()
	select {
	case <-s.ended:
	case <-time.After(30 * time.Second):
		s.t.Fatalf("the program does not end; the screen is\n%s", s.screen())
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d", got, code)
	}
	after, err := term.GetState(s.tty.Fd())
	if err != nil {
		s.t.Fatal(err)
	}
	if *after != *s.raw {
		s.t.Errorf("the terminal is left in another mode: %+v, was %+v", *after, *s.raw)
	}
	s.leaves()
}

// leaves waits for the bytes that give the screen back: every mode that was
// switched on is switched off.
func (s *session) leaves() {
	s.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for {
		s.mu.Lock()
		out := s.out.String()
		s.mu.Unlock()
		left := ""
		for _, mode := range []string{"?1049", "?2004", "?1000", "?1002", "?1003", "?1004", "?1006", "?2026", "?2027"} {
			if strings.LastIndex(out, "\x1b["+mode+"h") > strings.LastIndex(out, "\x1b["+mode+"l") {
				left = mode
			}
		}
		if strings.LastIndex(out, "\x1b[?25l") > strings.LastIndex(out, "\x1b[?25h") {
			left = "?25"
		}
		if left == "" {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("mode %s stays on; the last bytes are %q", left, out[max(0, len(out)-300):])
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func TestBrowse(t *testing.T) {
	s := start(t, 120, 40, "--edition", "2023-01-26")
	s.sees("國家/地區清單 114", "服務提供情形", "服務說明", "資料日期 2023-01-26")
	s.typed("台")
	s.sees("國家/地區清單 1/114", "台灣  TW  +886  Taiwan", "1 個城市：台北", "比較各種 PSTN 連線選項")
	s.typed("\x1bOQ") // F2
	s.sees("Countries 1/114", "Taiwan  TW  +886", "1 city: Taipei", "Available")
	s.typed("\r")
	s.sees("enter explain")
	s.typed("q")
	s.ends(0)
}

func TestOpenAt(t *testing.T) {
	for _, name := range []string{"taiwan", "台灣", "tw", "臺灣"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, 80, 24, name)
			s.sees("台灣  TW  +886", "看說明")
			s.typed("\x03")
			s.ends(0)
		})
	}
}

// TestEndings ends the browser in every way that is not its user's.
func TestEndings(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130, syscall.SIGQUIT: 131} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t, 80, 24)
			s.sees("國家/地區清單")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			s.ends(code)
		})
	}
}

// TestNoTerminal runs the program where nobody looks.
func TestNoTerminal(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.Env = []string{"LANG=en_US.UTF-8"}
	_ = cmd.Run() // the code is looked at below
	if code := cmd.ProcessState.ExitCode(); code != 2 || !strings.Contains(stderr.String(), "voxatlas list") {
		t.Errorf("exit code %d, %q; want 2 and what to use instead", code, stderr.String())
	}
}

// TestHostileInput types at the browser what kills others: more parameters than
// a decoder has room for, strings that never end, a huge paste, no text at all.
// Afterwards keys still work, and ctrl+c quits.
func TestHostileInput(t *testing.T) {
	for name, bytes := range map[string]string{
		"33 parameters":       "\x1b[" + strings.Repeat(";", 32) + "1m",
		"40 sub-parameters":   "\x1b[" + strings.Repeat("1:", 40) + "u",
		"DCS parameters":      "\x1bP" + strings.Repeat(";", 64) + "1q\x1b\\",
		"unterminated OSC":    "\x1b]52;c;" + strings.Repeat("A", 200_000),
		"unterminated CSI":    "\x1b[" + strings.Repeat("1", 100_000),
		"300 kB paste":        "\x1b[200~" + strings.Repeat("台灣 ", 45_000) + "\x1b[201~",
		"paste without end":   "\x1b[200~abc",
		"100 kB of 0xFF":      strings.Repeat("\xff", 100_000),
		"in-band resize":      "\x1b[8;2147483647;2147483647t\x1b[48;65535;65535;0;0t",
		"C1 and bidi":         "\u009b31m\u202e\u2066x\u200b",
		"answers never asked": "\x1b[?62;22c\x1b[12;40R\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?2026;2$y",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, 80, 24)
			s.sees("國家/地區清單 114")
			for rest := bytes; rest != ""; {
				n := min(len(rest), 1000)
				s.typed(rest[:n])
				rest = rest[n:]
			}
			// An unfinished sequence may swallow keys for as long as it may be going
			// on: type until the browser answers.
			s.answers("\x06", "\x15", "jp", "日本  JP  +81  Japan")
			s.typed("\x03")
			s.ends(0)
		})
	}
}

// answers types keys, again and again, until text stands on the screen.
func (s *session) answers(keys ...string) {
	s.t.Helper()
	text := keys[len(keys)-1]
	for deadline := time.Now().Add(20 * time.Second); ; {
		for _, k := range keys[:len(keys)-1] {
			s.typed(k)
			if s.soon(text, 100*time.Millisecond) {
				return
			}
		}
		if s.soon(text, 1500*time.Millisecond) { // silence ends what was cut off
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("keys are dead; the screen is\n%s", s.screen())
		}
	}
}

// soon reports whether text stands on the screen within that time.
func (s *session) soon(text string, within time.Duration) bool {
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(s.screen(), text) {
			return true
		}
	}
	return false
}
