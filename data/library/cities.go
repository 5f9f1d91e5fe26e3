package library

import (
	"iter"
	"slices"
	"strings"

	"voxatlas/data/cities"
	"voxatlas/model"
	"voxatlas/model/query"
)

// cityIndex finds the cities with toll numbers in an edition by name, and by place of
// the table of the world's cities: so Wien finds Vienna. It never changes.
type cityIndex struct {
	byName  map[string][]listedCity
	byPlace map[worldPlace][]listedCity
	finder  func() cities.Finder // makes one for each search
}

// listedCity is a city of an edition.
type listedCity struct {
	iso2  string
	names model.Names
}

// worldPlace is a place of the table of the world's cities.
type worldPlace struct{ iso2, number string }

// indexCities indexes the cities of countries, and of the world with finders that finder makes.
func indexCities(countries iter.Seq[*model.Country], finder func() cities.Finder) *cityIndex {
	ix := &cityIndex{map[string][]listedCity{}, map[worldPlace][]listedCity{}, finder}
	fold := newFold()
	for c := range countries {
		for city := range c.Answer(model.TollNumbers).Cities.Values() {
			if !city.Known() {
				continue
			}
			listed := listedCity{c.ISO2(), city.Names}
			for _, name := range spellings(c.ISO2(), city) {
				ix.addCity(listed, fold(name))
			}
		}
	}
	return ix
}

// addCity adds a city with the key of one of its names.
func (ix *cityIndex) addCity(city listedCity, key string) {
	ix.byName[key] = append(ix.byName[key], city)
	finder := ix.finder()
	for _, place := range finder.Lookup(key) {
		if at := (worldPlace{place.ISO2, place.Place}); place.ISO2 == city.iso2 {
			ix.byPlace[at] = append(ix.byPlace[at], city)
		}
	}
}

// find returns the cities that have a name with this key.
func (ix *cityIndex) find(key string) query.CityMatch {
	match := query.CityMatch{Listed: map[string][]model.Names{}}
	found := slices.Clone(ix.byName[key])
	finder := ix.finder()
	for _, place := range finder.Lookup(key) {
		match.Countries = append(match.Countries, place.ISO2)
		found = append(found, ix.byPlace[worldPlace{place.ISO2, place.Place}]...)
	}
	for _, city := range found {
		match.Countries = append(match.Countries, city.iso2)
		if !slices.ContainsFunc(match.Listed[city.iso2], city.names.Equal) {
			match.Listed[city.iso2] = append(match.Listed[city.iso2], city.names)
		}
	}
	return match
}

// spellings returns the names of a city, shown and printed. Of a name with a state, as
// "California, San Francisco" or 加州舊金山, it returns the city alone, too.
func spellings(iso2 string, city model.City) []string {
	var names []string
	for _, name := range city.Names.All() {
		names = append(names, name)
		if _, part, ok := strings.Cut(name, ", "); ok {
			names = append(names, part)
		}
		for _, state := range []string{"州", "特區"} {
			if _, part, ok := strings.Cut(name, state); ok && part != "" && iso2 == "US" {
				names = append(names, part)
			}
		}
	}
	if city.Printed != "" {
		names = append(names, city.Printed)
	}
	return names
}
