package model

import "iter"

// Edition says which state of the documentation an atlas holds.
type Edition struct {
	Date      string       // YYYY-MM-DD: its name everywhere
	AppliesTo List[string] // products that the edition speaks of
	Source    Source
}

// Source is where an edition was taken from. Repository, commit and its date are
// there together, or not at all: a folder of pages does not know where it came
// from.
type Source struct {
	Repository  string // owner/name on GitHub
	Branch      string
	Commit      string // full hash
	CommitDate  string // RFC 3339
	Folder      string // of the country pages, inside the repository
	Licence     string // SPDX identifier
	Attribution string // the credit that the licence asks for
}

// Recorded reports whether s says which commit of which repository it is.
func (s Source) Recorded() bool { return s.Repository != "" || s.Commit != "" || s.CommitDate != "" }

// Destination is one entry of Microsoft's list of countries and regions that
// Calling Plan users may call.
type Destination struct {
	ISO2    string // ISO 3166-1 alpha-2; for an entry without a current code, its last one
	Printed string // English, as printed
	Names   Names
	Note    string // what is odd about the entry, in English; empty for most
}

// Atlas is one edition: every country's answers as of one date. It is
// immutable; any number of goroutines may use it at once.
type Atlas struct {
	edition      Edition
	countries    []*Country
	destinations func() List[Destination]
}

// NewAtlas joins the parts of an edition. It checks nothing: see [Atlas.Check].
func NewAtlas(e Edition, countries []*Country, destinations List[Destination]) *Atlas {
	return NewLazyAtlas(e, countries, func() List[Destination] { return destinations })
}

// NewLazyAtlas is NewAtlas with destinations that are asked for when somebody
// needs them; any number of goroutines may do so at once.
func NewLazyAtlas(e Edition, countries []*Country, destinations func() List[Destination]) *Atlas {
	return &Atlas{e, append([]*Country(nil), countries...), destinations}
}

// Edition says what a holds.
func (a *Atlas) Edition() Edition { return a.edition }

// Len is the number of countries.
func (a *Atlas) Len() int { return len(a.countries) }

// Countries yields the countries in the order of Microsoft's index page.
func (a *Atlas) Countries() iter.Seq[*Country] {
	return func(yield func(*Country) bool) {
		for _, c := range a.countries {
			if !yield(c) {
				return
			}
		}
	}
}

// Country is the country with this slug, or nil.
func (a *Atlas) Country(slug string) *Country {
	for _, c := range a.countries {
		if c.Slug() == slug {
			return c
		}
	}
	return nil
}

// Destinations is Microsoft's list of countries and regions that Calling Plan
// users may call, in its order.
func (a *Atlas) Destinations() List[Destination] { return a.destinations() }
