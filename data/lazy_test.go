package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/search"
	"voxatlas/model"
)

// TestDecodesWhatIsOpened counts the countries that are decoded: none for a list or a
// query, one for each whose answers are asked for.
func TestDecodesWhatIsOpened(t *testing.T) {
	for _, date := range Editions() {
		s, err := openSections(date)
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

// TestSplitSections finds the sections of files whose parts lie anywhere in the
// buffer, and refuses files that lack one.
func TestSplitSections(t *testing.T) {
	for _, pad := range []int{0, 1, 100, 32<<10 - 40, 32 << 10, 100_000} {
		const country = "    {\n      \"slug\": \"%s\",\n      \"answers\": {\"x\": \"%s\"}\n    }"
		long := strings.Repeat("y", pad)
		file := "{\n  \"h\": \"" + long + "\",\n  \"countries\": [\n" +
			fmt.Sprintf(country, "a", long) + ",\n" + fmt.Sprintf(country, "b", "") + "\n  ],\n  \"destinations\": [1]\n}\n"
		s, err := splitSections(strings.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range s.countries {
			got = append(got, firstMember(c.identity, "slug"), s.text(c.span))
		}
		want := []string{"a", fmt.Sprintf(country, "a", long), "b", fmt.Sprintf(country, "b", "")}
		if !slices.Equal(got, want) || s.header != "{\n  \"h\": \""+long+"\"," || s.text(s.destinations) != "[1]\n}\n" {
			t.Errorf("%d bytes of padding: the countries are %.200q, the destinations %q", pad, got, s.text(s.destinations))
		}
	}
	for file, want := range map[string]string{
		"{}": "no line with the countries",
		"{\n  \"countries\": [\n    {\n  \"answers\": {}":                                          "country 1 does not end",
		"{\n  \"countries\": [\n    {\n      \"slug\": \"a\"\n    }\n  ],\n  \"destinations\": []": "country 1 has no answers",
		"{\n  \"countries\": [\n  ]\n}":                                                            "no line with the destinations",
	} {
		if _, err := splitSections(strings.NewReader(file), int64(len(file))); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}
