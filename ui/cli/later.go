package cli

import (
	"slices"
	"strings"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// Notes that are later than the edition change no verdict, but stand beside each answer
// that decides one.

// noteNumbers numbers the notes of a page by their text, from 1.
type noteNumbers struct{ list []rows.SheetNote }

// numbersOf returns the numbers of notes about answers of a country, sorted.
func (n *noteNumbers) numbersOf(c *model.Country, notes []say.Note) []int {
	var numbers []int
	for _, note := range notes {
		i := slices.IndexFunc(n.list, func(known rows.SheetNote) bool { return known.Text == note.Text })
		if i < 0 {
			i = len(n.list)
			n.list = append(n.list, rows.SheetNote{Text: note.Text, Links: note.Links})
		}
		if known := &n.list[i]; !slices.Contains(known.Countries, c) {
			known.Countries = append(known.Countries, c)
		}
		numbers = append(numbers, i+1)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// numberedReasons returns the reasons that decide a verdict, which put makes, with the
// numbers of the notes that put leaves apart and of later notes. The answers of named,
// those of the expression, follow if they have later notes and are in no reason.
func (p *program) numberedReasons(j rows.Judged, named []model.Feature, notes *noteNumbers, put func(*model.Country, query.Reason) (string, []say.Note)) string {
	var covered []model.Feature
	text := p.localizer.JoinReasons(j.Result, func(reason query.Reason) string {
		covered = append(covered, reason.Features()...)
		text, apart := put(j.Country, reason)
		return p.withNotes(text, notes.numbersOf(j.Country, append(apart, p.laterNotes(j.Country, reason.Features()...)...)))
	})
	for _, f := range named {
		if later := p.laterNotes(j.Country, f); len(later) > 0 && !slices.Contains(covered, f) {
			text += p.localizer.Text("reason.separator") + p.withNotes(p.localizer.FeatureLabel(f), notes.numbersOf(j.Country, later))
		}
	}
	return text
}

// wholeReason puts a reason into words with all notes that limit an answer.
func (p *program) wholeReason(c *model.Country, reason query.Reason) (string, []say.Note) {
	return p.localizer.Reason(c, reason), nil
}

// withNotes returns words with the numbers of notes behind them.
func (p *program) withNotes(words string, numbers []int) string {
	if p.options.plain {
		return withPlainNotes(p.localizer, words, numbers)
	}
	return rows.WithNotes(words, numbers)
}

// laterNotes returns the later notes about some answers of a country in words.
func (p *program) laterNotes(c *model.Country, features ...model.Feature) []say.Note {
	var notes []say.Note
	for _, n := range rows.LaterNotes(c, features...) {
		notes = append(notes, n.In(p.localizer))
	}
	return notes
}

// laterColumn returns the column of laterCell.
func (p *program) laterColumn() export.Column {
	return export.Column{Key: "later", Title: p.localizer.Text("answer.later")}
}

// laterCell returns later notes, a line each, behind the names of those of some answers that
// they are about. Its key has their dates and kinds.
func (p *program) laterCell(notes []rows.Note, features ...model.Feature) export.Cell {
	var lines, keys []string
	for _, n := range notes {
		var names []string
		for f := range n.Later.Features.Values() {
			if slices.Contains(features, f) {
				names = append(names, p.localizer.FeatureLabel(f))
			}
		}
		lines = append(lines, p.localizer.Labelled(p.localizer.JoinList(names), n.In(p.localizer).Text))
		keys = append(keys, n.Later.Date+":"+n.Later.Kind)
	}
	return export.Cell{Text: strings.Join(lines, "\n"), Key: strings.Join(slices.Compact(keys), " ")}
}

// laterDocuments returns the JSON of later notes.
func (p *program) laterDocuments(notes []rows.Note) []data.LaterNote {
	var docs []data.LaterNote
	for _, n := range notes {
		doc := data.LaterNoteOf(n.Later)
		doc.Text = p.translations(func(loc say.Localizer) string { return n.Later.Text.In(loc.Lang()) })
		docs = append(docs, doc)
	}
	return docs
}
