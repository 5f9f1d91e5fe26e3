package names

import (
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Key is the folded form of a name of the table, in so little space that all of them
// are laid down when the program is built. It does not tell the runes of the name from
// which its own come: fold the name to find them.
type Key struct {
	Text   string // the runes; empty if an earlier name of the place has the same key
	Starts uint64 // bit i is set if rune i begins a word, see [MaxStarts]; the last bit is joined
	Mask   uint64 // see [Mask]
}

// MaxStarts is the number of runes of which a [Key] tells whether they begin a word.
const MaxStarts = 63

// joined is the bit of Key.Starts that is set if two runes come from one rune of the
// name, as those of "and" from &.
const joined = 1 << MaxStarts

// Joined reports whether two runes of the key come from one rune of the name.
func (k *Key) Joined() bool { return k.Starts&joined != 0 }

// KeyOf makes a Key of a folded name.
func KeyOf(k fold.Key) Key {
	short := Key{Text: k.Text(), Mask: Mask(k.Runes)}
	for i := range k.Runes {
		if k.Start[i] && i < MaxStarts {
			short.Starts |= 1 << i
		}
		if k.SharesOrigin(i) {
			short.Starts |= joined
		}
	}
	return short
}

// Mask sets one of 64 bits for each rune. When a key contains another, its mask has all
// bits of the other's: a cheap test before the exact one.
func Mask(runes []rune) uint64 {
	var m uint64
	for _, r := range runes {
		m |= 1 << (uint(r) % 64)
	}
	return m
}

// Keys returns the keys of the shown names of entry i, as [At] counts, and then those of
// its aliases. The slice must not be changed.
func Keys(i int) (keys []Key, shown int) { return nameKeys[i], len(table[i].names) }

// NameOf returns the name of entry i that has key n, and its language.
func NameOf(i, n int) (text string, lang model.Lang) {
	r := &table[i]
	if n < len(r.names) {
		return r.names[n].Text, r.names[n].Lang
	}
	a := &r.aliases[n-len(r.names)]
	return a.Text, a.Lang
}

// KeysOf makes the keys of the names and aliases of a place. A name has no key if an
// earlier one has the same.
func KeysOf(texts []string) []Key {
	keys := make([]Key, len(texts))
	for i, text := range texts {
		k := KeyOf(fold.Of(text))
		if !hasKey(keys[:i], k.Text) {
			keys[i] = k
		}
	}
	return keys
}

func hasKey(keys []Key, text string) bool {
	for _, k := range keys {
		if k.Text == text {
			return true
		}
	}
	return false
}
