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
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"voxatlas/ui/cli"
)

// buildBinary builds the program once, for the tests that start it, and returns
// its path.
var buildBinary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "voxatlas")
	if err != nil {
		return "", err
	}
	buildDir = dir
	path := filepath.Join(dir, "voxatlas")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// buildDir is the folder of the program; empty until a test has built it.
var buildDir string

// TestMain gives the programs of the tests an empty directory for data: the editions that a
// developer has fetched must not change a result.
func TestMain(m *testing.M) {
	empty, err := os.MkdirTemp("", "voxatlas")
	if err == nil {
		err = os.Setenv("XDG_DATA_HOME", empty)
	}
	if err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.Remove(empty) // it stays if a program has written to it
	if buildDir != "" {
		_ = os.RemoveAll(buildDir) // a leftover in the temporary folder does no harm
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

// browserOnPTY is the program on a pseudo-terminal, under an emulator.
type browserOnPTY struct {
	t           *testing.T
	cmd         *exec.Cmd
	pty         *os.File
	tty         *os.File // kept open, so that the terminal's state can be read afterwards
	stateBefore *term.State
	mu          sync.Mutex
	term        *vt.Emulator
	output      bytes.Buffer
	exited      chan struct{}
}

// startBrowser starts the program with args on a terminal of w by h cells.
func startBrowser(t *testing.T, w, h int, args ...string) *browserOnPTY {
	t.Helper()
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	return startOnPTY(t, w, h, exec.Command(path, args...))
}

// startOnPTY starts a command on a terminal of w by h cells.
func startOnPTY(t *testing.T, w, h int, cmd *exec.Cmd) *browserOnPTY {
	t.Helper()
	var err error
	s := &browserOnPTY{t: t, term: vt.NewEmulator(w, h), exited: make(chan struct{})}
	if s.pty, s.tty, err = pty.Open(); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(s.pty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		t.Fatal(err)
	}
	if s.stateBefore, err = term.GetState(s.tty.Fd()); err != nil {
		t.Fatal(err)
	}
	s.cmd = cmd
	s.cmd.Env = append([]string{"XDG_DATA_HOME=" + os.Getenv("XDG_DATA_HOME")}, append(s.cmd.Env, "TERM=xterm-256color", "LANG=zh_TW.UTF-8", "PATH="+os.Getenv("PATH"))...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.tty, s.tty, s.tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.showOutput()
	go func() { _, _ = io.Copy(s.pty, s.term) }() // answers to queries
	go func() {
		_ = s.cmd.Wait() // its code is checked by waitForEnd
		close(s.exited)
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill() // ended already, unless the test failed
		_ = s.term.InputPipe().(io.Closer).Close()
		_ = s.tty.Close()
		_ = s.pty.Close()
	})
	return s
}

// showOutput feeds the emulator with the output of the program.
func (s *browserOnPTY) showOutput() {
	buf := make([]byte, 64<<10)
	for {
		n, err := s.pty.Read(buf)
		s.mu.Lock()
		s.output.Write(buf[:n])
		_, _ = s.term.Write(buf[:n]) // an emulator takes everything
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// written returns all output of the program so far.
func (s *browserOnPTY) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.output.String()
}

// typeKeys sends keys.
func (s *browserOnPTY) typeKeys(keys string) {
	s.t.Helper()
	if _, err := s.pty.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// screenText returns the text on the terminal.
func (s *browserOnPTY) screenText() string { return ansi.Strip(s.styledText()) }

// visibleText returns the text on the terminal with the styles that can be seen: a blank has
// no colour of its own, and keeps that of any frame before.
func (s *browserOnPTY) visibleText() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return visibleText(s.term)
}

// visibleText returns the text of an emulator with the styles that can be seen.
func visibleText(e *vt.Emulator) string {
	var b strings.Builder
	for y := range e.Height() {
		for x := range e.Width() {
			c := e.CellAt(x, y)
			if c == nil || c.Width == 0 {
				continue // the right half of the cell before
			}
			style := c.Style
			if strings.TrimSpace(c.Content) == "" && style.Underline == 0 && style.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0 {
				style = uv.Style{Bg: style.Bg}
			}
			b.WriteString(style.Styled(c.Content))
			b.WriteString(c.Link.URL)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// styledText returns the text on the terminal with its styles.
func (s *browserOnPTY) styledText() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.term.Render()
}

// waitForTexts waits until every text stands on the screen.
func (s *browserOnPTY) waitForTexts(texts ...string) {
	s.t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		screen, missing := s.screenText(), ""
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

// waitForEnd waits for the program to end, and checks its exit code and that the
// terminal is as it was.
func (s *browserOnPTY) waitForEnd(code int) {
	s.t.Helper()
	select {
	case <-s.exited:
	case <-time.After(time.Minute):
		s.t.Fatalf("the program does not end; the screen is\n%s", s.screenText())
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d", got, code)
	}
	after, err := term.GetState(s.tty.Fd())
	if err != nil {
		s.t.Fatal(err)
	}
	if *after != *s.stateBefore {
		s.t.Errorf("the terminal is left in another mode: %+v, was %+v", *after, *s.stateBefore)
	}
	s.waitForModesOff()
}

// waitForModesOff waits for the bytes that give the screen back: every mode that was
// switched on is switched off.
func (s *browserOnPTY) waitForModesOff() {
	s.t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		out := s.written()
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
	s := startBrowser(t, 120, 40, "--edition", "2023-01-26")
	s.waitForTexts("國家/地區清單 114", "服務提供情形", "服務說明", "Microsoft 文件 2023-01-26，距今")
	s.typeKeys("台")
	s.waitForTexts("國家/地區清單 1/114", "台灣  TW  +886  Taiwan", "1 個城市：台北", "比較各種 PSTN 連線選項")
	s.typeKeys("\x1bOQ") // F2
	s.waitForTexts("Countries 1/114", "Taiwan  TW  +886", "1 city: Taipei", "Available")
	s.typeKeys("\r")
	s.waitForTexts("enter info")
	s.typeKeys("q")
	s.waitForEnd(0)
}

func TestOpenAt(t *testing.T) {
	for _, name := range []string{"taiwan", "台灣", "tw", "臺灣"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := startBrowser(t, 80, 24, name)
			s.waitForTexts("台灣  TW  +886", "看服務說明")
			s.typeKeys("\x03")
			s.waitForEnd(0)
		})
	}
}

// TestEndings ends the browser by signals.
func TestEndings(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130, syscall.SIGQUIT: 131} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			s := startBrowser(t, 80, 24)
			s.waitForTexts("國家/地區清單")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			s.waitForEnd(code)
		})
	}
}

