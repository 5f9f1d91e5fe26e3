// Package editions holds the texts of the embedded editions: that of the newest as its
// file is, those of the older ones packed, country by country.
//
//	DATE.json      an edition as it is reviewed, one file each
//	embedded.go    embeds the file of the newest
//	older.pack     the older ones, see pack.go
//
// The program make, in the folder below, makes older.pack and embedded.go of the files,
// and the files of the pages that they are imported from.
package editions

import (
	"slices"
	"strings"
)

// Dates lists the dates of the editions, oldest first.
func Dates() []string {
	line, _, _ := strings.Cut(older, "\n")
	dates := strings.Fields(line)
	slices.Reverse(dates)
	return append(dates, Newest)
}

// NewestText returns the text of the newest edition.
func NewestText() string { return newest }

// Older is an edition older than the newest. Any number of goroutines may use it.
type Older struct {
	n                    int // of its date in the pack
	header, destinations part
	countries            []part
	unpackers            unpackers
}

// OpenOlder returns the edition of a date; nil if none of the older ones has it.
func OpenOlder(date string) *Older {
	dates, parts := readPackHead()
	e := &Older{n: slices.Index(dates, date)}
	if e.n < 0 {
		return nil
	}
	e.countries = make([]part, 0, 128)
	for p := range parts {
		switch {
		case p.name == headerPart:
			e.header = p
		case p.name == destinationsPart:
			e.destinations = p
		case p.editions&(1<<e.n) != 0:
			e.countries = append(e.countries, p)
		}
	}
	return e
}

// Header returns the members before the countries.
func (e *Older) Header() string { return e.text(e.header) }

// Destinations returns the list of destinations, with the end of the edition.
func (e *Older) Destinations() string { return e.text(e.destinations) }

// Len returns the number of countries.
func (e *Older) Len() int { return len(e.countries) }

// Code returns the slug and the ISO 3166-1 code of the nth country.
func (e *Older) Code(n int) (slug, iso2 string) { return e.countries[n].name, e.countries[n].iso2 }

// Country returns the members of the nth country.
func (e *Older) Country(n int) string { return e.text(e.countries[n]) }

// text returns the text of a part.
func (e *Older) text(p part) string {
	u := e.unpackers.get()
	defer e.unpackers.put(u)
	for i, text := range u.texts(p) {
		if i == e.n {
			return string(text)
		}
	}
	return "" // cannot be: tested
}

// CountrySlugs returns the slug of the country with an ISO 3166-1 code in each edition, in
// the order of [Dates]; "" in an edition without it. It unpacks nothing.
func CountrySlugs(iso2 string) []string {
	dates, parts := readPackHead()
	slugs := make([]string, len(dates)+1) // the newest first
	for p := range parts {
		if p.iso2 != iso2 || iso2 == "" {
			continue
		}
		if p.newest != "" {
			slugs[0] = p.name
		}
		for i := range dates {
			if p.editions&(1<<i) != 0 {
				slugs[i+1] = p.name
			}
		}
	}
	slices.Reverse(slugs)
	return slugs
}

// CountryTexts returns the members of the country with an ISO 3166-1 code in each edition,
// in the order of [Dates]; "" in an edition without it. Equal texts of editions that follow
// each other are one string.
func CountryTexts(iso2 string) []string {
	dates, parts := readPackHead()
	texts := make([]string, len(dates)+1) // the newest first
	var u unpacker
	for p := range parts {
		if p.iso2 != iso2 || iso2 == "" {
			continue
		}
		if p.newest != "" {
			texts[0] = p.newest
		}
		for i, text := range u.texts(p) {
			switch {
			case len(text) == 0: // has another slug there
			case string(text) == texts[i]:
				texts[i+1] = texts[i]
			default:
				texts[i+1] = string(text)
			}
		}
	}
	slices.Reverse(texts)
	return texts
}
