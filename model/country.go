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
	Later    List[LaterNote] // no part of the edition
}

// Page is the page of the documentation that a country's answers come from.
type Page struct {
	URL     string // the page's address as the edition has it; the page may have moved since
	Date    string // YYYY-MM-DD: the state of the page inside the edition
	Remarks List[string]
}

// Country is one country or region of an atlas, immutable.
type Country struct {
	identity Record // without answers and warnings
	facts    func() *countryFacts
}

// countryFacts holds the part of a country that is read when first needed.
type countryFacts struct {
	answers  [NumFeatures + 1]Answer
	warnings List[Warning]
	later    List[LaterNote]
}

// NewCountry makes a Country of r. It drops answers to unknown features.
func NewCountry(r Record) *Country {
	facts := factsOf(r)
	return &Country{identityOf(r), func() *countryFacts { return facts }}
}

// NewLazyCountry makes a Country with the codes, names and page of identity. Its
// answers and warnings come from load, which is called at most once, when one of
// them is first needed.
func NewLazyCountry(identity Record, load func() Record) *Country {
	return &Country{identityOf(identity), sync.OnceValue(func() *countryFacts { return factsOf(load()) })}
}

func identityOf(r Record) Record {
	r.Answers, r.Warnings, r.Later = nil, List[Warning]{}, List[LaterNote]{}
	return r
}

func factsOf(r Record) *countryFacts {
	facts := &countryFacts{warnings: r.Warnings, later: r.Later}
	for f, a := range r.Answers {
		if f.valid() {
			facts.answers[f] = a
		}
	}
	return facts
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
func (c *Country) Printed() Names { return c.identity.Printed }

// Page returns the page of the documentation that the answers come from.
func (c *Country) Page() Page { return c.identity.Page }

// Answer returns the answer to f; the zero Answer, unstated, for an unknown
// feature.
func (c *Country) Answer(f Feature) Answer {
	if !f.valid() {
		return Answer{}
	}
	return c.facts().answers[f]
}

// Warnings returns the contradictions in the country's page.
func (c *Country) Warnings() List[Warning] { return c.facts().warnings }

// Later returns Microsoft's statements about the country from after the edition's
// pages, the oldest first. Only the newest embedded edition has such notes.
func (c *Country) Later() List[LaterNote] { return c.facts().later }
