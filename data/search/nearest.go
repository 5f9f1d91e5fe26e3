package search

import (
	"slices"

	"voxatlas/model"
)

// Nearest returns at most n countries with names that resemble q, the nearest
// first: proposals when q means nothing. It accepts more typos than [Index.Query].
// The reason of all hits is [Typo].
func (ix *Index) Nearest(q string, lang model.Lang, n int) []Hit {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	if !s.begin(ix, q, lang) || s.text == "" || s.areLettersApart() {
		return nil
	}
	rs := s.key.Runes
	for t := range ix.terms(0) {
		if ix.termReason(t) == Slug {
			continue
		}
		name := s.termKey(t).Runes
		small, large := min(len(rs), len(name)), max(len(rs), len(name))
		limit := min(large/3, small/2)
		if large == 2 {
			limit = 1
		}
		if large-small > limit || large == 2 && !isSwap(rs, name) {
			continue // one rune of two is half of another name
		}
		c := s.termCandidate(t, match{tier: guess})
		if c.reason, c.cost = Typo, int32(s.distance(rs, name, limit)); int(c.cost) <= limit {
			s.keepBest(c)
		}
	}
	found := slices.DeleteFunc(sortCandidates(s.best), func(c candidate) bool { return !c.listed })
	return s.toHits(found[:min(max(n, 0), len(found))], func(*candidate) bool { return true })
}

// isSwap reports whether b is a with its two runes swapped.
func isSwap(a, b []rune) bool { return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] }
