package editions

import "voxatlas/ui/tui/pane"

// PointAt moves the cursor to the edition at row y of the body.
func (p *Pane) PointAt(x, y int) (pane.Intent, bool) {
	intent, ok := p.List.PointAt(x, y)
	p.cursorMoved()
	return intent, ok
}

// Scroll scrolls the editions, and moves the cursor as far as it would leave the view.
func (p *Pane) Scroll(lines int) pane.Intent {
	intent := p.List.Scroll(lines)
	p.cursorMoved()
	return intent
}
