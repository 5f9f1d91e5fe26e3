package screen

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"go.uber.org/goleak"
	"pgregory.net/rapid"
)

// terminal is an emulator behind a writer that a test can block.
type terminal struct {
	mu               sync.Mutex
	gate             sync.Mutex   // held while the reader is stuck
	unfinishedWrites atomic.Int32 // writes that have begun and not ended
	em               *vt.Emulator
	writes           int
	bytes            int
	log              strings.Builder
}

func newTerminal(w, h int) *terminal {
	t := &terminal{em: vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, t.em) }() // its replies
	return t
}

func (t *terminal) Write(b []byte) (int, error) {
	t.unfinishedWrites.Add(1)
	defer t.unfinishedWrites.Add(-1)
	t.gate.Lock()
	defer t.gate.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.writes++
	t.bytes += len(b)
	t.log.Write(b)
	return t.em.Write(b)
}

func (t *terminal) resize(w, h int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.em.Resize(w, h)
}

func (t *terminal) close() { _ = t.em.InputPipe().(io.Closer).Close() }

// text returns the text on the terminal.
func (t *terminal) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.em.String()
}

// dumpCells returns every cell of the terminal, one line each, blanks normalized.
func (t *terminal) dumpCells() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return dumpCells(t.em, t.em.Width(), t.em.Height())
}

func dumpCells(s interface{ CellAt(x, y int) *uv.Cell }, w, h int) string {
	var b strings.Builder
	for y := range h {
		for x := range w {
			c := s.CellAt(x, y)
			if c == nil {
				c = &uv.EmptyCell
			}
			n := *c
			if n.Content == " " || n.Content == "" && n.Width == 1 {
				n.Content = " "
				if n.Style.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0 && n.Style.Underline == 0 {
					n.Style = uv.Style{Bg: n.Style.Bg}
				}
			}
			if n.Width == 0 {
				continue // the right half: some keep the style there, some not
			}
			if (n == uv.Cell{Content: " ", Width: 1}) {
				continue
			}
			fmt.Fprintf(&b, "%d,%d %q %v %v\n", x, y, n.Content, n.Style.String(), n.Link)
		}
	}
	return b.String()
}

// waitUntilIdle waits until the renderer has nothing more to write.
func waitUntilIdle(s *renderer) {
	for {
		s.mu.Lock()
		w := s.writerDone
		s.mu.Unlock()
		if w == nil {
			return
		}
		<-w
	}
}

// dumpRepainted returns the cells of a fresh terminal that shows f.
func dumpRepainted(f Frame) string {
	t := newTerminal(f.W, f.H)
	defer t.close()
	s := newRenderer(t, colorprofile.ANSI256, nil)
	s.draw(f)
	waitUntilIdle(s)
	return t.dumpCells()
}

// TestLastFrameWins draws any frames while the terminal reads now and then, and
// compares the terminal with the last frame, cell by cell.
func TestLastFrameWins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		evil := rapid.Bool().Draw(t, "hostile")
		w, h := rapid.IntRange(1, 40).Draw(t, "W"), rapid.IntRange(1, 8).Draw(t, "H")
		term := newTerminal(w, h)
		defer term.close()
		s := newRenderer(term, colorprofile.ANSI256, func(err error) { panic(err) })
		if rapid.Bool().Draw(t, "sync") {
			s.useSync()
		}
		f := genFrame(t, w, h, evil)
		s.draw(f)
		stuck := false
		for range rapid.IntRange(1, 12).Draw(t, "frames") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				w, h = rapid.IntRange(1, 40).Draw(t, "W"), rapid.IntRange(1, 8).Draw(t, "H")
				term.resize(w, h)
				s.invalidate()
				f = genFrame(t, w, h, evil)
			case 1:
				f = genFrame(t, w, h, evil)
			case 2:
				if !stuck {
					term.gate.Lock()
				} else {
					term.gate.Unlock()
				}
				stuck = !stuck
			default:
				f = changeFrame(t, f, evil)
			}
			s.draw(f)
			if !stuck && rapid.Bool().Draw(t, "settle") {
				waitUntilIdle(s)
			}
		}
		if stuck {
			term.gate.Unlock()
		}
		waitUntilIdle(s)
		if got, want := term.dumpCells(), dumpRepainted(f); got != want {
			t.Fatalf("terminal shows\n%s\nwant\n%s\nframe %v\nwritten %q", got, want, f, term.log.String())
		}
		if f.Cursor.Visible {
			want := uv.Pos(min(f.Cursor.X, w-1), min(f.Cursor.Y, h-1))
			if got := term.em.CursorPosition(); got != want {
				t.Fatalf("cursor at %v, want %v", got, want)
			}
		}
	})
	goleak.VerifyNone(t, goleak.IgnoreTopFunction("io.Copy"), goleak.IgnoreAnyFunction("io.Copy"))
}

// withoutASCIIClusters returns l without the clusters that begin in ASCII: the
// emulator cuts them.
func withoutASCIIClusters(l string) string {
	for _, p := range []string{"e\u0301", "o\u0308\u0323", "1\ufe0f\u20e3"} {
		l = strings.ReplaceAll(l, p, "x")
	}
	return l
}

