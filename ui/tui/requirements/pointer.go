package requirements

import "voxatlas/ui/tui/pane"

// PointAt moves the cursor to the need at row y of the body.
func (p *Pane) PointAt(x, y int) (pane.Intent, bool) {
	_, ok := p.list.PointAt(x, y-len(p.headLines()))
	p.cursorMoved()
	return nil, ok
}

// Scroll scrolls the needs, and moves the cursor as far as it would leave the view.
func (p *Pane) Scroll(lines int) pane.Intent {
	p.list.Scroll(lines)
	p.cursorMoved()
	return nil
}
