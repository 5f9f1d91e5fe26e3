package compare

import (
	"math"
	"slices"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Widths in cells: margin holds the pointer and the mark of a row that differs, gap
// stands between columns. A column has at least so many for a word, where not all columns
// are in view for a usual one, and for the name of a country.
const (
	margin    = 2
	gap       = 2
	leastWord = 11
	usualWord = 14
	leastName = 8
)

// layoutAnswers lists the rows, lays out the columns, and moves the cursor to its place.
func (p *Pane) layoutAnswers() {
	if p.look == nil {
		return
	}
	p.answers = rows.NewAnswers(p.countries, model.Features(), rows.FeaturesDown)
	p.differ, p.unequal = p.answers.Differing(), p.answers.Unequal()
	p.list = p.listRows()
	p.hidesSame = p.hidesSame && len(p.countries) > 1
	row := slices.Index(p.list, model.Topic{Feature: p.at.feature})
	if row < 0 { // the next one that is listed
		row = slices.IndexFunc(p.list, func(t model.Topic) bool { return t.Feature >= max(p.at.feature, 1) })
	}
	p.SetContent(p.newContent(max(p.Width(), 1)), max(row, 0), max(slices.Index(p.countries, p.at.country), 0))
	p.rememberCursor()
}

// wanted lists the answers that are shown, and those that are hidden since they are the
// same.
func (p *Pane) wanted() []model.Feature {
	return slices.DeleteFunc(model.Features(), func(f model.Feature) bool { return p.only != nil && !slices.Contains(p.only, f) })
}

// differs reports whether the countries have different answers to f.
func (p *Pane) differs(f model.Feature) bool { return slices.Contains(p.differ, f) }

// isUnequal reports whether the countries are not known to have the same answer to f.
func (p *Pane) isUnequal(f model.Feature) bool { return slices.Contains(p.unequal, f) }

// listRows returns the services with their answers, but for equal ones that are hidden. With fewer than two countries, or with nothing to list, a hint comes first.
func (p *Pane) listRows() []model.Topic {
	var list []model.Topic
	listed := slices.DeleteFunc(p.wanted(), func(f model.Feature) bool { return p.hidesSame && !p.isUnequal(f) })
	if len(p.countries) < 2 || len(listed) == 0 {
		list = append(list, model.Topic{})
	}
	for i, f := range listed {
		if i == 0 || listed[i-1].Service() != f.Service() {
			list = append(list, model.Topic{Service: f.Service()})
		}
		list = append(list, model.Topic{Feature: f})
	}
	return list
}

// newContent lays out the comparison in w cells.
func (p *Pane) newContent(w int) *pane.GridContent {
	label := p.labelWidth(w)
	form, width, space := p.fitColumns(w - label - 1)
	headerRows := 1
	if p.h > len(p.list)+4 || p.h >= 12 && width < p.widestName() { // names that are cut need their codes
		headerRows = 2
	}
	return &pane.GridContent{
		LabelWidth: label, Columns: slices.Repeat([]int{width}, len(p.countries)), Gap: space, HeaderRows: headerRows, Rows: len(p.list),
		Head: func(row, column int) text.Span { return p.countryHead(row == headerRows-2, column) }, Label: p.label,
		Cell: func(row, column int) text.Line {
			cell := p.cell(row, column)
			return text.Line{{Text: p.cellText(cell, form, width), Style: p.look.Theme.State(cell.State)}}
		},
		OtherNames: p.otherNames,
		Explain:    func(row, column, w, h int) []text.Line { return p.look.CellLines(p.cell(row, column), w, h) },
	}
}

// cell returns the answer of a row and a column.
func (p *Pane) cell(row, column int) rows.Cell {
	return p.answers.Cell(column, int(p.list[row].Feature)-1)
}

// cellText renders a cell in w cells. Where all countries have the same state and still
// differ, their details stand for the word, if all have room: "✓ 6 cities".
func (p *Pane) cellText(c rows.Cell, form rows.Form, w int) string {
	if d := c.Detail(); form == rows.WordForm && (d.Minutes > 0 || d.Destinations > 0) {
		if s := p.withLimit(c, d.In(p.look.Localizer)); text.Width(s) <= w {
			return s // with its unit
		}
	}
	if form != rows.FullForm && p.showsDetails(c.Feature, w) {
		return p.detailText(c)
	}
	return p.look.CellText(c, p.answers.IsLimited(c), form, w)
}

// showsDetails reports whether the countries have the same state for a feature and still
// differ, and their details have room in w cells.
func (p *Pane) showsDetails(f model.Feature, w int) bool {
	for i := range p.countries {
		first, c := p.answers.Cell(0, int(f)-1), p.answers.Cell(i, int(f)-1)
		if c.State != first.State || c.Detail() == (rows.Detail{}) || text.Width(p.detailText(c)) > w {
			return false
		}
	}
	return p.differs(f)
}

// otherNames returns the short key of the answer of a row, and its name in the other
// language.
func (p *Pane) otherNames(row int) string {
	topic := p.list[row]
	if topic == (model.Topic{}) {
		return ""
	}
	return topic.Feature.Short() + "  " + p.look.Other.Topic(topic)
}

// detailText returns the mark and the detail of a cell; of a figure the number alone.
func (p *Pane) detailText(c rows.Cell) string {
	if d := c.Detail(); d.Minutes > 0 || d.Destinations > 0 {
		return p.look.CellText(c, p.answers.IsLimited(c), rows.WordForm, math.MaxInt)
	}
	return p.withLimit(c, c.Detail().In(p.look.Localizer))
}

// withLimit returns the mark of a cell, a text, and the sign of a note that limits it.
func (p *Pane) withLimit(c rows.Cell, detail string) string {
	s := say.Mark(c.State, p.look.ASCII) + " " + detail
	if p.answers.IsLimited(c) {
		s += " " + say.LimitedMark
	}
	return s
}

// labelWidth returns the width of the names of the answers: as much as they take, but at
// most a third of w cells.
func (p *Pane) labelWidth(w int) int {
	label := 0
	for _, f := range model.Features() {
		label = max(label, margin+text.Width(p.look.Localizer.Feature(f)))
	}
	return min(label, max(w/3, 8))
}

// fitColumns returns the form of the cells in columns that have w cells together, the
// width of each, and the gap between them: with details, if all have room; with words, if
// all or several have room for them; else with letters, which at least two have.
func (p *Pane) fitColumns(w int) (form rows.Form, width, space int) {
	n := max(len(p.countries), 1)
	if width := p.widest(rows.FullForm); n*(width+gap) <= w {
		return rows.FullForm, width, gap
	}
	inView := w / (usualWord + gap)
	if n*(leastWord+gap) <= w {
		inView = n
	}
	if inView >= min(n, 3) {
		return rows.WordForm, min(p.widest(rows.WordForm), w/inView-gap), gap
	}
	inView = min(n, max(w/(leastName+1), 2))
	return rows.LetterForm, max(min(p.widest(rows.LetterForm), w/inView-1), 1), 1
}

// widest returns the width of the widest cell in a form, or of the widest name.
func (p *Pane) widest(form rows.Form) int {
	width := p.widestName()
	for i := range p.countries {
		for j := range p.answers.Features {
			cell := p.answers.Cell(i, j)
			width = max(width, text.Width(p.look.CellText(cell, p.answers.IsLimited(cell), form, math.MaxInt)))
		}
	}
	return width
}

// widestName returns the width of the widest name of a country, with the mark before it.
func (p *Pane) widestName() int {
	width := 0
	for _, c := range p.countries {
		width = max(width, 1+text.Width(c.Name(p.look.Localizer.Lang())))
	}
	return width
}

// countryHead returns the code of the country of a column, or its name, with the mark of a
// marked country unless all are marked.
func (p *Pane) countryHead(isCode bool, column int) text.Span {
	t, c := p.look.Theme, p.countries[column]
	if isCode {
		return text.Span{Text: c.ISO2(), Style: t.Dim}
	}
	name := c.Name(p.look.Localizer.Lang())
	if p.isMarked(c) && slices.ContainsFunc(p.countries, func(c *model.Country) bool { return !p.isMarked(c) }) {
		name = say.MarkedMark(p.look.ASCII) + name
	}
	return text.Span{Text: name, Style: t.Strong}
}

// label returns the name of an answer, with a mark where the countries differ; the name
// of a service; or the hint.
func (p *Pane) label(row int) (label text.Line, isHeading bool) {
	loc, t, topic := p.look.Localizer, p.look.Theme, p.list[row]
	switch {
	case topic == model.Topic{} && len(p.countries) > 1:
		return text.Line{{Text: " " + loc.Text("ui.compare_same"), Style: t.Warning}}, true
	case topic == model.Topic{}:
		return text.Line{{Text: " " + loc.Text("ui.compare_hint"), Style: t.Warning}}, true
	case topic.Service != 0:
		return text.Line{{Text: " " + loc.Service(topic.Service), Style: t.Strong}}, true
	}
	mark, style := " ", t.Dim
	if p.differs(topic.Feature) {
		mark, style = say.ChangedMark, t.Text
	}
	return text.Line{{Text: " "}, {Text: mark, Style: t.Accent}, {Text: loc.Feature(topic.Feature), Style: style}}, false
}
