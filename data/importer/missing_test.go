package importer_test

import (
	"slices"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// TestMissingPages: a country whose page could not be had is in the edition, in its place,
// and no answer of it is read. Of one that has another page, that counts.
func TestMissingPages(t *testing.T) {
	index := "---\nms.date: 03/23/2021\n---\n# I\n\n- [Latvia](availability-in-latvia.md)\n- [Chile](availability-in-chile.md)\n- [France](availability-in-france.md)\n"
	var set importer.PageSet
	set.Add(parsePage(t, "availability-in-latvia.md", countryPage()))
	set.Add(parsePage(t, "availability-in-france.md", countryPage()))
	set.Add(parsePage(t, "country-and-region-availability-for-audio-conferencing-and-calling-plans.md", []byte(index)))
	set.Missing = []importer.MissingPage{{Slug: "chile", Found: "HTTP\x1b 500"}, {Slug: "atlantis", Found: "HTTP 404"}, {Slug: "latvia", Found: "HTTP 404"}}
	draft, report, err := importer.Compile(set, "", importer.Reference{Code: codeByName, Site: docSite()})
	if err != nil {
		t.Fatal(err)
	}
	var slugs []string
	for _, r := range draft.Countries {
		slugs = append(slugs, r.Slug)
	}
	if got := strings.Join(slugs, " "); got != "latvia chile france" {
		t.Fatal(got)
	}
	chile := draft.Countries[1]
	for _, f := range model.Features() {
		if a := chile.Answers[f]; a.State != model.Unstated || a.Unread != "HTTP? 500" {
			t.Errorf("%s: %+v", f, a)
		}
	}
	if chile.Printed.In(model.English) != "Chile" || !slices.Equal(report.Absent, []string{"chile"}) {
		t.Errorf("%+v %q", chile.Printed, report.Absent)
	}
	if !slices.ContainsFunc(report.Findings, func(f importer.Finding) bool { return f.Expected == importer.ExpectedCountry && f.Text == "atlantis" }) {
		t.Errorf("%+v", report.Findings)
	}
}
