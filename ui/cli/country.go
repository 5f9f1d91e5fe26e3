package cli

import (
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
	case len(r.Candidates) == 0:
		return nil, p.noCountry(ix, name)
	case len(r.Candidates) == 1: // a guess is not one of several
		return nil, p.fault(codeMisuse, "error.country.near", "country", given(name), "names", p.proposed(r.Candidates))
	}
	return nil, p.fault(codeMisuse, "error.country.doubt", "country", given(name), "names", p.proposed(r.Candidates))
}

// noCountry says that name is no country of the edition: one that Microsoft
// does not list, or nearly one that it does, or neither.
func (p *program) noCountry(ix *find.Index, name string) *fault {
	if e, ok := ix.Elsewhere(name); ok {
		return p.fault(codeNothing, "error.country.elsewhere", "country", given(name), "name", e.Names.In(p.voice.Lang()))
	}
	if near := ix.Nearest(name, maxNames); len(near) > 0 {
		return p.fault(codeNothing, "error.country.near", "country", given(name), "names", p.proposed(near))
	}
	return p.fault(codeNothing, "error.country.unknown", "country", given(name))
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
