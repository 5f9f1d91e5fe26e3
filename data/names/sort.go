package names

import (
	"math"
	"slices"

	"voxatlas/model"
)

// SortByName sorts list by the shown names of its countries, as a dictionary of lang
// does. code returns the ISO 3166 code of an element. Elements without a name come
// last; those of one country keep their order.
func SortByName[T any](list []T, lang model.Lang, code func(T) string) {
	SortByRank(list, func(v T) int {
		e, _ := Of(code(v))
		return e.Rank(lang)
	})
}

// SortByRank sorts list by rank, the lowest first. Elements of one rank keep their order.
// Ranks below 0 count as 0, those of more than 32 bits as the highest.
func SortByRank[T any](list []T, rank func(T) int) {
	keys := make([]uint64, len(list)) // rank and index: one sort serves every type of element
	for i, v := range list {
		keys[i] = min(uint64(max(rank(v), 0)), math.MaxUint32)<<32 | uint64(i)
	}
	slices.Sort(keys)
	sorted := make([]T, len(list))
	for i, key := range keys {
		sorted[i] = list[uint32(key)]
	}
	copy(list, sorted)
}
