package pane

import (
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// Edition is an edition of the facts that a browser may turn to, opened and
// indexed when somebody first asks for it. Browsers share editions: both functions
// may be called any number of times by any number of goroutines.
type Edition struct {
	Date  string
	Own   bool // a user's own file
	Atlas func() *model.Atlas
	Index func() *search.Index
}

// Label is what to call e: its date, and that it is the user's own.
func (e Edition) Label(loc say.Localizer) string {
	if e.Own {
		return loc.WithRemark(e.Date, loc.Text("ui.edition_own"))
	}
	return e.Date
}

// Earlier is the edition before number i of editions, which are the oldest first;
// nil for the first.
func Earlier(editions []Edition, i int) *model.Atlas {
	if i <= 0 || i >= len(editions) {
		return nil
	}
	return editions[i-1].Atlas()
}
