package rows

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// Order tells in which order the notes of cells are numbered: that of a view's rows.
type Order uint8

// The orders.
const (
	CountriesDown Order = iota // country by country
	FeaturesDown               // feature by feature
)

// Answers holds the answers of some countries to some features, as cells, with the
// notes that limit or contradict them.
type Answers struct {
	Countries []*model.Country // must not be changed
	Features  []model.Feature  // must not be changed

	cells   []storedCell // country by country
	numbers []int        // of the notes of all cells
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
	limiting, byKey := model.LimitingNotes(), map[string][]int{}
	for n := range a.cells {
		i, j := n/len(features), n%len(features)
		if order == FeaturesDown {
			i, j = n%len(countries), n/len(countries)
		}
		from := len(a.numbers)
		for _, note := range notesOf(countries[i], features[j], limiting) {
			n := a.numberOf(note, byKey)
			a.numbers = append(a.numbers, n)
			a.limits[n-1] = limiting[note.Condition.Key] || limiting[note.Warning.Key]
		}
		a.cells[i*len(features)+j] = storedCell{uint32(from), uint32(len(a.numbers)), countries[i].Answer(features[j]).State}
	}
	return a
}

// numberOf returns the number of a note; a new one for a note that has none. byKey has
// the numbers by the keys of the notes.
func (a *Answers) numberOf(note Note, byKey map[string][]int) int {
	for _, n := range byKey[note.key()] {
		if a.notes[n-1].same(note) {
			return n
		}
	}
	a.notes, a.limits = append(a.notes, note), append(a.limits, false)
	n := len(a.notes)
	byKey[note.key()] = append(byKey[note.key()], n)
	return n
}

// Notes lists the notes of all cells. The number of a note in a cell is its position
// here, from 1. The slice must not be changed.
func (a *Answers) Notes() []Note { return a.notes }

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

// Differing lists the features to which the countries have different answers: another
// state, detail, or other notes.
func (a *Answers) Differing() []model.Feature {
	var features []model.Feature
	for j, f := range a.Features {
		if a.differs(j) {
			features = append(features, f)
		}
	}
	return features
}

// differs reports whether the countries have different answers to the feature at
// position j.
func (a *Answers) differs(j int) bool {
	for i := 1; i < len(a.Countries); i++ {
		first, cell := a.Cell(0, j), a.Cell(i, j)
		if cell.State != first.State || !slices.Equal(cell.Notes, first.Notes) || cell.Detail() != first.Detail() {
			return true
		}
	}
	return false
}

// Note is a condition or a warning of an answer. Exactly one of the two has a key.
type Note struct {
	Country   *model.Country // the first one that has it
	Condition model.Condition
	Warning   model.Warning
}

// notesOf lists the notes of an answer: the conditions of which limiting has the key,
// but not those that only repeat its state, and all warnings.
func notesOf(c *model.Country, f model.Feature, limiting map[string]bool) []Note {
	var notes []Note
	for k := range c.Answer(f).Conditions.Values() {
		if limiting[k.Key] && !say.Restates(k.Key) {
			notes = append(notes, Note{Country: c, Condition: k})
		}
	}
	for w := range c.Warnings().Values() {
		if w.Concerns(f) {
			notes = append(notes, Note{Country: c, Warning: w})
		}
	}
	return notes
}

// key returns the key of the condition or warning; one key for two of the same text.
func (n Note) key() string {
	if n.Condition.Key == "toll_numbers_local_organizations_only" {
		return "auto_assigned_numbers_local_organizations_only"
	}
	return n.Condition.Key + n.Warning.Key
}

// same reports whether n and m have the same text.
func (n Note) same(m Note) bool { return n.asCondition().Same(m.asCondition()) }

func (n Note) asCondition() model.Condition {
	if n.Warning.Key != "" {
		return model.Condition{Key: n.key(), Args: n.Warning.Args}
	}
	return model.Condition{Key: n.key(), Args: n.Condition.Args}
}

// In puts the note into words.
func (n Note) In(loc say.Localizer) say.Note {
	if n.Warning.Key != "" {
		return loc.Warning(n.Country, n.Warning)
	}
	return loc.Condition(n.Condition)
}
