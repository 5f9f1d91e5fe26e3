package countries

import (
	"voxatlas/data/search"
	"voxatlas/model"
)

// SetAtlas shows the countries of another edition, searched with what index gives:
// what was typed stays, and the cursor on its country, where the edition has it.
func (p *Pane) SetAtlas(atlas *model.Atlas, index func() *search.Index) {
	at := atlas.Counterpart(p.Country())
	p.atlas, p.index = atlas, index
	p.refreshRows(at)
}

// SelectCountry puts the cursor on c, and forgets what was typed.
func (p *Pane) SelectCountry(c *model.Country) {
	p.input, p.typing = nil, false
	p.refreshRows(c)
}
