package editions_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/editions"
)

// files returns the texts of the files of the editions by date.
func files(t *testing.T) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, e := range entries {
		if date, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			b, err := os.ReadFile(e.Name())
			if err != nil {
				t.Fatal(err)
			}
			texts[date] = string(b)
		}
	}
	return texts
}

// TestEmbeddedAreTheFiles: the newest edition and those that are packed are the files of
// this folder, byte by byte.
func TestEmbeddedAreTheFiles(t *testing.T) {
	texts := files(t)
	dates := editions.Dates()
	if len(dates) != len(texts) || !slices.IsSorted(dates) || dates[len(dates)-1] != editions.Newest {
		t.Errorf("%d files, the editions %v, the newest is %s", len(texts), dates, editions.Newest)
	}
	for date, want := range texts {
		if editions.Text(date) != want {
			t.Errorf("%s is packed otherwise than its file is; run go run ./data/editions/make", date)
		}
	}
	if got := editions.Text("2022-02-02") + editions.Text(""); got != "" {
		t.Errorf("there is no such edition: %.80s", got)
	}
}

// TestCountryTexts compares the texts of each country with the files.
func TestCountryTexts(t *testing.T) {
	texts := files(t)
	for line := range strings.Lines(texts[editions.Newest]) {
		slug, ok := strings.CutPrefix(line, `      "slug": "`)
		if slug, _, _ = strings.Cut(slug, `"`); !ok {
			continue
		}
		got := editions.CountryTexts(slug)
		if len(got) != len(editions.Dates()) {
			t.Fatalf("%s has %d texts", slug, len(got))
		}
		for i, date := range editions.Dates() {
			_, want, listed := strings.Cut(texts[date], "    {\n      \"slug\": \""+slug+"\"")
			want, _, _ = strings.Cut("      \"slug\": \""+slug+"\""+want, "\n    }")
			if !listed {
				want = ""
			}
			if got[i] != want {
				t.Errorf("%s in %s:\n%s\nwant\n%s", slug, date, got[i], want)
			}
		}
	}
	for _, slug := range []string{"", "nowhere", "header", "destinations"} {
		if got := editions.CountryTexts(slug); got != nil {
			t.Errorf("%q is no country, and has the texts %q", slug, got)
		}
	}
}

func BenchmarkText(b *testing.B) {
	for b.Loop() {
		editions.Text("2018-08-30")
	}
}

func BenchmarkCountryTexts(b *testing.B) {
	for b.Loop() {
		editions.CountryTexts("uruguay")
	}
}