// TestNoTerminal runs the program without a terminal.
func TestNoTerminal(t *testing.T) {
	path, err := buildBinary()
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

// TestHostileInput sends input that is known to break other programs: more
// parameters than a decoder has room for, strings that never end, a huge paste,
// bytes that are no text. Afterwards keys still work, and ctrl+c quits.
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
			s := startBrowser(t, 80, 24)
			s.waitForTexts("國家/地區清單 114")
			for rest := bytes; rest != ""; {
				n := min(len(rest), 1000)
				s.typeKeys(rest[:n])
				rest = rest[n:]
			}
			// An unfinished sequence may swallow keys for as long as it may be going
			// on: type until the browser answers.
			s.typeUntil("\x06", "\x15", "jp", "日本  JP  +81  Japan")
			s.typeKeys("\x03")
			s.waitForEnd(0)
		})
	}
}

// typeUntil types all keys but the last again and again, until the last, a text,
// stands on the screen.
func (s *browserOnPTY) typeUntil(keys ...string) {
	s.t.Helper()
	text := keys[len(keys)-1]
	for deadline := time.Now().Add(time.Minute); ; {
		for _, k := range keys[:len(keys)-1] {
			s.typeKeys(k)
			if s.showsWithin(text, 100*time.Millisecond) {
				return
			}
		}
		if s.showsWithin(text, 1500*time.Millisecond) { // silence ends what was cut off
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("keys are dead; the screen is\n%s", s.screenText())
		}
	}
}

// showsWithin reports whether text stands on the screen within that time.
func (s *browserOnPTY) showsWithin(text string, within time.Duration) bool {
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(s.screenText(), text) {
			return true
		}
	}
	return false
}
