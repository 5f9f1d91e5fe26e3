package search

import (
	"math/bits"
	"strings"
	"unicode"

	"voxatlas/data/names"
)

// matchLettersApart matches a query of letters that stand apart, and reports whether it
// is one. Over blanks and dots they are joined, N Z and T T, but only to a whole code,
// name or alias. Over other signs they mean nothing: N/A.
func (s *searcher) matchLettersApart() bool {
	if !s.areLettersApart() {
		return false
	}
	if strings.ContainsFunc(strings.ReplaceAll(s.query, ".-", "."), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != '.' && r != '．'
	}) {
		return true
	}
	isCode := !strings.Contains(s.query, "-") // É.-U. is a name
	joined := strings.ToUpper(s.text)
	s.setQuery(joined)
	s.query = joined
	if isCode {
		s.matchCodes(joined, &s.key)
	}
	s.matchNames()
	s.dropWorse(exact)
	s.matchSpellings()
	return true
}

// areLettersApart reports whether the query is two letters or more that stand apart.
func (s *searcher) areLettersApart() bool {
	for i, r := range s.key.Runes {
		if !s.key.Start[i] || r < 'a' || r > 'z' {
			return false
		}
	}
	return len(s.key.Runes) > 1
}

// matchNameAmongInitials looks for the name of one country among the query's words when
// all the others are initials: the China of "S China" is no part of "China, Hong Kong
// SAR", although the S begins a word of that. A name with no other words than those
// begun stays: "S Sudan" is South Sudan.
func (s *searcher) matchNameAmongInitials() {
	name := ""
	for word := range s.queryWords {
		switch {
		case len(word) <= maxInitials:
		case name != "":
			return
		default:
			name = word
		}
	}
	if name == "" || len(name) == len(s.text) {
		return
	}
	found := term{place: -1}
	for t := range s.ix.terms(0) {
		if t.key.Text != name || t.place == found.place {
			continue
		}
		if found.place >= 0 {
			return
		}
		found = t
	}
	if found.place < 0 || s.beginsEveryWord() {
		return
	}
	s.dropWorse(exact)
	s.keepBest(s.termCandidate(found, match{words, s.runeRange(0, found.runeCount())}))
	if direction, ok := strings.CutSuffix(s.text, name); ok && s.ix.termReason(found) == Name && isDirection(direction) && !isPartOfItsOwn(direction, name) {
		s.within = found.place
	}
}

// isDirection reports whether a word is the first letter of a direction.
func isDirection(word string) bool {
	return len(word) == 1 && strings.Contains("nesw", word)
}

// isPartOfItsOwn reports whether a direction and a country's name may be read as the name
// of something else: N Mexico as New Mexico.
func isPartOfItsOwn(direction, name string) bool {
	if direction == "n" && name == "cyprus" {
		return true // Northern Cyprus is not what Microsoft calls Cyprus
	}
	for _, states := range []string{usStates, provinces} {
		for state := range strings.FieldsSeq(states) {
			if strings.HasPrefix(state, direction) && strings.HasSuffix(state, name) {
				return true
			}
		}
	}
	return false
}

// maxInitials is the length up to which a word is initials.
const maxInitials = 2

// beginsEveryWord reports whether a candidate's name has just as many words as the
// query, which begins all of them.
func (s *searcher) beginsEveryWord() bool {
	for i := range s.best {
		c := &s.best[i]
		if c.term < 0 || c.tier == none || c.tier > words {
			continue
		}
		starts := s.ix.places[c.place].keys[c.term].Starts
		n := 0
		for range s.queryWords {
			n++
		}
		if bits.OnesCount64(starts&(1<<names.MaxStarts-1)) == n {
			return true
		}
	}
	return false
}
