package importer

import (
	"slices"
	"strings"

	"voxatlas/model"
)

// Reference holds the data that pages are matched with: editions, and the codes
// of countries. Answers are never copied from it; the names of translated
// cities, destinations and regions are.
type Reference struct {
	Base     *model.Atlas                       // the edition to compare with, and to match translated names by position; nil for none
	Editions []*model.Atlas                     // further editions, for the names of countries and cities
	Code     func(english string) (iso2 string) // of a country or region by its English name; "" for none
	Site     Site
	Today    string // no page is of a later date; "" when the day is not known
}

// Site finds addresses of the documentation.
type Site struct {
	Link model.URLs                     // by the key of a link
	Page func(path string) (url string) // of the English page at a path
}

// editions lists all editions, the base first.
func (r Reference) editions() []*model.Atlas {
	if r.Base == nil {
		return r.Editions
	}
	return append([]*model.Atlas{r.Base}, r.Editions...)
}

// dropAbbreviation returns the printed English name of a country without an abbreviation
// behind it, as "(UAE)", if an edition has the name without. Else two editions would seem to
// print it otherwise.
func (r Reference) dropAbbreviation(slug, name string) string {
	short, _, ok := strings.Cut(name, " (")
	printsShort := func(a *model.Atlas) bool {
		c := a.Country(slug)
		return c != nil && c.Printed().In(model.English) == short
	}
	if ok && slices.ContainsFunc(r.editions(), printsShort) {
		return short
	}
	return name
}

// countryCode returns the code of the country with that slug; "" for an unknown
// one. Slugs are English names, so a new country is found by its words.
func (r Reference) countryCode(slug string) string {
	for _, a := range r.editions() {
		if c := a.Country(slug); c != nil {
			return c.ISO2()
		}
	}
	words := strings.ReplaceAll(slug, "-", " ")
	if iso2 := r.Code(words); iso2 != "" {
		return iso2
	}
	return r.Code(strings.TrimPrefix(words, "the "))
}

// baseCountry returns a country of the base by its code, since slugs change;
// nil without one.
func (r Reference) baseCountry(iso2 string) *model.Country {
	if r.Base == nil {
		return nil
	}
	return r.Base.CountryOfCode(iso2)
}

// knownCities lists the cities in the country with that code: those of the answer to f
// in the editions first, then those of other answers and those with reviewed names. A
// city may be listed repeatedly.
func (r Reference) knownCities(iso2 string, f model.Feature) []model.City {
	var list, others []model.City
	for _, a := range r.editions() {
		for c := range a.Countries() {
			if c.ISO2() != iso2 {
				continue
			}
			for _, g := range []model.Feature{model.TollNumbers, model.AutoAssignedNumbers} {
				if found := c.Answer(g).Cities.Slice(); g == f {
					list = append(list, found...)
				} else {
					others = append(others, found...)
				}
			}
		}
	}
	return slices.Concat(list, others, reviewedCities(iso2))
}

// findDestination finds the destination of that printed name in an edition.
func (r Reference) findDestination(printed string) (model.Destination, bool) {
	for _, a := range r.editions() {
		for d := range a.Destinations().Values() {
			if normalize(d.Printed) == normalize(printed) {
				return d, true
			}
		}
	}
	return model.Destination{}, false
}
