package fold

import "strings"

// Key is a text folded for comparison: its letters and digits only. The zero Key
// is that of a text without any.
type Key struct {
	Runes []rune
	Start []bool // Runes[i] begins a word

	from []int32 // Runes[i] comes from the original's runes from[i] up to,
	to   []int32 // but not including, to[i]
}

// Of makes the key of s. Runes of s are counted as range counts them, a byte of
// invalid UTF-8 as one.
func Of(s string) Key { return new(Folder).Fold(s) }

// Text is the runes of k as a string.
func (k Key) Text() string { return string(k.Runes) }

// Words is the runes of k with a blank between two words.
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

// Word is the end of the word of k that begins at rune i.
func (k Key) Word(i int) (end int) {
	for end = i + 1; end < len(k.Runes) && !k.Start[end]; end++ {
	}
	return end
}

// Cut is the part [i, j) of k, as if the folded text were only what that comes
// from.
func (k Key) Cut(i, j int) Key {
	return Key{k.Runes[i:j:j], k.Start[i:j:j], k.from[i:j:j], k.to[i:j:j]}
}

// Inside reports whether rune i of k came from the same runes as the one before it:
// & is "and".
func (k Key) Inside(i int) bool { return i > 0 && k.from[i] == k.from[i-1] }

// Original are the runes of the folded text that the key's runes at the
// ascending positions in at came from, ascending.
func (k Key) Original(at []int) []int {
	var rs []int
	next := 0
	for _, i := range at {
		for r := max(next, int(k.from[i])); r < int(k.to[i]); r++ {
			rs = append(rs, r)
		}
		next = max(next, int(k.to[i]))
	}
	return rs
}

// Initials is the key of what s is abbreviated to: the first letter of every
// word, of Hangul the initial consonant of every syllable.
func Initials(s string) Key {
	k := Of(s)
	var cut Key
	for i, r := range k.Runes {
		syllable := 'ᄀ' <= r && r <= 'ᄒ' && (i == 0 || k.from[i] != k.from[i-1])
		if !syllable && (!k.Start[i] || 'ᅡ' <= r && r <= 'ᅵ') {
			continue
		}
		cut.Runes = append(cut.Runes, r)
		cut.Start = append(cut.Start, len(cut.Runes) == 1)
		cut.from = append(cut.from, k.from[i])
		cut.to = append(cut.to, k.to[i])
	}
	return cut
}
