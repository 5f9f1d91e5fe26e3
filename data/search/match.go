package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// match compares a query with a name: how well. text is the query's.
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

// inOnePiece finds q in one piece, where it counts most: how well, and at which
// rune.
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

// torn reports whether q has its last letter apart, and the word of name that ends
// in it is whole: "korea n" is the beginning of something else, and not Korean.
func cutsLastLetter(name, q *fold.Key) bool {
	last := len(q.Runes) - 1
	return last >= minNamePrefix && q.Start[last] && !name.Start[last] && !isCJK(q.Runes[last])
}

// within reports whether q counts when it is found at rune i of name, in the
// middle of a word: it must be more than one letter of an alphabet, and where a
// word of the one begins, one of the other must.
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

// eachWord reports whether every word of q, of which there must be several, is
// the beginning of a word of name of its own, in any order. With at, it appends
// where the runes are.
func matchWords(name, q *fold.Key, at *[]int) bool {
	if len(q.Runes) == 0 || q.Word(0) == len(q.Runes) {
		return false
	}
	var used [maxRunes]bool // runes of name that are a word of q's
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

// letterByLetter reports whether all words of q are single letters of an alphabet,
// which begin a word of many names.
func onlySingleLetters(q *fold.Key) bool {
	for i, r := range q.Runes {
		if !q.Start[i] || isCJK(r) {
			return false
		}
	}
	return true
}

// next is where a word may begin after rune j of name: anywhere in a script that
// does not part words.
func nextWordStart(name *fold.Key, j int) int {
	if isCJK(name.Runes[j]) {
		return j + 1
	}
	return name.Word(j)
}

// span is n positions from i.
func runeRange(i, n int) []int {
	at := make([]int, n)
	for j := range at {
		at[j] = i + j
	}
	return at
}

// dense reports whether one rune says as much as a syllable or word: Han, kana
// and what is beyond.
func isCJK(r rune) bool { return r >= 0x2e80 }
