package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"go.uber.org/goleak"
	"pgregory.net/rapid"
)

func checkLeaks(t *testing.T) {
	t.Cleanup(func() { goleak.VerifyNone(t, goleak.IgnoreAnyFunction("io.Copy")) })
}

// startSession runs m in a session on out, an emulator that always reads, on a busy machine
// late. The channel gets the error of Run.
func startSession(t *testing.T, m Model, out io.Writer, w, h int) (*Session, <-chan error) {
	t.Helper()
	return startSessionWith(t, m, out, Options{W: w, H: h, leaveWait: time.Minute})
}

// startSessionWith runs m in a session on out with some options.
func startSessionWith(t *testing.T, m Model, out io.Writer, o Options) (*Session, <-chan error) {
	t.Helper()
	o.Profile, o.Environ = colorprofile.ANSI256, []string{"TERM=xterm"}
	s := New(m, out, o)
	done := make(chan error, 1)
	go func() { done <- s.Run(context.Background()) }()
	return s, done
}

// waitForEnd returns the error of a session that ends.
func waitForEnd(t *testing.T, done <-chan error) error {
	t.Helper()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Minute):
		t.Fatal("session does not end")
		return nil
	}
}

func keyPress(s string) tea.Msg { return tea.KeyPressMsg{Code: rune(s[0]), Text: s} }

func TestSessionEnds(t *testing.T) {
	checkLeaks(t)
	for key, want := range map[string]string{"q": "<nil>", "U": "panic: in update", "C": "panic: in command", "e": "on purpose"} {
		term := newTerminal(60, 12)
		s, done := startSession(t, &echo{}, term, 60, 12)
		s.Send(keyPress("x"))
		s.Send(keyPress(key))
		if err := waitForEnd(t, done); !strings.HasPrefix(fmt.Sprint(err), want) {
			t.Errorf("%s: %v", key, err)
		}
		if term.em.IsAltScreen() {
			t.Errorf("%s: left in the alternate screen", key)
		}
		s.Send(keyPress("x")) // must not block
		term.close()
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestSessionEndsWithItsOutput(t *testing.T) {
	checkLeaks(t)
	_, done := startSession(t, &echo{}, brokenWriter{}, 60, 12)
	if err := waitForEnd(t, done); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
}

func TestSessionEndsWithItsContext(t *testing.T) {
	checkLeaks(t)
	term := newTerminal(60, 12)
	defer term.close()
	ctx, cancel := context.WithCancelCause(context.Background())
	s := New(&echo{}, term, Options{W: 60, H: 12, leaveWait: time.Minute})
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	cause := errors.New("shutting down")
	cancel(cause)
	if err := waitForEnd(t, done); !errors.Is(err, cause) {
		t.Error(err)
	}
}

// stuckWriter is a terminal that does not read: a Write waits for release.
type stuckWriter struct {
	writes  atomic.Int32
	release chan struct{}
}

func (w *stuckWriter) Write(b []byte) (int, error) {
	w.writes.Add(1)
	<-w.release
	return len(b), nil
}

// TestSessionWithAStuckTerminal sends keys to a session whose terminal does not
// read. The model takes them all in no time, one Write is in flight, and the
// end of the session waits for leaveWait.
func TestSessionWithAStuckTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &stuckWriter{release: make(chan struct{})}
		m := &echo{}
		s, done := startSessionWith(t, m, out, Options{W: 60, H: 12})
		start := time.Now()
		for range 10000 {
			s.Send(keyPress("x"))
		}
		synctest.Wait() // until the first Write is in flight
		s.Send(keyPress("q"))
		if err := <-done; !errors.Is(err, ErrStalled) {
			t.Error(err)
		}
		if took := time.Since(start); took != leaveWait {
			t.Errorf("took %v, want %v", took, leaveWait)
		}
		if m.count != 10001 || out.writes.Load() != 1 {
			t.Errorf("the model took %d keys, the terminal got %d writes; want 10001 and 1", m.count, out.writes.Load())
		}
		close(out.release)
		waitUntilIdle(s.renderer)
	})
}

// TestStockShowsTheSame sends the same keys to the model on our screen and under an
// unmodified tea.Program, and compares the cells. It keeps a return to the stock
// renderer possible.
func TestStockShowsTheSame(t *testing.T) {
	keys := "abcdxyzABx"
	ours := newTerminal(60, 12)
	defer ours.close()
	s, done := startSession(t, &echo{}, ours, 60, 12)
	theirs := newTerminal(60, 12)
	defer theirs.close()
	p := tea.NewProgram(&echo{}, tea.WithInput(nil), tea.WithOutput(crlfWriter{theirs}), tea.WithWindowSize(60, 12),
		tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color", "COLORTERM=truecolor"}))
	end := make(chan error, 1)
	go func() { _, err := p.Run(); end <- err }()
	// The stock program sends its size from a goroutine: keys may overtake it.
	for until := time.Now().Add(time.Minute); !strings.Contains(theirs.text(), "size 60x12"); time.Sleep(time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("the stock program shows\n%s", theirs.text())
		}
	}
	for _, k := range keys {
		s.Send(keyPress(string(k)))
		p.Send(keyPress(string(k)))
	}
	for until := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		a, b := ours.dumpCells(), theirs.dumpCells()
		if a == b && strings.Contains(a, `"0"`) {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("ours\n%s\nstock\n%s", a, b)
		}
	}
	s.Send(keyPress("q"))
	p.Send(keyPress("q"))
	if err := errors.Join(waitForEnd(t, done), waitForEnd(t, end)); err != nil {
		t.Error(err)
	}
}

