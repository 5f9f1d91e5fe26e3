package assets_test

import (
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

// TestRunes holds every text to characters that take the same cells in every
// terminal and stand where they seem to stand: no control or format character
// (bidi, zero width), none whose East Asian width is ambiguous, and none that
// is full-width for Latin alone.
func TestRunes(t *testing.T) {
	for _, c := range catalogs(t) {
		for key, text := range texts(c) {
			for _, r := range text {
				switch {
				case r == '\n':
				case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Mn, unicode.Me, unicode.Zl, unicode.Zp):
					t.Errorf("%s: %s: %U does not show", c.Lang(), key, r)
				case unicode.Is(unicode.Zs, r) && r != ' ':
					t.Errorf("%s: %s: %U is not the plain blank", c.Lang(), key, r)
				case unicode.IsLetter(r) && c.Lang() != "en" && c.Lang() != "zh-TW": // ü is wide only for readers of Chinese
				case width.LookupRune(r).Kind() == width.EastAsianAmbiguous:
					t.Errorf("%s: %s: %q has an ambiguous width", c.Lang(), key, r)
				case r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
					t.Errorf("%s: %s: %q is full-width", c.Lang(), key, r)
				}
			}
		}
	}
}

// TestStatesFit holds the words of the states to the cells that the tables of
// the screen keep for them.
func TestStatesFit(t *testing.T) {
	const most = 15
	for _, c := range catalogs(t) {
		for key, text := range texts(c) {
			if len(key) < 6 || key[:6] != "state." {
				continue
			}
			cells := 0
			for _, r := range text {
				cells++
				if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
					cells++
				}
			}
			if cells > most {
				t.Errorf("%s: %s takes %d cells, at most %d fit", c.Lang(), key, cells, most)
			}
		}
	}
}
