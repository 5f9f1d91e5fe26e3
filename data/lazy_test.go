package data

import (
	"slices"
	"testing"

	"voxatlas/data/search"
	"voxatlas/model"
)

// TestDecodesWhatIsOpened counts the countries that are decoded: none for a list or a
// query, one for each whose answers are asked for.
func TestDecodesWhatIsOpened(t *testing.T) {
	for _, date := range Editions() {
		text, err := readEmbedded("editions/" + date + ".json")
		if err != nil {
			t.Fatal(err)
		}
		s, err := splitSections(text)
		if err != nil {
			t.Fatal(err)
		}
		decoded := 0
		a, err := s.lazyAtlas(func(country string) model.Record {
			decoded++
			return decodeRecord(country)
		})
		if err != nil {
			t.Fatal(err)
		}
		for c := range a.Countries() {
			if c.Slug() == "" || c.ISO3() == "" || c.Name("de") == "" || c.Printed().Len() == 0 || c.Page().URL == "" || c.Page().Date == "" {
				t.Errorf("edition %s: %s lacks a name or its page", date, c.Slug())
			}
		}
		ix := search.New(a.Countries())
		for _, q := range []string{"tw", "taiwan", "+886", "台灣", "germny", "united"} {
			ix.Query(q, "en")
		}
		if decoded != 0 {
			t.Errorf("edition %s: a list and queries decode %d countries", date, decoded)
		}
		taiwan := ix.Resolve("taiwan", "en").Country
		for _, f := range model.Features() {
			taiwan.Answer(f)
		}
		if taiwan.Warnings(); decoded != 1 {
			t.Errorf("edition %s: the answers of a country decode %d", date, decoded)
		}
	}
}

func TestStringValues(t *testing.T) {
	for text, want := range map[string][]string{
		``:                             nil,
		`"`:                            nil,
		`"\`:                           nil,
		`["a", "", "台灣"]`:              {"a", "", "台灣"},
		`{"en": "a \"b\" \\", "x": 1}`: {"en", `a "b" \`, "x"},
		`"a\u00e9\n" "open`:            {"aé\n"},
	} {
		if got := stringValues(text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
