package rows_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/model"
	"voxatlas/ui/rows"
)

// TestSort checks that sorting is total, by states from the best to the worst, stable,
// and independent of the order before.
func TestSort(t *testing.T) {
	self := func(c *model.Country) *model.Country { return c }
	rapid.Check(t, func(t *rapid.T) {
		countries := drawCountries(t, 0)
		lang := rapid.SampledFrom([]model.Lang{"en", "zh-TW", "xx"}).Draw(t, "language")
		key := rows.SortKey{Feature: rapid.SampledFrom(append(model.Features(), 0)).Draw(t, "key")}
		byName, sorted, again := slices.Clone(countries), slices.Clone(countries), slices.Clone(countries)
		rows.SortBy(byName, rows.SortKey{}, lang, self)
		rows.SortBy(sorted, key, lang, self)
		slices.Reverse(again)
		rows.SortBy(again, key, lang, self)
		if !slices.Equal(sorted, again) {
			t.Fatal("the order depends on the order before")
		}
		for i := 1; i < len(sorted); i++ {
			a, b := sorted[i-1].Answer(key.Feature), sorted[i].Answer(key.Feature)
			before := slices.Index(model.States(), a.State) - slices.Index(model.States(), b.State)
			if before == 0 && a.LargestDomestic() == b.LargestDomestic() {
				before = slices.Index(byName, sorted[i-1]) - slices.Index(byName, sorted[i])
			} else if before == 0 {
				before = b.LargestDomestic() - a.LargestDomestic()
			}
			if before >= 0 {
				t.Fatalf("%s stands before %s", sorted[i-1].ISO2(), sorted[i].ISO2())
			}
		}
		if parsed, err := rows.ParseSortKey(" " + strings.ToUpper(key.String())); err != nil || parsed != key {
			t.Fatalf("%s is read as %v, %v", key, parsed, err)
		}
	})
}

// TestParseFeatures reads lists of keys, and mistakes in them.
func TestParseFeatures(t *testing.T) {
	for text, want := range map[string]string{
		"ac,tollfree": "ac tollfree", " CP ， ac、cp,": "cp ac", "calling_plans": "cp minutes premium outbound",
		"service_numbers.toll_free,service_numbers": "tollfree toll", "voicemail": "vm",
	} {
		features, err := rows.ParseFeatures(text)
		var short []string
		for _, f := range features {
			short = append(short, f.Short())
		}
		if got := strings.Join(short, " "); err != nil || got != want {
			t.Errorf("%q: %s, %v, want %s", text, got, err, want)
		}
	}
	for text, key := range map[string]string{"": "", " , ": " , ", "ac,purchase": "purchase", "ac,xyzzy": "xyzzy"} {
		_, err := rows.ParseFeatures(text)
		var unknown *model.UnknownKeyError
		if !errors.As(err, &unknown) || unknown.Key != key {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestParseSortKey reads keys that are no order.
func TestParseSortKey(t *testing.T) {
	for text, want := range map[string]struct {
		ambiguous  bool
		candidates string
	}{
		"":              {false, "name ac auto callme ps aa cq vm cp minutes premium outbound toll tollfree credits"},
		"xyzzy":         {false, "name ac auto callme ps aa cq vm cp minutes premium outbound toll tollfree credits"},
		"calling_plans": {true, "cp minutes premium outbound"},
	} {
		_, err := rows.ParseSortKey(text)
		var unknown *model.UnknownKeyError
		if !errors.As(err, &unknown) || unknown.Ambiguous != want.ambiguous || strings.Join(unknown.Candidates, " ") != want.candidates {
			t.Errorf("%q: %v", text, err)
		}
	}
	if k, err := rows.ParseSortKey("communications_credits"); err != nil || k.Feature != model.CreditsPurchase {
		t.Errorf("a service of one answer: %v, %v", k, err)
	}
}
