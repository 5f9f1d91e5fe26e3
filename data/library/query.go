package library

import (
	"iter"
	"sync"

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
	earlier := map[string]*Edition{} // by date; of those of one date, a user's own is the last
	for _, other := range l.editions {
		if other.Date < e.Date && earlier[other.Date] == nil {
			earlier[other.Date] = other
			env.Dates = append(env.Dates, other.Date)
		}
	}
	findBefore := sync.OnceValue(func() *Edition { return l.Before(e) }) // opens a fetched one
	if len(env.Dates) == 0 {
		if before := findBefore(); before != nil { // an embedded edition of the same date as a user's own
			env.Dates = []string{before.Date}
		}
	}
	env.Before = func(date string) *model.Comparison {
		if before := findBefore(); date == "" || before != nil && date == before.Date {
			return l.Compare(before, e)
		}
		return l.Compare(earlier[date], e)
	}
	env.FindCity = func(name string) query.CityMatch { return e.city().find(env.Fold(name)) }
	env.NameKeys = func(c *model.Country) query.NameKeys {
		if keys, ok := e.keys()[c]; ok {
			return keys
		}
		return query.FoldNames(c, env.Fold)
	}
	env.Cities = func() []query.Spelling { return e.words().cities }
	env.Names = func() []query.Spelling { return e.words().names }
	env.PlanMinutes = func() []int { return e.words().minutes }
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

// foldNames returns the folded names of countries.
func foldNames(countries iter.Seq[*model.Country]) map[*model.Country]query.NameKeys {
	fold, keys := newFold(), map[*model.Country]query.NameKeys{}
	for c := range countries {
		keys[c] = query.FoldNames(c, fold)
	}
	return keys
}
