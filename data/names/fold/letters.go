package fold

import "unicode"

// letters is what a folded rune is written as by people who lack it or prefer
// its variant; empty for most. Unicode does not decompose these.
func letters(r rune) string {
	switch {
	case r < 'ß':
		if r == '&' {
			return "and"
		}
		return ""
	case 0x1160 <= r && r <= 0x11ff:
		return jamo(r)
	}
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
	case 'ß':
		return "ss"
	case 'ς': // at the end of a word
		return "σ"
	case 'ة':
		return "ه"
	case 'ى', 'ی': // as in Egypt; as in Persian
		return "ي"
	case 'ک':
		return "ك"
	case 'ٱ':
		return "ا"
	}
	return ""
}

// jamo is a medial or final letter of Hangul as the keys that one types for it:
// vowels of two parts are both, a final consonant is an initial one, a cluster
// two of them. Doubled consonants have keys of their own.
func jamo(r rune) string {
	switch r {
	case 'ᅪ':
		return "ᅩᅡ"
	case 'ᅫ':
		return "ᅩᅢ"
	case 'ᅬ':
		return "ᅩᅵ"
	case 'ᅯ':
		return "ᅮᅥ"
	case 'ᅰ':
		return "ᅮᅦ"
	case 'ᅱ':
		return "ᅮᅵ"
	case 'ᅴ':
		return "ᅳᅵ"
	case 'ᆨ':
		return "ᄀ"
	case 'ᆩ':
		return "ᄁ"
	case 'ᆪ':
		return "ᄀᄉ"
	case 'ᆫ':
		return "ᄂ"
	case 'ᆬ':
		return "ᄂᄌ"
	case 'ᆭ':
		return "ᄂᄒ"
	case 'ᆮ':
		return "ᄃ"
	case 'ᆯ':
		return "ᄅ"
	case 'ᆰ':
		return "ᄅᄀ"
	case 'ᆱ':
		return "ᄅᄆ"
	case 'ᆲ':
		return "ᄅᄇ"
	case 'ᆳ':
		return "ᄅᄉ"
	case 'ᆴ':
		return "ᄅᄐ"
	case 'ᆵ':
		return "ᄅᄑ"
	case 'ᆶ':
		return "ᄅᄒ"
	case 'ᆷ':
		return "ᄆ"
	case 'ᆸ':
		return "ᄇ"
	case 'ᆹ':
		return "ᄇᄉ"
	case 'ᆺ':
		return "ᄉ"
	case 'ᆻ':
		return "ᄊ"
	case 'ᆼ':
		return "ᄋ"
	case 'ᆽ':
		return "ᄌ"
	case 'ᆾ':
		return "ᄎ"
	case 'ᆿ':
		return "ᄏ"
	case 'ᇀ':
		return "ᄐ"
	case 'ᇁ':
		return "ᄑ"
	case 'ᇂ':
		return "ᄒ"
	}
	return ""
}

// silent reports whether r neither counts nor parts words: U.S. is US, d'Ivoire
// one word, and the tones of zhuyin and the tatweel of Arabic say nothing here.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', '׳', 'ˊ', 'ˇ', 'ˋ', '˙', 'ˉ', 'ـ':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// ignorable reports whether the mark r never counts: it chooses a glyph or
// keeps marks apart.
func ignorable(r rune) bool { return r == '\u034f' || unicode.Is(unicode.Variation_Selector, r) }
