package query_test

import (
	"testing"

	"voxatlas/model"
	"voxatlas/model/query"
)

// TestCameAndLeft compares two editions of which each has a country that the other
// lacks, and a country that changed.
func TestCameAndLeft(t *testing.T) {
	country := func(iso2 string, state model.State) *model.Country {
		return model.NewCountry(model.Record{Slug: iso2, ISO2: iso2, Answers: map[model.Feature]model.Answer{model.Voicemail: {State: state}}})
	}
	was := model.NewAtlas(model.EditionInfo{Date: "2020-01-01"}, []*model.Country{country("AA", model.Yes), country("BB", model.No), country("CC", model.Yes)}, model.List[model.Destination]{})
	is := model.NewAtlas(model.EditionInfo{Date: "2021-01-01"}, []*model.Country{country("BB", model.Yes), country("CC", model.Yes), country("DD", model.Yes)}, model.List[model.Destination]{})
	expr, err := query.Parse("changed|changed:2020-01-01", query.Env{Dates: []string{"2020-01-01"}, Before: comparison(was, is)})
	if err != nil {
		t.Fatal(err)
	}
	for slug, want := range map[string]query.ReasonKind{"BB": query.ChangedReason, "CC": query.ChangedNothing, "DD": query.ChangedNew} {
		if r := expr.Judge(is.Country(slug)); len(r.Reasons) != 2 || r.Reasons[0].Kind != want {
			t.Errorf("%s: %+v, want %s", slug, r, want)
		}
	}
	if left := expr.Left(); len(left) != 1 || left[0].ISO2() != "AA" {
		t.Errorf("left: %v, want AA once", left)
	}
}
