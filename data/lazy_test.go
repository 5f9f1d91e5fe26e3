package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/data/editions"
	"voxatlas/data/search"
	"voxatlas/model"
)

// TestDecodesWhatIsOpened counts the countries of the newest edition that are decoded: none
// for a list or a query, one for each whose answers are asked for.
func TestDecodesWhatIsOpened(t *testing.T) {
	s, err := newestSections()
	if err != nil {
		t.Fatal(err)
	}
	decoded := 0
	a, err := s.lazyAtlas(func(c countrySection, answers string) model.Record {
		decoded++
		return readAnswersOf(c, answers)
	})
	if err != nil {
		t.Fatal(err)
	}
	for c := range a.Countries() {
		if c.Slug() == "" || c.ISO3() == "" || c.Name("de") == "" || c.Printed().Len() == 0 || c.Page().URL == "" || c.Page().Date == "" {
			t.Errorf("%s lacks a name or its page", c.Slug())
		}
	}
	ix := search.New(a.Countries())
	for _, q := range []string{"tw", "taiwan", "+886", "台灣", "germny", "united"} {
		ix.Query(q, "en")
	}
	if decoded != 0 {
		t.Errorf("a list and queries decode %d countries", decoded)
	}
	taiwan := ix.Resolve("taiwan", "en").Country
	for _, f := range model.Features() {
		taiwan.Answer(f)
	}
	if taiwan.Warnings(); decoded != 1 {
		t.Errorf("the answers of a country decode %d", decoded)
	}
}

// TestCursorKnowsTheEditions: no embedded edition has a member that only the JSON library
// reads, which takes longer.
func TestCursorKnowsTheEditions(t *testing.T) {
	newest := ""
	for _, c := range index.countries {
		countries := CountryInEditions(c.iso2)
		newest = max(newest, countries[len(countries)-1].Page().Date)
		for i, text := range editions.CountryTexts(c.iso2) {
			if _, answers := splitCountry(text); text != "" {
				if _, ok := readAnswers(answers + "\n}"); !ok {
					t.Errorf("edition %s: the answers of %s have a member that the cursor does not know", Editions()[i], c.slug)
				}
			}
		}
	}
	if newest != index.newestPage {
		t.Errorf("the newest page is of %s, the table says %s", newest, index.newestPage)
	}
}

// TestUnknownMembersAreReadByTheLibrary: a member that the cursor does not know, and
// texts with escapes, come out as the library reads them.
func TestUnknownMembersAreReadByTheLibrary(t *testing.T) {
	for _, tt := range []struct {
		answers string
		known   bool
	}{
		{`"answers": {"phone_system.purchase": {"state": "yes", "next": [{"key": "a\u00e9\"\\", "url": ""}]}}` + "\n}", true},
		{`"answers": {"phone_system.purchase": {"state": "no", "later": true}}, "warnings": [{"key": "x", "features": ["phone_system.purchase"], "args": {"n": 3, "l": ["a", "b"], "s": ""}}]}`, false},
		{`"answers": {"phone_system.purchase": {"state": "partner", "partner": {"name": "N"}, "later": {}}}, "remark": [1, null]}`, false},
	} {
		if _, known := readAnswers(tt.answers); known != tt.known {
			t.Errorf("%s: known is %t", tt.answers, known)
		}
		var want Country
		if err := json.Unmarshal([]byte("{"+tt.answers), &want); err != nil {
			t.Fatal(err)
		}
		if got := readAnswersOf(countrySection{}, tt.answers); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want.record()) {
			t.Errorf("%s is read as\n%+v, not\n%+v", tt.answers, got, want.record())
		}
	}
}

// FuzzReadAnswers: no text makes the cursor panic, or go on for ever.
func FuzzReadAnswers(f *testing.F) {
	f.Add(`"answers": {"phone_system.purchase": {"state": "yes", "cities": [{"en": "A", "on_request": true}], "stated_options": 3}}, "warnings": []}`)
	f.Add(`"answers": {"a": [`)
	f.Fuzz(func(_ *testing.T, text string) {
		readAnswers(text)
		readHead(text, true)
		readInfo(text, true)
		readDestinations(text, true)
	})
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
			got = append(got, c.slug, s.text(c.head)+s.text(c.answers))
		}
		want := []string{"a", fmt.Sprintf(country, "a", long), "b", fmt.Sprintf(country, "b", "")}
		if !slices.Equal(got, want) || s.text(s.header) != "{\n  \"h\": \""+long+"\"," || s.text(s.destinations) != "[1]\n}\n" {
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
