package countries

import (
	"iter"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/find"
)

// unlisted is the name of the country or region that the query names without
// doubt, though Microsoft's list does not have it; else empty.
func (p *Pane) unlisted() string {
	if p.others == nil {
		p.others = find.New(p.otherPlaces())
	}
	if c := p.others.Resolve(p.input.Value()).Country; c != nil {
		return c.Name(p.look.Voice.Lang())
	}
	return ""
}

// otherPlaces yields the places of the names table that the atlas lacks.
func (p *Pane) otherPlaces() iter.Seq[*model.Country] {
	listed := make(map[string]bool, len(p.countries))
	for _, c := range p.countries {
		listed[c.ISO2()] = true
	}
	return func(yield func(*model.Country) bool) {
		for e := range names.All() {
			if !listed[e.ISO2] && !yield(model.NewCountry(model.Record{ISO2: e.ISO2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names})) {
				return
			}
		}
	}
}
