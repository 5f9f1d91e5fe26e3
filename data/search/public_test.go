package search

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
)

// publicNames is a list of names of countries from public data sets, which is not in the
// repository. A line: a query (in quotes a JSON string), slugs of which any is right, -
// for none, the class, the source.
const publicNames = "/work/shared/search/public-names.tsv"

// maxConfidentlyWrong is how many of the public names may mean another country, in a
// command or as a first hit that is no guess.
const maxConfidentlyWrong = 3

// TestPublicNames counts right first hits, and answers that are wrong without doubt.
func TestPublicNames(t *testing.T) {
	text, err := os.ReadFile(publicNames)
	if err != nil {
		t.Skip(err)
	}
	ix := New(atlas())
	n, right, wrong, negatives, kept := 0, 0, 0, 0, 0
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 4 || strings.HasPrefix(line, "# ") {
			continue
		}
		q, want := f[0], strings.Split(f[1], "|")
		if strings.HasPrefix(q, `"`) {
			if err := json.Unmarshal([]byte(q), &q); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		hit, sure := firstSlug(ix, q)
		resolved := resolvedSlug(ix, q)
		isRight, isWrong := slices.Contains(want, hit), sure && hit != "-" && !slices.Contains(want, hit) || resolved != "" && !slices.Contains(want, resolved)
		n++
		right += boolToInt(isRight)
		wrong += boolToInt(isWrong)
		if f[1] == "-" {
			negatives++
			kept += boolToInt(!isWrong)
		}
		if isWrong {
			t.Logf("%s %q: first %s, resolves to %q; want %s", f[2], q, hit, resolved, f[1])
		}
	}
	t.Logf("of %d names %d first hits are right, %d are confidently wrong; %d of %d negatives name nothing for sure", n, right, wrong, kept, negatives)
	if wrong > maxConfidentlyWrong {
		t.Errorf("%d are confidently wrong, want at most %d", wrong, maxConfidentlyWrong)
	}
}

// firstSlug returns the slug of the first hit for q, "-" for none, and whether it is no
// guess.
func firstSlug(ix *Index, q string) (slug string, sure bool) {
	r := ix.Query(q, model.English)
	if r.Unambiguous || len(r.Hits) == 0 {
		return "-", false
	}
	return r.Hits[0].Country.Slug(), !r.Hits[0].IsGuess()
}

// resolvedSlug returns the slug of the country that q means, "-" for a place that is
// not listed, "" for nothing and in doubt.
func resolvedSlug(ix *Index, q string) string {
	r := ix.Resolve(q, model.English)
	switch {
	case r.Country != nil:
		return r.Country.Slug()
	case r.Unlisted.ISO2 != "":
		return "-"
	}
	return ""
}
