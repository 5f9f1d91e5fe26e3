package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/model"
)

// TestEditionsAreFormatted: an edition that was edited by hand is written in the
// layout of Format, which opening an embedded edition relies on.
func TestEditionsAreFormatted(t *testing.T) {
	for _, date := range data.Editions() {
		b := editionFile(t, date)
		var f data.File
		if err := json.Unmarshal(b, &f, json.RejectUnknownMembers(true)); err != nil {
			t.Fatal(err)
		}
		formatted, err := data.Format(&f)
		if err != nil {
			t.Fatal(err)
		}
		sameLines(t, date, b, formatted)
	}
}

// editionFile reads the file of an embedded edition.
func editionFile(t *testing.T, date string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("editions", date+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sameLines reports the first line of a committed edition that differs from made.
func sameLines(t *testing.T, date string, committed, made []byte) {
	t.Helper()
	if bytes.Equal(committed, made) {
		return
	}
	a, b := strings.Split(string(committed), "\n"), strings.Split(string(made), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("%s.json:%d is\n%s\nmade is\n%s", date, i+1, a[i], b[i])
			return
		}
	}
	t.Errorf("%s.json has %d lines, made are %d", date, len(a), len(b))
}

// TestFormatIsALinePerFact: a short object or list has one line, a longer one has a
// line per member.
func TestFormatIsALinePerFact(t *testing.T) {
	f := &data.File{Countries: []data.Country{{
		Slug: "taiwan",
		Page: data.Page{Remarks: []string{strings.Repeat("a", 100), strings.Repeat("b", 100)}},
		Answers: data.Answers{
			model.Voicemail:   {State: model.Yes},
			model.TollNumbers: {State: model.No, Cities: []data.City{{English: "Taipei", Translated: map[model.Lang]string{"zh-TW": "台北"}}}},
		},
	}}}
	b, err := data.Format(f)
	if err != nil {
		t.Fatal(err)
	}
	want := `  "countries": [
    {
      "slug": "taiwan",
      "iso2": "",
      "page": {
        "url": "",
        "date": "",
        "remarks": [
          "` + strings.Repeat("a", 100) + `",
          "` + strings.Repeat("b", 100) + `"
        ]
      },
      "answers": {"phone_system.voicemail": {"state": "yes"}, "service_numbers.toll": {"state": "no", "cities": [{"en": "Taipei", "zh-TW": "台北"}]}}
    }
  ],`
	if !strings.Contains(string(b), want) {
		t.Errorf("got\n%s\nwant\n%s", b, want)
	}
}
