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

// lacksTypedMarks reports whether a name that the query is or begins lacks the marks on the
// letters of the query: Ös begins Österreich rather than Osage.
func (s *searcher) lacksTypedMarks(t tier, name string) bool {
	return s.marked != "" && (t == exact || t == prefix) && !beginsWith(name, s.marked)
}

// lacksTypedBlanks reports whether a name that the query begins lacks a blank of the query,
// by a function that tells where words of the name begin: "Na U" begins Na Uy rather than
// Nauru.
func (s *searcher) lacksTypedBlanks(startsWord func(rune int) bool) bool {
	for i := 1; i < len(s.key.Runes); i++ {
		if s.key.Start[i] && !startsWord(i) {
			return true
		}
	}
	return false
}

// beginsWith reports whether a text begins with one in small letters, whatever its own case.
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

// allLackTyped reports whether all names that the query begins lack marks or blanks of it.
func (s *searcher) allLackTyped() bool {
	return !slices.ContainsFunc(s.best, func(c candidate) bool { return c.tier == prefix && !c.lacksTyped })
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
