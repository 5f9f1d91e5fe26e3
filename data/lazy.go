package data

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data/later"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Decoding an edition takes longer than all else at the start of the program,
// and most runs need a country or two. So an embedded edition is split, along
// the lines that Format writes, into its header, its countries and its
// destinations, and each is decoded when it is first asked for. The members of a
// country before its answers (codes, printed names, the page) are cut out as text, as
// those of the header are, so that a list or a search decodes nothing:
//
//	{                                ┐
//	  "schema": …                    │ header
//	  "countries": [                 ┘
//	    {                            ┐
//	      "slug": "albania",         │ a country, from a line of four blanks and {
//	      …                          │ to one of four blanks and }
//	      "answers": …               │
//	    },                           ┘
//	  ],
//	  "destinations": [ … ]
//	}
//
// Tests hold that every embedded edition has this form, and that its sections
// decode to the same edition as the file as a whole.

// lazyAtlas makes an edition that decodes the answers of each country with decode, and
// the destinations, when they are first asked for.
func (s sections) lazyAtlas(decode func(country string) model.Record) (*model.Atlas, error) {
	countries := make([]*model.Country, len(s.countries))
	for i, c := range s.countries {
		identity, err := cutIdentity(c.identity)
		if err != nil {
			return nil, fmt.Errorf("country %d: %w", i+1, err)
		}
		countries[i] = model.NewLazyCountry(identity, func() model.Record { return decode(s.text(c.span)) })
	}
	return model.NewLazyAtlas(cutInfo(s.header), countries, sync.OnceValue(func() model.List[model.Destination] {
		return decodeDestinations(s.text(s.destinations))
	})), nil
}

// decodeDestinations decodes the list of destinations. The tests have decoded it.
func decodeDestinations(text string) model.List[model.Destination] {
	var docs []Destination
	array := strings.TrimSuffix(strings.TrimSpace(text), "}") // the end of the file
	if err := json.Unmarshal([]byte(array), &docs); err != nil {
		return model.List[model.Destination]{} // cannot be: tested
	}
	return toModel(docs, Destination.named)
}

// decodeRecord decodes a country. The tests have decoded it.
func decodeRecord(country string) model.Record {
	var c Country
	if err := json.Unmarshal([]byte(country), &c); err != nil {
		return model.Record{} // cannot be: tested
	}
	return c.record()
}

// withLaterNotes returns a function that decodes a country of the newest edition,
// and adds the notes that are later than the edition's pages.
func (s sections) withLaterNotes() func(country string) model.Record {
	newest := sync.OnceValue(s.newestPage)
	return func(country string) model.Record {
		r := decodeRecord(country)
		r.Later = later.Notes(firstMember(country, "slug"), newest(), func(f model.Feature) model.State { return r.Answers[f].State })
		return r
	}
}

// newestPage returns the date of the newest page of a country.
func (s sections) newestPage() (date string) {
	for _, country := range s.countries {
		_, page, _ := strings.Cut(country.identity, `"page": `)
		date = max(date, firstMember(page, "date"))
	}
	return date
}

// cutInfo cuts the members that describe an edition out of the header.
func cutInfo(header string) model.EditionInfo {
	members, source, _ := strings.Cut(header, `"source": `)
	_, products, _ := strings.Cut(members, `"applies_to": `)
	return model.EditionInfo{
		Date:      firstMember(members, "edition"),
		AppliesTo: model.ListOver(stringValues(products)),
		Source: model.Source{
			Repository:  firstMember(source, "repository"),
			Branch:      firstMember(source, "branch"),
			Commit:      firstMember(source, "commit"),
			CommitDate:  firstMember(source, "commit_date"),
			Folder:      firstMember(source, "folder"),
			Licence:     firstMember(source, "licence"),
			Attribution: firstMember(source, "attribution"),
		},
	}
}

// cutIdentity reads the members of a country before its answers, and joins them with
// its entry of the names table.
func cutIdentity(members string) (model.Record, error) {
	members, page, _ := strings.Cut(members, `"page": `)
	entry, ok := names.Of(firstMember(members, "iso2"))
	if !ok {
		return model.Record{}, errors.New(unknownCode(firstMember(members, "iso2")))
	}
	r := nameRecord(firstMember(members, "slug"), entry)
	if _, printed, ok := strings.Cut(members, `"printed_names": `); ok {
		texts := stringValues(printed)
		var all []model.LangText
		for i := 0; i+1 < len(texts); i += 2 {
			all = append(all, model.LangText{Lang: model.Lang(texts[i]), Text: texts[i+1]})
		}
		r.Printed = model.NamesOver(all)
	}
	r.Page.URL, r.Page.Date = firstMember(page, "url"), firstMember(page, "date")
	if _, remarks, ok := strings.Cut(page, `"remarks": `); ok {
		r.Page.Remarks = model.ListOver(stringValues(remarks))
	}
	return r, nil
}

// firstMember cuts the value of the first member of that name, a string, out of a JSON
// text.
func firstMember(text, name string) string {
	_, rest, _ := strings.Cut(text, `"`+name+`": `)
	value, _, _ := cutString(rest)
	return value
}

// stringValues returns all strings in a JSON text.
func stringValues(text string) []string {
	var values []string
	for {
		value, rest, ok := cutString(text)
		if !ok {
			return values
		}
		values, text = append(values, value), rest
	}
}

// cutString returns the first string in a JSON text, and the text after it.
func cutString(text string) (value, rest string, ok bool) {
	start := strings.IndexByte(text, '"')
	if start < 0 {
		return "", "", false
	}
	for end := start + 1; end < len(text); end++ {
		switch text[end] {
		case '\\':
			end++
		case '"':
			value, rest = text[start+1:end], text[end+1:]
			if strings.IndexByte(value, '\\') >= 0 {
				plain, err := jsontext.AppendUnquote(nil, text[start:end+1])
				return string(plain), rest, err == nil
			}
			return value, rest, true
		}
	}
	return "", "", false
}
