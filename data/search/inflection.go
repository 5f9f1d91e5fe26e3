package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Bounds for words that are names but for their endings: в Германии, Németországban.
const (
	maxEnding      = 3 // runes of the word after the stem
	maxNameEnding  = 1 // runes of the name after it
	minStem        = 4 // runes of the stem
	minStemOfASCII = 5 // the same in a word of ASCII letters, which is like more names by chance
	minStemOfState = 3 // the same beside a word for a kind of state
)

// matchInflected adds the place of a name with another ending that stands beside a word
// for a kind of state.
func (s *searcher) matchInflected() {
	rest := cutStateWords(&s.key, s.text)
	if len(rest.Runes) == 0 || rest.Word(0) != len(rest.Runes) || scriptOf(rest.Runes[0]) != parted {
		return
	}
	if c, ok := s.inflectedName(rest.Text(), minStemOfState); ok {
		c.reason = InText
		s.keepBest(c)
	}
}

// findInflectedInText finds words of the query that differ from a name in their endings.
// Languages with cases write names so in sentences.
func (s *searcher) findInflectedInText() {
	at := 0 // in bytes of s.text
	for from := 0; from < len(s.key.Runes); {
		end, to := s.key.Word(from), at
		for _, r := range s.key.Runes[from:end] {
			to += utf8.RuneLen(r)
		}
		if word := s.text[at:to]; s.inText[from].end == 0 && scriptOf(s.key.Runes[from]) == parted {
			shortest := minStem
			if isASCII(word) {
				shortest = minStemOfASCII
			}
			if c, ok := s.inflectedName(word, shortest); ok {
				s.keepInText(c, from, end)
			}
		}
		from, at = end, to
	}
}

// inflectedName returns the candidate for the one place with a name that has the longest
// stem in common with a word, of shortest runes at least. ok is false where there are
// several such places.
func (s *searcher) inflectedName(word string, shortest int) (c candidate, ok bool) {
	n := utf8.RuneCountInString(word)
	if n <= shortest || !s.beginsName(model.FirstRunes(word, max(shortest, n-maxEnding))) {
		return candidate{}, false
	}
	for stem, ending := word, 1; ending <= maxEnding && n-ending >= shortest; ending++ {
		_, last := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-last]
		found, several := s.namesWithStem(stem)
		if several {
			return candidate{}, false
		}
		if found.tier != none {
			return found, true
		}
	}
	return candidate{}, false
}

// beginsName reports whether a term or a spelling begins with a stem.
func (s *searcher) beginsName(stem string) bool {
	if first, end := names.Spellings().WithPrefix(stem); first < end {
		return true
	}
	for t := range s.ix.terms(names.Mask([]rune(stem))) {
		if strings.HasPrefix(t.key.Text, stem) {
			return true
		}
	}
	return false
}

// namesWithStem returns the candidate for the place with a name of one word that a stem
// begins, and that has hardly any letters after it; tier none where there is no such
// name. several is true if several places have one.
func (s *searcher) namesWithStem(stem string) (found candidate, several bool) {
	n := utf8.RuneCountInString(stem)
	part, longest := match{guess, s.runeRange(0, n)}, n+maxNameEnding
	keep := func(c candidate) {
		several = several || found.tier != none && found.place != c.place
		found = c
	}
	for t := range s.ix.terms(names.Mask([]rune(stem))) {
		if strings.HasPrefix(t.key.Text, stem) && t.runeCount() <= longest && t.key.Starts == 1 && s.ix.termReason(t) == Name {
			keep(s.termCandidate(t, part))
		}
	}
	table := names.Spellings()
	first, end := table.WithPrefix(stem)
	for i := first; i < end; i++ {
		key := table.KeyText(i)
		if strings.Contains(key, " ") || utf8.RuneCountInString(key) > longest {
			continue
		}
		iso2, kind := table.Place(i)
		if place := s.ix.placeOf(iso2); place >= 0 && kind == names.OtherLanguage && isWidelyRead(table.At(i).Lang) {
			keep(spellingCandidate(place, i, kind, part))
		}
	}
	return found, several
}
