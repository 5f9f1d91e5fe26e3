package countries

import (
	"slices"

	"voxatlas/model"
)

// Marked lists the marked countries that the edition has, in the order of marking.
func (p *Pane) Marked() []*model.Country {
	var list []*model.Country
	for _, m := range p.marked {
		if c := p.atlas.Counterpart(m); c != nil {
			list = append(list, c)
		}
	}
	return list
}

// IsMarked reports whether a country is marked.
func (p *Pane) IsMarked(c *model.Country) bool { return p.markOf(c) >= 0 }

// ToggleMark marks a country, or takes its mark away.
func (p *Pane) ToggleMark(c *model.Country) {
	if i := p.markOf(c); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, c)
	}
}

// markOf returns the index of the mark of c, or -1.
func (p *Pane) markOf(c *model.Country) int {
	return slices.IndexFunc(p.marked, func(m *model.Country) bool { return m.ISO2() == c.ISO2() })
}

// Mine returns the codes of the user's own countries.
func (p *Pane) Mine() []string { return p.mine }

// SetMine sets the codes of the user's own countries, which stand first in a list
// without a query and a filter. A cursor on the first row stays there.
func (p *Pane) SetMine(codes []string) {
	if slices.Equal(codes, p.mine) {
		return
	}
	keep := p.Country()
	if p.cursor == 0 && p.isPlain() && len(p.mine) == 0 && !p.Searches() {
		keep = nil
	}
	p.mine = codes
	p.renewFilter()
	p.refreshRows(keep)
}
