package fold

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, key, words string }{
		{"Taiwan", "taiwan", "taiwan"},
		{"Ｔａｉｗａｎ　８８６", "taiwan886", "taiwan 886"},
		{"臺灣 台湾 台灣", "台湾台湾台湾", "台湾 台湾 台湾"},
		{"祕魯 秘魯", "秘鲁秘鲁", "秘鲁 秘鲁"},
		{"義大利 意大利", "义大利意大利", "义大利 意大利"},
		{"Côte d’Ivoire", "cotedivoire", "cote divoire"},
		{"Co\u0302te D'IVOIRE", "cotedivoire", "cote divoire"},
		{"Bosnia-Herzegovina", "bosniaherzegovina", "bosnia herzegovina"},
		{"Trinidad & Tobago", "trinidadandtobago", "trinidad and tobago"},
		{"U.S.A.", "usa", "usa"},
		{"United Kingdom (U.K.)", "unitedkingdomuk", "united kingdom uk"},
		{"Straße STRASSE ẞ", "strassestrassess", "strasse strasse ss"},
		{"Łódź Øre Đà ıI İ", "lodzoredaiii", "lodz ore da ii i"},
		{"Ελλάδα ΕΛΛΆΔΑΣ ς", "ελλαδαελλαδασσ", "ελλαδα ελλαδασ σ"},
		{"Йемен", "иемен", "иемен"},
		{"ガーナ", "ガーナ", "ガーナ"},
		{"がーな", "ガーナ", "ガーナ"},
		{"ヴェトナム う\u3099ぇ", "ヴェトナムヴェ", "ヴェトナム ヴェ"},
		{"ぱなま は\u309aは\u3099は", "パナマパバハ", "パナマ パバハ"},
		{"الإمارات العَرَبيّة", "الاماراتالعربيه", "الامارات العربيه"},
		{"ישראל יִשְׂרָאֵל", "ישראלישראל", "ישראל ישראל"},
		{"ㄊㄞˊ ㄨㄢ˙", "ㄊㄞㄨㄢ", "ㄊㄞ ㄨㄢ"},
		{"カ\u3099ーナ", "ガーナ", "ガーナ"},
		{"ｶﾞｰﾅ", "ガーナ", "ガーナ"},
		{"대만", "대마ᄂ", "대마ᄂ"},
		{norm.NFD.String("대만"), "대마ᄂ", "대마ᄂ"},
		{"댐", "대ᄆ", "대ᄆ"},
		{"ㄷㅁ", "ᄃᄆ", "ᄃᄆ"},
		{"과 닭", "고ᅡ다ᄅᄀ", "고ᅡ 다ᄅᄀ"},
		{"ไทย", "ไทย", "ไทย"},
		{"ประเทศที่", "ประเทศที่", "ประเทศที่"},
		{"މާލީ މާލެ", "މާލީމާލެ", "މާލީ މާލެ"}, // Mali, Malé
		{"ސިރިބިއާ، ޖަޕާނު", "ސިރިބިއާޖަޕާނު", "ސިރިބިއާ ޖަޕާނު"},
		{"台\ufe00灣", "台湾", "台湾"},
		{"tai\u200bwan", "taiwan", "taiwan"},
		{"  -- . 🇹🇼 ", "", ""},
		{"", "", ""},
		{"\xff\xfe", "", ""},
		{"\u0301a¸b", "ab", "a b"},
	} {
		k := Of(c.in)
		if k.Text() != c.key || k.Words() != c.words {
			t.Errorf("Of(%q) = %q, %q; want %q, %q", c.in, k.Text(), k.Words(), c.key, c.words)
		}
	}
}

func TestAppendOriginal(t *testing.T) {
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
		rs := Of(c.in).AppendOriginal(nil, c.at)
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
func checkKey(t interface{ Fatalf(string, ...any) }, s string, k Key) {
	n := len(k.Runes)
	if len(k.Start) != n || len(k.from) != n || len(k.to) != n || k.Text() != string(k.Runes) {
		t.Fatalf("Of(%q): parts of different lengths: %+v", s, k)
	}
	if n > 0 && !k.Start[0] {
		t.Fatalf("Of(%q): the first rune begins no word", s)
	}
	for i := range n {
		if k.from[i] >= k.to[i] || int(k.to[i]) > utf8.RuneCountInString(s) || i > 0 && (k.from[i] < k.from[i-1] || k.to[i] < k.to[i-1]) {
			t.Fatalf("Of(%q): rune %d comes from %d to %d", s, i, k.from[i], k.to[i])
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Taiwan", "臺灣", "Co\u0302te d’Ivoire", "Straße", "\xff\xc3(", "ｶﾞ", "İ", "e" + strings.Repeat("\u0301", 70)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Of(s)
		checkKey(t, s, k)
		// Removing what stood between two runes may make them one segment.
		if again := Of(k.Text()); again.Text() != k.Text() && again.Text() != Of(again.Text()).Text() {
			t.Fatalf("Of(%q) = %q, folded again %q", s, k.Text(), again.Text())
		}
	})
}

func TestInitials(t *testing.T) {
	for s, want := range map[string]string{"대만": "\u1103\u1106", "한국 x": "\u1112\u1100x", "xīn jiā pō": "xjp", "": ""} {
		if got := new(KeyMaker).Initials(s).Text(); got != want {
			t.Errorf("Initials(%q) = %q, want %q", s, got, want)
		}
	}
	if k := new(KeyMaker).Initials("xīn jiā"); !slices.Equal(k.AppendOriginal(nil, []int{0, 1}), []int{0, 4}) {
		t.Errorf("initials come from %v", k.AppendOriginal(nil, []int{0, 1}))
	}
}

func BenchmarkFold(b *testing.B) {
	var f KeyMaker
	b.ReportAllocs()
	for b.Loop() {
		f.Reset()
		f.Fold("Côte d'Ivoire 台灣 대만")
	}
}

// TestAppendOriginal compares the positions of a key's runes with those of the key.
func TestKeyMakerAppendOriginal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~]{0,20}`), rapid.StringMatching(`[A-Za-z&' éß.-]{0,20}`), rapid.StringMatching(`[A-Z台灣臺 \x{300}]{0,9}`)).Draw(t, "text")
		key := Of(s)
		at := []int{}
		for i := range key.Runes {
			if rapid.Bool().Draw(t, "matched") {
				at = append(at, i)
			}
		}
		want := key.AppendOriginal([]int{-1}, at)
		if got := new(KeyMaker).AppendOriginal([]int{-1}, s, at); !slices.Equal(got, want) {
			t.Fatalf("%q: %v of %v, want %v", s, got, at, want)
		}
	})
}
