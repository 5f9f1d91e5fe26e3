package search

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voxatlas/model"
)

// judgement is a line of a relevance table: a query, and the code of the country that
// must come first, "-" for none.
type judgement struct{ query, want, class, note string }

// judgements reads a table: query, code, class and note, separated by tabs. A query
// with blanks around it is quoted as in Go.
func judgements(t *testing.T, file string) []judgement {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []judgement
	for l := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if strings.HasPrefix(l, "#") || len(f) < 3 {
			continue
		}
		if strings.HasPrefix(f[0], `"`) {
			if f[0], err = strconv.Unquote(f[0]); err != nil {
				t.Fatalf("%s: %q: %v", file, l, err)
			}
		}
		f = append(f, "")
		all = append(all, judgement{f[0], f[1], f[2], f[3]})
	}
	return all
}

// lang returns the language that the query's author reads.
func (j judgement) lang() model.Lang {
	if strings.HasSuffix(j.class, "@en") {
		return model.English
	}
	return "zh-TW"
}

// firstHit returns the code of the first hit for q, "-" when there is none or the
// query means an unlisted place.
func firstHit(ix *Index, q string, lang model.Lang) string {
	r := ix.Query(q, lang)
	if r.Unambiguous || len(r.Hits) == 0 {
		return "-"
	}
	return r.Hits[0].Country.ISO2()
}

// TestRelevance checks the first hits for our table of queries: at least 99 % must
// be right, and all in the classes that leave nothing to interpret.
func TestRelevance(t *testing.T) {
	relevance(t, "testdata/relevance.txt", 0.99, []string{"iso2", "iso3", "numeric", "dial", "zh-TW", "en", "negative", "nonsense", "world-city", "pasted", "national", "locale", "address", "apart", "small-languages"})
}

func relevance(t *testing.T, file string, bar float64, sure []string) {
	ix := New(atlas())
	right, all := map[string]int{}, map[string]int{}
	total := 0
	var wrong []string
	js := judgements(t, file)
	for _, j := range js {
		all[j.class]++
		if got := firstHit(ix, j.query, j.lang()); got != j.want {
			wrong = append(wrong, fmt.Sprintf("%-16s %q: %s, want %s (%s)", j.class, j.query, got, j.want, j.note))
			continue
		}
		right[j.class]++
		total++
	}
	for _, class := range slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Or(right[a]*all[b]-right[b]*all[a], strings.Compare(a, b)) }) {
		t.Logf("%-20s %3d of %3d", class, right[class], all[class])
		base, _, _ := strings.Cut(class, "@")
		if slices.Contains(sure, base) && right[class] != all[class] {
			t.Errorf("%s: %d of %d, want all", class, right[class], all[class])
		}
	}
	t.Logf("%d of %d first hits are right: %.1f %%", total, len(js), 100*float64(total)/float64(len(js)))
	if float64(total) < bar*float64(len(js)) {
		t.Errorf("%d of %d are right, want %.0f %%", total, len(js), 100*bar)
	}
	if os.Getenv("QUIET") == "" {
		for _, w := range wrong {
			t.Log(w)
		}
	}
}
