package search

import (
	"strings"
	"testing"

	"voxatlas/model"
)

// TestAbbreviated looks for names as lists of countries shorten them: each means its place,
// which is named where it is not listed.
func TestAbbreviated(t *testing.T) {
	ix := New(atlas())
	listed := map[string]bool{}
	for c := range atlas() {
		listed[c.ISO2()] = true
	}
	for _, line := range lines(t, "testdata/abbreviated.txt") {
		codes, name, _ := strings.Cut(line, "\t")
		code, others, isShared := strings.Cut(codes, " ")
		meaning := code
		if !listed[code] {
			meaning = "[" + code + "]"
		}
		if isShared {
			meaning = "shared_name " + meaning + " [" + others + "]"
		}
		for _, lang := range []model.Lang{"en", "zh-TW"} {
			if got := resolutionText(ix.Resolve(name, lang)); got != meaning {
				t.Errorf("%q resolves to %s, want %s", name, got, meaning)
			}
			r := ix.Query(name, lang)
			if isFirst := len(r.Hits) > 0 && r.Hits[0].Country.ISO2() == code && !r.Hits[0].IsGuess(); listed[code] && !isFirst {
				t.Errorf("%q: the first of %d hits is another, or a guess", name, len(r.Hits))
			}
			if !listed[code] && (r.Unlisted.ISO2 != code || !r.Unambiguous) {
				t.Errorf("%q is unlisted in %q, unambiguous %v, want %s", name, r.Unlisted.ISO2, r.Unambiguous, code)
			}
		}
	}
}

// TestNoAbbreviations looks for texts with words that are abbreviations elsewhere: they
// mean no place for sure.
func TestNoAbbreviations(t *testing.T) {
	ix := New(atlas())
	for _, q := range []string{
		"rep", "dem", "fed", "sts", "rep rep", "rep of", "the rep", "dem rep", "rep. of the", "Fed. Rep.", "rep m", "st m", "rep korea dem",
		"sales rep germany", "rep for germany", "Germany, Dem. Rep.", "Yemen, Dem.", "Vietnam, Dem. Rep.", "dem Tschad", "dem Kongo", "Rép. dém. Corée",
	} {
		r := ix.Resolve(q, "en")
		if r.Country != nil || r.Unlisted.ISO2 != "" {
			t.Errorf("%q resolves to %s", q, resolutionText(r))
		}
		if found := ix.Query(q, "en"); len(found.Hits) > 0 && found.Hits[0].tier == exact {
			t.Errorf("%q is %s", q, mark(found.Hits[0]))
		}
	}
}
