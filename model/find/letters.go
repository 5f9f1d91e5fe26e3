package find

import "unicode"

// letters is what a folded rune is written as by people who lack it or prefer
// its variant; empty for most. Unicode does not decompose these.
func letters(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ß': // cases.Fold has done it
		return "ss"
	case '&':
		return "and"
	case '臺':
		return "台"
	case '祕':
		return "秘"
	case '羣':
		return "群"
	}
	return ""
}

// silent reports whether r neither counts nor parts words: U.S. is US, and
// d'Ivoire one word.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// ignorable reports whether the mark r never counts: it chooses a glyph or
// keeps marks apart.
func ignorable(r rune) bool { return r == '\u034f' || unicode.Is(unicode.Variation_Selector, r) }
