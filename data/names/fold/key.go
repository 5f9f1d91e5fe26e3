package fold

import "strings"

// Key is a text folded for comparison: its letters and digits only. The zero Key is
// that of a text without any.
type Key struct {
	Runes []rune
	Start []bool // whether Runes[i] begins a word

	from []int32 // Runes[i] comes from the original's runes from[i] up to,
	to   []int32 // but not including, to[i]
}

// Of returns the key of s. Runes of s are counted as range counts them, a byte of
// invalid UTF-8 as one.
func Of(s string) Key { return new(KeyMaker).Fold(s) }

// Text returns the runes of k as a string.
func (k Key) Text() string { return string(k.Runes) }

// Words returns the runes of k with a blank between words.
func (k Key) Words() string {
	var b strings.Builder
	for i, r := range k.Runes {
		if i > 0 && k.Start[i] {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Word returns the end of the word of k that begins at rune i.
func (k Key) Word(i int) (end int) {
	for end = i + 1; end < len(k.Runes) && !k.Start[end]; end++ {
	}
	return end
}

// Cut returns the part [i, j) of k. Positions of the part are counted from i, those of
// the original are the same.
func (k Key) Cut(i, j int) Key {
	return Key{k.Runes[i:j:j], k.Start[i:j:j], k.from[i:j:j], k.to[i:j:j]}
}

// SharesOrigin reports whether rune i of k came from the same rune of the original as
// the one before it: both are of the "and" for &.
func (k Key) SharesOrigin(i int) bool { return i > 0 && k.from[i] == k.from[i-1] }

// AppendOriginal appends to dst the positions of the runes in the folded text from
// which the key's runes at the positions at came. Both lists are ascending.
func (k Key) AppendOriginal(dst, at []int) []int {
	next := 0
	for _, i := range at {
		for r := max(next, int(k.from[i])); r < int(k.to[i]); r++ {
			dst = append(dst, r)
		}
		next = max(next, int(k.to[i]))
	}
	return dst
}

// AppendOriginal appends to dst the positions of the runes of s from which the runes at
// the positions at of its key came, as [Key.AppendOriginal] does.
func (f *KeyMaker) AppendOriginal(dst []int, s string, at []int) []int {
	for _, r := range s {
		if !isSimple(r) || r == '&' {
			return f.Fold(s).AppendOriginal(dst, at)
		}
	}
	pos, i := 0, 0 // in s and in its key, which has a rune for each letter and digit
	for _, r := range s {
		if len(at) == 0 {
			break
		}
		if isHan(r) || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' {
			if at[0] == i {
				dst, at = append(dst, pos), at[1:]
			}
			i++
		}
		pos++
	}
	return dst
}

// Initials returns the key of the initials of s: the first letter of every word, and
// in Hangul the initial consonant of every syllable.
func (f *KeyMaker) Initials(s string) Key {
	k := f.Fold(s)
	n := 0
	for i, r := range k.Runes {
		syllable := 'ᄀ' <= r && r <= 'ᄒ' && (i == 0 || k.from[i] != k.from[i-1])
		if !syllable && (!k.Start[i] || 'ᅡ' <= r && r <= 'ᅵ') {
			continue
		}
		k.Runes[n], k.Start[n], k.from[n], k.to[n] = r, n == 0, k.from[i], k.to[i]
		n++
	}
	return k.Cut(0, n)
}
