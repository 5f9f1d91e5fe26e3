package main

import (
	"strings"
	"unicode"
)

// isKana reports whether a name is written in kana only, so that it is its own reading.
func isKana(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.In(r, unicode.Katakana, unicode.Hiragana) && r != 'ー'
	})
}

// romajiOf returns kana in Latin letters: as typed (chuugoku), with short vowels
// (chugoku), and both in the official spelling (tyuugoku).
func romajiOf(reading string) []string {
	var all []string
	for _, official := range []bool{false, true} {
		typed := romanizeKana(reading, official)
		short := typed
		for _, v := range []string{"aa", "ii", "uu", "ee", "oo"} {
			short = strings.ReplaceAll(short, v, v[:1])
		}
		all = append(all, typed, strings.ReplaceAll(short, "ou", "o"), romanizeKana(strings.ReplaceAll(reading, "ー", ""), official))
	}
	return all
}

// romanizeKana spells kana in Latin letters by Hepburn, or in the official way. Long
// vowels are doubled.
func romanizeKana(reading string, official bool) string {
	var b strings.Builder
	rs := []rune(toKatakana(reading))
	double := false
	for i := 0; i < len(rs); i++ {
		var s string
		n := 1
		if i+1 < len(rs) {
			if s = romanizeMora(string(rs[i:i+2]), official); s != "" {
				n = 2
			}
		}
		if s == "" {
			s = romanizeMora(string(rs[i]), official)
		}
		switch {
		case rs[i] == 'ッ':
			double = true
			continue
		case rs[i] == 'ー' && b.Len() > 0:
			s = b.String()[b.Len()-1:]
		case s == "" && rs[i] != 'ー':
			s = " " // a dot between two words
		}
		if double && s != " " {
			s = s[:1] + s
			double = false
		}
		b.WriteString(s)
		i += n - 1
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// toKatakana returns s with its hiragana as katakana.
func toKatakana(s string) string {
	return strings.Map(func(r rune) rune {
		if 'ぁ' <= r && r <= 'ゖ' {
			return r + 'ァ' - 'ぁ'
		}
		return r
	}, s)
}

// romanizeMora returns one mora in Latin letters, empty when k is none.
func romanizeMora(k string, official bool) string {
	if official {
		if s := map[string]string{
			"シ": "si", "チ": "ti", "ツ": "tu", "フ": "hu", "ジ": "zi", "シャ": "sya", "シュ": "syu", "ショ": "syo", "チャ": "tya", "チュ": "tyu", "チョ": "tyo", "ジャ": "zya", "ジュ": "zyu", "ジョ": "zyo",
		}[k]; s != "" {
			return s
		}
	}
	return map[string]string{
		"ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko", "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so",
		"タ": "ta", "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to", "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no", "ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho",
		"マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri", "ル": "ru", "レ": "re", "ロ": "ro", "ワ": "wa", "ヲ": "wo", "ン": "n",
		"ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge", "ゴ": "go", "ザ": "za", "ジ": "ji", "ズ": "zu", "ゼ": "ze", "ゾ": "zo", "ダ": "da", "ヂ": "ji", "ヅ": "zu", "デ": "de", "ド": "do",
		"バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo", "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe", "ポ": "po", "ヴ": "vu",
		"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo",
		"キャ": "kya", "キュ": "kyu", "キョ": "kyo", "ギャ": "gya", "ギュ": "gyu", "ギョ": "gyo", "シャ": "sha", "シュ": "shu", "ショ": "sho", "ジャ": "ja", "ジュ": "ju", "ジョ": "jo",
		"チャ": "cha", "チュ": "chu", "チョ": "cho", "ニャ": "nya", "ニュ": "nyu", "ニョ": "nyo", "ヒャ": "hya", "ヒュ": "hyu", "ヒョ": "hyo", "ビャ": "bya", "ビュ": "byu", "ビョ": "byo",
		"ピャ": "pya", "ピュ": "pyu", "ピョ": "pyo", "ミャ": "mya", "ミュ": "myu", "ミョ": "myo", "リャ": "rya", "リュ": "ryu", "リョ": "ryo",
		"シェ": "she", "ジェ": "je", "チェ": "che", "ティ": "ti", "ディ": "di", "トゥ": "tu", "ドゥ": "du", "テュ": "tyu", "デュ": "dyu", "ツァ": "tsa", "ツェ": "tse", "ツォ": "tso",
		"ファ": "fa", "フィ": "fi", "フェ": "fe", "フォ": "fo", "フュ": "fyu", "ウィ": "wi", "ウェ": "we", "ウォ": "wo", "ヴァ": "va", "ヴィ": "vi", "ヴェ": "ve", "ヴォ": "vo",
		"クァ": "kwa", "クィ": "kwi", "クェ": "kwe", "クォ": "kwo", "グァ": "gwa", "イェ": "ye",
	}[k]
}
