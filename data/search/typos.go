package search

import (
	"math"
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

// Lengths of a query from which it may be a typo of a spelling, and from which two letters
// may be wrong. There are so many spellings that a shorter query is near one by chance.
const (
	minSpellingTypo = 6
	minTwoTypos     = 12
)

// The same, where only names of one place are so near.
const (
	minRareTypo       = 5
	minTwoRareTypos   = 8
	minThreeRareTypos = 9 // in scripts with signs for vowels, which have more signs than sounds
)

// maxRareTypos returns how many letters of q may be wrong where only names of one place
// are so near.
func maxRareTypos(q []rune) int {
	n, signs := len(q), hasVowelSigns(q)
	switch {
	case isCJK(q[0]):
		return maxTypos(q)
	case n < minRareTypo:
		return 0
	case signs && n >= minThreeRareTypos:
		return 3
	case signs || n >= minTwoRareTypos:
		return 2
	}
	return 1
}

// hasVowelSigns reports whether q is in a script with signs for vowels: of India, Lao,
// Tibetan, Burmese, Khmer.
func hasVowelSigns(q []rune) bool {
	return slices.ContainsFunc(q, func(r rune) bool { return 0x0900 <= r && r < 0x10a0 || 0x1780 <= r && r < 0x1800 })
}

// matchSpellingTypos adds the spellings of some kinds within a small distance of the
// query, but for those in languages that few people read.
func (s *searcher) matchSpellingTypos(kinds ...names.Kind) {
	n, limit := len(s.key.Runes), maxTypos(s.key.Runes)
	if n < minSpellingTypo && !s.startsCJK() {
		return
	}
	if n < minTwoTypos {
		limit = min(limit, 1)
	}
	for _, near := range s.nearSpellings() {
		spelling := names.Spellings().At(int(near.line))
		if int(near.cost) <= limit && slices.Contains(kinds, spelling.Kind) && isWidelyRead(spelling.Lang) {
			s.keepSpellingTypo(near)
		}
	}
}

// matchRareTypos adds the place with names in any language within a small distance of the
// query, if no other place's names are so near.
func (s *searcher) matchRareTypos() {
	nearest, iso2 := nearSpelling{cost: maxRunes}, ""
	for _, near := range s.nearSpellings() {
		switch place := names.Spellings().ISO2(int(near.line)); {
		case near.cost < nearest.cost:
			nearest, iso2 = near, place
		case near.cost == nearest.cost && place != iso2:
			iso2 = ""
		}
	}
	if iso2 != "" {
		s.keepSpellingTypo(nearest)
	}
}

// keepSpellingTypo adds the place of a spelling that is near the query.
func (s *searcher) keepSpellingTypo(near nearSpelling) {
	iso2, kind := names.Spellings().Place(int(near.line))
	if place := s.ix.placeOf(iso2); place >= 0 {
		c := spellingCandidate(place, int(near.line), kind, match{tier: guess})
		c.reason, c.cost = Typo, near.cost
		if kind == names.Demonym && s.sharesStem(names.Spellings().KeyText(int(near.line))) {
			c.reason = Demonym // japonaise is no slip for japonais
		}
		s.keepBest(c)
	}
}

// sharesStem reports whether a key and the query differ in their last letters alone.
func (s *searcher) sharesStem(key string) bool {
	n := min(len(key), len(s.text))
	return n > maxEnding && key[:n-maxEnding] == s.text[:n-maxEnding]
}

// nearSpelling is a line of the spelling table that differs from the query by cost letters.
type nearSpelling struct{ line, cost int32 }

// nearSpellings returns the lines of the spelling table, but for readings, within
// [maxRareTypos] letters of the query. The table is gone through once for a query.
func (s *searcher) nearSpellings() []nearSpelling {
	if s.nearTo != s.text {
		s.nearTo = s.text
		s.findNearSpellings()
	}
	return s.near
}

// findNearSpellings finds the lines of the spelling table, but for readings, that are near
// the query.
func (s *searcher) findNearSpellings() {
	s.near = s.near[:0]
	q := s.key.Runes
	limit := maxRareTypos(q)
	if limit == 0 {
		return
	}
	m := names.Mask(q)
	table := names.Spellings()
	var key [maxRunes]rune
	shapes := keyShapes()
	for i, n := range shapes.lengths {
		if !closeLengths(len(q), int(n), limit) || !maybeSimilar(m, shapes.masks[i], limit) {
			continue
		}
		n := 0
		for _, r := range table.KeyText(i) {
			if r != ' ' && n < len(key) {
				key[n] = r
				n++
			}
		}
		if cost := s.distance(q, key[:n], limit); cost <= limit {
			s.near = append(s.near, nearSpelling{int32(i), int32(cost)})
		}
	}
}

// isNearKind reports whether spellings of kind k are looked for with typos: a reading is
// near too many words.
func isNearKind(k names.Kind) bool {
	switch k {
	case names.OtherLanguage, names.Misspelling, names.Capital, names.City, names.Former, names.Demonym:
		return true
	}
	return false
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

// tableShapes has the facts about the keys in the spelling table that are compared first.
type tableShapes struct {
	lengths []uint8  // runes without blanks; farLength for kinds that are not looked for with typos
	masks   []uint64 // see [names.Mask]
}

// farLength is more runes than a query with typos has.
const farLength = math.MaxUint8

// keyShapes returns the shapes of all keys in the spelling table. They are computed
// on first use.
var keyShapes = sync.OnceValue(func() tableShapes {
	table := names.Spellings()
	all := tableShapes{make([]uint8, table.Len()), make([]uint64, table.Len())}
	for i := range table.Len() {
		if !isNearKind(table.Kind(i)) {
			all.lengths[i] = farLength
			continue
		}
		for _, r := range table.KeyText(i) {
			if r != ' ' {
				all.masks[i] |= names.Mask([]rune{r})
				all.lengths[i]++
			}
		}
	}
	return all
})
