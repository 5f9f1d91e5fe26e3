package model

import "sync"

// Record holds the facts of one country or region, from an edition and the names
// table, from which a [Country] is made. Answers may lack features; those are
// unstated.
type Record struct {
	Slug    string       // Microsoft's name of the page, as "taiwan"
	ISO2    string       // ISO 3166-1 alpha-2, as "TW"
	ISO3    string       // ISO 3166-1 alpha-3, as "TWN"
	Dial    List[string] // calling codes without +, as "886" or "1787"
	Names   Names        // shown names
	Printed Names        // names as the edition prints them
	Page    Page
	Answers map[Feature]Answer

	Warnings List[Warning]
}

// Page is the page of the documentation that a country's answers come from.
type Page struct {
	URL     string // the page as Microsoft publishes it today
	Date    string // YYYY-MM-DD: the state of the page inside the edition
	Remarks List[string]
}

// Country is one country or region of an atlas, immutable.
type Country struct {
	identity Record // slug, codes and names
	record   func() *countryRecord
}

// countryRecord holds the part of a country that is read when first needed.
type countryRecord struct {
	printed  Names
	page     Page
	answers  [NumFeatures + 1]Answer
	warnings List[Warning]
}

// NewCountry makes a Country of r. It drops answers to unknown features.
func NewCountry(r Record) *Country {
	b := recordOf(r)
	return &Country{identityOf(r), func() *countryRecord { return b }}
}

// NewLazyCountry makes a Country with the slug, codes and names of identity. The
// rest comes from load, which is called at most once, when it is first needed.
func NewLazyCountry(identity Record, load func() Record) *Country {
	return &Country{identityOf(identity), sync.OnceValue(func() *countryRecord { return recordOf(load()) })}
}

func identityOf(r Record) Record {
	return Record{Slug: r.Slug, ISO2: r.ISO2, ISO3: r.ISO3, Dial: r.Dial, Names: r.Names}
}

func recordOf(r Record) *countryRecord {
	b := &countryRecord{printed: r.Printed, page: r.Page, warnings: r.Warnings}
	for f, a := range r.Answers {
		if f.valid() {
			b.answers[f] = a
		}
	}
	return b
}

// Slug returns Microsoft's name of the country's page, as "taiwan".
func (c *Country) Slug() string { return c.identity.Slug }

// ISO2 returns the ISO 3166-1 alpha-2 code, as "TW".
func (c *Country) ISO2() string { return c.identity.ISO2 }

// ISO3 returns the ISO 3166-1 alpha-3 code, as "TWN".
func (c *Country) ISO3() string { return c.identity.ISO3 }

// Dial returns the international calling codes, without +.
func (c *Country) Dial() List[string] { return c.identity.Dial }

// Names returns the shown names.
func (c *Country) Names() Names { return c.identity.Names }

// Name returns the shown name in lang, or in English.
func (c *Country) Name(lang Lang) string { return c.identity.Names.In(lang) }

// Printed returns the names as the edition prints them.
func (c *Country) Printed() Names { return c.record().printed }

// Page returns the page of the documentation that the answers come from.
func (c *Country) Page() Page { return c.record().page }

// Answer returns the answer to f; the zero Answer, unstated, for an unknown
// feature.
func (c *Country) Answer(f Feature) Answer {
	if !f.valid() {
		return Answer{}
	}
	return c.record().answers[f]
}

// Warnings returns the contradictions in the country's page.
func (c *Country) Warnings() List[Warning] { return c.record().warnings }
