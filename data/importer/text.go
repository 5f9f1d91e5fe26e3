package importer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voxatlas/model"
)

// maxQuoted is the length of the longest text that a report quotes, in runes. A text at
// fault is quoted whole; only a page made to do harm has a longer one.
const maxQuoted = 2000

// safeText makes s safe to show in a report: one line, without control or bidi
// characters.
func safeText(s string) string { return model.Clean(strings.Join(strings.Fields(s), " "), maxQuoted) }

// footnoteMarks are the characters that refer to a footnote, which may limit an answer.
const footnoteMarks = "*†‡※"

// doubtfulSigns are the characters that question an answer, or may contradict its words.
const doubtfulSigns = "?？✓✔✅☑✗✘✕✖❌❎"

// normalize prepares s for comparing: letters, digits, accents and footnote marks alone, in
// lower case and compatibility form. Translations scatter spaces and
// punctuation.
func normalize(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune(footnoteMarks, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// withoutAccents prepares names in Latin letters for comparing: normalized and
// without accents.
func withoutAccents(s string) string {
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(normalize(s)) {
		if latin && unicode.Is(unicode.Mn, r) {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(r)
	}
	return b.String()
}

// isPrintable reports whether s may stand in an edition as it is: it is not empty, and
// [model.IsPrintable].
func isPrintable(s string) bool { return s != "" && model.IsPrintable(s) }

// splitSentences splits s at full stops and line breaks, and drops sentences
// without letters. The dots of "U.S.", "EE. UU.", "1.200" and other
// abbreviations are not full stops.
func splitSentences(s string) []string {
	var list []string
	for _, t := range cutSentences(s) {
		if t = strings.TrimSpace(t); normalize(t) != "" {
			list = append(list, t)
		}
	}
	return list
}

// cutSentences splits s like splitSentences without losing a character.
func cutSentences(s string) []string {
	var list []string
	rs := []rune(s)
	start := 0
	for i, r := range rs {
		stop := r == '\n' || strings.ContainsRune("。．！？!?", r) ||
			r == '.' && (i+1 == len(rs) || unicode.IsSpace(rs[i+1])) && !endsInAbbreviation(rs[start:i])
		if stop {
			list = append(list, string(rs[start:i+1]))
			start = i + 1
		}
	}
	return append(list, string(rs[start:]))
}

// endsInAbbreviation reports whether the last word of s is an abbreviation: one
// or two capitals; "ee." of "ee. UU.", which machines write so; or Russian "см." (see),
// which stands before nearly every link.
func endsInAbbreviation(s []rune) bool {
	from := len(s)
	for from > 0 && unicode.IsLetter(s[from-1]) {
		from--
	}
	word := s[from:]
	if w := string(word); w == "см" || w == "См" || w == "ee" {
		return true
	}
	return 0 < len(word) && len(word) <= 2 && !slices.ContainsFunc(word, notUpper) && (from == 0 || !unicode.IsDigit(s[from-1]))
}

// notUpper reports whether r is not an upper-case letter.
func notUpper(r rune) bool { return !unicode.IsUpper(r) }

// clauseEnds lists the positions at which an answer at the beginning of s may
// end: the end of s, then the ends of its first clauses.
func clauseEnds(s string) []int {
	ends := []int{len(s)}
	for i, r := range s {
		if strings.ContainsRune(".。．,，、;；:：(（[【!！\n", r) {
			ends = append(ends, i)
			if len(ends) > 4 {
				break
			}
		}
	}
	return ends
}
