package model

// Record is all that an edition and the names table say about one country or
// region: what a [Country] is made from. Answers may lack features; those are
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
	rec     Record
	answers [NumFeatures + 1]Answer
}

// NewCountry makes a Country of r. Answers to unknown features are dropped.
func NewCountry(r Record) *Country {
	c := &Country{rec: r}
	for f, a := range r.Answers {
		if f.valid() {
			c.answers[f] = a
		}
	}
	c.rec.Answers = nil
	return c
}

// Slug is Microsoft's name of the country's page, as "taiwan".
func (c *Country) Slug() string { return c.rec.Slug }

// ISO2 is the ISO 3166-1 alpha-2 code, as "TW".
func (c *Country) ISO2() string { return c.rec.ISO2 }

// ISO3 is the ISO 3166-1 alpha-3 code, as "TWN".
func (c *Country) ISO3() string { return c.rec.ISO3 }

// Dial lists the international calling codes, without +.
func (c *Country) Dial() List[string] { return c.rec.Dial }

// Names are the shown names.
func (c *Country) Names() Names { return c.rec.Names }

// Name is the shown name in lang, or in English.
func (c *Country) Name(lang Lang) string { return c.rec.Names.In(lang) }

// Printed are the names as the edition prints them.
func (c *Country) Printed() Names { return c.rec.Printed }

// Page is where the answers come from.
func (c *Country) Page() Page { return c.rec.Page }

// Answer is what the edition says about f; the zero Answer, unstated, for an
// unknown feature.
func (c *Country) Answer(f Feature) Answer {
	if !f.valid() {
		return Answer{}
	}
	return c.answers[f]
}

// Warnings are the contradictions in the country's page.
func (c *Country) Warnings() List[Warning] { return c.rec.Warnings }
