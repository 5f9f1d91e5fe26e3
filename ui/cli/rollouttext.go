package cli

import (
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rollout"
	"voxatlas/ui/rows"
	"voxatlas/ui/text"
)

// The text has a row for each office, in the order of the list; the offer of each
// country, once; and the totals:
//
//	Office   Country/region  Users  Verdict  Toll numbers  Why
//	HQ       TW Taiwan         120  Fails    Taipei        Calling Plans (Purchase): Not available
//
// Where there is no room for the reasons beside it, each office becomes a paragraph.

// printText prints the offices, the plans of their countries and the totals.
func (r *rolloutReport) printText() {
	page := r.program.newSheetPage()
	t := r.newOfficeLines(page)
	t.print()
	countries := r.countries()
	for _, c := range countries {
		r.offerNotes(c)
	}
	page.addSheetNotes(rows.Sheet{Notes: r.notes.list})
	for _, c := range countries {
		page.AddBlank()
		r.addCountry(page, c)
	}
	r.addLinks(page, countries)
	r.addTotals(page)
	page.AddBlank()
	page.addFoot(r.edition.Atlas().Info(), r.program.age(r.edition.Date))
	r.program.printLines(page.Lines)
}

// The columns of the rows of offices.
const (
	labelColumn = iota
	placeColumn
	usersColumn
	verdictColumn
	cityColumn
	whyColumn
	numOfficeColumns
)

// maxLabelCells is the width of the first column. A longer name has a line of its own.
const maxLabelCells = 32

// officeLines lays out the rows of offices.
type officeLines struct {
	*rolloutReport
	page   factPage
	heads  [numOfficeColumns]string
	widths [numOfficeColumns]int // 0 for a column that is left out
	beside int                   // cells before the reasons; 0: each office is a paragraph
}

// newOfficeLines measures the columns.
func (r *rolloutReport) newOfficeLines(page factPage) *officeLines {
	l := &officeLines{rolloutReport: r, page: page}
	for i, key := range []string{"site", "name", "users", "verdict", "toll_city", "reasons"} {
		l.heads[i] = r.program.localizer.Text("export.column." + key)
	}
	for _, o := range r.Offices {
		for column, field := range l.fields(o) {
			l.widths[column] = max(l.widths[column], text.Width(field))
		}
	}
	if page.Width < unlimitedWidth {
		l.widths[labelColumn] = min(l.widths[labelColumn], maxLabelCells)
	}
	for column := range whyColumn {
		if l.widths[column] > 0 {
			l.widths[column] = max(l.widths[column], text.Width(l.heads[column]))
			l.beside += l.widths[column] + 2
		}
	}
	if page.Width-l.beside < minReasonCells {
		l.beside = 0
	}
	return l
}

// fields returns the fields of an office but for the reasons.
func (l *officeLines) fields(o *rollout.Office) [numOfficeColumns]string {
	loc := l.program.localizer
	fields := [numOfficeColumns]string{labelColumn: o.Label(loc), verdictColumn: o.Outcome.In(loc), cityColumn: o.CityText(loc)}
	if o.ISO2 != "" {
		fields[placeColumn] = o.ISO2 + " " + l.PlaceName(l.program.localizer, o.ISO2)
	}
	if o.HasUsers {
		fields[usersColumn] = assets.Number(o.Users)
	}
	return fields
}

// print prints the heads and all offices; on a plain page a line for each office.
func (l *officeLines) print() {
	if l.page.plain {
		for _, o := range l.Offices {
			for _, line := range l.row(l.fields(o), text.Style{}, text.Style{}, l.whyLines(o, l.page.Width-l.beside)) {
				l.program.print(plainLine(l.program.localizer, line))
			}
		}
		return
	}
	if l.beside > 0 {
		l.program.print(l.row(l.heads, l.page.theme.Strong, l.page.theme.Strong, []string{l.heads[whyColumn]})...)
	}
	for _, o := range l.Offices {
		if l.beside > 0 {
			l.program.print(l.row(l.fields(o), l.page.theme.Text, l.verdictStyle(o.Outcome), l.whyLines(o, l.page.Width-l.beside))...)
		} else {
			l.program.print(l.paragraph(o)...)
		}
	}
}

