package text

import "sync/atomic"

// LazyLines holds the lines of a pane and draws each when it first comes into
// view. The zero value is empty. Lines are never added or changed, so any number
// of goroutines may view them at a time.
type LazyLines struct {
	w     int
	lines []Line
	drawn []atomic.Pointer[string] // nil where not drawn yet
}

// NewLazyLines holds lines, which are drawn in at most w cells.
func NewLazyLines(w int, lines []Line) *LazyLines {
	return &LazyLines{w: w, lines: lines, drawn: make([]atomic.Pointer[string], len(lines))}
}

// Len returns the number of lines. A nil *LazyLines has none.
func (t *LazyLines) Len() int {
	if t == nil {
		return 0
	}
	return len(t.lines)
}

// Visible returns exactly h lines, from line top on. Lines that do not exist are
// empty.
func (t *LazyLines) Visible(top, h int) []string {
	view := make([]string, max(h, 0))
	for i := range view {
		if j := top + i; j >= 0 && j < t.Len() {
			view[i] = t.draw(j)
		}
	}
	return view
}

// draw draws line i, or returns it if it has been drawn. Two goroutines that draw
// it at the same time draw the same.
func (t *LazyLines) draw(i int) string {
	if s := t.drawn[i].Load(); s != nil {
		return *s
	}
	s := t.lines[i].Draw(t.w)
	t.drawn[i].Store(&s)
	return s
}
