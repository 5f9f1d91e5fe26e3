package importer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voxatlas/model"
)

// maxShown is the longest text, in runes, that a report quotes.
const maxQuoted = 200

// show is s fit for a report: one line, without control or bidi characters.
func safeText(s string) string { return model.Clean(strings.Join(strings.Fields(s), " "), maxQuoted) }

// bare is s for comparing: letters and digits alone, lower case, compatibility
// forms resolved. Machines scatter blanks and marks, and nothing else.
func normalize(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// unaccented is s for comparing names in Latin letters: bare, and without accents.
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

// printable reports whether s may stand in an edition as it is.
func isPrintable(s string) bool {
	for _, r := range s {
		if !model.Printable(r) {
			return false
		}
	}
	return s != ""
}

// sentences splits s at full stops and line breaks. The stops of "U.S.", of
// "EE. UU.", of "1.200" and of words that a stop shortens are none.
func splitSentences(s string) []string {
	var list []string
	for _, t := range cutSentences(s) {
		if t = strings.TrimSpace(t); normalize(t) != "" {
			list = append(list, t)
		}
	}
	return list
}

// splitSentences cuts s without losing anything.
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

// abbreviates reports whether the last word of s is one that a stop shortens: one
// or two capitals, or what Russian says for "see" before nearly every link.
func endsInAbbreviation(s []rune) bool {
	from := len(s)
	for from > 0 && unicode.IsLetter(s[from-1]) {
		from--
	}
	word := s[from:]
	if string(word) == "см" {
		return true
	}
	return 0 < len(word) && len(word) <= 2 && !slices.ContainsFunc(word, notUpper) && (from == 0 || !unicode.IsDigit(s[from-1]))
}

func notUpper(r rune) bool { return !unicode.IsUpper(r) }

// heads are the places where s may have said its answer: its end, and the ends of
// its first clauses.
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
