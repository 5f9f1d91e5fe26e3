package tui

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"voxatlas/ui/tui/screen"
)

// emulator is a terminal that may be written to and read at the same time.
type emulator struct {
	mu sync.Mutex
	em *vt.Emulator
}

// newEmulator returns a terminal of w by h cells.
func newEmulator(w, h int) *emulator {
	e := &emulator{em: vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, e.em) }() // the emulator blocks until its answers are read
	return e
}

// close ends the reading of answers.
func (e *emulator) close() { _ = e.em.InputPipe().(io.Closer).Close() }

// Write writes b with the line ends of a terminal driver.
func (e *emulator) Write(b []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	_, err := e.em.Write([]byte(strings.ReplaceAll(string(b), "\n", "\r\n")))
	return len(b), err
}

func (e *emulator) resize(w, h int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.em.Resize(w, h)
}

// rows are the rows on the terminal, without trailing blanks.
func (e *emulator) rows() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	rows := strings.Split(strings.ReplaceAll(ansi.Strip(e.em.Render()), "\r", ""), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return rows
}

// TestStockProgramShowsTheSame runs the browser under an unmodified tea.Program
// and compares the cells with the frame: the browser depends on no feature of our
// own screen.
func TestStockProgramShowsTheSame(t *testing.T) {
	f := newFixture(t)
	colour := func(c *Config) { c.Color = true }
	for _, keys := range []string{"", "台", "台 enter j j F2", "u n i t enter l pgdown", "esc esc G ?", "x x", "esc m j l l space s", "esc m space j space c l = L"} {
		want := f.newApp("zh-TW", 120, 40, colour)
		pressKeys(want, strings.Fields(keys)...)

		term := newEmulator(120, 40)
		p := tea.NewProgram(f.newApp("zh-TW", 120, 40, colour), tea.WithInput(nil), tea.WithOutput(term), tea.WithWindowSize(120, 40),
			tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignalHandler())
		done := make(chan error, 1)
		go func() { _, err := p.Run(); done <- err }()
		for _, k := range strings.Fields(keys) {
			p.Send(keyMsg(k))
		}
		waitFor(t, term, visibleText(want))
		p.Quit()
		if err := <-done; err != nil {
			t.Error(err)
		}
		term.close()
	}
}

// waitFor waits until the terminal shows want. The minute ends a test that hangs.
func waitFor(t rapid.TB, term *emulator, want string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		got := strings.Join(term.rows(), "\n") + "\n"
		if got == want {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the terminal shows\n%s\nwant\n%s", got, want)
		}
	}
}

// syncApp runs the commands of an App within Update. Beside it, a command could
// end before the next key or after it, and scrolling depends on that.
type syncApp struct{ *App }

func (a syncApp) Init() tea.Cmd { return nil }

func (a syncApp) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, cmd := a.App.Update(msg); cmd != nil {
		a.App.Update(cmd())
	}
	return a, nil
}

// TestScreenShowsTheFrame presses random keys at random sizes in every language.
// The terminal must end with the cells of the frame.
func TestScreenShowsTheFrame(t *testing.T) {
	f := newFixture(t)
	names := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "enter", "tab", "shift+tab", "esc", "backspace",
		"F1", "F2", "F3", "F4", "F5", "F5", "F6", "f", "x", "v", "s", "b", "space", "m", "=", ":", "c", "p", "paste: !tollfree", "F7", "F8", "i", "d", "E", "ctrl+u", "ctrl+f", "a", "j", "k", "g", "G", "h", "l", "L", "t", "y", "/", "n", "N", "{", "}", "3", "ctrl+d", "?", "台", "國", "u", "paste:中國", "paste:zzz"}
	rapid.Check(t, func(r *rapid.T) {
		w, h := rapid.IntRange(20, 140).Draw(r, "w"), rapid.IntRange(5, 45).Draw(r, "h")
		lang := rapid.SampledFrom(f.localizers).Draw(r, "lang").Lang()
		colour := rapid.Bool().Draw(r, "colour")
		app := func() syncApp { return syncApp{f.newApp(lang, w, h, func(c *Config) { c.Color = colour })} }
		want := app()
		term := newEmulator(w, h)
		defer term.close()
		s := screen.New(app(), term, screen.Options{Profile: colorprofile.ANSI256, W: w, H: h})
		done := make(chan error, 1)
		go func() { done <- s.Run(context.Background()) }()
		send := func(msg tea.Msg) {
			s.Send(msg)
			want.Update(msg)
		}
		for range rapid.IntRange(1, 40).Draw(r, "keys") {
			if rapid.IntRange(0, 15).Draw(r, "resize") == 0 {
				w, h = rapid.IntRange(20, 140).Draw(r, "w"), rapid.IntRange(5, 45).Draw(r, "h")
				term.resize(w, h)
				send(tea.WindowSizeMsg{Width: w, Height: h})
			}
			send(keyMsg(rapid.SampledFrom(names).Draw(r, "key")))
		}
		waitFor(r, term, visibleText(want.App))
		s.Send(tea.Quit())
		if err := <-done; err != nil && !errors.Is(err, screen.ErrStalled) { // a busy machine's emulator reads late
			r.Error(err)
		}
	})
}

// TestSessionQuits runs the browser in a session and quits it by a key.
func TestSessionQuits(t *testing.T) {
	f := newFixture(t)
	term := newEmulator(80, 24)
	s := screen.New(f.newApp("en", 80, 24), term, screen.Options{W: 80, H: 24, Environ: []string{"TERM=xterm"}})
	done := make(chan error, 1)
	go func() { done <- s.Run(context.Background()) }()
	s.Send(keyMsg("ctrl+c"))
	if err := <-done; err != nil && !errors.Is(err, screen.ErrStalled) { // as above
		t.Error(err)
	}
	term.close()
}
