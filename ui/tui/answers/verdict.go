package answers

import (
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// filterVerdict is the verdict of a filter on the country.
type filterVerdict struct {
	verdict query.Verdict
	words   string
	lines   []text.Line // the words as they are shown
}

// SetVerdict shows the verdict of a filter on the country in the head of the pane, in
// words with its reasons; empty words show none. The head has as many rows for every
// country, so that the answers stay in their places.
func (p *Pane) SetVerdict(v query.Verdict, words string) {
	switch old := p.verdict; {
	case words == "" && old == nil, old != nil && old.verdict == v && old.words == words:
		return
	case words == "":
		p.verdict = nil
	default:
		p.verdict = &filterVerdict{verdict: v, words: words}
	}
	p.layoutVerdict()
	p.Reveal()
}

// layoutVerdict lays out the verdict, and leaves the rest of the height to the answers.
func (p *Pane) layoutVerdict() {
	if v := p.verdict; v != nil && p.look != nil {
		n, style := p.verdictRows(), p.verdictStyle()
		v.lines = text.Wrapped(v.words, style, 1, p.W)
		if len(v.lines) > n {
			v.lines = v.lines[:n]
			v.lines[n-1] = text.Line{{Text: text.Cut(v.lines[n-1].Text()+" ...", p.W), Style: style}}
		}
		for len(v.lines) < n {
			v.lines = append(v.lines, nil)
		}
	}
	p.H = max(p.h-len(p.headLines()), 0)
}

// headLines returns the lines above the answers.
func (p *Pane) headLines() []text.Line {
	if p.verdict == nil {
		return nil
	}
	return p.verdict.lines
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
	switch p.verdict.verdict {
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
	if len(p.headLines()) == 0 {
		return list
	}
	view := make([]string, 0, p.h)
	for _, l := range p.headLines() {
		view = append(view, l.Draw(p.W))
	}
	return text.VisibleLines(append(view, list...), 0, p.h)
}

// Cursor returns the first cell of the selected row.
func (p *Pane) Cursor() pane.Cursor {
	c := p.List.Cursor()
	if c.Kind != pane.NoCursor {
		c.Y += len(p.headLines())
	}
	return c
}
