package text

import "sync/atomic"

// Text is the lines of a pane, each drawn once, when it first comes into view.
// The zero Text is empty. Once it has been handed to others, it must not be added
// to; any number of panes may then view it at a time.
type Text struct {
	w     int
	lines []Line
	drawn []atomic.Pointer[string] // nil where not drawn yet
}

// NewText is lines of at most w cells.
func NewText(w int, lines []Line) *Text {
	return &Text{w: w, lines: lines, drawn: make([]atomic.Pointer[string], len(lines))}
}

// Len is the number of lines.
func (t *Text) Len() int {
	if t == nil {
		return 0
	}
	return len(t.lines)
}

// View is the part of t that is seen from line top on: exactly h lines.
func (t *Text) View(top, h int) []string {
	view := make([]string, max(h, 0))
	for i := range view {
		if j := top + i; j >= 0 && j < t.Len() {
			view[i] = t.line(j)
		}
	}
	return view
}

// line is line i as drawn. Two panes that draw it at the same time draw the same.
func (t *Text) line(i int) string {
	if s := t.drawn[i].Load(); s != nil {
		return *s
	}
	s := t.lines[i].Draw(t.w)
	t.drawn[i].Store(&s)
	return s
}
