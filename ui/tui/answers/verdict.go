package answers

import (
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// SetVerdict shows the verdict of a filter on the country in the head of the pane, in
// words with its reasons; empty words show none. The head has as many rows for every
// country, so that the answers stay in their places.
func (p *Pane) SetVerdict(v query.Verdict, words string) {
	if v == p.verdict && words == p.verdictWords {
		return
	}
	p.verdict, p.verdictWords = v, words
	p.layoutVerdict()
	p.Reveal()
}

// layoutVerdict lays out the verdict, and leaves the rest of the height to the answers.
func (p *Pane) layoutVerdict() {
	p.head = nil
	if p.verdictWords != "" && p.look != nil {
		n := p.verdictRows()
		p.head = text.Wrapped(p.verdictWords, p.verdictStyle(), 1, p.W)
		if len(p.head) > n {
			p.head = p.head[:n]
			p.head[n-1] = text.Line{{Text: text.Cut(p.head[n-1].Text()+" ...", p.W), Style: p.verdictStyle()}}
		}
		for len(p.head) < n {
			p.head = append(p.head, nil)
		}
	}
	p.H = max(p.h-len(p.head), 0)
}

// verdictRows returns the number of rows for a verdict.
func (p *Pane) verdictRows() int {
	switch {
	case p.h < 7:
		return 1
	case p.h >= 20 && p.W < 50:
		return 3
	}
	return 2
}

func (p *Pane) verdictStyle() text.Style {
	t := p.look.Theme
	switch p.verdict {
	case query.Meets:
		return t.State(model.Yes)
	case query.Fails:
		return t.State(model.No)
	}
	return t.Warning
}

// View returns the verdict and the answers in view.
func (p *Pane) View() []string {
	list := p.List.View(p.look.Theme, p.focused)
	if len(p.head) == 0 {
		return list
	}
	view := make([]string, 0, p.h)
	for _, l := range p.head {
		view = append(view, l.Draw(p.W))
	}
	return text.VisibleLines(append(view, list...), 0, p.h)
}

// Cursor returns the first cell of the selected row.
func (p *Pane) Cursor() pane.Cursor {
	c := p.List.Cursor()
	if c.Kind != pane.NoCursor {
		c.Y += len(p.head)
	}
	return c
}
