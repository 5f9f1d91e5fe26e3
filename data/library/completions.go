package library

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/model/query"
)

// completions holds the words of an edition that completion proposes. It never changes.
type completions struct {
	cities  []query.Spelling // of cities with toll numbers
	names   []query.Spelling // of countries
	minutes []int            // domestic minutes of the plans, sorted
}

// completionsOf collects the words of countries.
func completionsOf(countries iter.Seq[*model.Country]) completions {
	var cities, names [][]query.Spelling
	var minutes []int
	fold := newFold()
	for c := range countries {
		var shown []string
		for _, name := range c.Names().All() {
			shown = append(shown, name)
		}
		names = append(names, spellPlace(fold, c.ISO2(), c.Names(), shown))
		for city := range c.Answer(model.TollNumbers).Cities.Values() {
			cities = append(cities, spellPlace(fold, c.ISO2(), city.Names, shortSpellings(c.ISO2(), city)))
		}
		for plan := range c.Answer(model.Minutes).Plans.Values() {
			minutes = append(minutes, plan.DomesticMinutes)
		}
	}
	slices.Sort(minutes)
	return completions{joinPlaces(cities), joinPlaces(names), slices.Compact(minutes)}
}

// spellPlace returns the spellings of a place.
func spellPlace(fold func(string) string, iso2 string, names model.Names, texts []string) []query.Spelling {
	var list []query.Spelling
	for _, s := range texts {
		if key := fold(s); key != "" {
			list = append(list, query.Spelling{Text: s, Key: key, Names: names, ISO2: iso2})
		}
	}
	return list
}

// joinPlaces returns the spellings of all places, sorted by their first ones.
func joinPlaces(places [][]query.Spelling) []query.Spelling {
	places = slices.DeleteFunc(places, func(p []query.Spelling) bool { return len(p) == 0 })
	slices.SortStableFunc(places, func(a, b []query.Spelling) int { return cmp.Compare(a[0].Key, b[0].Key) })
	return slices.Concat(places...)
}

// shortSpellings returns the names of a city, without those that have its state before
// a comma, as "California, San Francisco".
func shortSpellings(iso2 string, city model.City) []string {
	return slices.DeleteFunc(spellings(iso2, city), func(name string) bool { return strings.Contains(name, ", ") })
}
