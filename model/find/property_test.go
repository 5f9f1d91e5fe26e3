package find

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"voxatlas/data/names"
	"voxatlas/model"
)

// called lists what c is called: names, aliases, codes, slug.
func called(c *model.Country) []string {
	e, _ := names.Of(c.ISO2())
	all := []string{c.ISO2(), c.ISO3(), c.Slug()}
	for _, s := range c.Names().All() {
		all = append(all, s)
	}
	for a := range e.Aliases.Values() {
		all = append(all, a.Text)
	}
	for d := range c.Dial().Values() {
		all = append(all, d, "+"+d, "00"+d)
	}
	return all
}

// Whatever a country is called finds it first, or among exact ties, however it
// is typed.
func TestEveryNameFindsItsCountry(t *testing.T) {
	ix := New(atlas())
	for c := range atlas() {
		for _, s := range called(c) {
			for _, q := range []string{s, strings.ToUpper(s), strings.ToLower(s), norm.NFD.String(s), width.Widen.String(s), " " + s + " "} {
				if r := ix.Resolve(q); !meant(r, c) {
					t.Errorf("%q: %+v, want %s", q, r, c.Slug())
				}
			}
		}
	}
}

// meant reports whether r is c, or c is among its exact ties.
func meant(r Resolution, c *model.Country) bool {
	if r.Country != nil {
		return r.Country.Slug() == c.Slug()
	}
	return slices.ContainsFunc(r.Candidates, func(h Hit) bool { return h.Why == CallingCode && h.Country.Slug() == c.Slug() })
}

// typed draws what people type: parts of names in the wrong case and width,
// with slips, and anything at all.
func typed(all []string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 9).Draw(t, "kind") == 0 {
			return rapid.String().Draw(t, "anything")
		}
		s := []rune(rapid.SampledFrom(all).Draw(t, "name"))
		i := rapid.IntRange(0, len(s)).Draw(t, "from")
		j := rapid.IntRange(i, len(s)).Draw(t, "to")
		s = s[i:j]
		if len(s) > 2 && rapid.Bool().Draw(t, "slip") {
			k := rapid.IntRange(0, len(s)-1).Draw(t, "at")
			s = slices.Delete(slices.Clone(s), k, k+1)
		}
		forms := []func(string) string{strings.Clone, strings.ToUpper, norm.NFD.String, width.Widen.String}
		return rapid.SampledFrom(forms).Draw(t, "form")(string(s))
	})
}

func TestQueryProperties(t *testing.T) {
	ix := New(atlas())
	var all []string
	for c := range atlas() {
		all = append(all, called(c)...)
	}
	rapid.Check(t, func(t *rapid.T) {
		q := typed(all).Draw(t, "query")
		checkHits(t, ix, q)
	})
}

// checkHits fails unless the hits of q keep the promises of Hit.
func checkHits(t interface{ Fatalf(string, ...any) }, ix *Index, q string) {
	hits := ix.search(q)
	weakBefore, countries := false, map[string]bool{}
	for i, h := range hits {
		if countries[h.Country.Slug()] {
			t.Fatalf("%q: %s twice", q, h.Country.Slug())
		}
		countries[h.Country.Slug()] = true
		if i > 0 && h.tier < hits[i-1].tier || weakBefore && !h.Weak() {
			t.Fatalf("%q: %s is out of order", q, mark(h.Hit))
		}
		weakBefore = h.Weak()
		checkRunes(t, q, h)
	}
}

// checkRunes fails unless the runes of h are runes of its name, and fold to
// what was typed.
func checkRunes(t interface{ Fatalf(string, ...any) }, q string, h found) {
	name := []rune(h.Name)
	var marked []rune
	for i, r := range h.Runes {
		if r < 0 || r >= len(name) || i > 0 && r <= h.Runes[i-1] {
			t.Fatalf("%q: %s: runes %v", q, h.Name, h.Runes)
		}
		marked = append(marked, name[r])
	}
	if len(marked) == 0 {
		t.Fatalf("%q: %s: nothing marked", q, h.Name)
	}
	k, got := fold(q), fold(string(marked)).text
	if rest, ok := withoutNoise(k); ok && got == rest.text {
		return
	}
	switch {
	case h.Why == CallingCode:
		k.text = dialled(q)
	case h.tier == words:
		// The words of the query may stand in another order in the name.
		if utf8.RuneCountInString(got) < len(k.runes) {
			t.Fatalf("%q: %s: only %q marked", q, mark(h.Hit), got)
		}
		return
	}
	if !strings.HasPrefix(got, k.text) { // ß is marked whole for an s
		t.Fatalf("%q: %s: %q marked", q, mark(h.Hit), got)
	}
}

func FuzzQuery(f *testing.F) {
	ix := New(atlas())
	for _, s := range []string{"", "tw", "+886", "united k", "臺灣", "Ｔａｉ", "d’i", "\xff\xc3(", "grmany", "the republic of malta", "ſ", "ß"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, q string) {
		checkHits(t, ix, q)
		ix.Resolve(q)
		ix.Nearest(q, 3)
	})
}
