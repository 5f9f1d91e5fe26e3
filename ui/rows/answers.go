package rows

import (
	"slices"

	"voxatlas/model"
)

// Order tells in which order the notes of cells are numbered: that of a view's rows.
type Order uint8

// The orders.
const (
	CountriesDown Order = iota // country by country
	FeaturesDown               // feature by feature
)

// Answers holds the answers of some countries to some features, as cells, with their
// notes.
type Answers struct {
	Countries []*model.Country // must not be changed
	Features  []model.Feature  // must not be changed

	cells   []storedCell // country by country
	numbers []int        // of the notes of all cells, sorted within each
	notes   []Note
	limits  []bool // of notes, whether each limits the answer
}

// storedCell is a state and the place of the numbers of its notes: it is small, because
// every session with an open table has 1,596 of them.
type storedCell struct {
	from, to uint32 // in Answers.numbers
	state    model.State
}

// NewAnswers gathers the answers of countries to features, neither of which it copies.
// The notes are numbered from 1 in the order of their first use.
func NewAnswers(countries []*model.Country, features []model.Feature, order Order) *Answers {
	a := &Answers{Countries: countries, Features: features, cells: make([]storedCell, len(countries)*len(features))}
	limiting, byGroup := model.LimitingNotes(), map[string][]int{}
	for n := range a.cells {
		i, j := n/len(features), n%len(features)
		if order == FeaturesDown {
			i, j = n%len(countries), n/len(countries)
		}
		from := len(a.numbers)
		for _, note := range notesOf(countries[i], features[j], limiting) {
			n := a.numberOf(note, byGroup)
			a.numbers = append(a.numbers, n)
			a.limits[n-1] = limiting[note.Condition.Key] || limiting[note.Warning.Key]
		}
		slices.Sort(a.numbers[from:])
		a.cells[i*len(features)+j] = storedCell{uint32(from), uint32(len(a.numbers)), countries[i].Answer(features[j]).Shown()}
	}
	return a
}

// numberOf returns the number of a note; a new one for a note that has none. byGroup has
// the numbers by the groups of the notes.
func (a *Answers) numberOf(note Note, byGroup map[string][]int) int {
	for _, n := range byGroup[note.group()] {
		if a.notes[n-1].same(note) {
			return n
		}
	}
	a.notes, a.limits = append(a.notes, note), append(a.limits, false)
	n := len(a.notes)
	byGroup[note.group()] = append(byGroup[note.group()], n)
	return n
}

// Notes lists the notes of all cells. The number of a note in a cell is its position
// here, from 1. The slice must not be changed.
func (a *Answers) Notes() []Note { return a.notes }

// WithNote lists the countries that have the note of a number.
func (a *Answers) WithNote(number int) []*model.Country {
	var countries []*model.Country
	for n, s := range a.cells {
		c := a.Countries[n/len(a.Features)]
		if slices.Contains(a.numbers[s.from:s.to], number) && (len(countries) == 0 || countries[len(countries)-1] != c) {
			countries = append(countries, c)
		}
	}
	return countries
}

// Cell returns the answer of the country at position i to the feature at position j,
// both from 0.
func (a *Answers) Cell(i, j int) Cell {
	s := a.cells[i*len(a.Features)+j]
	return Cell{a.Countries[i], a.Features[j], s.state, a.numbers[s.from:s.to:s.to]}
}

// IsLimited reports whether a note of a cell limits the answer, or tells that the source
// contradicts it; other notes only inform.
func (a *Answers) IsLimited(c Cell) bool {
	return slices.ContainsFunc(c.Notes, func(n int) bool { return a.limits[n-1] })
}

// Differing lists the features to which the countries are known to have different
// answers: another state, detail, or other notes.
func (a *Answers) Differing() []model.Feature {
	var features []model.Feature
	for j, f := range a.Features {
		if a.differs(j) {
			features = append(features, f)
		}
	}
	return features
}

// Unequal lists the features to which the countries are not known to have the same
// answer: those of [Answers.Differing], and those with an answer that could not be read.
func (a *Answers) Unequal() []model.Feature {
	var features []model.Feature
	for j, f := range a.Features {
		if a.differs(j) || len(a.Countries) > 1 && a.hasUnread(j) {
			features = append(features, f)
		}
	}
	return features
}

// hasUnread reports whether an answer to the feature at position j could not be read.
func (a *Answers) hasUnread(j int) bool {
	return slices.ContainsFunc(a.Countries, func(c *model.Country) bool { return c.Answer(a.Features[j]).Shown() == model.Unread })
}

// differs reports whether the countries are known to have different answers to the
// feature at position j. One that could not be read differs from none.
func (a *Answers) differs(j int) bool {
	var first *Cell
	for i := range a.Countries {
		cell := a.Cell(i, j)
		switch {
		case cell.State == model.Unread:
		case first == nil:
			first = &cell
		case cell.State != first.State || !slices.Equal(cell.Notes, first.Notes) || cell.Detail() != first.Detail():
			return true
		}
	}
	return false
}
