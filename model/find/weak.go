package find

import (
	"slices"

	"github.com/sahilm/fuzzy"
)

// maxWeak is how many guesses a query gives at most.
const maxWeak = 8

// weak lists guesses at the query k, in order: names that have its letters in
// order, without those of the countries in strong. The fuzzy search proposes
// and scores; which letters it marks is not used, since it looks for separators
// and capitals that keys do not have, and may mark them far apart.
func (ix *Index) weak(k key, strong []found) []found {
	n := len(k.runes)
	if n < 2 || n < 3 && !dense(k.runes[0]) {
		return nil
	}
	limit := slack(k)
	if len(strong) > 0 {
		limit = n / 4
	}
	best := make([]found, len(ix.places))
	for _, m := range fuzzy.FindNoSort(k.text, ix.keys) {
		t := &ix.terms[m.Index]
		if t.why == Slug || slices.ContainsFunc(strong, func(f found) bool { return f.Country == ix.places[t.place].country }) {
			continue
		}
		at := closest(&t.key, k.runes)
		if at == nil {
			continue
		}
		f := ix.found(t, weak)
		f.Why, f.at, f.gaps, f.score = Fuzzy, at, at[len(at)-1]-at[0]+1-n, m.Score
		if b := &best[t.place]; f.gaps <= limit && (b.tier == none || compare(&f, b) < 0) {
			*b = f
		}
	}
	fs := ordered(best)
	fs = fs[:min(len(fs), maxWeak)]
	for i := range fs {
		fs[i].Runes = fs[i].term.key.original(fs[i].at)
	}
	return fs
}

// slack is how many runes of a name may stand between those of the query k:
// as many as it has letters. Han abbreviations take one rune of each part of a
// name (波赫), so they may skip more.
func slack(k key) int {
	if dense(k.runes[0]) {
		return 8
	}
	return len(k.runes)
}

// closest is where q's runes stand in name, in order, from the beginning of a
// word, and as close together as they can; nil when they do not.
func closest(name *key, q []rune) []int {
	var best []int
	for i, r := range name.runes {
		if r != q[0] || !name.start[i] {
			continue
		}
		at := []int{i}
		for j := i + 1; j < len(name.runes) && len(at) < len(q); j++ {
			if name.runes[j] == q[len(at)] {
				at = append(at, j)
			}
		}
		if len(at) == len(q) && (best == nil || at[len(at)-1]-i < best[len(best)-1]-best[0]) {
			best = at
		}
	}
	return best
}
