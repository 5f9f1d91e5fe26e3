package search

import (
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/cities"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// cityNames yields the names of a list of cities with the code of the country of each,
// which come in lines "TW Asia/Taipei Taipei|Taipeh|台北".
func cityNames(t *testing.T, file string) func(yield func(iso2, name string) bool) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(iso2, name string) bool) {
		for line := range strings.Lines(string(text)) {
			f := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 3)
			if strings.HasPrefix(line, "#") || len(f) < 3 {
				continue
			}
			for name := range strings.SplitSeq(f[2], "|") {
				if !yield(f[0], name) {
					return
				}
			}
		}
	}
}

// resolvedISO2 returns the code of the one country or unlisted place that q means, ""
// when it means none or is in doubt.
func resolvedISO2(ix *Index, q string, lang model.Lang) string {
	r := ix.Resolve(q, lang)
	if r.Country != nil {
		return r.Country.ISO2()
	}
	return r.Unlisted.ISO2
}

// wrongCities is how many names of the list TestCitiesOfOtherCountries may resolve to
// another country.
const wrongCities = 0

// TestCitiesOfOtherCountries resolves the cities of a list that no table of ours was
// made from: a command must never answer for another country than the one meant.
func TestCitiesOfOtherCountries(t *testing.T) {
	ix := New(atlas())
	n, right, wrong := 0, 0, 0
	for want, name := range cityNames(t, "../cities/testdata/zones.txt") {
		n++
		switch got := resolvedISO2(ix, name, model.English); got {
		case want:
			right++
		case "":
		default:
			wrong++
			t.Logf("%q is %s, not %s", name, got, want)
		}
	}
	if t.Logf("of %d names %d are right, %d are wrong", n, right, wrong); wrong > wrongCities {
		t.Errorf("%d names resolve to another country, want at most %d", wrong, wrongCities)
	}
}

// TestCitiesOfTheTable resolves every name of the table of cities. Only what is a code or
// a shown name, too, may be a country without such a city: names come first.
func TestCitiesOfTheTable(t *testing.T) {
	text, err := os.ReadFile("../cities/table.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "`\n")
	ix, finder := New(atlas()), new(cities.Finder)
	n, right, firsts := 0, 0, map[string]string{"Armenia": "AM", "Benin": "BJ", "Bo": "BO", "Cu": "CU", "Grenada": "GD", "Jamaica": "JM", "Sur": "SR", "薩爾瓦多": "SV"}
	for line := range strings.Lines(table) {
		_, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok {
			continue // the end of the table
		}
		n++
		got := resolvedISO2(ix, name, "zh-TW")
		hasCity := slices.ContainsFunc(finder.Lookup(fold.Of(name).Text()), func(c cities.City) bool { return c.ISO2 == got })
		if right += boolToInt(hasCity); got != "" && !hasCity && firsts[name] != got {
			t.Errorf("%q is %s", name, got)
		}
	}
	if t.Logf("of %d names %d are right", n, right); right < 17_000 {
		t.Errorf("only %d names are right", right)
	}
}
