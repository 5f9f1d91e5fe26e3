package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Keys have no accents and no blanks. Where the query was typed with some, a name that is
// written so ranks before one that only has the same key.

// markedLetters returns q in small letters if it has a Latin letter with a mark, else "".
func markedLetters(q string) string {
	if !strings.ContainsFunc(q, func(r rune) bool {
		return 'À' <= r && r <= 'ɏ' || 'Ḁ' <= r && r <= 'ỿ' || '\u0300' <= r && r <= '\u036f'
	}) {
		return ""
	}
	return strings.ToLower(norm.NFC.String(strings.TrimSpace(q)))
}

// isOtherwise reports whether the query has letters with marks that a name which it is or
// begins does not have: Ös begins Österreich rather than Osage.
func (s *searcher) isOtherwise(t tier, name string) bool {
	return s.marked != "" && (t == exact || t == prefix) && !beginsWith(name, s.marked)
}

// hasOtherBlanks reports whether the query has a blank where a name that it begins has
// none, by a function that tells where words of the name begin: "Na U" begins Na Uy rather
// than Nauru.
func (s *searcher) hasOtherBlanks(startsWord func(rune int) bool) bool {
	for i := 1; i < len(s.key.Runes); i++ {
		if s.key.Start[i] && !startsWord(i) {
			return true
		}
	}
	return false
}

// beginsWith reports whether a text begins so but for the case of its letters.
func beginsWith(text, small string) bool {
	for _, r := range text {
		want, n := utf8.DecodeRuneInString(small)
		if n == 0 || unicode.ToLower(r) != want {
			return n == 0
		}
		small = small[n:]
	}
	return small == ""
}

// areOtherwise reports whether all names that the query begins are written otherwise.
func (s *searcher) areOtherwise() bool {
	return !slices.ContainsFunc(s.best, func(c candidate) bool { return c.tier == prefix && !c.otherwise })
}

// startsWordOfKey reports whether rune i of a key with blanks between its words, which do
// not count, begins a word.
func startsWordOfKey(key string, i int) bool {
	n, blank := 0, true
	for _, r := range key {
		if r == ' ' {
			blank = true
			continue
		}
		if n == i {
			return blank
		}
		n, blank = n+1, false
	}
	return false
}
