package cli

import (
	"voxatlas/assets"
	"voxatlas/data/library"
	"voxatlas/data/names"
	"voxatlas/data/search"
	"voxatlas/model"
)

// maxNames is how many names a message proposes.
const maxNames = 8

// resolveCountry is the country that name means without doubt. When it means none, the
// error proposes what is nearly so, and what else is given.
func (p *program) resolveCountry(e *library.Edition, name string, others ...string) (*model.Country, error) {
	r := e.Index().Resolve(name, p.localizer.Lang())
	switch {
	case r.Country != nil:
		return r.Country, nil
	case len(r.Candidates) == 0:
		return nil, p.noCountryError(e, name, others...)
	case len(r.Candidates) == 1: // a guess is not one of several
		return nil, p.userError(codeMisuse, "error.country.near", "country", printable(name), "names", p.localizer.JoinList(append(p.proposals(r.Candidates), others...)))
	}
	return nil, p.userError(codeMisuse, "error.country.doubt", "country", printable(name), "names", p.joinProposals(r.Candidates))
}

// noCountryError says that name is no country of the edition: one that Microsoft
// does not list, or nearly one that it does, or neither.
func (p *program) noCountryError(e *library.Edition, name string, others ...string) *userError {
	if r := e.Index().Query(name, p.localizer.Lang()); r.Unlisted.ISO2 != "" {
		f := p.userError(codeNothing, "error.country.elsewhere", p.unlistedArgs(e, name, r.Unlisted)...)
		if len(r.Hits) > 0 {
			f.details = append(f.details, p.localizer.Text("error.country.beside", "names", p.joinProposals(r.Hits)))
		}
		return f
	}
	if near := append(p.proposals(e.Index().Nearest(name, p.localizer.Lang(), maxNames)), others...); len(near) > 0 {
		return p.userError(codeNothing, "error.country.near", "country", printable(name), "names", p.localizer.JoinList(near))
	}
	return p.userError(codeNothing, "error.country.unknown", "country", printable(name))
}

// unlistedArgs are the arguments of saying that name means a place that Microsoft does
// not list.
func (p *program) unlistedArgs(e *library.Edition, name string, entry names.Entry) []any {
	return []any{
		"country", printable(name), "name", entry.Names.In(p.localizer.Lang()),
		"count", assets.Number(e.Index().Len()), "edition", e.Date,
	}
}

// joinProposals lists hits as names with what to type for them.
func (p *program) joinProposals(hits []search.Hit) string {
	return p.localizer.JoinList(p.proposals(hits))
}

func (p *program) proposals(hits []search.Hit) []string {
	var list []string
	for i, h := range hits {
		if i == maxNames {
			list = append(list, p.localizer.Count("error.country.more", len(hits)-i))
			break
		}
		list = append(list, p.localizer.WithRemark(h.Country.Name(p.localizer.Lang()), h.Country.Slug()))
	}
	return list
}
