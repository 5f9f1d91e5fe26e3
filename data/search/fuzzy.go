package search

import (
	"cmp"
	"slices"

	"github.com/sahilm/fuzzy"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// matchFuzzy looks for names that have the letters of the query in order, and for
// names in any language that differ from it by a letter or two.
func (s *searcher) matchFuzzy() {
	s.matchSubsequences()
	s.matchSpellingTypos(names.OtherLanguage, names.Capital, names.City)
	s.keepBestGuesses()
}

// matchSubsequences adds terms that have the letters of the query in order and
// close together: grmny, 波赫. How close decides their rank; among the equally close
// terms of one place, the score of the library does.
func (s *searcher) matchSubsequences() {
	q := s.key.Runes
	n := len(q)
	if n < 2 || n < 4 && !isCJK(q[0]) {
		return
	}
	s.nearKeys, s.nearTerms = s.nearKeys[:0], s.nearTerms[:0]
	for t := range s.ix.terms(names.Mask(q)) {
		if s.ix.termReason(t) == Slug {
			continue
		}
		name := s.termKey(t)
		if first, last := closestSubsequence(name, q); first >= 0 && isCompact(name, q, first, last) {
			s.nearKeys, s.nearTerms = append(s.nearKeys, t.key.Text), append(s.nearTerms, t)
		}
	}
	if len(s.nearKeys) == 0 {
		return
	}
	matches := fuzzy.FindNoSort(s.text, s.nearKeys)
	slices.SortFunc(matches, func(a, b fuzzy.Match) int { return cmp.Compare(b.Score, a.Score) })
	for _, m := range matches {
		t := s.nearTerms[m.Index]
		name := s.termKey(t)
		first, last := closestSubsequence(name, q)
		c := s.termCandidate(t, match{guess, s.subsequence(name, first, last)})
		c.reason, c.cost = Fuzzy, int32(last-first+1-n)
		s.keepBest(c)
	}
}

// maxHanGap is the largest number of runes that a Han abbreviation may skip.
const maxHanGap = 8

// maxOneWord is the number of letters up to which all must be in one word.
const maxOneWord = 4

// isCompact reports whether q's letters stand close enough together in name's runes
// from first to last. The runes skipped must be few, or vowels, which people leave
// out when they abbreviate: grmny. Han abbreviations take a rune of each part of a
// name (波赫), so they may skip more.
func isCompact(name *fold.Key, q []rune, first, last int) bool {
	gaps := last - first + 1 - len(q)
	if isCJK(q[0]) {
		return gaps <= maxHanGap
	}
	few := gaps <= max(1, len(q)/4)
	if len(q) <= maxOneWord && slices.Contains(name.Start[first+1:last+1], true) {
		return false // few letters stand in several words by chance
	}
	for i, k := first, 0; i <= last; i++ {
		switch r := name.Runes[i]; {
		case k < len(q) && r == q[k]:
			k++
		case name.Start[i]: // a word that is not abbreviated, but left out
			return false
		case !few && r != 'a' && r != 'e' && r != 'i' && r != 'o' && r != 'u' && r != 'y':
			return false
		}
	}
	return few || gaps <= len(q)
}

// closestSubsequence returns the first and last position of q's runes in name, in
// order, from the beginning of a word, and as close together as possible; -1 when
// name does not have them.
func closestSubsequence(name *fold.Key, q []rune) (first, last int) {
	first, last = -1, -1
	for i, r := range name.Runes {
		if r != q[0] || !name.Start[i] {
			continue
		}
		k := 1
		j := i + 1
		for ; j < len(name.Runes) && k < len(q); j++ {
			if name.Runes[j] == q[k] {
				k++
			}
		}
		if k == len(q) && (first < 0 || j-1-i < last-first) {
			first, last = i, j-1
		}
	}
	return first, last
}

// subsequence returns the positions of the query's runes in name, from first to
// last.
func (s *searcher) subsequence(name *fold.Key, first, last int) []int {
	q, from := s.key.Runes, len(s.positions)
	for i := first; i <= last && len(s.positions)-from < len(q); i++ {
		if name.Runes[i] == q[len(s.positions)-from] {
			s.positions = append(s.positions, i)
		}
	}
	return s.positions[from:len(s.positions):len(s.positions)]
}
