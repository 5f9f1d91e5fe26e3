package importer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// leftover returns the words of s that no wording of the meanings has: "" when s says
// nothing else. Order and punctuation do not count, since translation changes them. Text
// of a script that is written without spaces, or in which translators scatter them, is
// compared as a whole.
//
//	"Yes, pay-per-minute only"   yes, perMinute, besidePerMinute   → ""
//	"Yes, standard or per minute"                                  → "standard or"
func (v *vocabulary) leftover(s string, meanings ...meaning) string {
	text := tokenize(s)
	var phrases []tokens
	for _, m := range meanings {
		for _, p := range v.phrases[m] {
			phrases = append(phrases, p.tokens)
		}
	}
	slices.SortStableFunc(phrases, func(a, b tokens) int {
		return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(len(b.joined), len(a.joined)))
	})
	for _, p := range phrases {
		text.remove(p)
	}
	return text.String()
}

// saysNothingBeyond reports whether s has only words that wordings of m have, in any
// order, and no word of doubt.
func (v *vocabulary) saysNothingBeyond(s string, m meaning) bool {
	text := tokenize(s)
	for _, w := range text.words {
		has := func(p phrase) bool { return slices.Contains(p.tokens.words, w) }
		if slices.ContainsFunc(v.phrases[doubt], has) || !slices.ContainsFunc(v.phrases[m], has) {
			return false
		}
	}
	return text.joined == "" && len(text.words) > 0
}

// gap stands in joined text where something was taken out or stood between, so that the
// pieces beside it do not become one.
const gap = " "

// tokens is a text as it is compared: its words, and apart from them, its text in Han,
// kana or Hangul without the spaces.
type tokens struct {
	words  []string // of other scripts; "" for one that was taken out
	joined string
	stem   bool // of a wording: its last word may begin a longer one
}

// tokenize splits s.
func tokenize(s string) tokens {
	var t tokens
	var word, joined strings.Builder
	end := func() {
		if word.Len() > 0 {
			t.words = append(t.words, word.String())
			word.Reset()
			joined.WriteString(gap)
		}
	}
	for _, r := range norm.NFKC.String(s) {
		switch {
		case isJoinedScript(r):
			end()
			joined.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
	}
	end()
	t.joined = strings.Trim(joined.String(), gap)
	return t
}

// isJoinedScript reports whether r is of a script in which spaces do not tell words
// apart on these pages.
func isJoinedScript(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー'
}

// remove takes out of t all words of p, wherever they follow each other, and all of its
// joined text. Of a wording in both kinds of text, both must be there.
func (t *tokens) remove(p tokens) {
	pieces := strings.Fields(p.joined)
	for _, piece := range pieces {
		if !strings.Contains(t.joined, piece) {
			return
		}
	}
	found := len(p.words) == 0
	for i := 0; len(p.words) > 0 && i+len(p.words) <= len(t.words); i++ {
		if p.begins(t.words[i:]) {
			clear(t.words[i : i+len(p.words)])
			found = true
		}
	}
	for i := 0; found && i < len(pieces); i++ {
		t.joined = strings.ReplaceAll(t.joined, pieces[i], gap)
	}
}

// begins reports whether words begin with the words of t, a wording.
func (t *tokens) begins(words []string) bool {
	last := len(t.words) - 1
	if !slices.Equal(words[:last], t.words[:last]) {
		return false
	}
	return words[last] == t.words[last] || t.stem && strings.HasPrefix(words[last], t.words[last])
}

// String joins the words and the text that are left in t.
func (t *tokens) String() string {
	left := slices.DeleteFunc(slices.Clone(t.words), func(w string) bool { return w == "" })
	return strings.TrimSpace(strings.Join(left, " ") + " " + strings.Join(strings.Fields(t.joined), " "))
}
