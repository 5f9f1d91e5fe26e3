package library_test

import (
	"reflect"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model"
)

// TestCompare compares every two embedded editions as model.Diff does, those that follow
// each other by their table, over countries that came and that left.
func TestCompare(t *testing.T) {
	l := library.Embedded()
	with, own := l.WithOwn(l.Newest().Atlas())
	for _, to := range with.Editions() {
		for _, from := range with.Editions() {
			c := with.Compare(from, to)
			if c.Since() != from.Date || c.From() != from.Atlas() || with.Compare(from, to) != c {
				t.Fatalf("%s with %s compares with %s", to.Date, from.Date, c.Since())
			}
			if got, want := c.All(), model.Diff(from.Atlas(), to.Atlas()); !reflect.DeepEqual(got, want) {
				t.Errorf("%s to %s: %d changes, want %d", from.Date, to.Date, len(got), len(want))
			}
			for k := range to.Atlas().Countries() {
				if got, want := c.Difference(k), model.DifferenceOf(from.Atlas().Counterpart(k), k); got != want {
					t.Errorf("%s to %s: %s differs in %v, want %v", from.Date, to.Date, k.Slug(), got, want)
				}
			}
		}
	}
	if c := with.Comparison(own); c.Since() != own.Date || len(c.All()) > 0 {
		t.Errorf("a copy has %d changes since %s", len(c.All()), c.Since())
	}
	oldest := l.Editions()[0]
	for _, c := range []*model.Comparison{l.Comparison(oldest), l.Compare(nil, oldest), l.Compare(oldest, nil)} {
		if c.Since() != "" || c.From() != nil || len(c.All())+len(c.Left()) > 0 || c.Difference(l.Newest().Atlas().Country("taiwan")).Fields != 0 {
			t.Errorf("nothing to compare with, and it is compared with %s", c.Since())
		}
	}
}
