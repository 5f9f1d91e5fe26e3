package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// countryPage writes a country's page in English. A change KEY=CELL replaces a
// cell, label-KEY=TEXT a label, and @KEY=TEXT adds text under a section.
func countryPage(changes ...string) []byte {
	cells := map[string]string{
		"ac": "Yes", "auto": "No", "callme": "Available", "ps": "Yes", "aa": "Available", "cq": "Available", "vm": "Available",
		"cp": "No", "minutes": "Not applicable", "premium": "", "outbound": "Not applicable",
		"cities": "Not applicable", "toll": "No", "tollfree": "No", "credits": "No",
	}
	notes := map[string]string{}
	for _, c := range changes {
		key, cell, _ := strings.Cut(c, "=")
		if name, ok := strings.CutPrefix(key, "@"); ok {
			notes[name] = cell
		} else {
			cells[key] = cell
		}
	}
	var b strings.Builder
	b.WriteString("---\nms.lasthandoff: 03/23/2021\n---\n# Availability in Somewhere Else\n\nHere are the Microsoft 365 and Office 365 services for Skype for Business and Microsoft Teams available for Nowhere.\n")
	for _, s := range []struct {
		title string
		rows  []string
	}{
		{"Audio Conferencing", []string{"ac|Is Audio Conferencing available for purchase?", "auto|Are phone numbers automatically assigned for Audio Conferencing?", "callme|Dial-out capability using the Call Me feature"}},
		{"Phone System", []string{"ps|Is Phone System available for purchase?", "aa|Auto attendants", "cq|Call queues", "vm|Voicemail"}},
		{"Calling Plans", []string{"cp|Calling Plans are available to purchase?", "minutes|Minutes available for Calling Plans.", "premium|Can make outbound calls to premium numbers?", "outbound|Can make outbound calls to?", "documents|Documents"}},
		{"Toll and toll-free numbers for services", []string{"cities|What capitals or major cities can you get toll numbers for?", "toll|Are toll numbers available?", "tollfree|Are toll free numbers available?"}},
		{"Communications Credits", []string{"credits|Are Communications Credits available?"}},
	} {
		key, _, _ := strings.Cut(s.rows[0], "|")
		fmt.Fprintf(&b, "\n## %s\n\n%s|F|D|\n|-|-|\n", s.title, notes["before-"+key])
		for _, r := range s.rows {
			key, label, _ := strings.Cut(r, "|")
			if l, ok := cells["label-"+key]; ok {
				label = l
			}
			if cells[key] != "" {
				fmt.Fprintf(&b, "|%s|%s|\n", label, cells[key])
			}
		}
		fmt.Fprintf(&b, "\n%s\n", notes[key])
	}
	return []byte(b.String())
}

const (
	listLink      = "[these](users-can-make-outbound-calls-to-these-countries-and-regions.md)"
	requestLink   = "([on request]" + deskLink + ")"
	howToSentence = "If you want dedicated numbers, see [Getting numbers](../getting-service-phone-numbers.md)."
)

// describeAnswer writes the state, conditions and other members of an answer in
// short; "unread" for one that could not be read, and unknown cities in quotes.
func describeAnswer(a model.Answer) string {
	s := a.Shown().String()
	if a.Partner.Name != "" {
		s += " " + a.Partner.Name
	}
	if a.Scope != 0 {
		s += " " + a.Scope.String()
	}
	for c := range a.Cities.Values() {
		if c.Known() {
			s += " " + c.NameIn(model.English)
		} else {
			s += fmt.Sprintf(" %q", c.Printed)
		}
		if c.OnRequest {
			s += "*"
		}
	}
	if a.OtherCitiesOnRequest {
		s += " others*"
	}
	for o := range a.Plans.Values() {
		if o.Kind == 0 {
			s += fmt.Sprintf(" %q", o.Printed)
			continue
		}
		s += fmt.Sprintf(" %s:%d/%d", o.Kind, o.DomesticMinutes, o.InternationalMinutes)
		if o.Limited {
			s += "!"
		}
	}
	for k := range a.Conditions.Values() {
		s += " +" + k.Key
		for arg := range k.Args.Values() {
			if arg.Name != "partner" {
				s += fmt.Sprint(arg.Values.Slice())
			}
		}
	}
	return s
}

// parsePage parses a page that must be well-formed.
func parsePage(t *testing.T, name string, b []byte) *pages.Page {
	t.Helper()
	p, err := pages.Parse(name, b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// codeByName returns the codes of the countries in these tests.
func codeByName(name string) string {
	return map[string]string{
		"latvia": "LV", "france": "FR", "china": "CN", "ukraine": "UA", "the ukraine": "UA", "chile": "CL", "canada": "CA",
		"the united states u s": "US", "puerto rico": "PR", "japan": "JP", "australia": "AU", "india": "IN", "italy": "IT", "bhutan": "BT",
	}[strings.ToLower(name)]
}

// compilePages compiles files with a base.
func compilePages(t *testing.T, base *model.Atlas, files map[string][]byte) (*importer.Draft, *importer.Report) {
	t.Helper()
	var set importer.PageSet
	for name, b := range files {
		p, err := pages.Parse(name, b)
		if err != nil {
			t.Fatal(err)
		}
		set.Add(p)
	}
	e, r, err := importer.Compile(set, "", importer.Reference{Base: base, Code: codeByName, Site: docSite()})
	if err != nil {
		t.Fatal(err)
	}
	return e, r
}

// atlasOf makes a base of a compiled edition.
func atlasOf(e *importer.Draft) *model.Atlas {
	var countries []*model.Country
	for _, r := range e.Countries {
		countries = append(countries, model.NewCountry(r))
	}
	return model.NewAtlas(model.EditionInfo{Date: e.Date}, countries, model.ListOf(e.Destinations...))
}

// answerLines writes the answers of a country, a line per feature.
func answerLines(e *importer.Draft, slug string) []string {
	var lines []string
	for _, r := range e.Countries {
		if r.Slug == slug {
			for _, f := range model.Features() {
				lines = append(lines, fmt.Sprintf("%s: %+v", f, r.Answers[f]))
			}
		}
	}
	return lines
}

// docSite are the addresses of the documentation.
func docSite() importer.Site { return importer.Site{Link: assets.LinkURL, Page: assets.PageURL} }
