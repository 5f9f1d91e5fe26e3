package names

import (
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"voxatlas/model"
)

func tableLangs() []model.Lang { return []model.Lang{model.English, "zh-TW"} }

// namesOf yields every name and alias of e.
func namesOf(e Entry) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range e.Names.All() {
			if !yield(s) {
				return
			}
		}
		for a := range e.Aliases.Values() {
			if !yield(a.Text) {
				return
			}
		}
	}
}

func TestEntriesAreComplete(t *testing.T) {
	alpha2, alpha3, digits := regexp.MustCompile(`^[A-Z]{2}$`), regexp.MustCompile(`^[A-Z]{3}$`), regexp.MustCompile(`^[1-9][0-9]{0,6}$`)
	iso3 := map[string]string{}
	prev, n := "", 0
	for e := range All() {
		n++
		if !alpha2.MatchString(e.ISO2) || e.ISO2 <= prev {
			t.Errorf("%q after %q", e.ISO2, prev)
		}
		prev = e.ISO2
		if other := iso3[e.ISO3]; other != "" || !alpha3.MatchString(e.ISO3) {
			t.Errorf("%s: ISO3 %q (also of %q)", e.ISO2, e.ISO3, other)
		}
		iso3[e.ISO3] = e.ISO2
		if e.Dial.Len() == 0 && !slices.Contains([]string{"BV", "HM", "UM"}, e.ISO2) {
			t.Errorf("%s: no calling code", e.ISO2)
		}
		for d := range e.Dial.Values() {
			if !digits.MatchString(d) {
				t.Errorf("%s: calling code %q", e.ISO2, d)
			}
		}
		for _, l := range tableLangs() {
			if !e.Names.Has(l) {
				t.Errorf("%s: no name in %s", e.ISO2, l)
			}
		}
		got, ok := Of(e.ISO2)
		if !ok || got.ISO3 != e.ISO3 || got.Names.In("en") != e.Names.In("en") {
			t.Errorf("Of(%q) = %v, %v", e.ISO2, got, ok)
		}
	}
	if n != 251 {
		t.Errorf("%d entries, want 249 of ISO 3166-1, AN and XK", n)
	}
}

func TestOfUnknown(t *testing.T) {
	for _, code := range []string{"", "T", "tw", "TWN", "ZZ", "|A", "\nA", "AC", "EU"} {
		if e, ok := Of(code); ok {
			t.Errorf("Of(%q) = %v", code, e.Names.In("en"))
		}
	}
	if (Entry{}).Rank("en") <= 251 {
		t.Error("the zero Entry does not come last")
	}
}

func TestTextsAreClean(t *testing.T) {
	for e := range All() {
		var seen []string
		for s := range namesOf(e) {
			if s == "" || s != strings.TrimSpace(s) || !norm.NFC.IsNormalString(s) {
				t.Errorf("%s: %q is empty, has outer space or is not in NFC", e.ISO2, s)
			}
			if slices.Contains(seen, s) {
				t.Errorf("%s: %q twice", e.ISO2, s)
			}
			seen = append(seen, s)
			for _, r := range s {
				switch {
				case width.LookupRune(r).Kind() == width.EastAsianAmbiguous:
					t.Errorf("%s: %q: %q is of ambiguous width", e.ISO2, s, r)
				case !unicode.IsPrint(r), unicode.Is(unicode.Bidi_Control, r):
					t.Errorf("%s: %q: %q is not printable", e.ISO2, s, r)
				case strings.ContainsRune("|;:`臺", r):
					t.Errorf("%s: %q holds %q", e.ISO2, s, r)
				}
			}
		}
	}
}

// TestTextsAreUnique checks that a name or alias belongs to one territory only.
func TestTextsAreUnique(t *testing.T) {
	of := map[string]string{}
	for e := range All() {
		for s := range namesOf(e) {
			k := strings.ToLower(s)
			if other := of[k]; other != "" && other != e.ISO2 {
				t.Errorf("%q is %s and %s", s, other, e.ISO2)
			}
			of[k] = e.ISO2
		}
	}
}

// TestTranslations reads every line of the table: sorted, one per place and language,
// each a name that may be shown.
func TestTranslations(t *testing.T) {
	langs, last := map[model.Lang]int{}, ""
	for line := range strings.Lines(translationLines) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		if len(f) != 4 || f[0]+" "+f[1] <= last || !norm.NFC.IsNormalString(f[3]) || !model.IsPrintable(f[3]) {
			t.Fatalf("%q after %q", line, last)
		}
		last = f[0] + " " + f[1]
		langs[model.Lang(f[1])]++
		e, ok := Of(f[0])
		if got := e.Names.In(model.Lang(f[1])); !ok || got != f[3] || strconv.Itoa(e.Rank(model.Lang(f[1]))) != f[2] {
			t.Errorf("%s: %q with rank %d", last, got, e.Rank(model.Lang(f[1])))
		}
	}
	for lang, n := range langs {
		if n != count() {
			t.Errorf("%s has %d names", lang, n)
		}
	}
	for lang, want := range map[model.Lang]string{"de": "Deutschland", "de-CH": "Deutschland", "fr": "Allemagne", "en": "Germany", "zh-TW": "德國", "tlh": "Germany"} {
		if e, _ := Of("DE"); e.Names.In(lang) != want {
			t.Errorf("%s: %s, want %s", lang, e.Names.In(lang), want)
		}
	}
}

func count() int {
	n := 0
	for range All() {
		n++
	}
	return n
}

