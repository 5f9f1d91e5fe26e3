package search

import (
	"strings"
	"testing"

	"voxatlas/model"
)

// TestNorthKoreaIsNotSouthKorea searches for all ways to write North Korea, which is
// unlisted: South Korea must never be a hit.
func TestNorthKoreaIsNotSouthKorea(t *testing.T) {
	ix := New(atlas())
	for _, q := range []string{
		"北韓", "北朝鮮", "朝鮮", "朝鲜", "north korea", "northkorea", "Korea, North", "korea n", "Korea, N", "north k", "N. Korea", "DPRK", "KP", "prk", "+850", "00850", "🇰🇵", ".kp",
		"democratic people's republic of korea", "Democratic People's Republic of Kore", "democratic republic of kore", "북한", "조선", "ㅂㅎ", "Северная Корея", "Corea del Norte",
		"Coreia do Norte", "Nordkorea", "Corée du Nord", "きたちょうせん", "kitachousen", "beihan", "bei3han2", "ㄅㄟˇㄏㄢˊ", "1o3c06", "norht korea", "pyongyang", "平壤",
	} {
		for _, lang := range []model.Lang{"zh-TW", "en"} {
			r := ix.Query(q, lang)
			for _, h := range r.Hits {
				t.Errorf("%q: %s by %s", q, h.Country.Slug(), mark(h))
			}
			if c := ix.Resolve(q, "en").Country; c != nil {
				t.Errorf("%q resolves to %s", q, c.Slug())
			}
		}
	}
}

// TestPastedNumbers searches for telephone numbers as people paste them.
func TestPastedNumbers(t *testing.T) {
	ix := New(atlas())
	for want, queries := range map[string]string{
		"TW": "+886 2 1234 5678|886-2-2720|886 2|(886) 2|\u202a+886 2 1234 5678\u202c|\u200e+886|+886-2-2345-6789 ext. 12|+886223456789;ext=12|TEL: +886 2 2345 6789|電話：+886-2-2345-6789|+886\u22122\u22122345|+886 (0)2 2345|886223456789|00886 2 2345|011 886 2 2345 6789",
		"GB": "+44 20 7946|44 20 7946 0000|0044 20 7946",
		"JP": "81-3-1234|+81 (0)3 1234 5678",
		"CA": "+1 416 555 0100|1 604 555 0100|+1604",
		"US": "+1 212 555 0100|1 212 555|12125550100",
		"KZ": "+7 701 123 45 67|77011234567",
		"RU": "+7 495 123 45 67|74951234567|7",
		"TT": "+1 868 555 0100|+1868",
	} {
		for q := range strings.SplitSeq(queries, "|") {
			if got := firstHit(ix, q, "zh-TW"); got != want {
				t.Errorf("%q: %s, want %s", q, got, want)
			}
		}
	}
	for _, q := range []string{"402", "23706", "71058578", "12345678901234", "0223456789", "+", "++886", "1 2 3 x", "+8860000000000000000", "a+886"} {
		if got := firstHit(ix, q, "zh-TW"); got != "-" {
			t.Errorf("%q: %s, want nothing", q, got)
		}
	}
}

// TestNamesAreOurs searches for hostile text: the name of a hit never contains text
// of the query.
func TestNamesAreOurs(t *testing.T) {
	ix := New(atlas())
	for _, q := range []string{
		"\U0001f3f4\U000e0067\U000e0062\x1b[31mEVIL\u202e", "\U0001f3f4\U000e0067\U000e0062 hello", "🇹🇼\x1b[0m", ".t\x1bw", "+886\x1b[31m", "tw\x07", "\u202etw",
	} {
		for _, h := range ix.Query(q, "en").Hits {
			if strings.ContainsAny(h.Name, "\x1b\x07\u202e") || strings.Contains(h.Name, "EVIL") || strings.Contains(h.Name, "hello") {
				t.Errorf("%q: %q", q, h.Name)
			}
		}
	}
}
