package find

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// match compares the query q with a name: how well, and which runes of the
// name's key.
func match(name, q *key) (tier, []int) {
	if len(q.runes) > len(name.runes) {
		return none, nil
	}
	t, i := inOnePiece(name, q)
	if t == none || t == inside {
		if at := eachWord(name, q); at != nil {
			return words, at
		}
	}
	if t == none {
		return none, nil
	}
	return t, span(i, len(q.runes))
}

// inOnePiece finds q in one piece, where it counts most: how well, and at
// which rune.
func inOnePiece(name, q *key) (tier, int) {
	if strings.HasPrefix(name.text, q.text) {
		if len(name.text) == len(q.text) {
			return exact, 0
		}
		return prefix, 0
	}
	best, at := none, 0
	for off := 0; ; {
		n := strings.Index(name.text[off:], q.text)
		if n < 0 {
			return best, at
		}
		off += n
		i := utf8.RuneCountInString(name.text[:off])
		if name.start[i] {
			return words, i
		}
		if best == none && within(name, q, i) {
			best, at = inside, i
		}
		_, n = utf8.DecodeRuneInString(name.text[off:])
		off += n
	}
}

// within reports whether q counts when it is found at rune i of name, in the
// middle of a word: it must be more than one letter of an alphabet, and reach
// into the next word only where a word of its own begins.
func within(name, q *key, i int) bool {
	if len(q.runes) == 1 && !dense(q.runes[0]) {
		return false
	}
	for j := 1; j < len(q.runes); j++ {
		if name.start[i+j] && !q.start[j] {
			return false
		}
	}
	return true
}

// eachWord finds every word of q, of which there must be several, at the
// beginning of a word of name of its own, in any order.
func eachWord(name, q *key) []int {
	qs := q.words()
	if len(qs) < 2 {
		return nil
	}
	ns := name.words()
	var at []int
	for _, w := range qs {
		typed := q.runes[w[0]:w[1]]
		i := slices.IndexFunc(ns, func(n [2]int) bool {
			return n[1]-n[0] >= len(typed) && slices.Equal(name.runes[n[0]:n[0]+len(typed)], typed)
		})
		if i < 0 {
			return nil
		}
		at = append(at, span(ns[i][0], len(typed))...)
		ns = slices.Delete(ns, i, i+1)
	}
	slices.Sort(at)
	return at
}

// span is n positions from i.
func span(i, n int) []int {
	at := make([]int, n)
	for j := range at {
		at[j] = i + j
	}
	return at
}

// dense reports whether one rune says as much as a syllable or word: Han, kana,
// Hangul and what is beyond.
func dense(r rune) bool { return r >= 0x2e80 }
