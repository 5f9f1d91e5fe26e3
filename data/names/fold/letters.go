package fold

import "unicode"

// spelledOut returns the plain letters that people write for r, a folded rune, when
// they lack it or prefer its variant, and that Unicode does not decompose it to;
// empty for most runes.
func spelledOut(r rune) string {
	switch {
	case r < 'ß':
		if r == '&' {
			return "and"
		}
		return ""
	case 0x1160 <= r && r <= 0x11ff:
		return typedJamo(r)
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
	case 'ς': // the form at the end of a word
		return "σ"
	case 'ة':
		return "ه"
	case 'ى', 'ی': // as in Egypt; as in Persian
		return "ي"
	case 'ک':
		return "ك"
	case 'ٱ':
		return "ا"
	case 'ൺ': // Malayalam's consonants without a vowel, older texts write so
		return "ണ്"
	case 'ൻ':
		return "ന്"
	case 'ർ':
		return "ര്"
	case 'ൽ':
		return "ല്"
	case 'ൾ':
		return "ള്"
	}
	return ""
}

// typedJamo returns a medial or final letter of Hangul as the keys that type it: a
// vowel of two parts as both, a final consonant as the initial one, a cluster as two
// of them. Doubled consonants have keys of their own.
func typedJamo(r rune) string {
	if 'ᆨ' <= r && r <= 'ᇂ' { // final consonants, in Unicode's order
		return [...]string{
			"ᄀ", "ᄁ", "ᄀᄉ", "ᄂ", "ᄂᄌ", "ᄂᄒ", "ᄃ", "ᄅ", "ᄅᄀ",
			"ᄅᄆ", "ᄅᄇ", "ᄅᄉ", "ᄅᄐ", "ᄅᄑ", "ᄅᄒ", "ᄆ", "ᄇ", "ᄇᄉ",
			"ᄉ", "ᄊ", "ᄋ", "ᄌ", "ᄎ", "ᄏ", "ᄐ", "ᄑ", "ᄒ",
		}[r-'ᆨ']
	}
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
	}
	return ""
}

// isSilent reports whether r is left out without dividing a word: U.S. is US, d'Ivoire
// one word, and the tones of zhuyin and the tatweel of Arabic do not count.
func isSilent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', '׳', 'ˊ', 'ˇ', 'ˋ', '˙', 'ˉ', 'ـ':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// isIgnorable reports whether the mark r never counts: it chooses a glyph or keeps
// marks apart.
func isIgnorable(r rune) bool { return r == '\u034f' || unicode.Is(unicode.Variation_Selector, r) }
