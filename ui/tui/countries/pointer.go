package countries

import (
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// PointAt moves the cursor to the country at row y of the body. At the search box, typing
// begins.
func (p *Pane) PointAt(_, y int) (pane.Intent, bool) {
	if y == 0 {
		if !p.typing || p.TypesFilter() {
			p.SetTyping(true)
		}
		return nil, false
	}
	i := p.top + y - p.headHeight()
	if y < p.headHeight() || y >= p.h || i >= len(p.rows) || p.rows[i].country == nil {
		return nil, false
	}
	if p.TypesFilter() {
		return nil, false // its line has the keys
	}
	return p.moveCursor(i, +1), true
}

// Scroll scrolls the list, and moves the cursor as far as it would leave the view.
func (p *Pane) Scroll(lines int) pane.Intent {
	h := p.listHeight()
	p.top = text.Clamp(p.top+lines, 0, max(len(p.rows)-h, 0))
	switch {
	case p.cursor >= 0 && p.cursor < p.top:
		return p.moveCursor(p.top, +1)
	case p.cursor >= p.top+h:
		return p.moveCursor(p.top+h-1, -1)
	}
	return nil
}
