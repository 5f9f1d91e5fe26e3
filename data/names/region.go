package names

import (
	"iter"
	"slices"
	"strings"
)

// region is a region and the codes of its countries, parted by blanks.
type region struct{ key, codes string }

// Regions yields the regions of the world that have a key, sorted by it, and the ISO
// 3166-1 alpha-2 codes of their countries, sorted and parted by blanks: "eea",
// "AT BE BG …". A country may be in several.
func Regions() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, r := range regions {
			if !yield(r.key, r.codes) {
				return
			}
		}
	}
}

// InRegion reports whether the country with an ISO 3166-1 alpha-2 code lies in the
// region with a key.
func InRegion(iso2, key string) bool {
	i, ok := slices.BinarySearchFunc(regions[:], key, func(r region, key string) int { return strings.Compare(r.key, key) })
	return ok && iso2 != "" && slices.Contains(strings.Fields(regions[i].codes), iso2)
}
