package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data"
	"voxatlas/model"
)

// changeText identifies a change: its country and its field.
func changeText(c model.Change) string { return c.Country().ISO2() + " " + c.Field.Key() }

// TestDifferenceTable compares the table with the editions that follow each other, opened
// and compared: the same changes in the same order, and the same marks.
func TestDifferenceTable(t *testing.T) {
	dates, changes := data.Editions(), 0
	for i, date := range dates[1:] {
		from, to := open(t, dates[i]), open(t, date)
		table := data.DifferencesFrom(dates[i], date)
		closed := model.NewComparison(dates[i], func() *model.Atlas { t.Errorf("%s is opened to tell what differs", dates[i]); return from }, to, table)
		for c := range to.Countries() {
			closed.Difference(c)
		}
		if table == nil {
			t.Fatalf("the table lacks %s; run go run ./data/editions/make", date)
		}
		var want, got []string
		for _, c := range model.Diff(from, to) {
			want = append(want, changeText(c))
		}
		compared := model.NewComparison(dates[i], func() *model.Atlas { return from }, to, table)
		for _, c := range compared.All() {
			got = append(got, changeText(c))
			if c.To != nil && to.Country(c.To.Slug()) != c.To || c.From != from.Counterpart(c.Country()) {
				t.Errorf("%s: %s is not of the two editions", date, changeText(c))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the table is of other files; run go run ./data/editions/make\n%s", date, diff)
		}
		changes += len(got)
		for c := range to.Countries() {
			if got, want := table(c.ISO2()), model.DifferenceOf(from.Counterpart(c), c); got != want {
				t.Errorf("%s: %s differs in %v, the table says %v", date, c.Slug(), want, got)
			}
		}
		for c := range from.Countries() {
			if to.Counterpart(c) == nil && table(c.ISO2()) != model.DifferenceOf(c, nil) {
				t.Errorf("%s: %s left, the table says %v", date, c.Slug(), table(c.ISO2()))
			}
		}
	}
	if changes < 300 {
		t.Errorf("%d changes between all editions", changes)
	}
	for _, pair := range [][2]string{{dates[0], dates[2]}, {dates[1], dates[0]}, {dates[0], dates[0]}, {"", dates[0]}, {"", ""}, {dates[0], "2022-02-02"}} {
		if data.DifferencesFrom(pair[0], pair[1]) != nil {
			t.Errorf("%v: no such pair of neighbours, and there are differences", pair)
		}
	}
}