// row returns the lines of an office, with its reasons beside it.
func (l *officeLines) row(fields [numOfficeColumns]string, style, verdict text.Style, why []string) []string {
	var lines []string
	if text.Width(fields[labelColumn]) > l.widths[labelColumn] {
		lines = append(lines, text.Line{{Text: fields[labelColumn], Style: style}}.Render())
		fields[labelColumn] = ""
	}
	var line text.Line
	for column := range whyColumn {
		if l.widths[column] == 0 {
			continue
		}
		field := text.Span{Text: text.Fit(fields[column], l.widths[column]) + "  ", Style: style}
		switch column {
		case usersColumn:
			field.Text = strings.Repeat(" ", l.widths[column]-text.Width(fields[column])) + fields[column] + "  "
		case verdictColumn:
			field.Style = verdict
		}
		line = append(line, field)
	}
	for i, part := range why {
		if i > 0 {
			line = text.Line{{Text: strings.Repeat(" ", l.beside)}}
		}
		if part == "" { // no blanks at the end of a line
			line[len(line)-1].Text = strings.TrimRight(line[len(line)-1].Text, " ")
		} else {
			line = append(line, text.Span{Text: part, Style: style})
		}
		lines = append(lines, line.Render())
	}
	return lines
}

// whyLines returns the reasons of an office, broken to w cells; at least one line.
func (l *officeLines) whyLines(o *rollout.Office, w int) []string {
	if o.Plan == nil {
		return text.WrapWhole(l.why(o), w, 0)
	}
	words := l.wordsOf(o.Plan)
	if o.Settled != nil {
		return text.WrapWhole(l.WithSettled(l.program.localizer, o, words.numbered), w, 0)
	}
	if words.wrapped == nil {
		words.wrapped = text.WrapWhole(words.numbered, w, 0)
	}
	return words.wrapped
}

// paragraph returns the lines of an office on a narrow terminal.
func (l *officeLines) paragraph(o *rollout.Office) []string {
	loc, theme, page := l.program.localizer, l.page.theme, text.PrintedPage{Width: l.page.Width}
	fields := l.fields(o)
	page.AddText(0, fields[labelColumn], theme.Strong)
	head := fields[verdictColumn]
	var facts []string
	if fields[placeColumn] != "" && fields[placeColumn] != fields[labelColumn] {
		facts = append(facts, fields[placeColumn])
	}
	if o.HasUsers {
		facts = append(facts, loc.Count("rollout.users", o.Users))
	}
	if len(facts) > 0 {
		page.AddHanging(answerIndent, loc.JoinList(facts), theme.Text)
	}
	page.AddHanging(answerIndent, head, l.verdictStyle(o.Outcome))
	for _, why := range l.whyLines(o, l.page.Width-answerIndent-2) {
		if why != "" {
			page.AddLine(answerIndent+2, text.Span{Text: why, Style: theme.Text})
		}
	}
	if fields[cityColumn] != "" {
		page.AddHanging(answerIndent, loc.Labelled(l.heads[cityColumn], fields[cityColumn]), theme.Text)
	}
	lines := make([]string, len(page.Lines))
	for i, line := range page.Lines {
		lines[i] = line.Render()
	}
	return lines
}

// verdictStyle returns the style of the word of an outcome.
func (l *officeLines) verdictStyle(o rollout.Outcome) text.Style {
	switch o {
	case rollout.Meets:
		return l.page.theme.State(model.Yes)
	case rollout.Conditional, rollout.NotRead:
		return l.page.theme.State(model.Restricted)
	case rollout.Fails, rollout.Unlisted:
		return l.page.theme.State(model.No)
	case rollout.InDoubt:
		return l.page.theme.Warning
	}
	return l.page.theme.Text
}
