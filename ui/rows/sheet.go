package rows

import (
	"strconv"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// Sheet is a view over several countries in the words of one language: heads of
// columns, rows of fields, and the notes that the numbers in the fields mean. A terminal,
// a file and a document all render the same sheet.
type Sheet struct {
	Heads []Head
	Rows  []Row
	Notes []SheetNote // note 1 stands first
}

// Head is the head of a column.
type Head struct {
	Key   string // stable: that of a feature or state, or the code of a country
	Title string
	Short string // for a narrow column, to be broken at its blanks: see [text.KeepWords]; it may be the title
	Rank  int    // the most important column has 0; those of one rank are alike

	Feature model.Feature // 0 for a column that is about none

	Right  bool // the fields are numbers
	Counts bool // the fields count the answers of State
	State  model.State
}

// Row is a country or a feature, with a field for each column.
type Row struct {
	Group    string // the heading above the rows of this group, which stand together; "" for none
	Key      string // stable: the code of a country, or the key of a feature
	Code     string // of a country, shown before its name
	Label    string
	Feature  model.Feature // 0 for a country
	Compared bool          // the row belongs to a comparison
	Differs  bool          // the fields of a comparison are not all equal
	Unread   bool          // a field of a comparison could not be read
	Fields   []Field
}

// Field is an answer or a number.
type Field struct {
	Key    string               // stable: the word of a state, or the number
	Mark   string               // of the state of an answer
	Words  string               // without a mark and notes
	Notes  []int                // from 1
	Texts  [FullForm + 1]string // with mark and numbers of notes, by [Form]
	State  model.State
	Answer bool // it is an answer, not a number
	Number int
}

// SheetNote is a note in words.
type SheetNote struct {
	Text      string
	Countries []*model.Country // those that have it
	Links     []string
}

// importance lists the features by how often people ask for them. Narrow tables show
// the first ones first.
var importance = [model.NumFeatures]model.Feature{
	model.ConferencingPurchase, model.CallingPlansPurchase, model.TollNumbers, model.TollFreeNumbers, model.CallMe, model.Minutes,
	model.CreditsPurchase, model.AutoAssignedNumbers, model.PremiumNumbers, model.OutboundCalls,
	model.PhoneSystemPurchase, model.AutoAttendants, model.CallQueues, model.Voicemail,
}

// TableSheet returns the sheet with countries down and features across; with ascii, its
// marks are in ASCII. Columns are as important as their features, or, if ranked, as
// their order. A sheet of the minutes alone lists all plans.
func (a *Answers) TableSheet(loc say.Localizer, ascii, ranked bool) Sheet {
	s := Sheet{Notes: a.sheetNotes(loc)}
	for j, f := range a.Features {
		h := featureHead(loc, f)
		if h.Rank = j; !ranked {
			h.Rank = rankOf(f)
		}
		s.Heads = append(s.Heads, h)
	}
	for i, c := range a.Countries {
		row := Row{Key: c.ISO2(), Code: c.ISO2(), Label: c.Name(loc.Lang())}
		for j := range a.Features {
			row.Fields = append(row.Fields, a.Cell(i, j).field(loc, ascii))
		}
		s.Rows = append(s.Rows, row)
	}
	a.showPlans(loc, s)
	return s
}

// ComparisonSheet returns the sheet with features down and countries across.
func (a *Answers) ComparisonSheet(loc say.Localizer, ascii bool) Sheet {
	s := Sheet{Notes: a.sheetNotes(loc)}
	for _, c := range a.Countries {
		name := c.Name(loc.Lang())
		s.Heads = append(s.Heads, Head{Key: c.ISO2(), Title: name, Short: name})
	}
	for j, f := range a.Features {
		row := Row{Key: f.Key(), Label: loc.ShortTitle(model.Topic{Feature: f}), Feature: f, Compared: true, Differs: a.differs(j), Unread: a.hasUnread(j)}
		for i := range a.Countries {
			row.Fields = append(row.Fields, a.Cell(i, j).field(loc, ascii))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// Sheet returns the sheet with features down, and across the number of countries with
// each state, then their sum.
func (s Stats) Sheet(loc say.Localizer, ascii bool) Sheet {
	var sheet Sheet
	for _, state := range s.States {
		mark, word := say.Mark(state, ascii), loc.State(state)
		sheet.Heads = append(sheet.Heads, Head{Key: state.String(), Title: mark + " " + word, Short: markAndLetter(state, ascii), Right: true, Counts: true, State: state})
	}
	total := loc.Text("stats.total")
	sheet.Heads = append(sheet.Heads, Head{Key: "total", Title: total, Short: total, Right: true})
	for _, f := range s.Features {
		row := Row{Key: f.Key(), Label: loc.ShortTitle(model.Topic{Feature: f}), Feature: f}
		for _, state := range s.States {
			row.Fields = append(row.Fields, countField(s.Count(f, state)))
		}
		row.Fields = append(row.Fields, countField(s.Total))
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func countField(n int) Field {
	text := assets.Number(n)
	return Field{Key: strconv.Itoa(n), Number: n, Words: text, Texts: [FullForm + 1]string{text, text, text, text}}
}

// field puts the cell into words.
func (c Cell) field(loc say.Localizer, ascii bool) Field {
	f := Field{Key: c.State.String(), Mark: say.Mark(c.State, ascii), Words: c.Words(loc), Notes: c.Notes, State: c.State, Answer: true}
	for form := range f.Texts {
		f.Texts[form] = c.Text(loc, Form(form), ascii)
	}
	return f
}

func featureHead(loc say.Localizer, f model.Feature) Head {
	return Head{Key: f.Key(), Title: loc.ShortTitle(model.Topic{Feature: f}), Short: loc.Text("head." + f.Key()), Feature: f}
}

// rankOf returns the position of f in importance.
func rankOf(f model.Feature) int {
	for i, g := range importance {
		if f == g {
			return i
		}
	}
	return len(importance)
}

// sheetNotes puts the notes into words.
func (a *Answers) sheetNotes(loc say.Localizer) []SheetNote {
	var notes []SheetNote
	for i, n := range a.notes {
		note := n.In(loc)
		notes = append(notes, SheetNote{note.Text, a.WithNote(i + 1), note.Links})
	}
	return notes
}

// States lists the states that the sheet has, in its fields or its heads, in the order of
// [model.ShownStates].
func (s Sheet) States() []model.State {
	var occurs [model.NumShown]bool
	for _, h := range s.Heads {
		occurs[h.State] = occurs[h.State] || h.Counts
	}
	for _, row := range s.Rows {
		for _, f := range row.Fields {
			occurs[f.State] = occurs[f.State] || f.Answer
		}
	}
	var states []model.State
	for _, state := range model.ShownStates() {
		if occurs[state] {
			states = append(states, state)
		}
	}
	return states
}

// NoteLabel returns the numbers of notes as fields have them: "[1,2]".
func NoteLabel(numbers ...int) string { return "[" + joinNumbers(numbers) + "]" }

// Legend explains the mark of a state, and, if wanted, its letter: "✓Y Available".
func Legend(loc say.Localizer, state model.State, ascii, letter bool) string {
	mark := say.Mark(state, ascii)
	if letter {
		mark = markAndLetter(state, ascii)
	}
	return mark + " " + loc.State(state)
}
