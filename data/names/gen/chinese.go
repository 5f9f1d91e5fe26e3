package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// maxReadings bounds how many readings a name may have.
const maxReadings = 8

// readings are the ways to read a Chinese name, syllable by syllable, in
// numbered pinyin. What readings.csv says of a character counts; else the first
// reading of the library.
func (c *curated) readings(name string) ([][]string, error) {
	all := [][]string{nil}
	for _, r := range name {
		if !unicode.Is(unicode.Han, r) {
			continue // brackets, dots
		}
		options := c.reading[string(r)]
		if options == nil {
			drafted := pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.Tone3, Heteronym: false})
			if len(drafted) == 0 {
				return nil, fmt.Errorf("%s: no reading of %c; say it in readings.csv", name, r)
			}
			options = drafted[:1]
		}
		var longer [][]string
		for _, syllables := range all {
			for _, o := range options {
				longer = append(longer, append(syllables[:len(syllables):len(syllables)], o))
			}
		}
		all = longer[:min(len(longer), maxReadings)]
	}
	if len(all[0]) == 0 {
		return nil, nil
	}
	return all, nil
}

// marked is numbered pinyin with its tone as a mark: zhong1 is zhōng.
func marked(syllable string) string {
	base, tone := tone(syllable)
	if tone == 0 || tone > 4 {
		return base
	}
	at := strings.IndexAny(base, "ae")
	if i := strings.Index(base, "ou"); at < 0 && i >= 0 {
		at = i
	}
	if at < 0 {
		at = strings.LastIndexAny(base, "iouü")
	}
	if at < 0 {
		return base
	}
	vowel := []rune(base[at:])[0]
	return base[:at] + string(vowel) + string([]rune{'\u0304', '\u0301', '\u030c', '\u0300'}[tone-1]) + base[at+len(string(vowel)):]
}

// tone parts numbered pinyin; 0 is no tone, 5 the neutral one. ü may be a v.
func tone(syllable string) (base string, tone int) {
	base = strings.NewReplacer("v", "ü", "u:", "ü").Replace(strings.ToLower(syllable))
	if n := len(base) - 1; n > 0 && base[n] >= '0' && base[n] <= '5' {
		return base[:n], int(base[n] - '0')
	}
	return base, 0
}

// zhuyin is numbered pinyin in zhuyin, tones after the syllable as they are
// typed, none for the first.
func zhuyin(syllable string) (string, error) {
	base, t := tone(syllable)
	out, ok := bopomofo(base)
	if !ok {
		return "", fmt.Errorf("no zhuyin for %q", syllable)
	}
	return out + []string{"", "", "ˊ", "ˇ", "ˋ", "˙"}[t], nil
}

// bopomofo spells a syllable of pinyin without its tone.
func bopomofo(s string) (string, bool) {
	switch s { // written with letters that are not their sound
	case "zhi":
		return "ㄓ", true
	case "chi":
		return "ㄔ", true
	case "shi":
		return "ㄕ", true
	case "ri":
		return "ㄖ", true
	case "zi":
		return "ㄗ", true
	case "ci":
		return "ㄘ", true
	case "si":
		return "ㄙ", true
	case "er":
		return "ㄦ", true
	}
	initials := []struct{ latin, bopomofo string }{
		{"zh", "ㄓ"}, {"ch", "ㄔ"}, {"sh", "ㄕ"}, {"b", "ㄅ"}, {"p", "ㄆ"}, {"m", "ㄇ"}, {"f", "ㄈ"}, {"d", "ㄉ"}, {"t", "ㄊ"}, {"n", "ㄋ"}, {"l", "ㄌ"},
		{"g", "ㄍ"}, {"k", "ㄎ"}, {"h", "ㄏ"}, {"j", "ㄐ"}, {"q", "ㄑ"}, {"x", "ㄒ"}, {"r", "ㄖ"}, {"z", "ㄗ"}, {"c", "ㄘ"}, {"s", "ㄙ"},
	}
	initial := ""
	rest := s
	for _, i := range initials {
		if after, ok := strings.CutPrefix(s, i.latin); ok {
			initial, rest = i.bopomofo, after
			break
		}
	}
	switch { // j, q, x have ü only; y and w stand for i, ü and u
	case initial == "ㄐ" || initial == "ㄑ" || initial == "ㄒ":
		if after, ok := strings.CutPrefix(rest, "u"); ok {
			rest = "ü" + after
		}
	case strings.HasPrefix(rest, "yu"):
		rest = "ü" + rest[2:]
	case strings.HasPrefix(rest, "yi"):
		rest = rest[1:]
	case rest == "you":
		rest = "iu"
	case strings.HasPrefix(rest, "y"):
		rest = "i" + rest[1:]
	case rest == "wu":
		rest = "u"
	case rest == "wei":
		rest = "ui"
	case rest == "wen":
		rest = "un"
	case strings.HasPrefix(rest, "w"):
		rest = "u" + rest[1:]
	}
	finals := map[string]string{
		"a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "ong": "ㄨㄥ",
		"i": "ㄧ", "ia": "ㄧㄚ", "ie": "ㄧㄝ", "iao": "ㄧㄠ", "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
		"u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uang": "ㄨㄤ", "ueng": "ㄨㄥ",
		"ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ", "io": "ㄧㄛ",
	}
	final, ok := finals[rest]
	return initial + final, ok
}
