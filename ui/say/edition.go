package say

import "voxatlas/model"

// shortCommit is how many digits of a commit are shown.
const shortCommit = 7

// AsOf is the edition's date, labelled.
func (v Localizer) AsOf(e model.Edition) string { return v.Text("edition.as_of", "date", e.Date) }

// PageOf says of which date the country's page is, inside which edition.
func (v Localizer) PageOf(c *model.Country, e model.Edition) string {
	return v.Text("edition.page", "page", c.Page().Date, "edition", e.Date)
}

// Applies says which products the edition speaks of.
func (v Localizer) Applies(e model.Edition) string {
	var products []string
	for p := range e.AppliesTo.Values() {
		if p == "Skype for Business" {
			p = v.Text("product.skype")
		}
		products = append(products, p)
	}
	return v.Text("edition.applies", "products", v.List(products))
}

// Source says where the facts were taken from, labelled.
func (v Localizer) Source(e model.Edition) string {
	s, from := e.Source, v.Text("edition.source.unrecorded")
	if s.Recorded() {
		from = s.Repository + "@" + s.Commit[:min(shortCommit, len(s.Commit))]
	}
	return v.Labelled(v.Text("edition.source"), from)
}

// Sources says where the facts come from and under which licence, in lines.
func (v Localizer) Sources(c *model.Country, e model.Edition) []string {
	return []string{
		v.Source(e),
		v.Labelled(v.Text("edition.current"), v.URL(c.Page().URL)),
		v.Text("edition.may_have_changed"),
		e.Source.Attribution,
		v.Applies(e),
	}
}
