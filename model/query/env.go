package query

import (
	"slices"

	"voxatlas/model"
)

// Env holds all that an expression needs besides the countries. A function or list may
// be missing; then the terms that need it are refused, or match nothing.
type Env struct {
	Fold       func(string) string                 // a text without case, accents and blanks, for comparison
	NameKeys   func(*model.Country) NameKeys       // the folded names of a country; nil: they are folded at each call
	RegionKeys []string                            // all regions, sorted
	InRegion   func(iso2, region string) bool      // reports whether a country lies in a region
	FindCity   func(name string) CityMatch         // the cities of a name in any language
	Mine       []string                            // codes of the user's own countries
	Before     func(date string) *model.Comparison // with an earlier edition by date, "" for the one before; nil for none
	Dates      []string                            // of all earlier editions
	Describe   func(Word) []string                 // what users read for a word, in each language that they may use; nil for nothing

	// Of these, [Complete] proposes words. Each may be nil.
	Cities      func() []Spelling // the names of cities with toll numbers, sorted, those of a city one behind the other
	Names       func() []Spelling // the names of countries, in the same order
	PlanMinutes func() []int      // the numbers of domestic minutes that plans have
}

// Spelling is a name of a place.
type Spelling struct {
	Text  string
	Key   string      // Text, folded
	Names model.Names // all names of the place
	ISO2  string      // the code of its country
}

// NameKeys are the folded names and codes of a country.
type NameKeys struct {
	Codes []string // the slug and the ISO 3166-1 codes
	Names []string // in all languages
}

// CityMatch holds the cities that have a name.
type CityMatch struct {
	Countries []string                 // ISO 3166-1 alpha-2 codes of the countries that have such a city, perhaps repeated
	Listed    map[string][]model.Names // the names of such cities with toll numbers, by code of the country
}

// has reports whether a city with toll numbers in a country is one of the match.
func (m CityMatch) has(iso2 string, city model.City) bool {
	return slices.ContainsFunc(m.Listed[iso2], city.Names.Equal)
}

// FoldNames returns the folded names and codes of a country.
func FoldNames(c *model.Country, fold func(string) string) NameKeys {
	keys := NameKeys{Codes: []string{fold(c.Slug()), fold(c.ISO2()), fold(c.ISO3())}}
	for _, name := range c.Names().All() {
		keys.Names = append(keys.Names, fold(name))
	}
	return keys
}