// TestCellsAsUltravioletDrawsThem compares our cells with an oracle that shares no
// code with us: ultraviolet's own styled strings.
func TestCellsAsUltravioletDrawsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(2, 40).Draw(t, "W"), rapid.IntRange(1, 6).Draw(t, "H")
		f := Frame{W: w, H: h}
		split := rapid.IntRange(1, w-1).Draw(t, "split")
		want := uv.NewScreenBuffer(w, h)
		want.Method = ansi.GraphemeWidth
		for _, r := range []Rect{{X: 0, W: split}, {X: split, W: w - split}} {
			r.H = h
			for y := range h {
				l := withoutASCIIClusters(genLine(t, false))
				r.Lines = append(r.Lines, l)
				uv.NewStyledString(l).Draw(want, uv.Rect(r.X, y, r.W, 1))
			}
			f.Rects = append(f.Rects, r)
		}
		// The emulator files a link's address under its parameters.
		for y := range h {
			for x := range w {
				if c := want.CellAt(x, y); c != nil && c.Link.URL != "" {
					c.Link = uv.Link{URL: c.Link.Params, Params: c.Link.URL} // the emulator has them the other way round
				}
			}
		}
		if got, want := dumpRepainted(f), dumpCells(want, w, h); got != want {
			t.Fatalf("we show\n%s\nultraviolet\n%s\nframe %v", got, want, f)
		}
	})
}

func TestUnchangedFrameWritesNothing(t *testing.T) {
	term := newTerminal(80, 24)
	defer term.close()
	s := newRenderer(term, colorprofile.ANSI256, nil)
	f := Frame{W: 80, H: 24, Rects: []Rect{{0, 0, 80, 24, []string{"a", "台"}}}, Cursor: Cursor{3, 1, true}}
	s.draw(f)
	waitUntilIdle(s)
	n := term.writes
	s.draw(f)
	waitUntilIdle(s)
	if term.writes != n {
		t.Fatalf("wrote %q", term.log.String())
	}
}

func TestStuckReaderCostsFramesOnly(t *testing.T) {
	term := newTerminal(80, 24)
	defer term.close()
	s := newRenderer(term, colorprofile.ANSI256, nil)
	term.gate.Lock()
	for i := range 10000 {
		s.draw(Frame{W: 80, H: 24, Rects: []Rect{{0, 0, 80, 1, []string{fmt.Sprint(i)}}}})
	}
	for term.unfinishedWrites.Load() == 0 {
		runtime.Gosched()
	}
	term.gate.Unlock()
	waitUntilIdle(s)
	if term.writes > 2 {
		t.Errorf("%d writes for a stuck reader", term.writes)
	}
	if got := term.em.String(); !strings.HasPrefix(got, "9999") {
		t.Errorf("shows %q", got)
	}
	if term.unfinishedWrites.Load() != 0 {
		t.Error("still a write in flight")
	}
}

func TestLeaveDoesNotWaitForAStuckReader(t *testing.T) {
	term := newTerminal(80, 24)
	defer term.close()
	s := newRenderer(term, colorprofile.ANSI256, nil)
	term.gate.Lock()
	s.draw(Frame{W: 80, H: 24})
	for term.unfinishedWrites.Load() == 0 {
		runtime.Gosched()
	}
	if err := s.leave(time.Millisecond); err != ErrStalled {
		t.Errorf("leave: %v", err)
	}
	term.gate.Unlock()
	waitUntilIdle(s)
}

func TestLeaveRestores(t *testing.T) {
	term := newTerminal(80, 24)
	defer term.close()
	s := newRenderer(term, colorprofile.ANSI256, nil)
	s.draw(Frame{W: 80, H: 24, Title: "t", Mouse: tea.MouseModeCellMotion, Rects: []Rect{{0, 0, 9, 1, []string{"x"}}}})
	waitUntilIdle(s)
	if !term.em.IsAltScreen() {
		t.Fatal("not in the alternate screen")
	}
	if err := s.pause(time.Minute); err != nil {
		t.Fatal(err)
	}
	if term.em.IsAltScreen() {
		t.Error("still in the alternate screen while paused")
	}
	s.draw(Frame{W: 80, H: 24, Rects: []Rect{{0, 0, 9, 1, []string{"y"}}}})
	waitUntilIdle(s)
	if got := term.em.String(); !term.em.IsAltScreen() || strings.TrimSpace(got) != "y" {
		t.Errorf("after the pause: %q", got)
	}
	if err := s.leave(time.Minute); err != nil {
		t.Fatal(err)
	}
	log := term.log.String()
	for _, m := range []string{"\x1b[?1049", "\x1b[?2004", "\x1b[?1002", "\x1b[?1006"} {
		if on, off := strings.Count(log, m+"h"), strings.Count(log, m+"l"); on == 0 || on != off {
			t.Errorf("%q: %d on, %d off", m, on, off)
		}
	}
	if a, b := strings.Count(log, "\x1b[>1u"), strings.Count(log, "\x1b[<u"); a != 2 || b != 2 {
		t.Errorf("kitty keyboard pushed %d, popped %d", a, b)
	}
	if a, b := strings.Count(log, "\x1b[22;2t"), strings.Count(log, "\x1b[23;2t"); a != 1 || b != 1 {
		t.Errorf("title pushed %d, popped %d", a, b)
	}
	n := term.writes
	s.draw(Frame{W: 80, H: 24})
	s.copyToClipboard("x")
	waitUntilIdle(s)
	if term.writes != n {
		t.Error("wrote after leaving")
	}
}
