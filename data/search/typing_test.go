package search

import (
	"slices"
	"strings"
	"testing"

	"voxatlas/data/names"
	"voxatlas/model"
)

// typedNames returns the name of each listed country as people type it in a language, by
// alpha-2 code; a reading is a language, too.
func typedNames(t *testing.T, lang string) map[string]string {
	t.Helper()
	typed := map[string]string{}
	if column := slices.Index([]string{"pinyin", "zhuyin"}, lang); column >= 0 {
		for _, line := range lines(t, "testdata/readings.txt") {
			f := strings.Split(line, "\t")
			typed[f[0]] = f[2+column]
		}
		return typed
	}
	for c := range atlas() {
		e, _ := names.Of(c.ISO2())
		typed[c.ISO2()] = e.Names.In(model.Lang(lang))
	}
	return typed
}

// lettersToStay returns the number of letters of a name from which on the first hit is
// its country: the row on which enter opens it. A hit counts, too, if the letters are the
// code of a place that is not listed, which is named beside it.
func lettersToStay(ix *Index, name, iso2 string, lang model.Lang) int {
	rs := []rune(name)
	for n := len(rs); n > 0; n-- {
		r := ix.Query(string(rs[:n]), lang)
		if len(r.Hits) == 0 || r.Hits[0].Country.ISO2() != iso2 {
			return n + 1
		}
	}
	return 1
}

// lettersToBeUnique returns the number of letters of a name from which on no name of
// another country begins so; all letters if there is none.
func lettersToBeUnique(name, iso2 string, lists ...map[string]string) int {
	rs := []rune(strings.ToLower(name))
	for n := 1; n <= len(rs); n++ {
		begun := false
		for _, list := range lists {
			for code, other := range list {
				begun = begun || code != iso2 && strings.HasPrefix(strings.ToLower(other), string(rs[:n]))
			}
		}
		if !begun {
			return n
		}
	}
	return len(rs)
}

// maxTyping is how many times the letters that make a name unique a reader types at most,
// until its country stays first.
var maxTyping = map[string]float64{"en": 0.9, "zh-TW": 0.95, "ja": 0.9, "ko": 0.95, "zhuyin": 1, "de": 1, "fr": 0.95, "vi": 1, "pinyin": 1}

// TestPartialTyping types the names of all countries letter by letter, in languages and
// readings. The mean number of letters until the country stays first is compared with the
// mean number until no other listed country's name begins so, in that language or in
// English.
func TestPartialTyping(t *testing.T) {
	ix := New(atlas())
	english := typedNames(t, "en")
	for lang, ratio := range maxTyping {
		typed := typedNames(t, lang)
		reader := model.Lang("zh-TW")
		if lang == "en" {
			reader = "en"
		}
		stay, unique := 0, 0
		for c := range atlas() {
			name := typed[c.ISO2()]
			a, b := lettersToStay(ix, name, c.ISO2(), reader), lettersToBeUnique(name, c.ISO2(), typed, english)
			if a > b+2 {
				t.Logf("%s %s: %d letters, unique after %d; %v", lang, name, a, b, slices.Collect(firstHits(ix, name, reader)))
			}
			stay, unique = stay+a, unique+b
		}
		n := float64(len(typed))
		t.Logf("%s: first after %.2f letters on average, unique after %.2f", lang, float64(stay)/n, float64(unique)/n)
		if float64(stay) > ratio*float64(unique) {
			t.Errorf("%s: %d letters of %.0f names, want at most %.2f times %d", lang, stay, n, ratio, unique)
		}
	}
}

// TestUsualNamesFirst types names that begin as formal names of larger places do.
func TestUsualNamesFirst(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]string{
		"Roy": "GB", "Royaume": "GB", "Royaume de T": "TH", "Rép": "DO", "République dominica": "DO", "Republik M": "MD", "Cộng hòa D": "DO",
		"Îles Turq": "TC", "Republik Afr": "ZA", "الاتحاد": "RU", "تشيك": "CZ", "Republik Niger": "[NE]", "República de Guinea": "[GN]", "alabol": "AE",
	} {
		r := ix.Query(q, "zh-TW")
		got := ""
		if len(r.Hits) > 0 {
			got = r.Hits[0].Country.ISO2()
		} else if r.Unlisted.ISO2 != "" {
			got = "[" + r.Unlisted.ISO2 + "]"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", q, got, want)
		}
	}
}

// firstHits yields the code of the first hit of each beginning of a name.
func firstHits(ix *Index, name string, lang model.Lang) func(func(string) bool) {
	return func(yield func(string) bool) {
		rs := []rune(name)
		for n := 1; n <= len(rs); n++ {
			if !yield(firstHit(ix, string(rs[:n]), lang)) {
				return
			}
		}
	}
}
