package say

import "voxatlas/model"

// shortCommit is the number of digits of a commit that are shown.
const shortCommit = 7

// AsOf returns the source of the facts and the edition's date: "Microsoft Docs as of
// 2023-01-26".
func (loc Localizer) AsOf(e model.EditionInfo) string {
	return loc.Text("edition.as_of", "date", e.Date, "source", loc.Text("ui.source"))
}

// AsOfShort returns the same without further words: "Microsoft Docs 2023-01-26".
func (loc Localizer) AsOfShort(e model.EditionInfo) string {
	return loc.Text("edition.as_of_short", "date", e.Date, "source", loc.Text("ui.source"))
}

// PageOf returns the date of the country's page and that of the edition, labelled.
func (loc Localizer) PageOf(c *model.Country, e model.EditionInfo) string {
	return loc.Text("edition.page", "page", c.Page().Date, "edition", e.Date)
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

// Source names the repository and commit of the facts, labelled, or says that they
// are unrecorded.
func (loc Localizer) Source(e model.EditionInfo) string {
	s, from := e.Source, loc.Text("edition.source.unrecorded")
	if s.Recorded() {
		from = s.Repository + "@" + s.Commit[:min(shortCommit, len(s.Commit))]
	}
	return loc.Labelled(loc.Text("edition.source"), from)
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
