package countries

import (
	"voxatlas/data/search"
	"voxatlas/model"
)

// Turn shows the countries of another edition, searched with what index gives:
// what was typed stays, and the cursor on its country, where the edition has it.
func (p *Pane) Turn(atlas *model.Atlas, index func() *search.Index) {
	at := atlas.Counterpart(p.Country())
	p.atlas, p.index = atlas, index
	p.search(at)
}

// Go puts the cursor on c, and forgets what was typed.
func (p *Pane) Go(c *model.Country) {
	p.input, p.typing = nil, false
	p.search(c)
}
