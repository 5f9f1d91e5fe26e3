package find

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, key, words string }{
		{"Taiwan", "taiwan", "taiwan"},
		{"Ｔａｉｗａｎ　８８６", "taiwan886", "taiwan 886"},
		{"臺灣", "台灣", "台灣"},
		{"祕魯", "秘魯", "秘魯"},
		{"Côte d’Ivoire", "cotedivoire", "cote divoire"},
		{"Co\u0302te D'IVOIRE", "cotedivoire", "cote divoire"},
		{"Bosnia-Herzegovina", "bosniaherzegovina", "bosnia herzegovina"},
		{"Trinidad & Tobago", "trinidadandtobago", "trinidad and tobago"},
		{"U.S.A.", "usa", "usa"},
		{"United Kingdom (U.K.)", "unitedkingdomuk", "united kingdom uk"},
		{"Straße STRASSE ẞ", "strassestrassess", "strasse strasse ss"},
		{"Łódź Øre Đà ıI İ", "lodzoredaiii", "lodz ore da ii i"},
		{"Ελλάδα", "ελλαδα", "ελλαδα"},
		{"Йемен", "иемен", "иемен"},
		{"ガーナ", "ガーナ", "ガーナ"},
		{"カ\u3099ーナ", "ガーナ", "ガーナ"},
		{"ｶﾞｰﾅ", "ガーナ", "ガーナ"},
		{"대한민국", "대한민국", "대한민국"},
		{norm.NFD.String("대한민국"), "대한민국", "대한민국"},
		{"ไทย", "ไทย", "ไทย"},
		{"ประเทศที่", "ประเทศที่", "ประเทศที่"},
		{"台\ufe00灣", "台灣", "台灣"},
		{"tai\u200bwan", "taiwan", "taiwan"},
		{"  -- . 🇹🇼 ", "", ""},
		{"", "", ""},
		{"\xff\xfe", "", ""},
		{"\u0301a¸b", "ab", "a b"},
	} {
		k := fold(c.in)
		var ws []string
		for _, w := range k.words() {
			ws = append(ws, string(k.runes[w[0]:w[1]]))
		}
		if k.text != c.key || strings.Join(ws, " ") != c.words {
			t.Errorf("fold(%q) = %q, %q; want %q, %q", c.in, k.text, ws, c.key, c.words)
		}
	}
}

func TestOriginal(t *testing.T) {
	for _, c := range []struct {
		in   string
		at   []int
		want string // of the original, marked
	}{
		{"Straße", []int{4}, "Stra[ß]e"},
		{"Straße", []int{4, 5, 6}, "Stra[ß][e]"},
		{"Co\u0302te", []int{1, 2}, "C[o][\u0302][t]e"},
		{"a\xffb", []int{1}, "a\ufffd[b]"},
		{"U.S.", []int{0, 1}, "[U].[S]."},
		{"ｶﾞﾅ", []int{0}, "[ｶ][ﾞ]ﾅ"},
		{"A & B", []int{1, 2}, "A [&] B"},
	} {
		var b strings.Builder
		rs := fold(c.in).original(c.at)
		for i, r := range []rune(c.in) {
			if slices.Contains(rs, i) {
				b.WriteString("[" + string(r) + "]")
			} else {
				b.WriteRune(r)
			}
		}
		if b.String() != c.want {
			t.Errorf("%q at %v: %q, want %q", c.in, c.at, b.String(), c.want)
		}
	}
}

// checkKey fails unless the parts of k agree with each other and with s.
func checkKey(t interface{ Fatalf(string, ...any) }, s string, k key) {
	n := len(k.runes)
	if len(k.start) != n || len(k.from) != n || len(k.to) != n || k.text != string(k.runes) {
		t.Fatalf("fold(%q): parts of different lengths: %+v", s, k)
	}
	if n > 0 && !k.start[0] {
		t.Fatalf("fold(%q): the first rune begins no word", s)
	}
	for i := range n {
		if k.from[i] >= k.to[i] || k.to[i] > utf8.RuneCountInString(s) || i > 0 && (k.from[i] < k.from[i-1] || k.to[i] < k.to[i-1]) {
			t.Fatalf("fold(%q): rune %d comes from %d to %d", s, i, k.from[i], k.to[i])
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Taiwan", "臺灣", "Co\u0302te d’Ivoire", "Straße", "\xff\xc3(", "ｶﾞ", "İ", "e" + strings.Repeat("\u0301", 70)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := fold(s)
		checkKey(t, s, k)
		// Removing what stood between two runes may make them compose.
		if again := fold(k.text); again.text != k.text && norm.NFC.IsNormalString(k.text) {
			t.Fatalf("fold(%q) = %q, folded again %q", s, k.text, again.text)
		}
	})
}
