package importer

import (
	"strings"
	"unicode/utf8"
)

// An answer is read only when nothing else stands beside its words: a term in brackets,
// an exception or a "no longer" would turn it round. English is read by lists of words
// and sentences. The words of translations are not all known; there
//
//	common cells     are read by lists of words, too (saysNothingBut)
//	rare sentences   are known by what they mention, and by their number (knowsSentences)

// saysNothingBut reports whether text has no word but those of the meanings.
func (c *countryReader) saysNothingBut(text string, meanings ...meaning) bool {
	return c.vocabulary.leftover(text, meanings...) == ""
}

// knowsSentences reports whether every sentence of text is known as one of m. On a
// translated page at most so many sentences are taken for them; the caller has seen
// that they mention the subject.
func (c *countryReader) knowsSentences(text string, m meaning, most int) bool {
	list := splitSentences(withoutPartners(text))
	if !c.english {
		return len(list) <= most
	}
	for _, s := range list {
		if !c.isKnownSentence(s, m) {
			return false
		}
	}
	return true
}

// isKnownSentence reports whether s is a wording of m, or is made of words of its wordings
// without one that would turn it round. In a wording, "…" stands for the name of the
// page's country. Numbers do not count.
func (c *countryReader) isKnownSentence(s string, m meaning) bool {
	if c.vocabulary.saysNothingBeyond(withoutDigits(s), m) {
		return true
	}
	text := normalize(withoutDigits(s))
	for _, p := range c.vocabulary.phrases[m] {
		before, after, hasName := strings.Cut(withoutDigits(p.written), "…")
		before, after = normalize(before), normalize(after)
		switch {
		case !hasName && text == before:
			return true
		case !hasName && before != "" && strings.HasPrefix(text, before) && c.areKnown(text[len(before):], m):
			return true
		case hasName && len(text) >= len(before)+len(after) && strings.HasPrefix(text, before) && strings.HasSuffix(text, after) && c.isOwnName(between(s, before, after), m):
			return true
		}
	}
	return false
}

// areKnown reports whether a normalized text is wordings of m, one behind the other: the
// stop between two sentences may be that of an abbreviation, as "U.S."
func (c *countryReader) areKnown(text string, m meaning) bool {
	for _, p := range c.vocabulary.phrases[m] {
		if rest, ok := strings.CutPrefix(text, normalize(withoutDigits(p.written))); ok && rest != text && (rest == "" || c.areKnown(rest, m)) {
			return true
		}
	}
	return false
}

// between returns the piece of s that remains when as much is cut from its two ends as
// the normalized texts have letters.
func between(s, before, after string) string {
	letters := func(rest string) int { return len(normalize(withoutDigits(rest))) }
	from, to := 0, len(s)
	for i, r := range s {
		if end := i + utf8.RuneLen(r); letters(s[:end]) <= len(before) {
			from = end
		}
	}
	for i := range s {
		if letters(s[i:]) <= len(after) {
			to = i
			break
		}
	}
	if from > to {
		return ""
	}
	return strings.Trim(s[from:to], " .,")
}

// isOwnName reports whether name is the page's country. The sentence at the head of a
// page may have any name, since it says nothing else.
func (c *countryReader) isOwnName(name string, m meaning) bool {
	return c.reference.Code(name) == c.iso2 || m == sentenceIntro && plausibleCity(strings.NewReplacer("(", "", ")", "", ".", "").Replace(name))
}

// withoutDigits returns s without digits.
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return -1
		}
		return r
	}, s)
}
