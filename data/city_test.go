package data

import (
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/model"
)

// TestCityNames reads and writes names of a city in any language.
func TestCityNames(t *testing.T) {
	const doc = `{"en":"Munich","printed":"Munch","de":"München","zh-TW":"慕尼黑","on_request":true}`
	var c City
	if err := json.Unmarshal([]byte(doc), &c, json.RejectUnknownMembers(true)); err != nil {
		t.Fatal(err)
	}
	if b, err := json.Marshal(c); err != nil || string(b) != doc {
		t.Errorf("%s, %v; want %s", b, err, doc)
	}
	city := Answer{Cities: []City{c}}.ToModel().Cities.At(0)
	for lang, want := range map[model.Lang]string{"de": "München", "zh-TW": "慕尼黑", "en": "Munich", "fr": "Munich"} {
		if got := city.Names.In(lang); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// TestCitiesHaveReviewedNames holds the cities of the built-in editions to a name in
// Chinese.
func TestCitiesHaveReviewedNames(t *testing.T) {
	for _, date := range Editions() {
		a, err := Open(date)
		if err != nil {
			t.Fatal(err)
		}
		for c := range a.Countries() {
			for _, f := range model.Features() {
				for city := range c.Answer(f).Cities.Values() {
					if !city.Names.Has("zh-TW") {
						t.Errorf("%s: %s: %s has no Chinese name", date, c.Slug(), city.Names.In("en"))
					}
				}
			}
		}
	}
}
