package say

import "voxatlas/model"

// shortCommit is how many digits of a commit are shown.
const shortCommit = 7

// AsOf is the edition's date, labelled.
func (loc Localizer) AsOf(e model.Edition) string { return loc.Text("edition.as_of", "date", e.Date) }

// PageOf says of which date the country's page is, inside which edition.
func (loc Localizer) PageOf(c *model.Country, e model.Edition) string {
	return loc.Text("edition.page", "page", c.Page().Date, "edition", e.Date)
}

// Applies says which products the edition speaks of.
func (loc Localizer) Applies(e model.Edition) string {
	var products []string
	for p := range e.AppliesTo.Values() {
		if p == "Skype for Business" {
			p = loc.Text("product.skype")
		}
		products = append(products, p)
	}
	return loc.Text("edition.applies", "products", loc.JoinList(products))
}

// Source says where the facts were taken from, labelled.
func (loc Localizer) Source(e model.Edition) string {
	s, from := e.Source, loc.Text("edition.source.unrecorded")
	if s.Recorded() {
		from = s.Repository + "@" + s.Commit[:min(shortCommit, len(s.Commit))]
	}
	return loc.Labelled(loc.Text("edition.source"), from)
}

// Sources says where the facts come from and under which licence, in lines.
func (loc Localizer) Sources(c *model.Country, e model.Edition) []string {
	return []string{
		loc.Source(e),
		loc.Labelled(loc.Text("edition.current"), loc.URL(c.Page().URL)),
		loc.Text("edition.may_have_changed"),
		e.Source.Attribution,
		loc.Applies(e),
	}
}
