package cli

import (
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/find"
)

// maxNames is how many names a message proposes.
const maxNames = 8

// country is the country that name means without doubt.
func (p *program) country(ix *find.Index, name string) (*model.Country, error) {
	r := ix.Resolve(name)
	switch {
	case r.Country != nil:
		return r.Country, nil
	case len(r.Candidates) > 0:
		return nil, p.fault(codeMisuse, "error.country.doubt", "country", given(name), "names", p.proposed(r.Candidates))
	}
	return nil, p.noCountry(ix, name)
}

// noCountry says that name is no country of the edition: one that Microsoft
// does not list, or nearly one that it does, or neither.
func (p *program) noCountry(ix *find.Index, name string) *fault {
	if near := ix.Nearest(name, maxNames); len(near) > 0 {
		return p.fault(codeNothing, "error.country.near", "country", given(name), "names", p.proposed(near))
	}
	if e, ok := elsewhere(name); ok {
		return p.fault(codeNothing, "error.country.elsewhere", "country", given(name), "name", e.Name(p.voice.Lang()))
	}
	return p.fault(codeNothing, "error.country.unknown", "country", given(name))
}

// elsewhere is the country or region that name means, of all there are.
func elsewhere(name string) (*model.Country, bool) {
	all := find.New(func(yield func(*model.Country) bool) {
		for e := range names.All() {
			c := model.NewCountry(model.Record{Slug: e.ISO2, ISO2: e.ISO2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names})
			if !yield(c) {
				return
			}
		}
	})
	c := all.Resolve(name).Country
	return c, c != nil
}

// proposed lists hits as names with what to type for them.
func (p *program) proposed(hits []find.Hit) string {
	var list []string
	for i, h := range hits {
		if i == maxNames {
			list = append(list, p.voice.Count("error.country.more", len(hits)-i))
			break
		}
		list = append(list, p.voice.Aside(h.Country.Name(p.voice.Lang()), h.Country.Slug()))
	}
	return p.voice.List(list)
}
