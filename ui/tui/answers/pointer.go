package answers

import "voxatlas/ui/tui/pane"

// PointAt moves the cursor to the topic at row y of the body.
func (p *Pane) PointAt(x, y int) (pane.Intent, bool) {
	_, ok := p.List.PointAt(x, y-len(p.headLines()))
	return pane.TopicSelected{}, ok
}

// Scroll scrolls the answers, and moves the cursor as far as it would leave the view.
func (p *Pane) Scroll(lines int) pane.Intent {
	p.List.Scroll(lines)
	return pane.TopicSelected{}
}
