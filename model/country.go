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

// A CountryLoader reads the parts of a country that no list and no search needs. Each of
// its methods is called once at most.
type CountryLoader interface {
	// LoadHead returns a record with the printed names and the page.
	LoadHead() Record

	// LoadAnswers returns a record with answers, warnings and later notes.
	LoadAnswers() Record
}

// Country is one country or region of an atlas, immutable.
type Country struct {
	slug, iso2, iso3 string
	dial             List[string]
	names, printed   Names

	loader      CountryLoader // nil for a country that was made whole
	headOnce    sync.Once
	head        *headFacts
	answersOnce sync.Once
	answers     *answerFacts
}

// headFacts holds the facts of a country that stand before its answers.
type headFacts struct {
	printed Names
	page    Page
}

// answerFacts holds the answers of a country.
type answerFacts struct {
	answers  [NumFeatures + 1]Answer
	warnings List[Warning]
	later    List[LaterNote]
}

// NewCountry makes a Country of r. It drops answers to unknown features.
func NewCountry(r Record) *Country {
	c := NewLazyCountry(r, nil)
	c.head, c.answers = &headFacts{r.Printed, r.Page}, answerFactsOf(r)
	return c
}

// NewLazyCountry makes a Country with the slug, the codes, the shown and the printed names
// of head. All else is loaded when it is first needed, and so are printed names that head
// lacks.
func NewLazyCountry(head Record, loader CountryLoader) *Country {
	return &Country{slug: head.Slug, iso2: head.ISO2, iso3: head.ISO3, dial: head.Dial, names: head.Names, printed: head.Printed, loader: loader}
}

// loadedHead returns the facts before the answers.
func (c *Country) loadedHead() *headFacts {
	if c.loader != nil {
		c.headOnce.Do(func() {
			r := c.loader.LoadHead()
			c.head = &headFacts{r.Printed, r.Page}
		})
	}
	return c.head
}

// loadedAnswers returns the answers.
func (c *Country) loadedAnswers() *answerFacts {
	if c.loader != nil {
		c.answersOnce.Do(func() { c.answers = answerFactsOf(c.loader.LoadAnswers()) })
	}
	return c.answers
}

func answerFactsOf(r Record) *answerFacts {
	facts := &answerFacts{warnings: r.Warnings, later: r.Later}
	for f, a := range r.Answers {
		if f.valid() {
			facts.answers[f] = a
		}
	}
	return facts
}

// Slug returns Microsoft's name of the country's page, as "taiwan".
func (c *Country) Slug() string { return c.slug }

// ISO2 returns the ISO 3166-1 alpha-2 code, as "TW".
func (c *Country) ISO2() string { return c.iso2 }

// ISO3 returns the ISO 3166-1 alpha-3 code, as "TWN".
func (c *Country) ISO3() string { return c.iso3 }

// Dial returns the international calling codes, without +.
func (c *Country) Dial() List[string] { return c.dial }

// Names returns the shown names.
func (c *Country) Names() Names { return c.names }

// Name returns the shown name in lang, or in English.
func (c *Country) Name(lang Lang) string { return c.names.In(lang) }

// Printed returns the names as the edition prints them.
func (c *Country) Printed() Names {
	if c.printed.Len() > 0 {
		return c.printed
	}
	return c.loadedHead().printed
}

// Page returns the page of the documentation that the answers come from.
func (c *Country) Page() Page { return c.loadedHead().page }

// PageDate returns the date of the page; "" where no answer of it could be read, as when the
// page could not be had: then nobody knows the date of the answers that it has.
func (c *Country) PageDate() string {
	for _, f := range Features() {
		if c.Answer(f).Unread == "" {
			return c.Page().Date
		}
	}
	return ""
}

// Answer returns the answer to f; the zero Answer, unstated, for an unknown
// feature.
func (c *Country) Answer(f Feature) Answer {
	if !f.valid() {
		return Answer{}
	}
	return c.loadedAnswers().answers[f]
}

// Warnings returns the contradictions in the country's page.
func (c *Country) Warnings() List[Warning] { return c.loadedAnswers().warnings }

// Later returns Microsoft's statements about the country from after the edition's
// pages, the oldest first. Only the newest embedded edition has such notes.
func (c *Country) Later() List[LaterNote] { return c.loadedAnswers().later }
