package cli

import (
	"voxatlas/assets"
	"voxatlas/data/library"
	"voxatlas/data/names"
	"voxatlas/data/search"
	"voxatlas/model"
)

// maxNames is the number of names that a message proposes at most.
const maxNames = 8

// resolveCountry returns the country that a name means without doubt.
// Otherwise the error says why not and proposes the nearest countries, followed
// by others.
func (p *program) resolveCountry(e *library.Edition, name string, others ...string) (*model.Country, error) {
	r := e.Index().Resolve(name, p.localizer.Lang())
	switch {
	case r.Country != nil:
		return r.Country, nil
	case r.Unlisted.ISO2 != "":
		return nil, p.unlistedError(e, name, r.Unlisted)
	case len(r.Candidates)+len(r.Rivals) == 0, isKey(name):
		return nil, p.noCountryError(e, name, others...)
	}
	return nil, p.doubtError(name, r, others)
}

// doubtError returns the error of a name that may mean several places, with the
// reason, or that resembles one. Places that are not listed are called so.
func (p *program) doubtError(name string, r search.Resolution, others []string) *userError {
	code, key := codeMisuse, "error.country.doubt"
	if len(r.Candidates) == 0 {
		code, key = codeNothing, "error.country.doubt_unlisted"
	}
	known := p.proposals(r.Candidates)
	for _, rival := range r.Rivals[:min(len(r.Rivals), maxNames)] {
		known = append(known, p.localizer.WithRemark(rival.Names.In(p.localizer.Lang()), p.localizer.Text("error.country.not_listed")))
	}
	if len(known) == 1 { // a guess is not one of several
		return p.userError(code, "error.country.near", "country", quotable(name), "names", p.localizer.JoinList(append(known, others...)))
	}
	return p.userError(code, key, "country", quotable(name), "why", p.localizer.Text("error.doubt."+r.Doubt.String()), "names", p.localizer.JoinList(known))
}

// unlistedError returns the error of a name that means a place which Microsoft
// does not list, with the countries that are found by the same letters.
func (p *program) unlistedError(e *library.Edition, name string, place names.Entry) *userError {
	f := p.userError(codeNothing, "error.country.unlisted", p.unlistedArgs(e, name, place)...)
	if r := e.Index().Query(name, p.localizer.Lang()); len(r.Hits) > 0 {
		f.details = append(f.details, p.localizer.Text("error.country.also_matching", "names", p.joinProposals(r.Hits)))
	}
	return f
}

// noCountryError returns the error of a name that is no country of the
// edition. It says that the name means a place that Microsoft does not list,
// or else proposes the nearest countries, followed by others.
func (p *program) noCountryError(e *library.Edition, name string, others ...string) *userError {
	if r := e.Index().Query(name, p.localizer.Lang()); r.Unlisted.ISO2 != "" {
		return p.unlistedError(e, name, r.Unlisted)
	}
	if search.IsNationalNumber(name) {
		return p.userError(codeNothing, "error.country.national_number", "country", quotable(name))
	}
	if expr := p.expressionMeant(e, name); expr != "" {
		return p.userError(codeNothing, "error.country.expression", "country", quotable(name), "expr", quotable(expr))
	}
	if near := append(p.proposals(e.Index().Nearest(name, p.localizer.Lang(), maxNames)), others...); len(near) > 0 {
		return p.userError(codeNothing, "error.country.near", "country", quotable(name), "names", p.localizer.JoinList(near))
	}
	return p.userError(codeNothing, "error.country.unknown", "country", quotable(name))
}

// unlistedArgs returns the arguments of the message that a name means a
// place which Microsoft does not list.
func (p *program) unlistedArgs(e *library.Edition, name string, entry names.Entry) []any {
	return []any{
		"country", quotable(name), "name", entry.Names.In(p.localizer.Lang()),
		"count", assets.Number(e.Index().Len()), "edition", e.Date,
	}
}

// joinProposals returns the proposals for hits as one text.
func (p *program) joinProposals(hits []search.Hit) string {
	return p.localizer.JoinList(p.proposals(hits))
}

// proposals returns the name of each hit with its slug, which the user can
// type. After maxNames it counts the rest.
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
