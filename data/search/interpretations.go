package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/data/names"
)

// interpretation is one way to read the query when spellings are compared with it.
type interpretation struct {
	text       string     // folded, without blanks
	kind       names.Kind // of the spellings that it may match; 0 for all
	reason     Reason     // of a match; 0 for that of the spelling's kind
	typed      string     // before folding
	nextLetter rune       // the Latin letter that begins the kana after text; 0 for none
}

// interpretations yields the query itself, and other texts that it may stand for:
// pinyin with numbers for tones, kana with a syllable half typed, zhuyin typed on a
// keyboard left in Latin, which nothing was cut from.
func (s *searcher) interpretations(yield func(interpretation) bool) {
	if !yield(interpretation{text: s.text, typed: s.query}) {
		return
	}
	if bare, ok := cutToneNumbers(s.text); ok && !yield(interpretation{text: bare, reason: Pinyin, typed: bare}) {
		return
	}
	if kana, nextLetter := splitHalfTypedKana(s.text); nextLetter != 0 && !yield(interpretation{text: kana, reason: Kana, typed: kana, nextLetter: nextLetter}) {
		return
	}
	if s.query != s.typed {
		return
	}
	if zhuyin, folded := zhuyinFromKeys(s.query); len(folded) > len("ㄅ") {
		yield(interpretation{text: folded, kind: names.Zhuyin, reason: ZhuyinKeys, typed: zhuyin})
	}
}

// tonesDiffer reports whether zhuyin was typed with tones that are not the name's.
func tonesDiffer(name, typed string) bool {
	if !strings.ContainsAny(typed, "ˊˇˋ˙") {
		return false
	}
	for _, r := range typed {
		if unicode.IsSpace(r) {
			continue
		}
		name = strings.TrimPrefix(name, " ")
		rest, ok := strings.CutPrefix(name, string(r))
		if !ok {
			return true
		}
		name = rest
	}
	return false
}

// splitHalfTypedKana splits text into kana and the Latin letter after it, as an
// input method shows them while たいわん is typed: たいw.
func splitHalfTypedKana(text string) (kana string, nextLetter rune) {
	kana = strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz")
	last, _ := utf8.DecodeLastRuneInString(kana)
	if n := len(text) - len(kana); n < 1 || n > 3 || last < 'ァ' || last > 'ー' {
		return "", 0
	}
	return kana, rune(text[len(kana)])
}

// continuesKana reports whether a key that begins with r.text continues with a kana
// that r.nextLetter begins.
func continuesKana(key string, r interpretation) bool {
	key = strings.ReplaceAll(key, " ", "")
	next, _ := utf8.DecodeRuneInString(key[len(r.text):])
	row := ""
	switch r.nextLetter {
	case 'k', 'c', 'q':
		row = "カキクケコチ"
	case 'g':
		row = "ガギグゲゴ"
	case 's':
		row = "サシスセソ"
	case 'z', 'j':
		row = "ザジズゼゾ"
	case 't':
		row = "タチツテトッ"
	case 'd':
		row = "ダヂヅデド"
	case 'n':
		row = "ナニヌネノン"
	case 'h', 'f':
		row = "ハヒフヘホ"
	case 'b':
		row = "バビブベボ"
	case 'p':
		row = "パピプペポ"
	case 'm':
		row = "マミムメモ"
	case 'y':
		row = "ヤユヨャュョ"
	case 'r', 'l':
		row = "ラリルレロ"
	case 'w':
		row = "ワヲウ"
	case 'v':
		row = "ヴ"
	}
	return strings.ContainsRune(row, next)
}

// cutToneNumbers returns pinyin without the numbers of its tones: taiwan for
// tai2wan1. ok is false when text is not numbered pinyin.
func cutToneNumbers(text string) (string, bool) {
	if !strings.ContainsAny(text, "12345") {
		return "", false
	}
	var b []byte
	digits := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z':
			b = append(b, c)
		case c >= '1' && c <= '5' && i > 0 && text[i-1] >= 'a':
			digits++
		default:
			return "", false
		}
	}
	return string(b), digits > 0
}

// zhuyinFromKeys returns the zhuyin that the keys of a query produce on the standard
// layout of Taiwan, ㄊㄞˊㄨㄢ for w96j0, and the same without its tones. A blank is the
// first tone, which is not written. Both are empty when the keys spell no syllables.
func zhuyinFromKeys(typed string) (zhuyin, folded string) {
	const keys = "1qaz2wsxedcrfv5tgbyhnujm8ik,9ol.0p;/-6347"
	const signs = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˊˇˋ˙"
	const syllables, medials, tones = 14, 21, 37 // initials before the first need a final; then those that need none; finals; tones
	if len(typed) < 3 || len(typed) > 64 || typed[0] == ' ' || strings.Trim(typed, "0123456789 -./") == "" {
		return "", ""
	}
	var all, bare [len("ㄅ") * 64]byte
	n, m, open := 0, 0, false // open: an initial needs a final
	for i := range len(typed) {
		c := typed[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		at := strings.IndexByte(keys, c)
		switch {
		case c == ' ' && !open:
			continue
		case at < 0, open && (at < medials || at >= tones):
			return "", ""
		case at >= tones:
			at = tones*len("ㄅ") + (at-tones)*len("ˊ")
			n += copy(all[n:], signs[at:at+len("ˊ")])
			continue
		}
		open = at < syllables
		at *= len("ㄅ")
		n += copy(all[n:], signs[at:at+len("ㄅ")])
		m += copy(bare[m:], signs[at:at+len("ㄅ")])
	}
	return string(all[:n]), string(bare[:m])
}
