package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// key is a text folded for comparison: its letters and digits only.
type key struct {
	text  string // the runes as a string
	runes []rune
	start []bool // runes[i] begins a word
	from  []int  // runes[i] comes from the original's runes from[i] up to,
	to    []int  // but not including, to[i]
}

// fold makes the key of s. Runes of s are counted as range counts them, a byte
// of invalid UTF-8 as one.
func fold(s string) key {
	f := folder{caser: cases.Fold(), gap: true, bare: true}
	for pos := 0; len(s) > 0; {
		n := segment(s)
		end := pos + utf8.RuneCountInString(s[:n])
		f.add(s[:n], pos, end)
		s, pos = s[n:], end
	}
	f.key.text = string(f.key.runes)
	return f.key
}

// segment is the length of the first piece of s that normalizes on its own: a
// rune with what combines with it.
func segment(s string) int {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1
	}
	return max(1, norm.NFKC.NextBoundaryInString(s, true))
}

// folder builds a key. Its state crosses segments.
type folder struct {
	key   key
	caser cases.Caser
	gap   bool // the next rune begins a word
	bare  bool // marks on the last rune do not count
}

// add folds the segment that is the original's runes [from, to).
func (f *folder) add(seg string, from, to int) {
	if len(seg) == 1 && seg[0] < utf8.RuneSelf {
		f.bare = true
		f.emit(unicode.ToLower(rune(seg[0])), from, to)
		return
	}
	// Fold between the normalizations: width comes before case, and a folded
	// rune may have marks of its own (İ).
	var kept strings.Builder
	for _, r := range norm.NFD.String(f.caser.String(norm.NFKC.String(seg))) {
		mark := unicode.Is(unicode.Mn, r)
		switch {
		case mark && (f.bare || ignorable(r)):
			continue
		case !mark:
			f.bare = !unicode.IsLetter(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		}
		kept.WriteRune(r)
	}
	for _, r := range norm.NFC.String(kept.String()) {
		f.emit(r, from, to)
	}
}

// emit appends what r stands for.
func (f *folder) emit(r rune, from, to int) {
	if s := letters(r); s != "" {
		for _, r := range s {
			f.append(r, from, to)
		}
		return
	}
	switch {
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		f.append(r, from, to)
	case !silent(r):
		f.gap = true
	}
}

func (f *folder) append(r rune, from, to int) {
	k := &f.key
	k.runes = append(k.runes, r)
	k.start = append(k.start, f.gap)
	k.from = append(k.from, from)
	k.to = append(k.to, to)
	f.gap = false
}

// words are the bounds of the words of k.
func (k key) words() [][2]int {
	var ws [][2]int
	for i, start := range k.start {
		if start {
			ws = append(ws, [2]int{i, i})
		}
		ws[len(ws)-1][1] = i + 1
	}
	return ws
}

// cut is k's part [i, j), as a query.
func (k key) cut(i, j int) key {
	return key{string(k.runes[i:j]), k.runes[i:j], k.start[i:j], k.from[i:j], k.to[i:j]}
}

// original are the runes of the folded text that the key's runes at the
// ascending positions in at came from, ascending.
func (k key) original(at []int) []int {
	var rs []int
	next := 0
	for _, i := range at {
		for r := max(next, k.from[i]); r < k.to[i]; r++ {
			rs = append(rs, r)
		}
		next = max(next, k.to[i])
	}
	return rs
}
