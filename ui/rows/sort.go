package rows

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// SortKey is the order of countries: by the state of an answer, the best first, and by
// name among those of one state. The zero SortKey is by name alone.
type SortKey struct {
	Feature model.Feature // zero for none
}

// nameKey is the key of the order by name.
const nameKey = "name"

// String returns the key as [ParseSortKey] reads it: "name", or the short key of an
// answer.
func (k SortKey) String() string { return cmp.Or(k.Feature.Short(), nameKey) }

// ParseSortKey reads "name" or the key of an answer, as [model.ParseTopic] does. A
// service of several answers is no order. The error is a [*model.UnknownKeyError].
func ParseSortKey(text string) (SortKey, error) {
	if strings.EqualFold(strings.TrimSpace(text), nameKey) {
		return SortKey{}, nil
	}
	unknown := &model.UnknownKeyError{Key: text, Candidates: []string{nameKey}}
	t, err := model.ParseTopic(text)
	switch features := featuresOf(t); {
	case err == nil && len(features) == 1:
		return SortKey{features[0]}, nil
	case err == nil:
		unknown.Ambiguous, unknown.Candidates = true, nil
		for _, f := range features {
			unknown.Candidates = append(unknown.Candidates, f.Short())
		}
		return SortKey{}, unknown
	case err.(*model.UnknownKeyError).Ambiguous: //nolint:errcheck // its only kind of error
		return SortKey{}, err
	}
	for _, f := range model.Features() {
		unknown.Candidates = append(unknown.Candidates, f.Short())
	}
	return SortKey{}, unknown
}

// featuresOf lists the features of a topic: its own, or those of its service.
func featuresOf(t model.Topic) []model.Feature {
	if t.Feature != 0 {
		return []model.Feature{t.Feature}
	}
	return t.Service.Features()
}

// SortBy sorts list in the order of k. Names are in the order of a dictionary of lang;
// of plans with minutes, those with more stand first. country returns the country of
// an element; elements of one country keep their order.
func SortBy[T any](list []T, k SortKey, lang model.Lang, country func(T) *model.Country) {
	names.SortByName(list, lang, func(v T) string { return country(v).ISO2() })
	if k.Feature == 0 {
		return
	}
	states := model.ShownStates()
	names.SortByRank(list, func(v T) int {
		a := country(v).Answer(k.Feature)
		return (slices.Index(states, a.Shown())+1)*maxRanked - min(a.LargestDomestic(), maxRanked-1)
	})
}

// maxRanked is the number of minutes from which on plans count as equal in the order.
const maxRanked = 1 << 24
