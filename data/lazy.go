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
// and a reader looks at a country or two. So an embedded edition is cut, along
// the lines that Format writes, into its head, its countries and its
// destinations, and each is decoded when somebody asks for it:
//
//	{                                ┐
//	  "schema": …                    │ head
//	  "countries": [                 ┘
//	    {                            ┐
//	      "slug": "albania",         │ a country, from a line of four blanks and {
//	      "iso2": "AL",              │ to one of four blanks and }
//	    },                           ┘
//	  ],
//	  "destinations": [ … ]
//	}
//
// Tests hold that every embedded edition has this form, and reads the same in
// pieces as whole.

// pieces is an edition cut up.
type pieces struct {
	head         []byte // an edition file without countries and destinations
	countries    [][]byte
	destinations []byte // a JSON array
}

// cut cuts an edition file in the layout of Format.
func cut(b []byte) (pieces, error) {
	var p pieces
	head, rest, ok := bytes.Cut(b, []byte("\n  \"countries\": [\n"))
	if !ok {
		return p, fmt.Errorf("no line with the countries")
	}
	p.head = append(head[:len(head):len(head)], "\n\"countries\": []}"...)
	for bytes.HasPrefix(rest, []byte("    {\n")) {
		end := bytes.Index(rest, []byte("\n    }"))
		if end < 0 {
			return p, fmt.Errorf("country %d does not end", len(p.countries)+1)
		}
		end += len("\n    }")
		p.countries = append(p.countries, rest[:end])
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[end:], []byte(",")), []byte("\n"))
	}
	_, p.destinations, ok = bytes.Cut(rest, []byte("\"destinations\": "))
	if !ok {
		return p, fmt.Errorf("no line with the destinations")
	}
	p.destinations = bytes.TrimSuffix(bytes.TrimSpace(p.destinations), []byte("}"))
	return p, nil
}

// atlas is the edition, whose countries and destinations are decoded when first
// asked for.
func (p pieces) atlas() (*model.Atlas, error) {
	var f File
	if err := json.Unmarshal(p.head, &f); err != nil {
		return nil, err
	}
	countries := make([]*model.Country, len(p.countries))
	for i, b := range p.countries {
		slug, iso2 := member(b, "slug"), member(b, "iso2")
		entry, ok := names.Of(iso2)
		if !ok {
			return nil, fmt.Errorf("country %d: %w", i+1, errUnknownCode(iso2))
		}
		countries[i] = model.NewLazyCountry(head(slug, entry), func() model.Record { return record(b) })
	}
	return model.NewLazyAtlas(f.edition(), countries, sync.OnceValue(func() model.List[model.Destination] {
		var ds []Destination
		if err := json.Unmarshal(p.destinations, &ds); err != nil {
			return model.List[model.Destination]{} // cannot be: tested
		}
		list, _ := destinations(ds) // likewise
		return list
	})), nil
}

// record decodes a country. It has been decoded in the tests.
func record(b []byte) model.Record {
	var c Country
	if err := json.Unmarshal(b, &c); err != nil {
		return model.Record{} // cannot be: tested
	}
	return c.record()
}

// member is the text of a member at the head of a country.
func member(b []byte, name string) string {
	_, rest, _ := bytes.Cut(b, []byte(`"`+name+`": "`))
	text, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(text)
}
