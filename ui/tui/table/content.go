package table

import (
	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// newContent returns the rows of the table in some columns.
func (p *Pane) newContent(c *columns) *pane.GridContent {
	answers := allAnswers(p.look, p.selection.Atlas)
	s := &pane.GridContent{
		LabelWidth: c.label, Columns: c.widths, Gap: c.gap, HeaderRows: 2, Rows: len(p.list),
		Head:  func(row, column int) text.Span { return p.columnHead(c, row, column) },
		Label: p.label,
		Cell: func(row, column int) text.Line {
			cell := answers.cell(p.list[row], c.features[column])
			return text.Line{{Text: p.cellText(c.form, cell, answers.IsLimited(cell), c.widths[column]), Style: p.look.Theme.State(cell.State)}}
		},
		OtherNames: p.otherNames,
		Explain: func(row, column, w, h int) []text.Line {
			return p.look.CellLines(answers.cell(p.list[row], c.features[column]), w, h)
		},
	}
	if c.form == markForm {
		s.HeaderRows = 1
		s.Caption = func(column int) text.Span {
			return text.Span{Text: p.look.Localizer.ShortTitle(model.Topic{Feature: c.features[column]})}
		}
	}
	return s
}

// columnHead returns the service of a column in the first row, and the answer in the
// second.
func (p *Pane) columnHead(c *columns, row, column int) text.Span {
	loc, f := p.look.Localizer, c.features[column]
	switch {
	case row == 0:
		return text.Span{Text: c.services[f.Service()], Style: p.look.Theme.Strong}
	case c.form >= initialForm:
		return text.Span{Text: loc.ColumnInitials(f), Style: p.look.Theme.Dim}
	}
	return text.Span{Text: loc.ColumnHeading(f), Style: p.look.Theme.Dim}
}

// label returns the name of the country of a row, with its mark, or the rule above those
// that depend.
func (p *Pane) label(row int) (label text.Line, isHeading bool) {
	loc, t, c := p.look.Localizer, p.look.Theme, p.list[row]
	if c == nil {
		words := loc.Text("verdict.condition", "count", assets.Number(len(p.selection.Depends)))
		return text.Line{{Text: " "}, {Text: words, Style: t.Dim}}, true
	}
	mark := text.Span{Text: " "}
	if p.isMarked(c) {
		mark = text.Span{Text: say.MarkedMark(p.look.ASCII), Style: t.Accent}
	}
	return text.Line{{Text: " "}, mark, {Text: c.Name(loc.Lang()), Style: t.Text}}, false
}

// otherNames returns the codes of the country of a row, and its name in the other
// language.
func (p *Pane) otherNames(row int) string {
	if c := p.list[row]; c != nil {
		return c.ISO2() + "  " + c.ISO3() + "  " + c.Name(p.look.Other.Lang())
	}
	return ""
}

// cellText renders a cell in the form of the table.
func (p *Pane) cellText(form form, c rows.Cell, isLimited bool, w int) string {
	switch {
	case form == wordForm, form == letterForm && hasFigure(c):
		return p.look.CellText(c, isLimited, rows.WordForm, w)
	case form <= initialForm:
		return p.look.CellText(c, isLimited, rows.LetterForm, w)
	case form == signForm && isLimited:
		return p.look.CellText(c, isLimited, rows.MarkForm, w) + say.LimitedMark
	}
	return p.look.CellText(c, isLimited, rows.MarkForm, w)
}
