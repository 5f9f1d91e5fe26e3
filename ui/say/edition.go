package say

import (
	"strings"
	"unicode"

	"voxatlas/model"
)

// shortCommit is how many digits of a commit are shown.
const shortCommit = 7

// AsOf is the edition's date, labelled.
func (v Voice) AsOf(e model.Edition) string { return v.Text("edition.as_of", "date", e.Date) }

// PageOf says of which date the country's page is, inside which edition.
func (v Voice) PageOf(c *model.Country, e model.Edition) string {
	return v.Text("edition.page", "page", c.Page().Date, "edition", e.Date)
}

// Applies says which products the edition speaks of.
func (v Voice) Applies(e model.Edition) string {
	var products []string
	for p := range e.AppliesTo.Values() {
		if p == "Skype for Business" {
			p = v.Text("product.skype")
		}
		products = append(products, p)
	}
	return spaced(v.Text("edition.applies", "products", v.List(products)))
}

// spaced puts a half-width space between a Han character and a Latin letter or
// digit that meet. A text's author cannot, when an argument decides what meets.
func spaced(s string) string {
	var b strings.Builder
	last := ' '
	for _, r := range s {
		if unicode.Is(unicode.Han, last) && latin(r) || latin(last) && unicode.Is(unicode.Han, r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) || '0' <= r && r <= '9' }

// Sources says where the facts come from and under which licence, in lines.
func (v Voice) Sources(c *model.Country, e model.Edition) []string {
	s := e.Source
	return []string{
		v.Labelled(v.Text("edition.source"), s.Repository+"@"+s.Commit[:min(shortCommit, len(s.Commit))]),
		v.Labelled(v.Text("edition.current"), v.URL(c.Page().URL)),
		v.Text("edition.may_have_changed"),
		s.Attribution,
	}
}
