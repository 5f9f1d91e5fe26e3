package search

// script is how a text in a script shows where its words begin and end.
type script uint8

// The scripts.
const (
	parted   script = iota // by blanks
	unparted               // not at all: Thai, Lao, Burmese, Khmer
	hangul                 // by blanks, but particles follow a name
	kana                   // not at all, but a name stands between other scripts or particles
	han                    // not at all
)

// scriptOf returns the script of a rune of a key.
func scriptOf(r rune) script {
	switch {
	case r < 0x0e00:
		return parted
	case r < 0x0f00, 0x1000 <= r && r < 0x10a0, 0x1780 <= r && r < 0x1800:
		return unparted
	case 0x1100 <= r && r < 0x1200:
		return hangul
	case 0x3040 <= r && r < 0x3100:
		return kana
	case r >= 0x2e80:
		return han
	}
	return parted
}
