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

// joined returns the text of an older edition, put together of its parts.
func joined(e *editions.Older) string {
	var b strings.Builder
	b.WriteString(e.Header() + "  \"countries\": [\n")
	for i := range e.Len() {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("    {\n" + e.Country(i) + "\n    }")
	}
	b.WriteString("\n  ],\n  \"destinations\": " + e.Destinations())
	return b.String()
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
		if date == editions.Newest {
			if editions.NewestText() != want {
				t.Errorf("the newest edition is not its file; run go run ./data/editions/make")
			}
			continue
		}
		e := editions.OpenOlder(date)
		if joined(e) != want {
			t.Errorf("%s is packed otherwise than its file is; run go run ./data/editions/make", date)
		}
		for i := range e.Len() {
			if slug, iso2 := e.Code(i); !strings.HasPrefix(e.Country(i), `      "slug": "`+slug+"\",\n      \"iso2\": \""+iso2+`"`) {
				t.Errorf("%s: %s %s is %.80s", date, slug, iso2, e.Country(i))
			}
		}
	}
	for _, date := range []string{"", "2022-02-02", editions.Newest} {
		if editions.OpenOlder(date) != nil {
			t.Errorf("%q is no older edition", date)
		}
	}
}

// TestCountrySlugs compares the slugs of each country with its texts.
func TestCountrySlugs(t *testing.T) {
	for _, iso2 := range []string{"TW", "US", "AL", "TR", "MK", "TC", "XX", ""} {
		texts := editions.CountryTexts(iso2)
		for i, slug := range editions.CountrySlugs(iso2) {
			if _, got, _ := strings.Cut(texts[i], `"slug": "`); (slug == "") != (texts[i] == "") || !strings.HasPrefix(got, slug) {
				t.Errorf("%s in %s has the slug %q:\n%.60s", iso2, editions.Dates()[i], slug, texts[i])
			}
		}
	}
}

// TestCountryTexts compares the texts of each country with the files.
func TestCountryTexts(t *testing.T) {
	texts := files(t)
	for _, country := range strings.Split(texts[editions.Newest], "\n    {\n")[1:] {
		_, iso2, _ := strings.Cut(country, `"iso2": "`)
		iso2 = iso2[:2]
		got := editions.CountryTexts(iso2)
		if len(got) != len(editions.Dates()) {
			t.Fatalf("%s has %d texts", iso2, len(got))
		}
		for i, date := range editions.Dates() {
			want := ""
			for _, other := range strings.Split(texts[date], "\n    {\n")[1:] {
				if strings.Contains(other, `      "iso2": "`+iso2+`"`) {
					want, _, _ = strings.Cut(other, "\n    }")
				}
			}
			if got[i] != want {
				t.Errorf("%s in %s:\n%s\nwant\n%s", iso2, date, got[i], want)
			}
		}
	}
	for _, code := range []string{"", "-", "ZZ", "tw"} {
		if got := strings.Join(editions.CountryTexts(code), ""); got != "" {
			t.Errorf("%q is no country, and has the texts %.80s", code, got)
		}
	}
}

func BenchmarkOpenOlder(b *testing.B) {
	for b.Loop() {
		editions.OpenOlder("2018-08-30")
	}
}

func BenchmarkOlderText(b *testing.B) {
	for b.Loop() {
		joined(editions.OpenOlder("2018-08-30"))
	}
}

func BenchmarkCountryTexts(b *testing.B) {
	for b.Loop() {
		editions.CountryTexts("UY")
	}
}
