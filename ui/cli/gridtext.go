package cli

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/text"
)

// unlimitedWidth is the width of a page for other programs.
const unlimitedWidth = 1 << 30

// newSheetPage returns an empty page for a sheet. Without a terminal its lines are of
// any length: other programs read them.
func (p *program) newSheetPage() factPage {
	s := p.newFactPage()
	if p.env.Width <= 0 {
		s.Width = unlimitedWidth
	}
	return s
}

// addSheet adds a sheet, a legend of its marks, and its notes.
func (s factPage) addSheet(sheet rows.Sheet, extra ...string) {
	if len(sheet.Rows) == 0 || len(sheet.Heads) == 0 {
		return
	}
	if s.plain {
		s.addPlainRows(sheet)
		s.addSheetNotes(sheet)
		return
	}
	g := layOut(sheet, s.Width)
	if len(g.tables) == 0 {
		s.addRowLists(sheet)
	}
	for i, columns := range g.tables {
		if i > 0 {
			s.AddBlank()
		}
		s.addGridTable(sheet, g, columns)
	}
	s.addLegend(sheet, g, extra)
	s.addSheetNotes(sheet)
}

// addGridTable adds some columns of a sheet, below their heads.
func (s factPage) addGridTable(sheet rows.Sheet, g grid, columns []gridColumn) {
	t := &text.Table{Gap: g.gap, Columns: []text.Column{{}}}
	for _, c := range columns {
		t.Columns = append(t.Columns, text.Column{Right: sheet.Heads[c.index].Right})
	}
	headLines := addHeadRows(t, sheet, columns, s.theme.Strong)
	first := make([]int, len(sheet.Rows)) // the line of each row
	for i, row := range sheet.Rows {
		first[i] = len(t.Rows)
		s.addGridRow(t, row, g.label, columns)
	}
	lines := t.Lines()
	s.addGridLines(lines[:headLines])
	first = append(first, len(lines))
	for i := range sheet.Rows {
		s.addGroup(sheet, i)
		s.addGridLines(lines[first[i]:first[i+1]])
	}
}

func (s factPage) addGridLines(lines []text.Line) {
	for _, l := range lines {
		s.AddLine(0, l...)
	}
}

// addGroup adds the heading above row i, if a group begins there.
func (s factPage) addGroup(sheet rows.Sheet, i int) {
	group := sheet.Rows[i].Group
	if group == "" || i > 0 && sheet.Rows[i-1].Group == group {
		return
	}
	if i > 0 {
		s.AddBlank()
	}
	s.AddText(0, group, s.theme.Strong)
}

// addHeadRows adds the heads of columns to a table, broken over several lines and
// resting on the last, and returns the number of lines.
func addHeadRows(t *text.Table, sheet rows.Sheet, columns []gridColumn, style text.Style) int {
	var heads [][]string
	n := 0
	for _, c := range columns {
		head := text.KeepWords(sheet.Heads[c.index].Short)
		if c.titled {
			head = sheet.Heads[c.index].Title
		}
		lines := text.Wrap(head, c.width())
		heads, n = append(heads, lines), max(n, len(lines))
	}
	for i := range n {
		row := []string{""}
		for _, lines := range heads {
			line := ""
			if j := i - (n - len(lines)); j >= 0 {
				line = lines[j]
			}
			row = append(row, line)
		}
		t.AddRow(style, row...)
	}
	return n
}

// addGridRow adds a row to a table. A label that is wider than the column of labels
// goes on below.
func (s factPage) addGridRow(t *text.Table, row rows.Row, label int, columns []gridColumn) {
	code := rowCode(row)
	for i, part := range text.Wrap(row.Label, label-text.Width(code)) {
		if i > 0 {
			t.AddRow(s.theme.Text, text.Fit("", text.Width(code))+part)
			continue
		}
		cells := []text.Line{{{Text: text.Fit(code+part, label), Style: s.theme.Text}}}
		for _, c := range columns {
			cells = append(cells, s.fieldLine(row.Fields[c.index], c.form))
		}
		t.Rows = append(t.Rows, cells)
	}
}