// crlfWriter writes \r\n for \n, as a terminal driver does.
type crlfWriter struct{ w io.Writer }

func (n crlfWriter) Write(b []byte) (int, error) {
	_, err := n.w.Write(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")))
	return len(b), err
}

// TestCoalescingDoesNotShow checks that the same messages lead to the same cells,
// for any grouping into frames and any times at which the terminal reads.
func TestCoalescingDoesNotShow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var msgs []tea.Msg
		w, h := 60, 12
		for range rapid.IntRange(1, 40).Draw(t, "n") {
			if rapid.IntRange(0, 9).Draw(t, "resize") == 0 {
				w, h = rapid.IntRange(1, 70).Draw(t, "w"), rapid.IntRange(1, 14).Draw(t, "h")
				msgs = append(msgs, tea.WindowSizeMsg{Width: w, Height: h})
				continue
			}
			msgs = append(msgs, keyPress(rapid.SampledFrom([]string{"a", "x", "z"}).Draw(t, "key")))
		}
		alone := &echo{w: 60, h: 12}
		alone.Update(tea.WindowSizeMsg{Width: 60, Height: 12})
		for _, m := range msgs {
			alone.Update(m)
		}
		term := newTerminal(60, 12)
		defer term.close()
		s := New(&echo{}, term, Options{W: 60, H: 12, Profile: colorprofile.ANSI256, leaveWait: time.Minute})
		done := make(chan error, 1)
		go func() { done <- s.Run(context.Background()) }()
		for _, m := range msgs {
			stall := rapid.Bool().Draw(t, "stall")
			if stall {
				term.gate.Lock()
			}
			if size, ok := m.(tea.WindowSizeMsg); ok {
				term.resize(size.Width, size.Height)
			}
			s.Send(m)
			if stall {
				runtime.Gosched()
				term.gate.Unlock()
			}
		}
		want := dumpRepainted(alone.Frame())
		for end := time.Now().Add(time.Minute); term.dumpCells() != want; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("shows\n%s\nwant\n%s", term.dumpCells(), want)
			}
		}
		s.Send(keyPress("q"))
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkRunners measures the memory and goroutines of a further session: with
// our loop, and with a tea.Program that draws on our renderer.
func BenchmarkRunners(b *testing.B) {
	const n = 200
	check := func(err error) {
		if err != nil {
			b.Error(err)
		}
	}
	measure := func(b *testing.B, start func() (stop func())) {
		for b.Loop() {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			g := runtime.NumGoroutine()
			stops := make([]func(), n)
			for i := range stops {
				stops[i] = start()
			}
			time.Sleep(100 * time.Millisecond)
			b.ReportMetric(float64(runtime.NumGoroutine()-g)/n, "goroutines")
			runtime.GC()
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc+after.StackInuse-before.HeapAlloc-before.StackInuse)/n, "B/session")
			for _, stop := range stops {
				stop()
			}
		}
	}
	b.Run("loop", func(b *testing.B) {
		measure(b, func() func() {
			s := New(&echo{}, io.Discard, Options{W: 120, H: 40, Profile: colorprofile.ANSI256})
			done := make(chan error, 1)
			go func() { done <- s.Run(context.Background()) }()
			return func() { s.Send(tea.Quit()); check(<-done) }
		})
	})
	b.Run("program", func(b *testing.B) {
		measure(b, func() func() {
			sc := newRenderer(io.Discard, colorprofile.ANSI256, nil)
			p := tea.NewProgram(rendererModel{&echo{}, sc}, tea.WithoutRenderer(), tea.WithFPS(1), tea.WithInput(nil),
				tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40), tea.WithoutSignalHandler())
			done := make(chan error, 1)
			go func() { _, err := p.Run(); done <- err }()
			return func() { p.Quit(); check(<-done) }
		})
	})
}

// rendererModel draws from View, which a tea.Program calls after every message.
type rendererModel struct {
	*echo
	screen *renderer
}

func (m rendererModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := m.echo.Update(msg)
	return m, cmd
}

func (m rendererModel) View() tea.View {
	m.screen.draw(m.Frame())
	return tea.View{}
}
