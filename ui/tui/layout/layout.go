// Package layout decides where the panes stand, at any size: arithmetic of
// rectangles, and nothing else.
//
//	width ≥ 110                 72 … 109              below 72
//	┌────┬────────┬───────┐     ┌────────────────┐    ┌───────────┐
//	│list│answers │ info  │     │ list    answers│    │ one pane  │
//	│    │        │       │     │       or       │    │           │
//	├────┴────────┴───────┤     │ answers   info │    ├───────────┤
//	│footer               │     ├────────────────┤    │footer     │
//	└─────────────────────┘     │footer          │    └───────────┘
//
// The panes always stand in this order. A blank column separates them. Every pane has
// a title bar of one row above its body.
package layout

// Slot is a place for a pane, counted from the left.
type Slot int

// The slots, from left to right.
const (
	Countries Slot = iota
	Answers
	Info
	NumSlots
)

// The smallest screen that is laid out, in cells.
const (
	MinWidth  = 20
	MinHeight = 5
)

// The smallest widths for two and for three panes, in cells.
const (
	twoPanes   = 72
	threePanes = 110
)

// Rect is a rectangle of cells; X and Y count from the top left corner, from 0.
type Rect struct{ X, Y, W, H int }

// IsEmpty reports whether r has no cells.
func (r Rect) IsEmpty() bool { return r.W <= 0 || r.H <= 0 }

// Arrangement holds the rectangles of the panes and the footer. A pane that is not shown
// has an empty rectangle.
type Arrangement struct {
	Width, Height int
	Panes         [NumSlots]Rect // bodies, without their title bars
	Footer        Rect
}

// TitleBar returns the title bar above the body of a pane.
func (p Arrangement) TitleBar(s Slot) Rect {
	r := p.Panes[s]
	if r.IsEmpty() {
		return Rect{}
	}
	return Rect{r.X, r.Y - 1, r.W, 1}
}

// Shown returns the panes on the screen, from left to right.
func (p Arrangement) Shown() []Slot {
	var shown []Slot
	for s := range NumSlots {
		if !p.Panes[s].IsEmpty() {
			shown = append(shown, s)
		}
	}
	return shown
}

// Split lays out a screen of w by h cells around the focused pane, which is
// always shown. A screen smaller than MinWidth by MinHeight has no panes.
func Split(w, h int, focus Slot) Arrangement {
	p := Arrangement{Width: w, Height: h}
	if w < MinWidth || h < MinHeight {
		return p
	}
	p.Footer = Rect{0, h - 1, w, 1}
	body := func(x, width int) Rect { return Rect{x, 1, width, h - 2} }
	switch {
	case w >= threePanes:
		list := min(28+(w-threePanes)/6, 40)
		answers := (w - list - 2) * 53 / 100
		p.Panes[Countries] = body(0, list)
		p.Panes[Answers] = body(list+1, answers)
		p.Panes[Info] = body(list+answers+2, w-list-answers-2)
	case w >= twoPanes && focus == Info:
		answers := w / 2
		p.Panes[Answers] = body(0, answers)
		p.Panes[Info] = body(answers+1, w-answers-1)
	case w >= twoPanes:
		list := 26 + (w-twoPanes)/6
		p.Panes[Countries] = body(0, list)
		p.Panes[Answers] = body(list+1, w-list-1)
	default:
		p.Panes[focus] = body(0, w)
	}
	return p
}
