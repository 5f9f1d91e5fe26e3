package search

import (
	"os"
	"strings"
	"testing"

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
