package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// KeyMaker makes keys, all of them in the same few slices. The zero KeyMaker is ready to
// use.
type KeyMaker struct {
	key       Key       // every rune so far, of all keys
	iter      norm.Iter // decomposes the segment at hand; kept, because a new one allocates
	wordStart bool      // the next rune begins a word
	dropMarks bool      // marks on the last rune do not count
}

// Grow makes room for keys of n runes in all.
func (f *KeyMaker) Grow(n int) {
	f.key = Key{make([]rune, 0, n), make([]bool, 0, n), make([]int32, 0, n), make([]int32, 0, n)}
}

// Reset forgets the keys that f has made. Their room is used again: they must not be
// used any more.
func (f *KeyMaker) Reset() {
	k := &f.key
	k.Runes, k.Start, k.from, k.to = k.Runes[:0], k.Start[:0], k.from[:0], k.to[:0]
}

// Fold returns the key of s, as [Of] does.
func (f *KeyMaker) Fold(s string) Key {
	start := len(f.key.Runes)
	f.wordStart, f.dropMarks = true, true
	for pos := 0; len(s) > 0; {
		n := segmentLen(s)
		end := pos + utf8.RuneCountInString(s[:n])
		f.foldSegment(s[:n], int32(pos), int32(end))
		s, pos = s[n:], end
	}
	return f.key.Cut(start, len(f.key.Runes))
}

// segmentLen returns the length in bytes of the first piece of s that normalizes on
// its own: a rune and the marks that combine with it.
func segmentLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if isSimple(r) {
		if next, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || isSimple(next) {
			return n
		}
	}
	return max(1, norm.NFKD.NextBoundaryInString(s, true))
}

// isSimple reports whether r is ASCII or a common Han character. Before another of
// them it is a segment, and no normalization changes it.
func isSimple(r rune) bool { return r < utf8.RuneSelf || isHan(r) }

// isHan reports whether r is a common Han character.
func isHan(r rune) bool { return '\u4e00' <= r && r <= '\u9fff' }

// foldSegment folds seg, the segment of the original's runes [from, to).
func (f *KeyMaker) foldSegment(seg string, from, to int32) {
	if r, n := utf8.DecodeRuneInString(seg); n == len(seg) && isSimple(r) {
		f.dropMarks = !isHan(r)
		f.foldRune(unicode.ToLower(r), from, to)
		return
	}
	if r, n := utf8.DecodeRuneInString(seg); n == len(seg) && isSilent(r) {
		return // some would become a blank and a mark
	}
	f.iter.InitString(norm.NFKD, seg)
	for !f.iter.Done() {
		for b := f.iter.Next(); len(b) > 0; {
			r, n := utf8.DecodeRune(b)
			b = b[n:]
			f.foldDecomposed(r, from, to)
		}
	}
}

// foldDecomposed folds a rune of a decomposed segment.
func (f *KeyMaker) foldDecomposed(r rune, from, to int32) {
	switch mark := unicode.Is(unicode.Mn, r); {
	case mark && (f.dropMarks || isIgnorable(r)):
		return
	case mark && f.composeKana(r):
		return
	case isSilent(r):
		f.dropMarks = true
		return
	case !mark:
		f.dropMarks = !unicode.IsLetter(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew)
	}
	f.foldRune(unicode.ToLower(r), from, to)
}

// composeKana adds a voicing mark to the kana before it. It returns false when there
// is no kana that takes the mark.
func (f *KeyMaker) composeKana(mark rune) bool {
	n := len(f.key.Runes)
	if n == 0 {
		return false
	}
	last := &f.key.Runes[n-1]
	switch voiced := mark == '\u3099'; {
	case voiced && strings.ContainsRune("カキクケコサシスセソタチツテトハヒフヘホ", *last):
		*last++
	case mark == '\u309a' && strings.ContainsRune("ハヒフヘホ", *last):
		*last += 2
	case voiced && *last == 'ウ':
		*last = 'ヴ'
	case voiced && 'ワ' <= *last && *last <= 'ヲ':
		*last += 'ヷ' - 'ワ'
	default:
		return false
	}
	return true
}

// foldRune appends the runes that r, decomposed and in lower case, is folded to.
func (f *KeyMaker) foldRune(r rune, from, to int32) {
	if s := spelledOut(r); s != "" {
		for _, r := range s {
			f.appendRune(r, from, to)
		}
		return
	}
	switch {
	case 'ぁ' <= r && r <= 'ゖ':
		f.appendRune(r+'ァ'-'ぁ', from, to)
	case isHan(r):
		f.appendRune(simplified(r), from, to)
	case isSilent(r):
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		f.appendRune(r, from, to)
	default:
		f.wordStart = true
	}
}

// appendRune appends r to the key, with the original's runes [from, to) it came from.
func (f *KeyMaker) appendRune(r rune, from, to int32) {
	k := &f.key
	if n := len(k.Runes); (r == 'ו' || r == 'י') && !f.wordStart && n > 0 && k.Runes[n-1] == r {
		return // Hebrew doubles them where vowels are left out, or not
	}
	k.Runes = append(k.Runes, r)
	k.Start = append(k.Start, f.wordStart)
	k.from = append(k.from, from)
	k.to = append(k.to, to)
	f.wordStart = false
}
