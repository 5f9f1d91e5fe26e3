package model

import "iter"

// EditionInfo identifies an edition: the date, products and source of its facts.
type EditionInfo struct {
	Date      string       // YYYY-MM-DD: its name everywhere
	AppliesTo List[string] // products that the edition speaks of
	Source    Source
}

// Source records the origin of an edition: a folder of a repository, or a website that
// the pages were fetched from on the day of the edition. Repository, Commit and
// CommitDate are set together, or not at all: a folder of pages does not record its
// repository.
type Source struct {
	Repository   string // owner/name on GitHub
	Branch       string
	Commit       string // full hash
	CommitDate   string // RFC 3339, or a day
	Folder       string // of the country pages, inside the repository
	Website      string // http or https address that the addresses of the pages begin with
	PagesRead    int    // of the website
	PagesNotRead int    // of the website: they could not be fetched, or not be understood
	Licence      string // SPDX identifier
	Attribution  string // the credit that the licence asks for
}

// Recorded reports whether s names a repository, a commit or its date.
func (s Source) Recorded() bool { return s.Repository != "" || s.Commit != "" || s.CommitDate != "" }

// Fetched reports whether s names a website that the pages were fetched from.
func (s Source) Fetched() bool { return s.Website != "" }

// Destination is one entry of Microsoft's list of countries and regions that
// Calling Plan users may call.
type Destination struct {
	ISO2    string // ISO 3166-1 alpha-2; for an entry without a current code, its last one
	Printed string // English, as printed
	Names   Names
	Remark  string // a remark about an odd entry, in English; empty for most
}

// Atlas is one edition: every country's answers as of one date. It is
// immutable; any number of goroutines may use it at once.
type Atlas struct {
	info         EditionInfo
	countries    []*Country
	destinations func() List[Destination]
}

// NewAtlas makes an atlas of the parts of an edition. It checks nothing: see
// [Atlas.Check].
func NewAtlas(info EditionInfo, countries []*Country, destinations List[Destination]) *Atlas {
	return NewLazyAtlas(info, countries, func() List[Destination] { return destinations })
}

// NewLazyAtlas makes an atlas as [NewAtlas] does, but calls destinations each time
// that the list is needed, perhaps from several goroutines at once.
func NewLazyAtlas(info EditionInfo, countries []*Country, destinations func() List[Destination]) *Atlas {
	return &Atlas{info, append([]*Country(nil), countries...), destinations}
}

// Info identifies the edition that a holds.
func (a *Atlas) Info() EditionInfo { return a.info }

// Len returns the number of countries.
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

// Country returns the country with this slug, or nil.
func (a *Atlas) Country(slug string) *Country {
	for _, c := range a.countries {
		if c.Slug() == slug {
			return c
		}
	}
	return nil
}

// CountryOfCode returns the country with an ISO 3166-1 alpha-2 code, as "TW", or nil.
func (a *Atlas) CountryOfCode(iso2 string) *Country {
	for _, c := range a.countries {
		if c.ISO2() == iso2 {
			return c
		}
	}
	return nil
}

// Destinations returns Microsoft's list of countries and regions that Calling Plan
// users may call, in its order.
func (a *Atlas) Destinations() List[Destination] { return a.destinations() }
