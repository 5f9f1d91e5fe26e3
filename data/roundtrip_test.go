package data

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"

	"voxatlas/data/names"
	"voxatlas/model"
)

// roundTrip writes c as JSON, reads it back, and compares both.
func roundTrip(t *testing.T, c *model.Country, edition string) {
	t.Helper()
	doc := CountryOf(c, edition)
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatalf("%s: %v", c.Slug(), err)
	}
	doc.Later = []LaterNote{} // no part of the edition
	var back Country
	if err := json.Unmarshal(b, &back, json.RejectUnknownMembers(true)); err != nil {
		t.Fatalf("%s: %v", c.Slug(), err)
	}
	entry, _ := names.Of(c.ISO2())
	k := model.NewCountry(back.fullRecord(entry))
	if diff := same(doc, CountryOf(k, edition)); diff != "" {
		t.Errorf("%s reads back differently (-as it was +as read)\n%s", c.Slug(), diff)
	}
}

// same returns the difference of two documents, with their unexported fields.
func same(a, b any) string {
	return cmp.Diff(a, b, cmp.Exporter(func(reflect.Type) bool { return true }))
}

// TestSectionsAreTheFile compares every embedded edition, which is decoded section
// by section, and every country through all of them, with the same file as Load reads it.
func TestSectionsAreTheFile(t *testing.T) {
	for i, date := range Editions() {
		b, err := os.ReadFile("editions/" + date + ".json")
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := Load(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		lazy, err := Open(date)
		if err != nil {
			t.Fatal(err)
		}
		if diff := same(loaded.Info(), lazy.Info()); diff != "" {
			t.Errorf("edition %s (-loaded +opened)\n%s", date, diff)
		}
		if diff := same(loaded.Destinations(), lazy.Destinations()); diff != "" || lazy.Destinations().Len() == 0 {
			t.Errorf("edition %s: destinations (-loaded +opened)\n%s", date, diff)
		}
		if loaded.Len() != lazy.Len() {
			t.Errorf("edition %s has %d countries, opened %d", date, loaded.Len(), lazy.Len())
		}
		for c := range loaded.Countries() {
			opened := CountryOf(lazy.Country(c.Slug()), date)
			opened.Later = []LaterNote{} // no part of the edition
			if diff := same(CountryOf(c, date), opened); diff != "" {
				t.Errorf("edition %s: %s (-loaded +opened)\n%s", date, c.Slug(), diff)
			}
			if diff := same(CountryOf(c, date), CountryOf(CountryInEditions(c.ISO2())[i], date)); diff != "" {
				t.Errorf("edition %s: %s (-loaded +unpacked)\n%s", date, c.Slug(), diff)
			}
		}
	}
}

func TestCountriesRoundTripAsJSON(t *testing.T) {
	for _, date := range Editions() {
		a, err := Open(date)
		if err != nil {
			t.Fatal(err)
		}
		for c := range a.Countries() {
			roundTrip(t, c, date)
		}
	}
}

// TestCountryOf compares the JSON form of a country, which scripts read.
func TestCountryOf(t *testing.T) {
	a, err := OpenWithLaterNotes("2023-01-26")
	if err != nil {
		t.Fatal(err)
	}
	doc := CountryOf(a.Country("taiwan"), "2023-01-26")
	for f := range doc.Answers {
		if f != model.AutoAssignedNumbers && f != model.Minutes && f != model.ConferencingPurchase {
			delete(doc.Answers, f)
		}
	}
	doc.Later = doc.Later[:1]
	b, err := json.Marshal(doc, json.Deterministic(true))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"schema":"voxatlas.country/1","edition":"2023-01-26","slug":"taiwan","iso2":"TW","iso3":"TWN","dial":["886"],` +
		`"names":{"en":"Taiwan","zh-TW":"台灣"},"printed_names":{"en":"Taiwan","zh-TW":"台灣"},` +
		`"page":{"url":"https://learn.microsoft.com/en-us/microsoftteams/country-and-region-availability-for-audio-conferencing-and-calling-plans/availability-in-taiwan","date":"2022-01-25"},` +
		`"answers":{"audio_conferencing.purchase":{"state":"yes","next":[{"key":"add_on_licensing","url":"https://learn.microsoft.com/en-us/microsoftteams/teams-add-on-licensing/microsoft-teams-add-on-licensing"}]},` +
		`"audio_conferencing.auto_assigned_numbers":{"state":"yes","scope":"cities","cities":[{"en":"Taipei","zh-TW":"台北"}],"next":[{"key":"get_service_numbers","url":"https://learn.microsoft.com/en-us/microsoftteams/getting-service-phone-numbers"}]},` +
		`"calling_plans.minutes":{"state":"not_applicable"}},` +
		`"warnings":[{"key":"toll_free_needs_credits_but_credits_not_available","features":["service_numbers.toll_free","communications_credits.purchase"]}],` +
		`"later":[{"date":"2024-08-05","features":["calling_plans.purchase"],"general":true,"kind":"confirmed","source":"Microsoft Teams Calling Plans","url":"https://learn.microsoft.com/microsoftteams/calling-plans-for-office-365"}]}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("Taiwan (-want +got)\n%s", diff)
	}
}
