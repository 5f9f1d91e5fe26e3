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
	type ranked struct {
		rank int
		v    T
	}
	all := make([]ranked, len(list))
	for i, v := range list {
		e, _ := Of(code(v))
		all[i] = ranked{e.Rank(lang), v}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for i, r := range all {
		list[i] = r.v
	}
}
