package search

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"github.com/sahilm/fuzzy"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// maxWeak is how many guesses a query gives at most.
const maxGuesses = 8

// slightSlips looks for names in the languages of the interface, and cities, that a
// slip or two make of the query.
func (s *searcher) matchTypos() {
	s.matchNameTypos()
	s.matchSpellingTypos(names.Capital, names.City)
	s.keepBestGuesses()
}

// guessed looks for what else the query may be meant for: names that have its
// letters in order, and names in any language that it nearly is.
func (s *searcher) matchFuzzy() {
	s.matchSubsequences()
	s.matchSpellingTypos(names.Local, names.Capital, names.City)
	s.keepBestGuesses()
}

// few leaves only the best guesses, and none when too many are as good.
func (s *searcher) keepBestGuesses() {
	n, costs := 0, [maxRunes]int{}
	for i := range s.best {
		if s.best[i].tier == guess {
			n++
			costs[min(s.best[i].cost, maxRunes-1)]++
		}
	}
	for limit := maxRunes - 1; n > maxGuesses && limit > 0; limit-- {
		if costs[limit] == 0 || n == costs[limit] {
			continue
		}
		n -= costs[limit]
		for i := range s.best {
			if s.best[i].cost == limit {
				s.best[i].tier = none
			}
		}
	}
	if n > maxGuesses {
		s.dropTier(guess)
	}
}

// fuzzy looks for names that have the letters of the query in order. We choose
// those where they stand close together, and rank them by how close; of the names of
// one place that are as close, the library's score decides.
func (s *searcher) matchSubsequences() {
	q := s.key.Runes
	n := len(q)
	if n < 2 || n < 4 && !isCJK(q[0]) {
		return
	}
	m := runeMask(q)
	s.nearKeys, s.nearTerms = s.nearKeys[:0], s.nearTerms[:0]
	for i := range s.ix.terms {
		t := &s.ix.terms[i]
		if t.reason == Slug || m&^t.mask != 0 || len(t.key.Runes) < n {
			continue
		}
		if first, last := closestSubsequence(&t.key, q); first >= 0 && isCompact(&t.key, q, first, last) {
			s.nearKeys, s.nearTerms = append(s.nearKeys, t.folded), append(s.nearTerms, t)
		}
	}
	if len(s.nearKeys) == 0 {
		return
	}
	matches := fuzzy.FindNoSort(s.text, s.nearKeys)
	slices.SortFunc(matches, func(a, b fuzzy.Match) int { return cmp.Compare(b.Score, a.Score) })
	for _, m := range matches {
		t := s.nearTerms[m.Index]
		first, last := closestSubsequence(&t.key, q)
		c := s.ix.termCandidate(t, guess, s.lang)
		c.reason, c.cost = Fuzzy, last-first+1-n
		s.keepBest(c)
	}
}

// near reports whether the runes of name from first to last that are not q's are
// few enough, or vowels, which people leave out when they abbreviate (grmny). Han
// abbreviations take one rune of each part of a name (波赫), so they may skip more.
func isCompact(name *fold.Key, q []rune, first, last int) bool {
	gaps := last - first + 1 - len(q)
	if isCJK(q[0]) {
		return gaps <= 8
	}
	few := gaps <= max(1, len(q)/4)
	if len(q) <= minNamePrefix && slices.Contains(name.Start[first+1:last+1], true) {
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

// closest is from where to where q's runes stand in name, in order, from the
// beginning of a word, and as close together as they can; -1 when they do not.
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

// inOrder are the positions of q's runes in name, from first to last.
func subsequence(name *fold.Key, q []rune, first, last int) []int {
	var at []int
	for i := first; i >= 0 && i <= last && len(at) < len(q); i++ {
		if name.Runes[i] == q[len(at)] {
			at = append(at, i)
		}
	}
	return at
}

// typos looks for names that a few letters make of the query.
func (s *searcher) matchNameTypos() {
	q := s.key.Runes
	most := maxTypos(q)
	if most == 0 {
		return
	}
	m := runeMask(q)
	for i := range s.ix.terms {
		t := &s.ix.terms[i]
		if t.reason == Slug || len(t.key.Runes) <= shortWord && !isCJK(q[0]) || !maybeWithin(m, t.mask, len(q), len(t.key.Runes), most) {
			continue
		}
		if n := s.distance(q, t.key.Runes, most); n <= most {
			c := s.ix.termCandidate(t, guess, s.lang)
			c.reason, c.cost, c.demoted = Typo, n, q[0] != t.key.Runes[0]
			s.keepBest(c)
		}
	}
}

// minForeign is how many letters it takes to be nearly a name in any language:
// there are so many that fewer nearly are one by chance.
const minSpellingTypo = 6

// foreignTypos looks for spellings of the world, of some kinds, that a slip makes of
// the query.
func (s *searcher) matchSpellingTypos(kinds ...names.Kind) {
	q := s.key.Runes
	most := maxTypos(q)
	switch {
	case len(q) < minSpellingTypo && !isCJK(q[0]) || most == 0:
		return
	case len(q) < 2*minSpellingTypo:
		most = 1
	}
	m := runeMask(q)
	table := names.Spellings()
	var key [maxRunes]rune
	for i, shape := range keyShapes() {
		if !slices.Contains(kinds, shape.kind) || !maybeWithin(m, shape.mask, len(q), int(shape.n), most) || !isWidelyRead(table.At(i).Lang) {
			continue
		}
		n := 0
		for _, r := range table.Key(i) {
			if r != ' ' && n < len(key) {
				key[n] = r
				n++
			}
		}
		if n := s.distance(q, key[:n], most); n <= most {
			c := s.ix.spellingCandidate(s.ix.placeOf(table.ISO2(i)), i, table.Kind(i), guess)
			c.reason, c.cost = Typo, n
			s.keepBest(c)
		}
	}
}

// wellRead reports whether so many people write a language that a slip in it is more
// likely than another word.
func isWidelyRead(lang model.Lang) bool {
	switch lang {
	case "en", "zh-TW", "zh", "zh-Hant-HK", "yue", "ja", "ko", "de", "fr", "es", "pt", "it", "ru", "uk", "pl", "cs", "sk", "nl", "sv", "da", "nb", "fi",
		"hu", "ro", "bg", "hr", "sr", "sl", "el", "tr", "vi", "th", "id", "ms", "ar", "fa", "he", "hi", "bn", "ur", "ca", "fil":
		return true
	}
	return false
}

// slips is how many letters of a query may be wrong.
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

// mayBe reports whether keys of those masks and lengths may be so few letters
// apart.
func maybeWithin(a, b uint64, m, n, most int) bool {
	return m-n <= most && n-m <= most && bits.OnesCount64(a&^b) <= most && bits.OnesCount64(b&^a) <= most
}

// shape is what is looked at first of a key of the world.
type keyShape struct {
	mask uint64
	n    uint8 // runes without blanks
	kind names.Kind
}

// shapes are those of all keys of the world, made when first needed.
var keyShapes = sync.OnceValue(func() []keyShape {
	w := names.Spellings()
	all := make([]keyShape, w.Len())
	for i := range all {
		s := &all[i]
		s.kind = w.Kind(i)
		for _, r := range w.Key(i) {
			if r != ' ' {
				s.mask |= 1 << (uint(r) % 64)
				s.n++
			}
		}
	}
	return all
})
