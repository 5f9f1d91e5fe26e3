package rows_test

import (
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// TestPlans: a table of the minutes alone lists all plans of each country; one with more
// answers has the minutes of the largest.
func TestPlans(t *testing.T) {
	atlas := library.Of("2023-01-26").Newest().Atlas()
	loc := say.Localizers()[0]
	countries := []*model.Country{atlas.Country("austria"), atlas.Country("japan"), atlas.Country("taiwan")}
	fields := func(features ...model.Feature) string {
		var words []string
		for _, row := range rows.NewAnswers(countries, features, rows.CountriesDown).TableSheet(loc, false, true).Rows {
			words = append(words, row.Fields[0].Words+" | "+row.Fields[0].Texts[rows.FullForm]+" | "+row.Fields[0].Texts[rows.LetterForm])
		}
		return strings.Join(words, "\n")
	}
	const plans = "Pay-as-you-go; Domestic 120; 240; 1,200; Domestic and International 1,200 / 600"
	if got, want := fields(model.Minutes), "Available ("+plans+") | ✓ "+plans+" | ✓ 1,200\n"+
		"Via partner (SoftBank) | & Via partner (SoftBank) [1] | & Via partner [1]\nNot applicable | - Not applicable | - Not applicable"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := fields(model.Minutes, model.TollNumbers); !strings.HasPrefix(got, "Available (1,200 minutes) | ✓ Available (1,200 minutes) | ✓Y\n") {
		t.Error(got)
	}
}
