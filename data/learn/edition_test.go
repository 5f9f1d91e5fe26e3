package learn_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/data/learn/learntest"
	"voxatlas/model"
)

// upstream is a folder of real pages in English, on machines that have it.
const upstream = "../../../shared/upstream/en-2021-06-28"

// TestFormsAgree: the real pages give the same edition as HTML, as Markdown and as the
// files of their repository.
func TestFormsAgree(t *testing.T) {
	set, err := importer.ReadPages(upstream, nil)
	if err != nil {
		t.Skipf("the real pages are not here (%s)", upstream)
	}
	want, understood := importSet(t, set)
	for name, forms := range map[string][]learntest.Form{
		"HTML": nil, "Markdown": {learntest.Markdown}, "Markdown with dashes": {learntest.MarkdownDashes},
	} {
		t.Run(name, func(t *testing.T) {
			site := learntest.NewSite(forms...).AddFolder(t, upstream)
			r, err := fetch(t, site, "", knownSlugs(t))
			if err != nil || len(r.Faults) > 0 {
				t.Fatal(err, r.Faults)
			}
			got, findings := importSet(t, pageSet(r))
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(understood, findings); d != "" {
				t.Errorf("the texts that are not understood differ: %s", d)
			}
		})
	}
}

// pageSet returns the pages of a result for the importer.
func pageSet(r *learn.Result) importer.PageSet {
	var set importer.PageSet
	for _, p := range r.Countries {
		set.Add(p.Page)
	}
	if r.Index != nil {
		set.Add(r.Index.Page)
	}
	if r.Destinations != nil {
		set.Add(r.Destinations.Page)
	}
	return set
}

// importSet imports pages, and returns the lines of the edition, without its products, and
// the texts that were not understood.
func importSet(t *testing.T, set importer.PageSet) (lines, findings []string) {
	t.Helper()
	f, report := importFile(t, set)
	f.AppliesTo = nil // Microsoft Learn does not name them
	b, err := data.Format(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		findings = append(findings, finding.Text)
	}
	return strings.Split(string(b), "\n"), findings
}

// importFile imports pages, with the newest embedded edition as their base.
func importFile(t *testing.T, set importer.PageSet) (*data.File, *importer.Report) {
	t.Helper()
	var editions []*model.Atlas
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, err := data.Open(date)
		if err != nil {
			t.Fatal(err)
		}
		editions = append(editions, a)
	}
	f, report, err := importer.Import(set, importer.Options{
		Date: "2026-11-25", Base: editions[1], Editions: editions, Today: "2026-11-25",
		Site: importer.Site{Link: assets.LinkURL, Page: assets.PageURL},
	})
	if err != nil {
		t.Fatal(err)
	}
	return f, report
}

// TestListsTogether: of a list whose items run together in Markdown, no answer is read
// wrongly: it is the same as from HTML, or not read.
func TestListsTogether(t *testing.T) {
	set, err := importer.ReadPages(upstream, nil)
	if err != nil {
		t.Skipf("the real pages are not here (%s)", upstream)
	}
	r, err := fetch(t, learntest.NewSite(learntest.MarkdownTogether).AddFolder(t, upstream), "", knownSlugs(t))
	if err != nil || len(r.Faults) > 0 {
		t.Fatal(err, r.Faults)
	}
	want, _ := importFile(t, set)
	got, _ := importFile(t, pageSet(r))
	unread := 0
	for _, c := range got.Countries {
		before, after := want.Atlas().Country(c.Slug), got.Atlas().Country(c.Slug)
		for _, f := range model.Features() {
			switch a, b := before.Answer(f), after.Answer(f); {
			case isUnread(b):
				unread++
			case !b.Same(a):
				t.Errorf("%s: %s: %+v\nwant %+v", c.Slug, f, b, a)
			}
		}
	}
	if unread == 0 {
		t.Error("every answer was read: the lists have not run together")
	}
}

// isUnread reports whether something in an answer was printed and not understood.
func isUnread(a model.Answer) bool {
	for c := range a.Cities.Values() {
		if !c.Known() {
			return true
		}
	}
	return a.Unread != ""
}

// knownSlugs lists the slugs of the edition 2023-01-26.
func knownSlugs(t *testing.T) []string {
	t.Helper()
	a, err := data.Open("2023-01-26")
	if err != nil {
		t.Fatal(err)
	}
	var slugs []string
	for c := range a.Countries() {
		slugs = append(slugs, c.Slug())
	}
	return slugs
}
