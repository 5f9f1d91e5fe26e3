package data

import (
	"strings"
	"sync"

	"voxatlas/data/editions"
	"voxatlas/model"
)

// olderAtlas makes the atlas of an edition older than the newest. A country is unpacked
// when its page, its printed names or its answers are first asked for.
func olderAtlas(e *editions.Older, withLaterNotes bool) (*model.Atlas, error) {
	info, ok := readInfo(e.Header(), false)
	if !ok {
		return nil, errHeader
	}
	var newestPage func() string
	if withLaterNotes {
		newestPage = sync.OnceValue(func() string { return newestPageOf(e) })
	}
	countries := make([]*model.Country, e.Len())
	for i := range countries {
		slug, iso2 := e.Code(i)
		head, err := namedRecord(slug, iso2)
		if err != nil {
			return nil, err
		}
		countries[i] = model.NewLazyCountry(head, textLoader{slug, func() string { return e.Country(i) }, newestPage})
	}
	return model.NewLazyAtlas(info, countries, sync.OnceValue(func() model.List[model.Destination] {
		list, _ := readDestinations(e.Destinations(), false) // ok: tested
		return list
	})), nil
}

// CountryInEditions returns the country with an ISO 3166-1 code in every embedded edition,
// the oldest first; nil in one that does not list it. It opens no edition: the texts of
// that country alone are unpacked, when one of them is first asked for. None has notes that
// are later than the pages.
func CountryInEditions(iso2 string) []*model.Country {
	slugs := editions.CountrySlugs(iso2)
	texts := sync.OnceValue(func() []string { return editions.CountryTexts(iso2) })
	countries := make([]*model.Country, len(slugs))
	for i, slug := range slugs {
		if slug == "" {
			continue
		}
		if head, err := namedRecord(slug, iso2); err == nil {
			countries[i] = model.NewLazyCountry(head, textLoader{slug: slug, text: func() string { return texts()[i] }})
		}
	}
	return countries
}

// newestPageOf returns the date of the newest page of a country in an edition.
func newestPageOf(e *editions.Older) (date string) {
	for i := range e.Len() {
		slug, _ := e.Code(i)
		head := textLoader{slug: slug, text: func() string { return e.Country(i) }}.LoadHead()
		date = max(date, head.Page.Date)
	}
	return date
}

// textLoader reads a country of its members in an edition.
type textLoader struct {
	slug       string
	text       func() string // the members
	newestPage func() string // date of the newest page, to which later notes are added; nil for none
}

// LoadHead reads the members before the answers.
func (l textLoader) LoadHead() (r model.Record) {
	head, _ := splitCountry(l.text())
	r.Printed, r.Page, _ = readHead("{"+head, false)
	return r
}

// LoadAnswers reads the answers, and the members after them.
func (l textLoader) LoadAnswers() model.Record {
	_, answers := splitCountry(l.text())
	r := readAnswerText(answers + "\n}")
	if l.newestPage == nil {
		return r
	}
	return addLaterNotes(r, l.slug, l.newestPage())
}

// splitCountry splits the members of a country before its answers.
func splitCountry(text string) (head, answers string) {
	const member = `      "answers": `
	if i := strings.Index(text, "\n"+member); i >= 0 {
		return text[:i+1], text[i+1:]
	}
	return text, ""
}
