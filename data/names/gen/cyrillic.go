package main

import (
	"strings"
	"unicode"
)

// romanizeCyrillic returns a Cyrillic name in Latin letters: as English writes it
// (Germaniya, Yegipet), and as scholars and neighbours do (Germanija).
func romanizeCyrillic(name, lang string) []string {
	return []string{transliterate(name, lang, englishLetter), transliterate(writeIotated(name), lang, englishLetter), transliterate(name, lang, scholarlyLetter)}
}

// writeIotated writes each е that begins a word as it sounds: йе.
func writeIotated(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(" "+strings.ToLower(name), " е", " йе"), " ")
}

// transliterate replaces each Cyrillic letter of a name by that of a style.
func transliterate(name, lang string, style func(rune) string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch s, ok := nationalLetter(r, lang); {
		case ok:
			b.WriteString(s)
		case unicode.Is(unicode.Cyrillic, r):
			b.WriteString(style(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nationalLetter returns the Latin letters for r where a language reads it otherwise
// than Russian does.
func nationalLetter(r rune, lang string) (string, bool) {
	s, ok := map[string]map[rune]string{
		"uk": {'г': "h", 'и': "y", 'і': "i", 'ї': "i", 'є': "ie", 'ґ': "g"},
		"be": {'г': "h", 'і': "i", 'ў': "u"},
		"bg": {'щ': "sht", 'ъ': "a", 'й': "y"},
		"mk": {'ј': "j", 'љ': "lj", 'њ': "nj", 'ѓ': "gj", 'ќ': "kj", 'џ': "dzh", 'ѕ': "dz", 'х': "h", 'ж': "zh"},
	}[lang][r]
	return s, ok
}

// englishLetter returns the Latin letters for r as English writes them.
func englishLetter(r rune) string {
	if s, ok := map[rune]string{'ё': "yo", 'ж': "zh", 'й': "y", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ю': "yu", 'я': "ya", 'є': "ye", 'ї': "yi"}[r]; ok {
		return s
	}
	return commonLetter(r)
}

// scholarlyLetter returns the Latin letters for r as scholars write them.
func scholarlyLetter(r rune) string {
	if s, ok := map[rune]string{'ё': "e", 'ж': "z", 'й': "j", 'х': "h", 'ц': "c", 'ч': "c", 'ш': "s", 'щ': "sc", 'ю': "ju", 'я': "ja", 'є': "je", 'ї': "ji"}[r]; ok {
		return s
	}
	return commonLetter(r)
}

// commonLetter returns the Latin letters for r that both styles share.
func commonLetter(r rune) string {
	return map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'з': "z", 'и': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r",
		'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'ы': "y", 'э': "e", 'і': "i", 'ґ': "g", 'ө': "o", 'ү': "u", 'қ': "q", 'ғ': "gh", 'ң': "ng", 'ұ': "u", 'һ': "h", 'ә': "a", 'ј': "j",
		'љ': "lj", 'њ': "nj", 'ў': "u",
	}[r]
}
