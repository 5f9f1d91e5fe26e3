package importer

import (
	"cmp"
	"slices"

	"voxatlas/model"
)

// Report tells how an edition was read from pages.
type Report struct {
	Pages     int      // of countries
	Rows      int      // of their tables
	Languages []string // of the vocabularies, sorted
	Bilingual int      // pages read by their English half
	Undated   int      // pages that say no date: they have the edition's

	Answers  map[Confidence]int
	Findings []Finding // texts that were not understood: by page in index order, then by line
	Absent   []string  // slugs of countries that the index lists, but that have no page
	Cities   []Finding // new cities, without a reviewed zh-TW name

	Contradictions []Contradiction // of the pages in themselves, in index order

	Readings []Reading // every row that was read, by page in index order
}

// Reading is a row of a page with the answer that it gave. Its texts are safe to show
// and whole.
type Reading struct {
	File       string
	Line       int
	Row        string // the key of the row: of its feature, or "toll_cities"
	Feature    model.Feature
	Text       string // of the cell
	State      model.State
	Confidence Confidence
	Cities     []string // as the cell lists them, without what stands beside the names
}

// Confidence tells how surely an answer was read. More is surer.
type Confidence uint8

// The degrees of confidence.
const (
	NotUnderstood         Confidence = iota // unstated in the edition, with a finding
	NotStated                               // the page has no answer, or neither a yes nor a no
	ByPosition                              // some of it by its position on the page or in the base's list
	ByKnownMistranslation                   // by wordings that are known mistranslations
	ByWording                               // all of it by wordings, links and numbers
)

// String returns the stable word of c for catalogs, as "by_position".
func (c Confidence) String() string {
	return model.WordOf([]string{"not_understood", "not_stated", "by_position", "by_known_mistranslation", "by_wording"}, c)
}

// Confidences lists all degrees of confidence, the surest first.
func Confidences() []Confidence {
	return []Confidence{ByWording, ByKnownMistranslation, ByPosition, NotStated, NotUnderstood}
}

// Finding is a text that was not understood. All its texts are safe to show.
type Finding struct {
	File     string
	Line     int           // 0 for the file as a whole
	Feature  model.Feature // that the text would answer; 0 for none or an unknown one
	Text     string
	Expected Expected
}

// Expected is the kind of text that was expected in the place of another. It is
// a constant, not a text, so that each interface can say it in the user's
// language.
type Expected uint8

// The kinds of text that may have been expected.
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
	ExpectedLanguage                        // a language that can be read
)

// String returns the stable word of e for catalogs, as "yes_no".
func (e Expected) String() string {
	return model.WordOf([]string{
		"", "yes_no", "terms", "cities", "known_cities", "plans", "count", "reach", "row", "row_once", "section", "note",
		"regions", "country", "name", "date", "destination", "list", "index", "language",
	}, e)
}

// Contradiction is a warning with the country that it belongs to.
type Contradiction struct {
	Slug    string
	Warning model.Warning
}

// addFinding adds f with its texts made safe to show.
func (r *Report) addFinding(f Finding) {
	f.File, f.Text = safeText(f.File), safeText(f.Text)
	r.Findings = append(r.Findings, f)
}

// sortFindings sorts the findings of each page by line; pages keep their order.
func (r *Report) sortFindings() {
	pageOrder := map[string]int{}
	for _, f := range r.Findings {
		if _, ok := pageOrder[f.File]; !ok {
			pageOrder[f.File] = len(pageOrder)
		}
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(pageOrder[a.File], pageOrder[b.File]), cmp.Compare(a.Line, b.Line))
	})
}
