package say

import (
	"strconv"

	"voxatlas/model"
)

// LaterMark returns the mark of an answer that has n notes which are later than the
// edition, the same for every country: "+1", so many more. The info pane shows the notes.
func LaterMark(n int) string { return "+" + strconv.Itoa(n) }

// Later is a note that is later than the edition, in words.
type Later struct {
	Text    string // with its date
	Date    string
	Source  string // its title, labelled
	URL     string
	General bool // the same for every country
	Changes bool // tells more than that the edition still holds
}

// later puts the notes of c that belong into words.
func (loc Localizer) later(c *model.Country, belongs func(model.LaterNote) bool) []Later {
	var notes []Later
	for n := range c.Later().Values() {
		if belongs(n) {
			notes = append(notes, loc.LaterNote(n))
		}
	}
	return notes
}

// LaterNote puts a note that is later than the edition into words.
func (loc Localizer) LaterNote(n model.LaterNote) Later {
	return Later{
		Text:    loc.Labelled(n.Date, n.Text.In(loc.lang)),
		Date:    n.Date,
		Source:  loc.Labelled(loc.Text("edition.source"), n.Source),
		URL:     loc.URL(n.URL),
		General: n.General,
		Changes: n.Changes(),
	}
}

// LaterAgain returns the text of a note that stands above under another answer: its date,
// "see Toll numbers".
func (loc Localizer) LaterAgain(n Later, f model.Feature) string {
	return loc.Labelled(n.Date, loc.Text("answer.later_again", "answer", loc.FeatureLabel(f)))
}

// LaterPages returns the notes about the pages as a whole.
func (loc Localizer) LaterPages(c *model.Country) []Later {
	return loc.later(c, func(n model.LaterNote) bool { return n.Features.Len() == 0 })
}
