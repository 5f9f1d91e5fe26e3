package kit

// Text is the lines of a pane, each drawn once, when it first comes into view.
// The zero Text is empty.
type Text struct {
	w     int
	lines []Line
	drawn []string // empty where not drawn yet
}

// Reset empties t for lines of at most w cells.
func (t *Text) Reset(w int) { t.w, t.lines, t.drawn = w, t.lines[:0], nil }

// Add adds lines at the end.
func (t *Text) Add(lines ...Line) {
	t.lines = append(t.lines, lines...)
	t.drawn = nil
}

// Len is the number of lines.
func (t *Text) Len() int { return len(t.lines) }

// View is the part of t that is seen from line top on: exactly h lines.
func (t *Text) View(top, h int) []string {
	if t.drawn == nil {
		t.drawn = make([]string, len(t.lines))
	}
	view := make([]string, max(h, 0))
	for i := range view {
		j := top + i
		if j < 0 || j >= len(t.lines) {
			continue
		}
		if t.drawn[j] == "" {
			t.drawn[j] = t.lines[j].Draw(t.w)
		}
		view[i] = t.drawn[j]
	}
	return view
}
