package palette

import "voxatlas/ui/tui/pane"

// PointAt moves the cursor to the command at row y of the body.
func (p *Pane) PointAt(x, y int) (pane.Intent, bool) { return p.list.PointAt(x, y-1) }

// Scroll scrolls the commands, and moves the cursor as far as it would leave the view.
func (p *Pane) Scroll(lines int) pane.Intent { return p.list.Scroll(lines) }
