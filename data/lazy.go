package data

import (
	"errors"
	"fmt"
	"sync"

	"github.com/go-json-experiment/json"

	"voxatlas/data/later"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Decoding an edition takes longer than all else at the start of the program,
// and most runs need a country or two. So the newest edition, or one that the user has
// fetched, is split along the lines that Format writes, into its header, its countries
// and its destinations. Of a country only the slug, the printed names and the code are read at
// once, the last of which leads to its other names; its page and its answers are read
// when they are first asked for, so that a list or a search reads none:
//
//	{                                ┐
//	  "schema": …                    │ header
//	  "countries": [                 ┘
//	    {                            ┐
//	      "slug": "albania",         │ head of a country, from a line of four blanks and {
//	      …                          ┘
//	      "answers": …               ┐ answers, to a line of four blanks and }
//	    },                           ┘
//	  ],
//	  "destinations": [ … ]
//	}
//
// Of an older edition each country is unpacked when its page or its answers are first asked
// for (older.go). Tests hold that every embedded edition has this form, and is read as the
// strict reader reads the file as a whole.

// answersReader reads the answers of a country, with its warnings and notes.
type answersReader func(c countrySection, answers string) model.Record

// lazyAtlas makes an edition that reads the answers of each country with read, and the
// destinations, when they are first asked for.
func (s *sections) lazyAtlas(read answersReader) (*model.Atlas, error) {
	info, ok := readInfo(s.text(s.header), s.foreign)
	if !ok {
		return nil, errHeader
	}
	countries := make([]*model.Country, len(s.countries))
	for i, c := range s.countries {
		head, err := namedRecord(c.slug, c.iso2)
		if err != nil {
			return nil, err
		}
		head.Printed = model.NamesOver(c.printed)
		countries[i] = model.NewLazyCountry(head, &countryLoader{s, i, read})
	}
	return model.NewLazyAtlas(info, countries, sync.OnceValue(func() model.List[model.Destination] {
		list, _ := readDestinations(s.text(s.destinations), s.foreign) // none of a list that cannot be read
		return list
	})), nil
}

var errHeader = errors.New("the members before the countries are not in the form of an edition")

// namedRecord returns the record of a country with its names.
func namedRecord(slug, iso2 string) (model.Record, error) {
	entry, ok := names.Of(iso2)
	if !ok {
		return model.Record{}, fmt.Errorf("%s: %s", slug, unknownCode(iso2))
	}
	return nameRecord(slug, entry), nil
}

// countryLoader reads a country of an edition that has been split.
type countryLoader struct {
	sections *sections
	n        int // of the country
	read     answersReader
}

// LoadHead reads the head of the country.
func (l *countryLoader) LoadHead() (r model.Record) {
	r.Printed, r.Page, _ = readHead(l.sections.text(l.sections.countries[l.n].head), l.sections.foreign)
	return r
}

// LoadAnswers reads the answers of the country.
func (l *countryLoader) LoadAnswers() model.Record {
	c := l.sections.countries[l.n]
	return l.read(c, l.sections.text(c.answers))
}

// readAnswersOf reads the answers of a country.
func readAnswersOf(_ countrySection, answers string) model.Record { return readAnswerText(answers) }

// readAnswerText reads answers and the members after them, up to the end of a country. Text
// that readAnswers does not know is read by the JSON library, in ten times the time, most of
// it for the first country.
func readAnswerText(answers string) model.Record {
	if r, ok := readAnswers(answers); ok {
		return r
	}
	var c Country
	if err := json.Unmarshal([]byte("{"+answers), &c); err != nil {
		return model.Record{} // cannot be: tested
	}
	return c.record()
}

// withLaterNotes reads the answers of a country, and adds the notes that are later than the
// edition's pages.
func (s *sections) withLaterNotes(c countrySection, answers string) model.Record {
	return addLaterNotes(readAnswersOf(c, answers), c.slug, s.newestPage)
}

// addLaterNotes adds the notes about a country that are later than the newest page of the
// edition.
func addLaterNotes(r model.Record, slug, newestPage string) model.Record {
	r.Later = later.Notes(slug, newestPage, func(f model.Feature) model.State { return r.Answers[f].State })
	return r
}
