package names

import (
	"cmp"
	"slices"

	"voxatlas/model"
)

// SortByName sorts list by the shown names of its countries, as a dictionary of lang
// does. code returns the ISO 3166 code of an element. Elements without a name come
// last; those of one country keep their order.
func SortByName[T any](list []T, lang model.Lang, code func(T) string) {
	ranks := make(map[string]int, len(list))
	for _, v := range list {
		e, _ := Of(code(v))
		ranks[code(v)] = e.Rank(lang)
	}
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(ranks[code(a)], ranks[code(b)]) })
}
