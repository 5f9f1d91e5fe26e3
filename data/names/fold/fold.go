package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folder makes keys, all of them in the same few slices. The zero Folder is
// ready.
type Folder struct {
	key  Key       // every rune so far, of all keys
	iter norm.Iter // decomposes the segment at hand; kept, because a new one allocates
	gap  bool      // the next rune begins a word
	bare bool      // marks on the last rune do not count
}

// Grow makes room for keys of n runes in all.
func (f *Folder) Grow(n int) {
	f.key = Key{make([]rune, 0, n), make([]bool, 0, n), make([]int32, 0, n), make([]int32, 0, n)}
}

// Reset forgets all keys that f has made, so that their room can be used again.
func (f *Folder) Reset() {
	k := &f.key
	k.Runes, k.Start, k.from, k.to = k.Runes[:0], k.Start[:0], k.from[:0], k.to[:0]
}

// Fold makes the key of s, as [Of] does.
func (f *Folder) Fold(s string) Key {
	start := len(f.key.Runes)
	f.gap, f.bare = true, true
	for pos := 0; len(s) > 0; {
		n := segment(s)
		end := pos + utf8.RuneCountInString(s[:n])
		f.segment(s[:n], int32(pos), int32(end))
		s, pos = s[n:], end
	}
	return f.key.Cut(start, len(f.key.Runes))
}

// segment is the length of the first piece of s that normalizes on its own: a
// rune with what combines with it.
func segment(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if simple(r) {
		if next, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || simple(next) {
			return n
		}
	}
	return max(1, norm.NFKD.NextBoundaryInString(s, true))
}

// simple reports whether r is ASCII or a common Han character: before another of
// them it is a segment, and no normalization changes it.
func simple(r rune) bool { return r < utf8.RuneSelf || han(r) }

func han(r rune) bool { return '\u4e00' <= r && r <= '\u9fff' }

// segment folds the segment that is the original's runes [from, to).
func (f *Folder) segment(seg string, from, to int32) {
	if r, n := utf8.DecodeRuneInString(seg); n == len(seg) && simple(r) {
		f.bare = !han(r)
		f.emit(unicode.ToLower(r), from, to)
		return
	}
	if r, n := utf8.DecodeRuneInString(seg); n == len(seg) && silent(r) {
		return // some would become a blank and a mark
	}
	f.iter.InitString(norm.NFKD, seg)
	for !f.iter.Done() {
		for b := f.iter.Next(); len(b) > 0; {
			r, n := utf8.DecodeRune(b)
			b = b[n:]
			f.decomposed(r, from, to)
		}
	}
}

// decomposed folds a rune of a decomposed segment.
func (f *Folder) decomposed(r rune, from, to int32) {
	switch mark := unicode.Is(unicode.Mn, r); {
	case mark && (f.bare || ignorable(r)):
		return
	case mark && f.voice(r):
		return
	case silent(r):
		f.bare = true
		return
	case !mark:
		f.bare = !unicode.IsLetter(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew)
	}
	f.emit(unicode.ToLower(r), from, to)
}

// voice puts a mark of kana on the kana before it, and reports whether there is
// one that takes it.
func (f *Folder) voice(mark rune) bool {
	n := len(f.key.Runes)
	if n == 0 || mark != '\u3099' && mark != '\u309a' {
		return false
	}
	last := &f.key.Runes[n-1]
	if *last < 'ァ' || *last > 'ヺ' {
		return false
	}
	var b [2 * utf8.UTFMax]byte
	k := utf8.EncodeRune(b[:], *last)
	k += utf8.EncodeRune(b[k:], mark)
	composed, n := utf8.DecodeRune(norm.NFC.Append(nil, b[:k]...))
	if n != utf8.RuneLen(composed) || composed == *last {
		return false
	}
	*last = composed
	return true
}

// emit appends what r stands for.
func (f *Folder) emit(r rune, from, to int32) {
	if s := letters(r); s != "" {
		for _, r := range s {
			f.append(r, from, to)
		}
		return
	}
	switch {
	case 'ぁ' <= r && r <= 'ゖ':
		f.append(r+'ァ'-'ぁ', from, to)
	case han(r):
		f.append(simplified(r), from, to)
	case silent(r):
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		f.append(r, from, to)
	default:
		f.gap = true
	}
}

func (f *Folder) append(r rune, from, to int32) {
	k := &f.key
	if n := len(k.Runes); (r == 'ו' || r == 'י') && !f.gap && n > 0 && k.Runes[n-1] == r {
		return // Hebrew doubles them where vowels are left out, or not
	}
	k.Runes = append(k.Runes, r)
	k.Start = append(k.Start, f.gap)
	k.from = append(k.from, from)
	k.to = append(k.to, to)
	f.gap = false
}
