package data

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

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
		a, err := s.lazyAtlas(func(c countrySection, answers string) model.Record {
			decoded++
			return readAnswersOf(c, answers)
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

// TestSectionsAreReadAsTheFile reads each section of the embedded editions with the
// cursor and as the strict reader reads the whole file: both find the same.
func TestSectionsAreReadAsTheFile(t *testing.T) {
	for _, date := range Editions() {
		b, err := os.ReadFile("editions/" + date + ".json")
		if err != nil {
			t.Fatal(err)
		}
		whole, err := Load(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		s, err := openSections(date)
		if err != nil {
			t.Fatal(err)
		}
		if info, ok := readInfo(s.text(s.header), false); !ok || !reflect.DeepEqual(info, whole.Info()) {
			t.Errorf("edition %s: the header is read as %+v", date, info)
		}
		i, newest := 0, ""
		for want := range whole.Countries() {
			section := s.countries[i]
			i++
			newest = max(newest, want.Page().Date)
			if printed, page, ok := readHead(s.text(section.head), false); !ok || section.slug != want.Slug() || section.iso2 != want.ISO2() || !printed.Equal(want.Printed()) || !model.NamesOver(section.printed).Equal(want.Printed()) || !reflect.DeepEqual(page, want.Page()) {
				t.Errorf("edition %s: the head of %s is read as %v %+v", date, want.Slug(), printed, page)
			}
			r, ok := readAnswers(s.text(section.answers))
			if !ok {
				t.Errorf("edition %s: the answers of %s have a member that the cursor does not know", date, want.Slug())
			}
			for f := range r.Answers {
				if got := r.Answers[f]; !got.Same(want.Answer(f)) || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want.Answer(f)) {
					t.Errorf("edition %s: %s, %s is read as\n%+v, not\n%+v", date, want.Slug(), f, got, want.Answer(f))
				}
			}
			if len(r.Answers) != model.NumFeatures || !reflect.DeepEqual(r.Warnings, want.Warnings()) {
				t.Errorf("edition %s: %s has %d answers and the warnings %+v", date, want.Slug(), len(r.Answers), r.Warnings)
			}
		}
		if i != len(s.countries) || newest != s.newestPage {
			t.Errorf("edition %s: %d countries, the newest page is of %s", date, len(s.countries), s.newestPage)
		}
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
