package library

import (
	"slices"
	"sync"

	"voxatlas/data/cities"
	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
	"voxatlas/model/query"
)

// QueryEnv returns all that an expression about the countries of e needs: how names
// are folded, the regions, the world's cities, and the editions before e. There are no
// countries of the user's own yet.
func (l *Library) QueryEnv(e *Edition) query.Env {
	env := query.Env{Fold: newFold(), InRegion: names.InRegion}
	for key := range names.Regions() {
		env.RegionKeys = append(env.RegionKeys, key)
	}
	for _, other := range l.editions {
		if other != e && other.Date < e.Date && !slices.Contains(env.Dates, other.Date) {
			env.Dates = append(env.Dates, other.Date)
		}
	}
	before := l.Before(e)
	if before != nil && len(env.Dates) == 0 { // an embedded edition of the same date as a user's own
		env.Dates = []string{before.Date}
	}
	env.Before = func(date string) *model.Atlas {
		if date == "" || before != nil && date == before.Date {
			return atlasOf(before)
		}
		return atlasOf(l.Edition(date))
	}
	env.CityCountries = func(city string) []string { return countriesOfCity(env, e.Atlas(), city) }
	return env
}

// newFold returns a function that folds texts. Any number of goroutines may call it.
func newFold() func(string) string {
	makers := sync.Pool{New: func() any { return new(fold.KeyMaker) }}
	return func(s string) string {
		maker := makers.Get().(*fold.KeyMaker)
		defer makers.Put(maker)
		maker.Reset()
		return maker.Fold(s).Text()
	}
}

// atlasOf returns the facts of an edition; nil for none.
func atlasOf(e *Edition) *model.Atlas {
	if e == nil {
		return nil
	}
	return e.Atlas()
}

// countriesOfCity returns the codes of the countries that have a city of this name: by
// the table of the world's cities, or by the numbers that an edition lists.
func countriesOfCity(env query.Env, a *model.Atlas, city string) []string {
	key := env.Fold(city)
	var codes []string
	var finder cities.Finder
	for _, place := range finder.Lookup(key) {
		codes = append(codes, place.ISO2)
	}
	for c := range a.Countries() {
		if slices.ContainsFunc(c.Answer(model.TollNumbers).Cities.Slice(), func(k model.City) bool { return env.NamesCity(k, key) }) {
			codes = append(codes, c.ISO2())
		}
	}
	return codes
}