// fieldLine returns a field in the styles of its state.
func (s factPage) fieldLine(f rows.Field, form rows.Form) text.Line {
	switch {
	case f.Answer:
		words := strings.TrimPrefix(f.Texts[form], f.Mark)
		return text.Line{{Text: f.Mark, Style: s.theme.Mark(f.State)}, {Text: words, Style: s.theme.State(f.State)}}
	case f.Key == "0":
		return text.Line{{Text: f.Texts[form], Style: s.theme.Dim}}
	}
	return text.Line{{Text: f.Texts[form], Style: s.theme.Text}}
}

// addRowLists adds each row as a list: its label, and below it a line for each field.
func (s factPage) addRowLists(sheet rows.Sheet) {
	titles := 0 // width of the widest title
	for _, h := range sheet.Heads {
		titles = max(titles, text.Width(h.Title))
	}
	for i, row := range sheet.Rows {
		s.addGroup(sheet, i)
		s.AddText(0, rowCode(row)+row.Label, s.theme.Strong)
		for j, h := range sheet.Heads {
			field := s.fieldLine(row.Fields[j], rows.FullForm)
			if answerIndent+titles+2+field.Width() <= s.Width {
				s.AddLine(answerIndent, append(text.Line{{Text: text.Fit(h.Title, titles+2), Style: s.theme.Text}}, field...)...)
			} else {
				s.AddHanging(answerIndent, s.listItem(h, row.Fields[j]), field[len(field)-1].Style)
			}
		}
	}
}

// listItem returns the title of a column and a field on one line, its mark first.
func (s factPage) listItem(h rows.Head, f rows.Field) string {
	item := s.localizer.Labelled(h.Title, f.Words)
	if f.Answer {
		item = f.Mark + " " + item
	}
	return rows.WithNotes(item, f.Notes)
}

// addLegend adds a line that explains the marks of a sheet, unless words stand in every
// field or head, and the further marks of extra.
func (s factPage) addLegend(sheet rows.Sheet, g grid, extra []string) {
	marks, letters, numbers := false, false, false
	for _, c := range slices.Concat(g.tables...) {
		answers := !sheet.Heads[c.index].Right
		marks = marks || answers && c.form < rows.FullForm || !answers && !c.titled
		letters = letters || c.form == rows.LetterForm || !answers
		numbers = numbers || answers && c.form < rows.WordForm && len(sheet.Notes) > 0
	}
	var items []string
	if marks {
		for _, state := range sheet.States() {
			items = append(items, rows.Legend(s.localizer, state, s.ascii, letters))
		}
	}
	if items = append(items, extra...); numbers {
		items = append(items, s.localizer.Text("cli.table.numbers"))
	}
	if len(items) > 0 {
		s.AddBlank()
		s.AddItems(0, "", items, "  ")
	}
}

// maxNoteCountries is the number of countries that are named before a note.
const maxNoteCountries = 3

// addSheetNotes adds the notes that the numbers in the fields mean, each with the
// countries that have it where those are few.
func (s factPage) addSheetNotes(sheet rows.Sheet) {
	if len(sheet.Notes) > 0 {
		s.AddBlank()
	}
	for i, n := range sheet.Notes {
		countries, note := n.Countries, n.Text
		if len(countries) > maxNoteCountries {
			countries = nil
		}
		if s.plain {
			s.addPlainNote(i+1, note, countries...)
			continue
		}
		var codes []string
		for _, c := range countries {
			codes = append(codes, c.ISO2())
		}
		if len(codes) > 0 {
			note = s.localizer.Labelled(s.localizer.JoinList(codes), note)
		}
		number := text.Span{Text: rows.NoteLabel(i+1) + " ", Style: s.theme.Text}
		s.AddWithPrefix(number, note, s.theme.Text)
		for _, link := range n.Links {
			s.AddLine(text.Width(number.Text), text.Span{Text: link, Style: s.theme.Link})
		}
	}
}

// addFoot adds the date, age and source of the facts.
func (s factPage) addFoot(e model.EditionInfo, age model.Age) {
	s.AddHanging(0, text.KeepWhole(s.localizer.AsOfShort(e, age), s.localizer.Age(age)), datedStyle(s.theme, age))
	s.AddHanging(0, s.localizer.Source(e), s.theme.Dim)
}

// datedStyle returns the style of the date of facts: that of a warning for old ones.
func datedStyle(theme *text.Theme, age model.Age) text.Style {
	if age.Old() {
		return theme.Warning
	}
	return theme.Dim
}
