package rows

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// Note is a statement about an answer that its state does not tell: a condition that
// limits it, a warning, or something that Microsoft has said later. Exactly one of the
// three is set.
type Note struct {
	Country   *model.Country // the first one that has it
	Condition model.Condition
	Warning   model.Warning
	Later     model.LaterNote
}

// notesOf lists the notes of an answer: the conditions of which limiting has the key,
// but not those that only repeat its state; all warnings; later notes about this country
// that change the answer.
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
	return append(notes, LaterNotes(c, f)...)
}

// LaterNotes lists the notes of later dates than the edition that change one of some answers of c,
// and are about c alone, in the order of the dates.
func LaterNotes(c *model.Country, features ...model.Feature) []Note {
	var notes []Note
	for n := range c.Later().Values() {
		if !n.General && n.Changes() && slices.ContainsFunc(features, n.Concerns) {
			notes = append(notes, Note{Country: c, Later: n})
		}
	}
	return notes
}

// Key returns the key of the condition or warning, or the kind of the later note.
func (n Note) Key() string { return n.Condition.Key + n.Warning.Key + n.Later.Kind }

// group returns a text that notes of the same text have in common.
func (n Note) group() string {
	if n.Condition.Key == "toll_numbers_local_organizations_only" { // the words are the same
		return "auto_assigned_numbers_local_organizations_only"
	}
	return n.Key() + n.Later.Date
}

// same reports whether n and m have the same text.
func (n Note) same(m Note) bool {
	return n.asCondition().Same(m.asCondition()) && n.Later.Text.Equal(m.Later.Text)
}

func (n Note) asCondition() model.Condition {
	if n.Warning.Key != "" {
		return model.Condition{Key: n.group(), Args: n.Warning.Args}
	}
	return model.Condition{Key: n.group(), Args: n.Condition.Args}
}

// In puts the note into words.
func (n Note) In(loc say.Localizer) say.Note {
	switch {
	case n.Warning.Key != "":
		return loc.Warning(n.Country, n.Warning)
	case n.Later.Date != "":
		later := loc.LaterNote(n.Later)
		return say.Note{Key: n.Later.Kind, Text: later.Text, Links: []string{later.URL}, Head: loc.Text("answer.later")}
	}
	return loc.Condition(n.Condition)
}
