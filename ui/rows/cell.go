package rows

import (
	"strconv"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// Cell is the answer of a country to a feature.
type Cell struct {
	Country *model.Country
	Feature model.Feature
	State   model.State // as shown: model.Unread where the text could not be read
	Notes   []int       // numbers of its notes, see [Answers.Notes]; must not be changed
}

// Form is how much of a cell is shown. Later forms show more.
type Form uint8

// The forms.
const (
	MarkForm   Form = iota // the mark, and the numbers of notes: "✓1"
	LetterForm             // mark and letter: "✓Y1"
	WordForm               // mark and word, or the figure that makes the word superfluous: "✓ Available [1]", "✓ 3,000"
	FullForm               // mark, word and detail: "✓ Available (3,000 minutes) [1]"
)

// Text renders the cell; with ascii, its mark in ASCII. A mark and a letter that are
// the same stand once.
func (c Cell) Text(loc say.Localizer, form Form, ascii bool) string {
	mark, numbers := say.Mark(c.State, ascii), joinNumbers(c.Notes)
	switch form {
	case MarkForm:
		return mark + numbers
	case LetterForm:
		return markAndLetter(c.State, ascii) + numbers
	}
	return mark + " " + WithNotes(c.stateWord(loc, form), c.Notes)
}

// WithNotes returns words with the numbers of notes behind them: "Available [1]".
func WithNotes(words string, numbers []int) string {
	switch {
	case len(numbers) == 0:
		return words
	case strings.HasSuffix(words, "）"): // it has a blank in itself
		return words + NoteLabel(numbers...)
	}
	return words + " " + NoteLabel(numbers...)
}

// markAndLetter returns the mark and letter of a state, once if they are the same.
func markAndLetter(s model.State, ascii bool) string {
	mark, letter := say.Mark(s, ascii), say.Letter(s)
	if letter == mark {
		return mark
	}
	return mark + letter
}

// Words returns the state and its detail in words, without a mark and notes:
// "Available (3,000 minutes)".
func (c Cell) Words(loc say.Localizer) string { return c.stateWord(loc, FullForm) }

// stateWord returns the word of the state in WordForm or FullForm.
func (c Cell) stateWord(loc say.Localizer, form Form) string {
	detail, word := c.Detail(), loc.StateOf(c.Feature, c.State)
	switch {
	case form == FullForm && detail != Detail{}:
		return loc.WithRemark(word, detail.In(loc))
	case detail.Minutes > 0:
		return assets.Number(detail.Minutes)
	case detail.Destinations > 0:
		return assets.Number(detail.Destinations)
	}
	return word
}

// joinNumbers joins the numbers of notes: "1,2".
func joinNumbers(numbers []int) string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = strconv.Itoa(n)
	}
	return strings.Join(list, ",")
}

// Detail is the fact that completes the state of an answer: at most one of its fields
// is set.
type Detail struct {
	Partner       string
	Minutes       int // domestic ones of the largest plan, per calendar month
	Destinations  int // where plan users may call, as the page says
	Cities        int // of the numbers
	NonGeographic bool
}

// Detail returns the fact that completes the state; the zero Detail for an answer that
// is not offered.
func (c Cell) Detail() Detail {
	a := c.Country.Answer(c.Feature)
	switch minutes := a.LargestDomestic(); {
	case a.Partner.Name != "":
		return Detail{Partner: a.Partner.Name}
	case !c.State.Offered():
		return Detail{}
	case minutes > 0:
		return Detail{Minutes: minutes}
	case a.Destinations.Stated > 0:
		return Detail{Destinations: a.Destinations.Stated}
	case a.Scope == model.NonGeographic:
		return Detail{NonGeographic: true}
	}
	return Detail{Cities: a.Cities.Len()}
}

// In puts the detail into words: "SoftBank", "3,000 minutes", "3 cities".
func (d Detail) In(loc say.Localizer) string {
	switch {
	case d.Partner != "":
		return d.Partner
	case d.Minutes > 0:
		return loc.Text("answer.minutes", "minutes", assets.Number(d.Minutes))
	case d.Destinations > 0:
		return loc.Count("answer.destinations", d.Destinations)
	case d.NonGeographic:
		return loc.Text("scope.non_geographic")
	case d.Cities > 0:
		return loc.Count("answer.cities", d.Cities)
	}
	return ""
}
