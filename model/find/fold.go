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
func fold(s string) key { return new(folder).fold(s) }

// segment is the length of the first piece of s that normalizes on its own: a
// rune with what combines with it.
func segment(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if simple(r) {
		if next, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || simple(next) {
			return n
		}
	}
	return max(1, norm.NFKC.NextBoundaryInString(s, true))
}

// simple reports whether r is ASCII or a common Han character: before another of
// them it is a segment, and no normalization changes it.
func simple(r rune) bool { return r < utf8.RuneSelf || han(r) }

func han(r rune) bool { return '\u4e00' <= r && r <= '\u9fff' }

// folder makes keys, all of them in the same few slices. Its state crosses
// segments.
type folder struct {
	key   key          // every rune so far, of all keys
	caser *cases.Caser // made when first needed
	gap   bool         // the next rune begins a word
	bare  bool         // marks on the last rune do not count
}

// fold makes the key of s, as the function does.
func (f *folder) fold(s string) key {
	start := len(f.key.runes)
	f.gap, f.bare = true, true
	for pos := 0; len(s) > 0; {
		n := segment(s)
		end := pos + utf8.RuneCountInString(s[:n])
		f.add(s[:n], pos, end)
		s, pos = s[n:], end
	}
	return f.key.cut(start, len(f.key.runes))
}

// add folds the segment that is the original's runes [from, to).
func (f *folder) add(seg string, from, to int) {
	if r, n := utf8.DecodeRuneInString(seg); n == len(seg) && simple(r) {
		f.bare = !han(r)
		f.emit(unicode.ToLower(r), from, to)
		return
	}
	if f.caser == nil {
		c := cases.Fold()
		f.caser = &c
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

// cut is k's part [i, j).
func (k key) cut(i, j int) key {
	return key{string(k.runes[i:j]), k.runes[i:j:j], k.start[i:j:j], k.from[i:j:j], k.to[i:j:j]}
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
