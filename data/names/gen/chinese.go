package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// maxReadings is the maximum number of readings of a name.
const maxReadings = 8

// chineseReadings returns the readings of a Chinese name, each as syllables of numbered
// pinyin. readings.csv decides how a character is read; for others the first reading
// of go-pinyin counts.
func (c *curatedData) chineseReadings(name string) ([][]string, error) {
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

// markTone returns numbered pinyin with its tone as a mark: zhōng for zhong1.
func markTone(syllable string) string {
	base, tone := splitTone(syllable)
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

// splitTone splits numbered pinyin into syllable and tone; 0 is no tone, 5 the neutral
// one. ü may be written v.
func splitTone(syllable string) (base string, tone int) {
	base = strings.NewReplacer("v", "ü", "u:", "ü").Replace(strings.ToLower(syllable))
	if n := len(base) - 1; n > 0 && base[n] >= '0' && base[n] <= '5' {
		return base[:n], int(base[n] - '0')
	}
	return base, 0
}

// zhuyinOf returns numbered pinyin as zhuyin. The sign of the tone follows the
// syllable, as it is typed; the first tone has none.
func zhuyinOf(syllable string) (string, error) {
	base, t := splitTone(syllable)
	out, ok := spellZhuyin(base)
	if !ok {
		return "", fmt.Errorf("no zhuyin for %q", syllable)
	}
	return out + []string{"", "", "ˊ", "ˇ", "ˋ", "˙"}[t], nil
}

// spellZhuyin returns the zhuyin of a pinyin syllable without its tone.
func spellZhuyin(syllable string) (string, bool) {
	if sign, ok := wholeSyllables()[syllable]; ok {
		return sign, true
	}
	initial, final := splitInitial(syllable)
	sign, ok := zhuyinFinals()[finalSound(initial, final)]
	return initial + sign, ok
}

// wholeSyllables maps the syllables that pinyin writes with letters that are not
// their sound.
func wholeSyllables() map[string]string {
	return map[string]string{"zhi": "ㄓ", "chi": "ㄔ", "shi": "ㄕ", "ri": "ㄖ", "zi": "ㄗ", "ci": "ㄘ", "si": "ㄙ", "er": "ㄦ"}
}

// splitInitial splits a syllable into its initial consonant in zhuyin, if it has
// one, and its final in pinyin.
func splitInitial(syllable string) (initial, final string) {
	for _, i := range []struct{ latin, zhuyin string }{
		{"zh", "ㄓ"}, {"ch", "ㄔ"}, {"sh", "ㄕ"}, {"b", "ㄅ"}, {"p", "ㄆ"}, {"m", "ㄇ"}, {"f", "ㄈ"}, {"d", "ㄉ"}, {"t", "ㄊ"}, {"n", "ㄋ"}, {"l", "ㄌ"},
		{"g", "ㄍ"}, {"k", "ㄎ"}, {"h", "ㄏ"}, {"j", "ㄐ"}, {"q", "ㄑ"}, {"x", "ㄒ"}, {"r", "ㄖ"}, {"z", "ㄗ"}, {"c", "ㄘ"}, {"s", "ㄙ"},
	} {
		if after, ok := strings.CutPrefix(syllable, i.latin); ok {
			return i.zhuyin, after
		}
	}
	return "", syllable
}

// finalSound returns a final as it sounds. After j, q and x pinyin writes u for ü;
// without an initial, y and w stand for i, ü and u.
func finalSound(initial, final string) string {
	if initial == "ㄐ" || initial == "ㄑ" || initial == "ㄒ" {
		if after, ok := strings.CutPrefix(final, "u"); ok {
			return "ü" + after
		}
		return final
	}
	if sound, ok := map[string]string{"you": "iu", "wu": "u", "wei": "ui", "wen": "un"}[final]; ok {
		return sound
	}
	for _, start := range []struct{ written, sound string }{{"yu", "ü"}, {"yi", "i"}, {"y", "i"}, {"w", "u"}} {
		if after, ok := strings.CutPrefix(final, start.written); ok {
			return start.sound + after
		}
	}
	return final
}

// zhuyinFinals maps the finals, as they sound, to zhuyin.
func zhuyinFinals() map[string]string {
	return map[string]string{
		"a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "ong": "ㄨㄥ",
		"i": "ㄧ", "ia": "ㄧㄚ", "ie": "ㄧㄝ", "iao": "ㄧㄠ", "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
		"u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uang": "ㄨㄤ", "ueng": "ㄨㄥ",
		"ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ", "io": "ㄧㄛ",
	}
}
