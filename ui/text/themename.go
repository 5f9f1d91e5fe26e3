package text

import (
	"slices"
	"strconv"
	"strings"
)

// ThemeName is the user's choice of a theme.
type ThemeName uint8

// The themes by name. ThemeAuto is the light or the dark one, by the background of the
// terminal; ThemeContrast and ThemeDeuteranopia have colours for both backgrounds.
const (
	ThemeAuto ThemeName = iota
	ThemeLight
	ThemeDark
	ThemeContrast     // contrasts of 7:1 and more
	ThemeDeuteranopia // states in colours that differ for people who see no green, or no red
	ThemeMono         // no colours: weight, underline and reverse
)

// ThemeNames returns the words of the themes, in the order of the constants.
func ThemeNames() []string {
	return []string{"auto", "light", "dark", "contrast", "deuteranopia", "mono"}
}

// String returns the word of a theme.
func (n ThemeName) String() string {
	if words := ThemeNames(); int(n) < len(words) {
		return words[n]
	}
	return ""
}

// ParseThemeName returns the theme of a word, and whether there is one.
func ParseThemeName(word string) (name ThemeName, ok bool) {
	i := slices.Index(ThemeNames(), word)
	return ThemeName(max(i, 0)), i >= 0
}

// Background is the shade of a terminal's background.
type Background uint8

// The backgrounds. The zero one is not known.
const (
	UnknownBackground Background = iota
	DarkBackground
	LightBackground
)

// BackgroundOf returns the background that a value of COLORFGBG tells: "15;0" and
// "12;default;8" are dark, "0;15" is light. The last field is the background, by its number in
// the table of 16 colours.
func BackgroundOf(colorfgbg string) Background {
	fields := strings.Split(colorfgbg, ";")
	switch n, err := strconv.Atoi(fields[len(fields)-1]); {
	case err != nil || len(fields) < 2 || n < 0 || n > 15:
		return UnknownBackground
	case n == 7 || n > 8:
		return LightBackground
	}
	return DarkBackground
}

// Colors is the number of colours that a terminal has: the kind of palette for it.
type Colors uint8

// The kinds of palettes.
const (
	NoColors   Colors = iota
	FewColors         // 16, which users choose
	ManyColors        // 256 or more, the same everywhere
)
