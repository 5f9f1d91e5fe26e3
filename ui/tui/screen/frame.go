package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Limits of a frame, in cells, and of its title, in bytes. A size comes from
// outside (a terminal, an SSH client), so memory must not grow with it without
// end.
const (
	maxWidth  = 1000
	maxHeight = 500
	maxTitle  = 256
)

// A Frame describes the whole content of the terminal. It is a value: the
// renderer copies it, so a model may build the next frame in the same slices.
type Frame struct {
	W, H   int    // size in cells; cells outside all rectangles are blank
	Rects  []Rect // where they overlap, the later one lies on top
	Cursor Cursor
	Title  string // of the window; empty leaves the window's own; best in ASCII, see dropC1

	Mouse tea.MouseMode // none unless asked for
}

// A Rect is a rectangle of H lines of at most W cells, usually a pane. Lines may
// carry SGR styles and OSC 8 links; any other control is dropped before it
// reaches the terminal. Missing lines are blank, surplus lines and cells are cut.
type Rect struct {
	X, Y, W, H int
	Lines      []string
}

// Cursor places the terminal's own cursor, in cells of the frame. The zero
// Cursor is hidden. Input methods open their window at it, so it belongs where
// typed text goes.
type Cursor struct {
	X, Y    int
	Visible bool
}

// View returns the same frame for an unmodified [tea.Program]. A model returns
// it from its own View, so that both renderers show the same cells.
func (f Frame) View() tea.View {
	var k snapshot
	k.set(f)
	sc := getScratch(k.w)
	defer sc.release()
	var b []byte
	for y := range k.h {
		if y > 0 {
			b = append(b, '\n')
		}
		k.composeRow(sc.newRow, y, colorprofile.ANSI256, false)
		b = appendStyledRow(b, sc.newRow)
	}
	v := tea.NewView(string(b))
	v.AltScreen = true
	v.WindowTitle = k.modes.title
	v.MouseMode = f.Mouse
	if k.cursor.Visible {
		v.Cursor = tea.NewCursor(k.cursor.X, k.cursor.Y)
	}
	return v
}

// snapshot is the renderer's copy of a frame: the rectangles, and the lines of
// all of them end to end. Strings are shared with the model, so a remembered
// line costs 16 bytes.
type snapshot struct {
	w, h    int
	areas   []area
	lines   []string
	overlap bool
	cursor  Cursor
	modes   modes
}

// area is a rectangle cut to the frame; its lines begin at lines[firstLine].
type area struct{ x, y, w, h, firstLine int }

// set makes k a copy of f within the limits.
func (k *snapshot) set(f Frame) {
	k.w, k.h = min(max(f.W, 0), maxWidth), min(max(f.H, 0), maxHeight)
	clear(k.lines) // do not keep alive what a smaller frame no longer shows
	k.areas, k.lines, k.overlap = k.areas[:0], k.lines[:0], false
	rows := 0
	for _, r := range f.Rects {
		rows += max(min(r.H, k.h), 0)
	}
	k.lines = slices.Grow(k.lines, min(rows, maxHeight))
	for _, r := range f.Rects {
		p := area{x: max(r.X, 0), y: max(r.Y, 0), firstLine: len(k.lines)}
		p.w, p.h = min(r.W, k.w-p.x), min(r.H, k.h-p.y)
		if p.w <= 0 || p.h <= 0 {
			continue
		}
		for _, o := range k.areas {
			k.overlap = k.overlap || p.overlaps(o)
		}
		k.areas = append(k.areas, p)
		k.lines = append(k.lines, r.Lines[:min(len(r.Lines), p.h)]...)
		for len(k.lines) < p.firstLine+p.h {
			k.lines = append(k.lines, "")
		}
	}
	k.cursor = f.Cursor
	k.cursor.X, k.cursor.Y = min(max(f.Cursor.X, 0), max(k.w-1, 0)), min(max(f.Cursor.Y, 0), max(k.h-1, 0))
	if !k.cursor.Visible {
		k.cursor = Cursor{}
	}
	k.modes = modes{mouse: f.Mouse}
	if f.Title != "" {
		k.modes.title = printableText(strings.Map(dropC1, f.Title), maxTitle)
	}
}

// overlaps reports whether both areas have a cell in common.
func (p area) overlaps(o area) bool {
	return p.x < o.x+o.w && o.x < p.x+p.w && p.y < o.y+o.h && o.y < p.y+p.h
}

// sameLayout reports whether both frames have the same rectangles, with any
// lines.
func (k *snapshot) sameLayout(o *snapshot) bool {
	if k.w != o.w || k.h != o.h || len(k.areas) != len(o.areas) {
		return false
	}
	for i, p := range k.areas {
		if p != o.areas[i] {
			return false
		}
	}
	return true
}

// equal reports whether both frames show the same in the same modes.
func (k *snapshot) equal(o *snapshot) bool {
	if !k.sameLayout(o) || k.cursor != o.cursor || k.modes != o.modes {
		return false
	}
	for i, l := range k.lines {
		if l != o.lines[i] {
			return false
		}
	}
	return true
}

// clearLines makes k the snapshot of a cleared terminal of w by h cells.
func (k *snapshot) clearLines(w, h int) {
	clear(k.lines)
	*k = snapshot{w: w, h: h, areas: k.areas[:0], lines: k.lines[:0], cursor: Cursor{X: -1}}
}

// composeRow fills row with the cells of row y, later rectangles over earlier
// ones.
func (k *snapshot) composeRow(row []cell, y int, c colorprofile.Profile, wide bool) {
	fillCells(row, blankCell)
	for _, p := range k.areas {
		if y < p.y || y >= p.y+p.h {
			continue
		}
		part := row[p.x : p.x+p.w]
		// A rectangle on top may cut a wide cell below it in half.
		if p.x > 0 && part[0].isRightHalf() {
			row[p.x-1] = blankCell
		}
		if end := p.x + p.w; end < len(row) && row[end].isRightHalf() {
			row[end] = blankCell
		}
		parseLine(part, k.lines[p.firstLine+y-p.y], c, wide)
	}
}

// printableText returns s without forbidden runes and joiners, cut to at most n
// bytes.
func printableText(s string, n int) string {
	var b strings.Builder
	for _, r := range s {
		if forbidden(r) || r == zwj || r == zwnj {
			continue
		}
		if b.Len()+len(string(r)) > n {
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// dropC1 is a mapping for [strings.Map] that drops the runes which may not stand
// in a title: a byte of their encoding is a C1 control on its own, and some
// terminals obey it within UTF-8, too. The 9C in 土 ends a title.
func dropC1(r rune) rune {
	for _, b := range []byte(string(r)) {
		if b >= 0x80 && b < 0xa0 {
			return -1
		}
	}
	return r
}
