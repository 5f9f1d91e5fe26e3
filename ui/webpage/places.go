package webpage

import (
	"slices"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// ranks returns the position of a place in a dictionary of each language.
func (t *texts) ranks(iso2 string) []int {
	e, _ := names.Of(iso2)
	ranks := make([]int, len(t.localizers))
	for i, loc := range t.localizers {
		ranks[i] = e.Rank(loc.Lang())
	}
	return ranks
}

// placeOf returns the names and codes by which the place of an entry is found.
func (t *texts) placeOf(e names.Entry) placeEntry {
	p := placeEntry{
		ISO2: e.ISO2, Codes: []string{e.ISO2, e.ISO3}, Number: e.Numeric, Dial: e.Dial.Slice(), Aliases: []string{}, Population: e.Population,
		Name: t.of(func(_ int, loc say.Localizer) string { return e.Names.In(loc.Lang()) }),
	}
	p.Codes = append(p.Codes, p.Dial...)
	for a := range e.Aliases.Values() {
		p.Aliases = append(p.Aliases, a.Text)
	}
	return p
}

// placeOfCountry returns the names and codes by which a country is found. One of a user's own edition may
// have other names than the table, or not be in it.
func (t *texts) placeOfCountry(c *model.Country) placeEntry {
	p := placeEntry{ISO2: c.ISO2(), Codes: []string{c.ISO2(), c.ISO3()}, Dial: c.Dial().Slice(), Aliases: []string{}}
	if e, ok := names.Of(c.ISO2()); ok {
		p = t.placeOf(e)
	}
	p.Name = t.of(func(_ int, loc say.Localizer) string { return c.Name(loc.Lang()) })
	p.Codes = append(p.Codes, c.Slug())
	for _, printed := range c.Printed().All() {
		if !slices.Contains(p.Aliases, printed) {
			p.Aliases = append(p.Aliases, printed)
		}
	}
	return p
}

// omitted returns the countries of an atlas that are not among those shown.
func (t *texts) omitted(a *model.Atlas, shown []*model.Country) []placeEntry {
	list := []placeEntry{}
	for c := range a.Countries() {
		if !slices.Contains(shown, c) {
			list = append(list, t.placeOfCountry(c))
		}
	}
	return list
}

// unlisted returns the places of the names table that are no countries of an atlas.
func (t *texts) unlisted(a *model.Atlas) []placeEntry {
	listed := codesOf(a)
	list := []placeEntry{}
	for e := range names.All() {
		if !listed[e.ISO2] {
			list = append(list, t.placeOf(e))
		}
	}
	return list
}

// codesOf returns the codes of the countries of an atlas.
func codesOf(a *model.Atlas) map[string]bool {
	codes := map[string]bool{}
	for c := range a.Countries() {
		codes[c.ISO2()] = true
	}
	return codes
}
