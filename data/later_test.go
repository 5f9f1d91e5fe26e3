package data_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"voxatlas/data"
	"voxatlas/data/later"
	"voxatlas/model"
)

// TestLaterNotes: an edition opened as the newest has the notes that are later than
// its newest page, each beside known countries; others and files have none. They
// change nothing in the facts.
func TestLaterNotes(t *testing.T) {
	for date, newestPage := range map[string]string{"2018-08-30": "2018-08-30", "2021-03-23": "2021-03-23", "2023-01-26": "2022-12-01"} {
		for c := range open(t, date).Countries() {
			if c.Later().Len() != 0 {
				t.Errorf("%s: %s has %d notes", date, c.Slug(), c.Later().Len())
			}
		}
		newest, err := data.OpenWithLaterNotes(date)
		if err != nil {
			t.Fatal(err)
		}
		for c := range newest.Countries() {
			want := later.Notes(c.Slug(), newestPage, func(f model.Feature) model.State { return c.Answer(f).State })
			if c.Later().Len() != want.Len() || want.Len() == 0 {
				t.Errorf("%s: %s has %d notes, want %d", date, c.Slug(), c.Later().Len(), want.Len())
			}
		}
	}
	file, err := os.ReadFile("editions/2023-01-26.json")
	if err != nil {
		t.Fatal(err)
	}
	own, err := data.Load(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	newest := open(t, data.Newest())
	for c := range own.Countries() {
		if c.Later().Len() != 0 {
			t.Errorf("%s of a user's file has notes", c.Slug())
		}
	}
	if diff := model.Diff(own, newest); len(diff) != 0 {
		t.Errorf("notes change %d answers", len(diff))
	}
}

// TestLaterPlaces: every place and every fact that a note names is one of the edition.
func TestLaterPlaces(t *testing.T) {
	table, err := os.ReadFile("later/later.csv")
	if err != nil {
		t.Fatal(err)
	}
	a := open(t, data.Newest())
	for line := range strings.Lines(string(table)) {
		fields := strings.SplitN(line, ",", 3)
		for place := range strings.SplitSeq(fields[1], ";") {
			if place != "*" && place != "places" && a.Country(place) == nil {
				t.Errorf("no country %s", place)
			}
		}
	}
	// The table counts what the edition says.
	for want, holds := range map[int]func(*model.Country) bool{
		35: func(c *model.Country) bool { return c.Answer(model.CallingPlansPurchase).State.Offered() },
		43: func(c *model.Country) bool { return c.Answer(model.CallMe).State == model.Yes },
	} {
		if n := len(slugs(a, holds)); n != want {
			t.Errorf("%d countries, the table says %d", n, want)
		}
	}
}
