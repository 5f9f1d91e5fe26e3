package say

import (
	"net/url"

	"voxatlas/model"
)

// shortCommit is the number of digits of a commit that are shown.
const shortCommit = 7

// Age returns the age of facts in words, "3 years 9 months old"; an empty text for an
// unknown one.
func (loc Localizer) Age(a model.Age) string {
	years, months := loc.Count("age.years", a.Years), loc.Count("age.months", a.Months)
	switch {
	case !a.Known:
		return ""
	case a.Years == 0 && a.Months == 0:
		return loc.Text("age.new")
	case a.Years == 0:
		return loc.Text("age.old", "age", months)
	case a.Months == 0:
		return loc.Text("age.old", "age", years)
	}
	return loc.Text("age.old", "age", loc.Text("age.both", "years", years, "months", months))
}

// dateWithAge returns the date of an edition and, if it is known, its age.
func (loc Localizer) dateWithAge(e model.EditionInfo, age model.Age) string {
	if !age.Known {
		return e.Date
	}
	return loc.Text("edition.aged", "date", e.Date, "age", loc.Age(age))
}

// site returns the name of the website that the pages of an edition were fetched from: its
// host, or "Microsoft Learn".
func (loc Localizer) site(e model.EditionInfo) string {
	u, err := url.Parse(e.Source.Website)
	switch {
	case err != nil:
		return model.Clean(e.Source.Website, 60) // cannot be: it is checked
	case u.Host == "learn.microsoft.com":
		return "Microsoft Learn"
	}
	return model.Clean(u.Host, 60)
}

// AsOf returns the source of the facts and the edition's date: "Microsoft Docs as of
// 2023-01-26", "fetched 2026-11-25 from Microsoft Learn".
func (loc Localizer) AsOf(e model.EditionInfo) string {
	if e.Source.Fetched() {
		return loc.Text("edition.fetched", "date", e.Date, "site", loc.site(e))
	}
	return loc.Text("edition.as_of", "date", e.Date, "source", loc.Text("ui.source"))
}

// AsOfShort returns the source and the date in fewer words and, if it is known, the
// edition's age: "Microsoft Docs 2023-01-26, 3 years 9 months old". A fetched edition with
// an age has as many words as without: "fetched 2026-06-25 from Microsoft Learn, 5 months
// old".
func (loc Localizer) AsOfShort(e model.EditionInfo, age model.Age) string {
	switch {
	case !e.Source.Fetched():
		return loc.Text("edition.as_of_short", "date", loc.dateWithAge(e, age), "source", loc.Text("ui.source"))
	case age.Known:
		return loc.Text("edition.fetched_aged", "date", e.Date, "site", loc.site(e), "age", loc.Age(age))
	}
	return loc.Text("edition.as_of_short", "date", e.Date, "source", loc.site(e))
}

// PageOf returns the date of the country's page, or that it could not be read, the date of
// the edition and, if it is known, the edition's age, labelled.
func (loc Localizer) PageOf(c *model.Country, e model.EditionInfo, age model.Age) string {
	key := "edition.page"
	if c.PageDate() == "" {
		key = "edition.page_unread"
	}
	if !age.Known {
		return loc.Text(key, "page", c.PageDate(), "edition", e.Date)
	}
	return loc.Text(key+"_aged", "page", c.PageDate(), "edition", e.Date, "age", loc.Age(age))
}

// PageDate returns the date of the country's page, or that it could not be read, in a few
// words.
func (loc Localizer) PageDate(c *model.Country) string {
	if c.PageDate() == "" {
		return loc.Text("ui.page_unread")
	}
	return loc.Text("ui.page_date", "date", c.PageDate())
}

// Applies names the products that the edition covers.
func (loc Localizer) Applies(e model.EditionInfo) string {
	var products []string
	for p := range e.AppliesTo.Values() {
		if p == "Skype for Business" {
			p = loc.Text("product.skype")
		}
		products = append(products, p)
	}
	return loc.Text("edition.applies", "products", loc.JoinList(products))
}

// Source names the repository and commit of the facts, or the website that they were
// fetched from, labelled, or says that they are unrecorded.
func (loc Localizer) Source(e model.EditionInfo) string {
	return loc.Labelled(loc.Text("edition.source"), loc.Origin(e))
}

// Origin names the repository and commit of the facts, or the website that they were
// fetched from, or says that they are unrecorded.
func (loc Localizer) Origin(e model.EditionInfo) string {
	s, from := e.Source, loc.Text("edition.source.unrecorded")
	switch {
	case s.Fetched():
		from = loc.AsOf(e)
	case s.Recorded():
		from = s.Repository + "@" + s.Commit[:min(shortCommit, len(s.Commit))]
	}
	return from
}

// Sources returns lines about the origin of the facts: source, page of today, credit,
// products.
func (loc Localizer) Sources(c *model.Country, e model.EditionInfo) []string {
	return []string{
		loc.Source(e),
		loc.Labelled(loc.Text("edition.current"), loc.URL(c.Page().URL)),
		loc.Text("edition.may_have_changed"),
		e.Source.Attribution,
		loc.Applies(e),
	}
}

// FileReason says why a file could not be read or written: by the key of the reason, or in
// the English text of one without a key.
func (loc Localizer) FileReason(key, text string) string {
	if key == "" {
		return text
	}
	return loc.Text("file_reason." + key)
}
