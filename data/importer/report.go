package importer

import (
	"cmp"
	"slices"

	"voxatlas/model"
)

// Report explains how an edition was read from pages.
type Report struct {
	Pages     int      // of countries
	Rows      int      // of their tables
	Languages []string // the vocabularies that they were read by, sorted
	Bilingual int      // pages read by their English half

	Answers  map[Confidence]int
	Findings []Finding // what was not understood: by page in index order, then by line
	Absent   []string  // slugs that the index names and that have no page
	Cities   []Finding // cities that are new: no reviewed zh-TW name

	Contradictions []Contradiction // what pages say against themselves, in index order
}

// Sureness says how an answer was read.
type Confidence uint8

// How an answer may have been read.
const (
	NotUnderstood         Confidence = iota // not understood: unstated, with a finding
	NotStated                               // the page has no answer, or gives neither yes nor no
	ByPosition                              // some of it by its place in the page or in the base's list
	ByKnownMistranslation                   // by wordings that are known mistranslations
	ByWording                               // by wordings, links and numbers that say it
)

// Key is the stable word of s, as "by_place".
func (s Confidence) Key() string {
	keys := [...]string{"unread", "silent", "by_place", "by_slip", "by_name"}
	if int(s) < len(keys) {
		return keys[s]
	}
	return ""
}

// Surenesses lists all, the surest first.
func Confidences() []Confidence {
	return []Confidence{ByWording, ByKnownMistranslation, ByPosition, NotStated, NotUnderstood}
}

// Finding is a text that was not understood. Its texts are fit to be shown.
type Finding struct {
	File     string
	Line     int           // 0 for the file as a whole
	Feature  model.Feature // that the text would answer; 0 when it is not known
	Text     string
	Expected Expected
}

// Want is what was expected in the place of a text; a type of constants, so that
// a door can say it in its user's language.
type Expected uint8

// What may have been expected.
const (
	ExpectedYesNo       Expected = iota + 1 // yes, no, available or not applicable
	ExpectedTerms                           // terms of purchase or use
	ExpectedCities                          // cities, or that numbers belong to none
	ExpectedKnownCities                     // cities that are known by name, or as many as the base's list has
	ExpectedPlans                           // plans with their kind and minutes
	ExpectedCount                           // a number of plans in words
	ExpectedReach                           // a number of countries and a link to their list
	ExpectedRow                             // the label of a row
	ExpectedRowOnce                         // a row that does not stand twice
	ExpectedSection                         // a section
	ExpectedNote                            // a note that is known
	ExpectedRegions                         // countries and regions by name
	ExpectedCountry                         // a country's page by its name
	ExpectedName                            // a name without control characters
	ExpectedDate                            // the page's date
	ExpectedDestination                     // a destination that is known by name
	ExpectedList                            // the list of destinations
	ExpectedIndex                           // the index page
)

// Key is the stable word of w, as "yes_no".
func (w Expected) Key() string {
	keys := [...]string{
		"", "yes_no", "terms", "cities", "known_cities", "plans", "count", "reach", "row", "row_once", "section", "note",
		"regions", "country", "name", "date", "destination", "list", "index",
	}
	if int(w) < len(keys) {
		return keys[w]
	}
	return ""
}

// Wants lists all that may have been expected.
func AllExpected() []Expected {
	var list []Expected
	for w := ExpectedYesNo; w <= ExpectedIndex; w++ {
		list = append(list, w)
	}
	return list
}

// Contradiction is a warning of a country.
type Contradiction struct {
	Slug    string
	Warning model.Warning
}

func (r *Report) addFinding(f Finding) {
	f.File, f.Text = safeText(f.File), safeText(f.Text)
	r.Findings = append(r.Findings, f)
}

// sort puts the findings of each page in the order of its lines; pages stay in
// theirs.
func (r *Report) sortFindings() {
	order := map[string]int{}
	for _, f := range r.Findings {
		if _, ok := order[f.File]; !ok {
			order[f.File] = len(order)
		}
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.Line, b.Line))
	})
}
