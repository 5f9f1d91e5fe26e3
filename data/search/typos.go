package search

import (
	"math/bits"
	"slices"
	"sync"

	"voxatlas/data/names"
	"voxatlas/model"
)

// matchTypos looks for names in the languages of the interface, and for capitals
// and cities, that differ from the query by a letter or two.
func (s *searcher) matchTypos() {
	s.matchNameTypos()
	s.matchSpellingTypos(names.Capital, names.City)
	s.keepBestGuesses()
}

// matchNameTypos adds the terms within a small distance of the query.
func (s *searcher) matchNameTypos() {
	q := s.key.Runes
	limit := maxTypos(q)
	if limit == 0 {
		return
	}
	m := names.Mask(q)
	for t := range s.ix.terms(0) {
		if !maybeSimilar(m, t.key.Mask, limit) || s.ix.termReason(t) == Slug {
			continue
		}
		name := s.termKey(t).Runes
		if len(name) <= shortWord && !isCJK(q[0]) || !closeLengths(len(q), len(name), limit) {
			continue
		}
		if n := s.distance(q, name, limit); n <= limit {
			c := s.termCandidate(t, match{tier: guess})
			c.reason, c.cost, c.demoted = Typo, int32(n), q[0] != name[0]
			s.keepBest(c)
		}
	}
}

// minSpellingTypo is the number of letters from which a query may be a typo of a
// spelling. There are so many spellings that a shorter query is near one by chance.
const minSpellingTypo = 6

// matchSpellingTypos adds the spellings of some kinds within a small distance of the
// query.
func (s *searcher) matchSpellingTypos(kinds ...names.Kind) {
	q := s.key.Runes
	limit := maxTypos(q)
	switch {
	case len(q) < minSpellingTypo && !isCJK(q[0]) || limit == 0:
		return
	case len(q) < 2*minSpellingTypo:
		limit = 1
	}
	m := names.Mask(q)
	table := names.Spellings()
	var key [maxRunes]rune
	for i, shape := range keyShapes() {
		if !slices.Contains(kinds, shape.kind) || !closeLengths(len(q), int(shape.n), limit) || !maybeSimilar(m, shape.mask, limit) || !isWidelyRead(table.At(i).Lang) {
			continue
		}
		n := 0
		for _, r := range table.KeyText(i) {
			if r != ' ' && n < len(key) {
				key[n] = r
				n++
			}
		}
		if n := s.distance(q, key[:n], limit); n <= limit {
			c := spellingCandidate(s.ix.placeOf(table.ISO2(i)), i, table.Kind(i), match{tier: guess})
			c.reason, c.cost = Typo, int32(n)
			s.keepBest(c)
		}
	}
}

// isWidelyRead reports whether so many people read a language that a typo in it is
// more likely than another word.
func isWidelyRead(lang model.Lang) bool {
	switch lang {
	case "en", "zh-TW", "zh", "zh-Hant-HK", "yue", "ja", "ko", "de", "fr", "es", "pt", "it", "ru", "uk", "pl", "cs", "sk", "nl", "sv", "da", "nb", "fi",
		"hu", "ro", "bg", "hr", "sr", "sl", "el", "tr", "vi", "th", "id", "ms", "ar", "fa", "he", "hi", "bn", "ur", "ca", "fil":
		return true
	}
	return false
}

// isWorldLanguage reports whether a language is read all over the world, so that even
// a short word may begin a name in it.
func isWorldLanguage(lang model.Lang) bool {
	switch lang {
	case "en", "zh-TW", "zh", "ja", "ko", "de", "fr", "es", "pt", "it", "ru":
		return true
	}
	return false
}

// maxTypos returns how many letters of q may be wrong.
func maxTypos(q []rune) int {
	switch n := len(q); {
	case n >= 3 && isCJK(q[0]):
		return 1
	case isCJK(q[0]):
		return 0
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// maybeSimilar reports whether two keys with these masks may be within limit edits of
// each other.
func maybeSimilar(a, b uint64, limit int) bool {
	return bits.OnesCount64(a&^b) <= limit && bits.OnesCount64(b&^a) <= limit
}

// closeLengths reports whether two keys of m and n runes may be within limit edits of
// each other.
func closeLengths(m, n, limit int) bool { return m-n <= limit && n-m <= limit }

// keyShape has the facts about a key in the spelling table that are compared first.
type keyShape struct {
	mask uint64
	n    uint8 // runes without blanks
	kind names.Kind
}

// keyShapes returns the shapes of all keys in the spelling table. They are computed
// on first use.
var keyShapes = sync.OnceValue(func() []keyShape {
	table := names.Spellings()
	all := make([]keyShape, table.Len())
	for i := range all {
		s := &all[i]
		s.kind = table.Kind(i)
		for _, r := range table.KeyText(i) {
			if r != ' ' {
				s.mask |= names.Mask([]rune{r})
				s.n++
			}
		}
	}
	return all
})
