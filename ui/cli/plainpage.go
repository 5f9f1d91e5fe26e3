package cli

import (
	"strings"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// Plain pages are for screen readers and for terminals that only print: a line for each
// fact, words instead of marks, no columns, no colours, lines of any length.

// plainLine returns a line of a page as a plain one: without an indentation, with a comma or
// a blank where columns are parted by blanks, with words for signs, and with "Link:" before
// an address.
func plainLine(loc say.Localizer, line string) string {
	var b strings.Builder
	for column := range strings.SplitSeq(strings.TrimSpace(line), "  ") {
		column = strings.TrimSpace(column)
		switch before := b.String(); {
		case column == "", column == "-": // no value
			continue
		case before == "":
		case endsClause(before):
			b.WriteString(" ")
		default:
			b.WriteString(loc.Text("plain.comma"))
		}
		b.WriteString(column)
	}
	s := strings.TrimPrefix(b.String(), "- ")
	if strings.HasPrefix(s, "https://") {
		return loc.Labelled(loc.Text("plain.link"), s)
	}
	return strings.ReplaceAll(s, " -> ", loc.Text("plain.now"))
}

// endsClause reports whether a text ends with a sign of punctuation, behind which no comma
// stands.
func endsClause(s string) bool {
	for _, sign := range []string{":", ",", ";", ".", "：", "，", "；", "。", "、"} {
		if strings.HasSuffix(s, sign) {
			return true
		}
	}
	return false
}

// withMark returns words behind the mark of a state; on a plain page the words alone.
func (s factPage) withMark(state model.State, words string) string {
	if s.plain {
		return words
	}
	return say.Mark(state, s.ascii) + " " + words
}

// addPlainAnswer adds a line with the name and the word of an answer.
func (s factPage) addPlainAnswer(f model.Feature, words string, notes []int) {
	s.AddText(0, withPlainNotes(s.localizer, s.localizer.Labelled(s.localizer.FeatureLabel(f), words), notes), text.Style{})
}

// withPlainNotes returns words with the numbers of notes behind them: "Available, note 1".
func withPlainNotes(loc say.Localizer, words string, notes []int) string {
	for _, n := range notes {
		words += loc.Text("plain.comma") + loc.Text("plain.note", "number", n)
	}
	return words
}

// addPlainNote adds the text of a note behind its number and the names of countries that
// have it.
func (s factPage) addPlainNote(number int, note string, countries ...*model.Country) {
	label := s.localizer.Text("plain.note", "number", number)
	var names []string
	for _, c := range countries {
		names = append(names, c.Name(s.localizer.Lang()))
	}
	if len(names) > 0 {
		label += s.localizer.Text("plain.comma") + s.localizer.JoinList(names)
	}
	s.AddText(0, s.localizer.Labelled(label, note), text.Style{})
}

// addPlainPlans adds a line for each plan, with the minutes that it has. Of a plan with
// domestic minutes alone, its name says that they are domestic.
func (s factPage) addPlainPlans(plans []say.PlanText) {
	for _, p := range plans {
		var facts []string
		domestic := "plain.domestic"
		if p.International == "-" {
			domestic = "answer.minutes"
		}
		for _, minutes := range [][2]string{{domestic, p.Domestic}, {"plain.international", p.International}} {
			if minutes[1] != "-" {
				facts = append(facts, s.localizer.Text(minutes[0], "minutes", minutes[1]))
			}
		}
		if p.Remark != "" {
			facts = append(facts, p.Remark)
		}
		line := p.Name
		if len(facts) > 0 {
			line = s.localizer.Labelled(p.Name, s.localizer.JoinList(facts))
		}
		s.AddText(0, line, text.Style{})
	}
}

// plainName returns the name of a row or column; that of a feature as lines have it in
// which a colon follows.
func (s factPage) plainName(f model.Feature, name string) string {
	if f == 0 {
		return name
	}
	return s.localizer.FeatureLabel(f)
}

// fieldName returns the name of a field of a country, on a plain page in the form of all
// its lines.
func (s factPage) fieldName(f model.Field) string {
	if s.plain {
		return s.plainName(f.Feature(), s.localizer.Field(f))
	}
	return s.localizer.Field(f)
}

// addPlainRows adds a line for each field of a sheet, behind the names of its row and of its
// column. Of counts, only those above zero have one.
func (s factPage) addPlainRows(sheet rows.Sheet) {
	for i, row := range sheet.Rows {
		if row.Group != "" && (i == 0 || sheet.Rows[i-1].Group != row.Group) {
			s.AddText(0, row.Group, text.Style{})
		}
		label := s.plainName(row.Feature, row.Label)
		if row.Compared && row.Differs {
			s.AddText(0, s.localizer.Labelled(label, s.localizer.Text("export.compared.differs")), text.Style{})
		} else if row.Compared && !row.Unread {
			s.AddText(0, s.localizer.Labelled(label, s.localizer.Text("export.compared.equal")), text.Style{})
		}
		for j, h := range sheet.Heads {
			f := row.Fields[j]
			title, words := s.plainName(h.Feature, h.Title), f.Texts[rows.FullForm]
			if h.Counts {
				title = s.localizer.State(h.State)
			}
			if f.Answer {
				words = withPlainNotes(s.localizer, f.Words, f.Notes)
			}
			if f.Answer || f.Key != "0" {
				s.AddText(0, s.localizer.Labelled(label+s.localizer.Text("plain.comma")+title, words), text.Style{})
			}
		}
	}
}