func TestRanksArePermutations(t *testing.T) {
	for _, l := range tableLangs() {
		seen := map[int]string{}
		for e := range All() {
			if other := seen[e.Rank(l)]; other != "" {
				t.Errorf("%s: %s and %s share rank %d", l, other, e.ISO2, e.Rank(l))
			}
			seen[e.Rank(l)] = e.ISO2
		}
		for i := range len(seen) {
			if seen[i] == "" {
				t.Errorf("%s: no rank %d", l, i)
			}
		}
	}
}

func TestSortOrder(t *testing.T) {
	for _, c := range []struct {
		lang  model.Lang
		codes string
	}{
		{"en", "AF AX AL US VN ZW"},                      // Åland sorts with A
		{"en", "CI HR CU CW"},                            // Côte d'Ivoire, Croatia, Cuba, Curaçao
		{"zh-TW", "TT TR BT CN DK BR JP CA TW PT DE AU"}, // 3 土 4 不中丹巴日 5 加台 13 葡 15 德澳
		{"zh-TW", "ID IN"},                               // 印尼 (5) before 印度 (9)
		{"de", "AF EG AX AL NO AT PL ZA CZ"},             // Ä and Ö sort with A and O
		{"de-AT", "AF EG AX AL NO AT PL ZA CZ"},          // as de
		{"tlh", "AF AX AL US VN ZW"},                     // unknown: English
	} {
		last := -1
		for code := range strings.FieldsSeq(c.codes) {
			e, _ := Of(code)
			if r := e.Rank(c.lang); r <= last {
				t.Errorf("%s: %s has rank %d, after %d", c.lang, e.Names.In(c.lang), r, last)
			} else {
				last = r
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ code, zh, en, aliases string }{
		{"TW", "台灣", "Taiwan", "中華民國|R.O.C."},
		{"MK", "北馬其頓", "Macedonia", "馬其頓|North Macedonia"},
		{"AE", "阿拉伯聯合大公國", "United Arab Emirates", "UAE|阿聯"},
		{"TC", "土克斯及開科斯群島", "Turks and Caicos Islands", "土克斯和凱科斯群島"},
		{"KR", "南韓", "South Korea", "韓國|大韓民國|Korea"},
		{"GB", "英國", "United Kingdom", "UK|Great Britain|Britain"},
		{"US", "美國", "United States", "U.S.|USA"},
		{"NL", "荷蘭", "Netherlands", "Holland"},
		{"CZ", "捷克", "Czech Republic", "Czechia"},
		{"TR", "土耳其", "Turkey", "Turkiye"},
		{"BN", "汶萊", "Brunei", "文萊"},
		{"HK", "香港", "Hong Kong", ""},
		{"MO", "澳門", "Macao", "Macau"},
		{"RE", "留尼旺", "Reunion", "留尼汪"},
		{"CI", "象牙海岸", "Côte d'Ivoire", "Ivory Coast"},
		{"VC", "聖文森及格瑞那丁", "Saint Vincent and the Grenadines", ""},
		{"AN", "荷屬安地列斯", "Netherlands Antilles", ""},
	} {
		e, _ := Of(c.code)
		if zh, en := e.Names.In("zh-TW"), e.Names.In("en"); zh != c.zh || en != c.en {
			t.Errorf("%s: %s, %s; want %s, %s", c.code, zh, en, c.zh, c.en)
		}
		all := slices.Collect(namesOf(e))
		for a := range strings.SplitSeq(c.aliases, "|") {
			if a != "" && !slices.Contains(all, a) {
				t.Errorf("%s: no alias %q", c.code, a)
			}
		}
	}
}

func TestDial(t *testing.T) {
	for code, want := range map[string]string{
		"TW": "886", "US": "1", "CA": "1", "RU": "7", "KZ": "7", "GB": "44", "GG": "441481", "HK": "852", "MK": "389",
		"JM": "1658 1876", "DO": "1809 1829 1849", "PR": "1787 1939", "AG": "1268", "BS": "1242", "BB": "1246", "BM": "1441",
		"KY": "1345", "DM": "1767", "GD": "1473", "GU": "1671", "MP": "1670", "KN": "1869", "LC": "1758", "TT": "1868",
		"TC": "1649", "VA": "3906698 379", "XK": "383", "BV": "",
	} {
		e, _ := Of(code)
		if got := strings.Join(e.Dial.Slice(), " "); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		Of("ZW")
	}
}

// TestTableCostsNothing checks that an entry is made of the table without memory.
func TestTableCostsNothing(t *testing.T) {
	for what, f := range map[string]func(){
		"Of":  func() { Of("ZW") },
		"All": func() { count() },
	} {
		if n := testing.AllocsPerRun(10, f); n != 0 {
			t.Errorf("%s: %.0f allocations", what, n)
		}
	}
}

func TestSortByName(t *testing.T) {
	type place struct{ iso2, note string }
	for lang, want := range map[model.Lang]string{"en": "AL- SE- CH-1 CH-2 TW- -", "zh-TW": "TW- AL- CH-1 CH-2 SE- -"} {
		list := []place{{"TW", ""}, {"", ""}, {"CH", "1"}, {"AL", ""}, {"CH", "2"}, {"SE", ""}}
		SortByName(list, lang, func(p place) string { return p.iso2 })
		var got []string
		for _, p := range list {
			got = append(got, p.iso2+"-"+p.note)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: sorted as %s, want %s", lang, s, want)
		}
	}
}
