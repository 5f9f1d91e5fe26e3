package importer

import (
	"cmp"
	"slices"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// MissingPage is the page of a country that should be there and could not be had, as one
// that a server does not give. No answer of its country is read: without the country, the
// edition would say that Microsoft does not list it.
type MissingPage struct {
	Slug  string
	Found string // in the place of the page, as "HTTP 500"
}

// addMissing adds the countries whose pages are missing to draft, in the places that the
// index gives them. They are reported as absent.
func (c *compiler) addMissing(draft *Draft, list []MissingPage, order map[string]int, names map[string]map[model.Lang]string) {
	for _, m := range list {
		iso2 := c.reference.countryCode(m.Slug)
		if iso2 == "" {
			c.report.addFinding(Finding{pages.CountryPrefix + m.Slug + ".md", 0, 0, m.Slug, ExpectedCountry})
			continue
		}
		if slices.ContainsFunc(draft.Countries, func(r model.Record) bool { return r.ISO2 == iso2 }) {
			continue // there is another page about it
		}
		r := model.Record{
			Slug: m.Slug, ISO2: iso2, Printed: model.NamesOf(names[m.Slug]), Answers: map[model.Feature]model.Answer{},
			Page: model.Page{URL: c.reference.Site.countryPage(m.Slug), Date: c.date},
		}
		for _, f := range model.Features() {
			r.Answers[f] = model.Answer{Unread: unreadText(m.Found)}
		}
		c.report.Answers[NotUnderstood] += model.NumFeatures
		draft.Countries = append(draft.Countries, r)
		if slug := safeText(m.Slug); !slices.Contains(c.report.Absent, slug) {
			c.report.Absent = append(c.report.Absent, slug)
		}
	}
	slices.Sort(c.report.Absent)
	slices.SortStableFunc(draft.Countries, func(a, b model.Record) int {
		return cmp.Compare(position(order, a.Slug), position(order, b.Slug))
	})
}

// position returns the place of a country in the index; one behind all others for a
// country that it does not list.
func position(order map[string]int, slug string) int {
	if i, ok := order[slug]; ok {
		return i
	}
	return len(order)
}
