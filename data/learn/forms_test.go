package learn_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data/importer"
	"voxatlas/data/learn/learntest"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// richPage returns the page of a country with everything that a page of the documentation's
// repository may have: lists in cells, notes, boxes, links, marks of anchors, escapes.
func richPage(slug string) []byte {
	return []byte(strings.NewReplacer(
		"for Audio Conferencing?|No|", "for Audio Conferencing?  <br/> |Yes, for: <ul><li>Paris</li></ul> If you want dedicated phone numbers, see [Getting service phone numbers](../getting-service-phone-numbers.md).|",
		"to purchase?|No|", "to purchase?|Yes|",
		"Calling Plans.|Not applicable|", "Calling Plans.|There are two plan options available per calendar month: <ul><li>120 minute Domestic Calling Plan</li><li>Domestic and International Calling Plan: 1200 minutes of domestic -OR- 600 minutes of international calling (whichever is reached first in the calendar month)</li></li> |",
		"outbound calls to?|Not applicable|", "outbound calls to?|To 196 countries, including [these](users-can-make-outbound-calls-to-these-countries-and-regions.md).|\n|Can make outbound calls to premium numbers?|Not supported at this time.|",
		"toll numbers for?|Not applicable|", "toll numbers for?  <br/> |<ul><li>Lyon <li>  Le Havre<li>Nice ([on request](../manage-phone-numbers-for-your-organization/contact-pstn-service-desk.md))</ul> |",
		"toll numbers available?|No|", "toll numbers available?|Yes|",
		"toll-free numbers available?|No|", "toll-free numbers available?|Yes|",
		"Credits available?|No|\n", "Credits available?|Yes|\n\n> [!NOTE]\n> Prices in snake_case and a_b are *not* known here.\n",
		"## Communications Credits", "## <a name=\"communications-credits\"></a>Communications Credits",
	).Replace(string(learntest.Country(slug))))
}

// TestSmallFormsAgree: our own pages give the same answers and the same texts that are not
// understood as HTML, as Markdown and as files of a repository.
func TestSmallFormsAgree(t *testing.T) {
	sources := map[string][]byte{}
	for _, slug := range countries {
		sources[slug] = learntest.Country(slug)
	}
	sources["france"] = richPage("france")
	var repository importer.PageSet
	for _, slug := range countries {
		p, err := pages.Parse(countryFile(slug), sources[slug])
		if err != nil {
			t.Fatal(err)
		}
		repository.Add(p)
	}
	want := describePages(t, repository)
	if !strings.Contains(want, "Le Havre") || !strings.Contains(want, "1200") || !strings.Contains(want, "snake_case") {
		t.Fatal(want)
	}
	for _, forms := range [][]learntest.Form{nil, {learntest.Markdown}, {learntest.MarkdownDashes}} {
		site := smallSite(forms...)
		for slug, source := range sources {
			site.Add(countryFile(slug), source)
		}
		r, err := fetch(t, site, "", countries)
		if err != nil || len(r.Faults) > 0 {
			t.Fatal(err, r.Faults)
		}
		var set importer.PageSet
		for _, p := range r.Countries {
			set.Add(p.Page)
		}
		if d := cmp.Diff(want, describePages(t, set)); d != "" {
			t.Errorf("%v: %s", forms, d)
		}
	}
}

// describePages returns the answers that pages give, and the texts that are not
// understood, a line each.
func describePages(t *testing.T, set importer.PageSet) string {
	t.Helper()
	f, report := importFile(t, set)
	var b strings.Builder
	for c := range f.Atlas().Countries() {
		for _, feature := range model.Features() {
			fmt.Fprintf(&b, "%s %s %+v\n", c.Slug(), feature, c.Answer(feature))
		}
	}
	for _, finding := range report.Findings {
		if importer.FileKindOf(finding.File) == importer.CountryPage {
			fmt.Fprintf(&b, "%s %q %s\n", importer.SlugOf(finding.File), finding.Text, finding.Expected)
		}
	}
	return b.String()
}
