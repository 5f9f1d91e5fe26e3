package importer

import (
	"testing"

	"voxatlas/model"
)

// TestDropAbbreviation leaves out what stands in brackets behind a name that is known.
func TestDropAbbreviation(t *testing.T) {
	atlas := model.NewAtlas(model.EditionInfo{}, []*model.Country{
		model.NewCountry(model.Record{Slug: "uae", ISO2: "AE", Printed: model.NamesOf(map[model.Lang]string{model.English: "United Arab Emirates"})}),
		model.NewCountry(model.Record{Slug: "the-united-states-u-s", ISO2: "US", Printed: model.NamesOf(map[model.Lang]string{model.English: "United States (U.S.)"})}),
	}, model.List[model.Destination]{})
	for _, test := range []struct{ slug, name, want string }{
		{"uae", "United Arab Emirates (UAE)", "United Arab Emirates"},
		{"uae", "Emirates (UAE)", "Emirates (UAE)"},
		{"the-united-states-u-s", "United States (U.S.)", "United States (U.S.)"},
		{"unknown", "United Arab Emirates (UAE)", "United Arab Emirates (UAE)"},
	} {
		if got := (Reference{Base: atlas}).dropAbbreviation(test.slug, test.name); got != test.want {
			t.Errorf("%s %s: %s", test.slug, test.name, got)
		}
	}
}
