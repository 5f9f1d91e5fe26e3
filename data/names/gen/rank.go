package main

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// rankNames sets the position of each name in the dictionary order of its language: by
// strokes in zh-TW, by letters in English, where a leading "The" does not count.
func rankNames(rows []*territory) {
	for i, l := range tableLangs() {
		c := collate.New(language.MustParse(l.collation))
		order := slices.Clone(rows)
		slices.SortStableFunc(order, func(a, b *territory) int {
			return cmp.Or(
				c.CompareString(collationName(a.names[i]), collationName(b.names[i])),
				strings.Compare(a.iso2, b.iso2),
			)
		})
		for n, r := range order {
			r.ranks[i] = n
		}
	}
}

// collationName returns the part of a name that is sorted.
func collationName(s string) string { return strings.TrimPrefix(s, "The ") }
