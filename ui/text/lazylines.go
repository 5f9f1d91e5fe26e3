package text

import "sync/atomic"

// LazyLines holds the lines of a pane and draws each when it first comes into
// view. The zero value is empty. Lines are never added or changed, so any number
// of goroutines may view them at a time.
type LazyLines struct {
	w     int
	lines []Line
	drawn DrawnLines
}

// NewLazyLines holds lines, which are drawn in at most w cells.
func NewLazyLines(w int, lines []Line) *LazyLines {
	return &LazyLines{w, lines, NewDrawnLines(len(lines))}
}

// Len returns the number of lines. A nil *LazyLines has none.
func (t *LazyLines) Len() int {
	if t == nil {
		return 0
	}
	return len(t.lines)
}

// Line returns line i, which is shared.
func (t *LazyLines) Line(i int) Line { return t.lines[i] }

// Visible returns exactly h lines, from line top on. Lines that do not exist are
// empty.
func (t *LazyLines) Visible(top, h int) []string {
	return visible(t.Len(), top, h, func(i int) string {
		return t.drawn.Line(i, func() string { return t.lines[i].Draw(t.w) })
	})
}

// DrawnLines keeps lines as they were drawn. Any number of goroutines may use it at
// a time.
type DrawnLines []atomic.Pointer[string] // nil where not drawn yet

// NewDrawnLines returns n lines that have not been drawn.
func NewDrawnLines(n int) DrawnLines { return make(DrawnLines, n) }

// Line returns line i. It calls draw if the line has not been drawn. Two goroutines
// may draw it at the same time; both must draw the same.
func (d DrawnLines) Line(i int, draw func() string) string {
	if s := d[i].Load(); s != nil {
		return *s
	}
	s := draw()
	d[i].Store(&s)
	return s
}
