package data

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-json-experiment/json"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Decoding an edition takes longer than all else at the start of the program,
// and most runs need a country or two. So an embedded edition is split, along
// the lines that Format writes, into its header, its countries and its
// destinations, and each is decoded when it is first asked for:
//
//	{                                ┐
//	  "schema": …                    │ header
//	  "countries": [                 ┘
//	    {                            ┐
//	      "slug": "albania",         │ a country, from a line of four blanks and {
//	      "iso2": "AL",              │ to one of four blanks and }
//	    },                           ┘
//	  ],
//	  "destinations": [ … ]
//	}
//
// Tests hold that every embedded edition has this form, and that its sections
// decode to the same edition as the file as a whole.

// sections are the parts of an edition file.
type sections struct {
	header       []byte // an edition file without countries and destinations
	countries    [][]byte
	destinations []byte // a JSON array
}

// splitSections splits an edition file in the layout of Format.
func splitSections(b []byte) (sections, error) {
	var s sections
	header, rest, ok := bytes.Cut(b, []byte("\n  \"countries\": [\n"))
	if !ok {
		return s, fmt.Errorf("no line with the countries")
	}
	s.header = append(header[:len(header):len(header)], "\n\"countries\": []}"...)
	for bytes.HasPrefix(rest, []byte("    {\n")) {
		end := bytes.Index(rest, []byte("\n    }"))
		if end < 0 {
			return s, fmt.Errorf("country %d does not end", len(s.countries)+1)
		}
		end += len("\n    }")
		s.countries = append(s.countries, rest[:end])
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[end:], []byte(",")), []byte("\n"))
	}
	_, s.destinations, ok = bytes.Cut(rest, []byte("\"destinations\": "))
	if !ok {
		return s, fmt.Errorf("no line with the destinations")
	}
	s.destinations = bytes.TrimSuffix(bytes.TrimSpace(s.destinations), []byte("}"))
	return s, nil
}

// lazyAtlas makes an edition that decodes each country, and the destinations, when
// they are first asked for.
func (s sections) lazyAtlas() (*model.Atlas, error) {
	var f File
	if err := json.Unmarshal(s.header, &f); err != nil {
		return nil, err
	}
	countries := make([]*model.Country, len(s.countries))
	for i, b := range s.countries {
		slug, iso2 := firstMember(b, "slug"), firstMember(b, "iso2")
		entry, ok := names.Of(iso2)
		if !ok {
			return nil, fmt.Errorf("country %d: %s", i+1, unknownCode(iso2))
		}
		countries[i] = model.NewLazyCountry(nameRecord(slug, entry), func() model.Record { return decodeRecord(b) })
	}
	return model.NewLazyAtlas(f.header(), countries, sync.OnceValue(func() model.List[model.Destination] {
		return decodeDestinations(s.destinations)
	})), nil
}

// decodeDestinations decodes the list of destinations. The tests have decoded it.
func decodeDestinations(b []byte) model.List[model.Destination] {
	var docs []Destination
	if err := json.Unmarshal(b, &docs); err != nil {
		return model.List[model.Destination]{} // cannot be: tested
	}
	return toModel(docs, Destination.named)
}

// decodeRecord decodes a country. The tests have decoded it.
func decodeRecord(b []byte) model.Record {
	var c Country
	if err := json.Unmarshal(b, &c); err != nil {
		return model.Record{} // cannot be: tested
	}
	return c.record()
}

// firstMember cuts the text of the first member of that name out of a country.
func firstMember(b []byte, name string) string {
	_, rest, _ := bytes.Cut(b, []byte(`"`+name+`": "`))
	text, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(text)
}
