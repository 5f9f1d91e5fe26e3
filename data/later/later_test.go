package later

import (
	"encoding/csv"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"voxatlas/model"
)

// TestTable checks every row of the table: its form, its dates, its languages, and a
// source that somebody has read.
func TestTable(t *testing.T) {
	all, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(rows) != len(all)+1 {
		t.Fatalf("%d rows, %d notes, %v", len(rows), len(all), err)
	}
	for _, row := range rows[1:] {
		for _, day := range []string{row[0], row[8]} {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				t.Errorf("%v: %v", row, err)
			}
		}
		if row[8] < row[0] || row[0] <= "2022-12-01" {
			t.Errorf("%v: read before it was said, or no later than the pages", row)
		}
	}
	seen := map[string]bool{}
	for _, n := range all {
		id := n.Date + strings.Join(n.places, ";") + n.Text.In(model.English)
		address, err := url.Parse(n.URL)
		switch {
		case seen[id]:
			t.Errorf("%s stands twice", id)
		case !slices.Contains(model.LaterKinds(), n.Kind):
			t.Errorf("%s: kind %q", id, n.Kind)
		case !n.Text.Has(model.English) || !n.Text.Has("zh-TW") || n.Text.In("zh-TW") == "" || n.Text.In(model.English) == "" || n.Source == "":
			t.Errorf("%s: a text is missing", id)
		case err != nil || address.Scheme != "https" || address.Host == "":
			t.Errorf("%s: address %q", id, n.URL)
		case n.General == (n.places[0] != everywhere) || slices.Contains(n.places, ""):
			t.Errorf("%s: places %q", id, n.places)
		case (n.Features.Len() == 0) != (n.Kind == "names" || n.Kind == "moved"):
			t.Errorf("%s: %s of %d answers", id, n.Kind, n.Features.Len())
		}
		seen[id] = true
		for _, text := range []string{n.Text.In(model.English), n.Text.In("zh-TW"), n.Source} {
			if text != model.Clean(text, 500) {
				t.Errorf("%s: %q cannot be shown", id, text)
			}
		}
	}
	if !slices.IsSortedFunc(all, func(a, b note) int { return strings.Compare(a.Date, b.Date) }) {
		t.Error("the notes are not in the order of their dates")
	}
}

// offered returns states: one for some answers, no for all others.
func offered(state model.State, fs ...model.Feature) func(model.Feature) model.State {
	return func(f model.Feature) model.State {
		if slices.Contains(fs, f) {
			return state
		}
		return model.No
	}
}

// describe writes the dates and answers of notes.
func describe(notes model.List[model.LaterNote]) string {
	var all []string
	for n := range notes.Values() {
		s := n.Date
		for f := range n.Features.Values() {
			s += " " + f.Short()
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func TestNotes(t *testing.T) {
	const general = "2025-06-30, 2025-06-30" // names, addresses
	for _, tt := range []struct {
		slug, after string
		state       func(model.Feature) model.State
		want        string
	}{
		{"albania", "2022-12-01", offered(0), "2024-08-05 cp, 2025-06-30 callme, " + general},
		{"hong-kong", "2022-12-01", offered(0), "2024-05-08 cp, 2024-05-09 cp, 2024-08-05 cp, 2025-06-30 callme, " + general},
		{"hong-kong", "2024-05-08", offered(0), "2024-05-09 cp, 2024-08-05 cp, 2025-06-30 callme, " + general},
		{"puerto-rico", "2022-12-01", offered(0), "2024-08-05 minutes, 2024-08-05 cp, 2025-06-30 callme, " + general},
		// Conditions of every country stand only beside answers that are offered.
		{"albania", "2024-12-01", offered(model.OnRequest, model.TollNumbers), "2025-06-30 callme, " + general + ", 2025-08-01 toll"},
		{"albania", "2022-12-01", offered(model.Yes, model.CreditsPurchase, model.TollFreeNumbers),
			"2024-08-05 cp, 2024-11-18 credits, 2024-11-18 tollfree, 2025-06-30 callme, " + general + ", 2025-08-01 tollfree"},
		// Those of one country stand there in any case.
		{"mexico", "2024-05-10", offered(0), "2024-08-05 cp, 2024-08-05 cp, 2025-06-30 callme, " + general},
		{"mexico", "2025-08-01", offered(model.Yes, model.CallingPlansPurchase), ""},
	} {
		if got := describe(Notes(tt.slug, tt.after, tt.state)); got != tt.want {
			t.Errorf("%s after %s: %s\nwant %s", tt.slug, tt.after, got, tt.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	head := header + "\n"
	for text, want := range map[string]string{
		"":                                    "the first line is not",
		"date\n":                              "wrong number of fields",
		head + "2024-01-01,*\n":               "wrong number of fields",
		head + "2024-01-01,*,fax,x,x,x,x,x,x": `row 1: unknown feature "fax"`,
	} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
