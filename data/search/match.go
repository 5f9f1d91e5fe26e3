package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// matchKey returns how well the query q, with its text, matches a name's key, with
// its folded text.
func matchKey(name *fold.Key, folded string, q *fold.Key, text string) tier {
	if len(q.Runes) > len(name.Runes) {
		return none
	}
	t, _ := matchPhrase(name, folded, q, text)
	if (t == none || t == substring) && !onlySingleLetters(q) && matchWords(name, q, nil) {
		return words
	}
	return t
}

// matchPhrase finds q as one piece of name, where it counts most. It returns the
// tier and the position of the first rune.
func matchPhrase(name *fold.Key, folded string, q *fold.Key, text string) (tier, int) {
	if strings.HasPrefix(folded, text) {
		if len(folded) == len(text) {
			if cutsLastLetter(name, q) {
				return substring, 0
			}
			return exact, 0
		}
		return prefix, 0
	}
	best, at := none, 0
	for off := 0; ; {
		n := strings.Index(folded[off:], text)
		if n < 0 {
			return best, at
		}
		off += n
		i := utf8.RuneCountInString(folded[:off])
		if name.Start[i] {
			return words, i
		}
		if best == none && countsInside(name, q, i) {
			best, at = substring, i
		}
		_, n = utf8.DecodeRuneInString(folded[off:])
		off += n
	}
}

// cutsLastLetter reports whether q is the whole name but for a blank before its last
// letter: "korea n" begins "korea north", it is not "korean".
func cutsLastLetter(name, q *fold.Key) bool {
	last := len(q.Runes) - 1
	return last >= minNamePrefix && q.Start[last] && !name.Start[last] && !isCJK(q.Runes[last])
}

// countsInside reports whether a match at rune i of name, in the middle of a word,
// counts. A single letter of an alphabet does not, nor does a match with its words
// divided elsewhere than in name.
func countsInside(name, q *fold.Key, i int) bool {
	if len(q.Runes) == 1 && !isCJK(q.Runes[0]) || name.Inside(i) {
		return false
	}
	for j := 1; j < len(q.Runes); j++ {
		if name.Start[i+j] != q.Start[j] && (name.Start[i+j] || !isCJK(q.Runes[j])) {
			return false
		}
	}
	return true
}

// matchWords reports whether each word of q, of which there must be two or more, begins
// a different word of name, in any order. When at is not nil, matchWords appends the
// positions of the runes to it, ascending.
func matchWords(name, q *fold.Key, at *[]int) bool {
	if len(q.Runes) == 0 || q.Word(0) == len(q.Runes) {
		return false
	}
	var used [maxRunes]bool // runes of name that a word of q has taken
	for i := 0; i < len(q.Runes); {
		end := q.Word(i)
		j := 0
		for ; j < len(name.Runes) && j < maxRunes; j = nextWordStart(name, j) {
			if n := j + end - i; n <= name.Word(j) && n <= maxRunes && !slices.Contains(used[j:n], true) && slices.Equal(name.Runes[j:n], q.Runes[i:end]) {
				break
			}
		}
		if j >= len(name.Runes) || j >= maxRunes {
			return false
		}
		for k := j; k < j+end-i; k++ {
			used[k] = true
		}
		if at != nil {
			*at = append(*at, runeRange(j, end-i)...)
		}
		i = end
	}
	if at != nil {
		slices.Sort(*at)
	}
	return true
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

// runeRange returns the n positions from i on.
func runeRange(i, n int) []int {
	at := make([]int, n)
	for j := range at {
		at[j] = i + j
	}
	return at
}

// isCJK reports whether r is Han, kana or another rune from U+2E80 on. One of them
// says as much as a syllable or a word.
func isCJK(r rune) bool { return r >= 0x2e80 }
