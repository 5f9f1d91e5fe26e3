package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// match is how well, and where, a query matches a name.
type match struct {
	tier  tier
	runes []int // the positions in the name's key, ascending; nil for a typo
}

// matchTerm matches the query with a term; with anyOrder also its words, see
// [searcher.hasWords]. The positions are valid until the next search.
func (s *searcher) matchTerm(t term, anyOrder bool) match {
	if len(s.text) > len(t.key.Text) {
		return match{}
	}
	tier, at := s.matchPhrase(t)
	if anyOrder && (tier == none || tier == substring) {
		if runes := s.matchWords(t); runes != nil {
			return match{words, runes}
		}
	}
	if tier == none {
		return match{}
	}
	return match{tier, s.runeRange(at, len(s.key.Runes))}
}

// matchPhrase finds the query as one piece of a term, where it counts most. It returns
// the tier and the position of the first rune.
func (s *searcher) matchPhrase(t term) (tier, int) {
	folded, text := t.key.Text, s.text
	if strings.HasPrefix(folded, text) {
		if len(folded) == len(text) {
			if s.cutsLastLetter(t) {
				return substring, 0
			}
			return exact, 0
		}
		return prefix, 0
	}
	best, at := none, 0
	for off, i := 0, 0; ; i++ { // off is in bytes, i in runes
		n := strings.Index(folded[off:], text)
		if n < 0 {
			return best, at
		}
		i += utf8.RuneCountInString(folded[off : off+n])
		off += n
		if s.startsWord(t, i) {
			return words, i
		}
		if best == none && s.countsInside(t, i) {
			best, at = substring, i
		}
		_, n = utf8.DecodeRuneInString(folded[off:])
		off += n
	}
}

// minWholeName is the number of letters from which the letters before the last one may
// be a name of their own.
const minWholeName = 4

// cutsLastLetter reports whether the query, which is a whole term, has a blank before
// its last letter: "korea n" begins "korea north", it is not "korean".
func (s *searcher) cutsLastLetter(t term) bool {
	q := &s.key
	last := len(q.Runes) - 1
	return last >= minWholeName && q.Start[last] && !s.startsWord(t, last) && !isCJK(q.Runes[last])
}

// countsInside reports whether a match at rune i of a term, in the middle of a word,
// counts. A single letter of an alphabet does not, nor does a match with its words
// divided elsewhere than in the term.
func (s *searcher) countsInside(t term, i int) bool {
	q := &s.key
	if len(q.Runes) == 1 && !isCJK(q.Runes[0]) || s.sharesOrigin(t, i) {
		return false
	}
	for j := 1; j < len(q.Runes); j++ {
		if start := s.startsWord(t, i+j); start != q.Start[j] && (start || !isCJK(q.Runes[j])) {
			return false
		}
	}
	return true
}

// hasWords reports whether the query has two words or more to be looked for in any
// order.
func (s *searcher) hasWords() bool {
	return s.key.Word(0) < len(s.key.Runes) && !onlySingleLetters(&s.key)
}

// matchWords matches each word of the query with the beginning of a different word of a
// term, in any order. It returns the positions in the term's key, nil when a word is
// missing.
func (s *searcher) matchWords(t term) []int {
	q := &s.key
	name := s.termKey(t)
	var used [maxRunes]bool // runes of name that a word of q has taken
	from := len(s.positions)
	for i := 0; i < len(q.Runes); {
		end := q.Word(i)
		at := findWord(name, q.Runes[i:end], used[:])
		if at < 0 {
			s.positions = s.positions[:from]
			return nil
		}
		for k := at; k < at+end-i; k++ {
			used[k] = true
			s.positions = append(s.positions, k)
		}
		i = end
	}
	runes := s.positions[from:len(s.positions):len(s.positions)]
	slices.Sort(runes)
	return runes
}

// findWord returns the position where word begins an unused word of name, -1 when
// there is none.
func findWord(name *fold.Key, word []rune, used []bool) int {
	for i := 0; i < len(name.Runes) && i < len(used); i = nextWordStart(name, i) {
		if end := i + len(word); end <= name.Word(i) && end <= len(used) && !slices.Contains(used[i:end], true) && slices.Equal(name.Runes[i:end], word) {
			return i
		}
	}
	return -1
}

// onlySingleLetters reports whether all words of q are single letters of an
// alphabet. Those begin words of many names.
func onlySingleLetters(q *fold.Key) bool {
	for i, r := range q.Runes {
		if !q.Start[i] || isCJK(r) {
			return false
		}
	}
	return true
}

// nextWordStart returns the next position after j where a word of name may begin: any
// position in a script that does not divide words.
func nextWordStart(name *fold.Key, j int) int {
	if isCJK(name.Runes[j]) {
		return j + 1
	}
	return name.Word(j)
}

// runeRange returns the n positions from i on. All ranges share one array, so that a
// match in one piece needs no memory.
func (s *searcher) runeRange(i, n int) []int {
	for len(s.ascending) < i+n {
		s.ascending = append(s.ascending, len(s.ascending))
	}
	return s.ascending[i : i+n : i+n]
}

// isCJK reports whether r is Han, kana or another rune from U+2E80 on. One of them
// says as much as a syllable or a word.
func isCJK(r rune) bool { return r >= 0x2e80 }
