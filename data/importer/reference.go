package importer

import (
	"strings"

	"voxatlas/model"
)

// Known is what is known before a page is read: editions at hand, and the codes
// of places. Pages are matched with it, never filled up from it.
type Reference struct {
	Base     *model.Atlas                       // the edition to compare with, and to place translated names by; nil for none
	Editions []*model.Atlas                     // further editions whose countries and cities are known by their names
	Code     func(english string) (iso2 string) // of a country or region by its English name; "" for none
}

// atlases are the editions at hand, the base first.
func (k Reference) editions() []*model.Atlas {
	if k.Base == nil {
		return k.Editions
	}
	return append([]*model.Atlas{k.Base}, k.Editions...)
}

// country is the code of the country whose page has that slug. Slugs are English
// names, so a new page is found by its words.
func (k Reference) countryCode(slug string) string {
	for _, a := range k.editions() {
		if c := a.Country(slug); c != nil {
			return c.ISO2()
		}
	}
	words := strings.ReplaceAll(slug, "-", " ")
	if iso2 := k.Code(words); iso2 != "" {
		return iso2
	}
	return k.Code(strings.TrimPrefix(words, "the "))
}

// base is what the base says about a country, found by its code: slugs change.
func (k Reference) baseCountry(iso2 string) *model.Country {
	if k.Base == nil {
		return nil
	}
	for c := range k.Base.Countries() {
		if c.ISO2() == iso2 {
			return c
		}
	}
	return nil
}

// cities lists the cities in the country with that code: those of the editions
// first, then those whose names are reviewed. A city may stand in it repeatedly.
func (k Reference) knownCities(iso2 string) []model.City {
	var list []model.City
	for _, a := range k.editions() {
		for c := range a.Countries() {
			if c.ISO2() != iso2 {
				continue
			}
			for _, f := range []model.Feature{model.TollNumbers, model.AutoAssignedNumbers} {
				list = append(list, c.Answer(f).Cities.Slice()...)
			}
		}
	}
	return append(list, reviewedCities(iso2)...)
}

// destination is a known entry of the list of destinations, by its printed name.
func (k Reference) findDestination(printed string) (model.Destination, bool) {
	for _, a := range k.editions() {
		for d := range a.Destinations().Values() {
			if normalize(d.Printed) == normalize(printed) {
				return d, true
			}
		}
	}
	return model.Destination{}, false
}
