package rows

import (
	"slices"

	"voxatlas/model"
)

// Stats counts the states of answers over some countries.
type Stats struct {
	Features []model.Feature
	States   []model.State // those that occur, in the order of [model.ShownStates]
	Total    int           // of countries: the sum of the counts of every feature

	counts map[model.Feature]*[model.NumShown]int
}

// NewStats counts the states of the features over countries.
func NewStats(countries []*model.Country, features []model.Feature) Stats {
	s := Stats{Features: features, Total: len(countries), counts: map[model.Feature]*[model.NumShown]int{}}
	var occurs [model.NumShown]bool
	for _, f := range features {
		counts := new([model.NumShown]int)
		s.counts[f] = counts
		for _, c := range countries {
			state := c.Answer(f).Shown()
			counts[state]++
			occurs[state] = true
		}
	}
	s.States = slices.DeleteFunc(model.ShownStates(), func(state model.State) bool { return !occurs[state] })
	return s
}

// Count returns the number of countries with a state of a feature.
func (s Stats) Count(f model.Feature, state model.State) int {
	if counts := s.counts[f]; counts != nil {
		return counts[state]
	}
	return 0
}
