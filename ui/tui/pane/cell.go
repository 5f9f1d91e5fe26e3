package pane

import (
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// CellText renders an answer in a form, in at most w cells, without the numbers of its
// notes: the browser explains the cell under the cursor instead. An answer that is
// limited has a [say.LimitedMark], also where its word is cut, but not in the form of a
// mark alone.
func (l *Look) CellText(c rows.Cell, isLimited bool, form rows.Form, w int) string {
	c.Notes = nil
	s, mark := c.Text(l.Localizer, form, l.ASCII), ""
	switch {
	case !isLimited || form == rows.MarkForm:
	case form >= rows.WordForm:
		mark = " " + say.LimitedMark
	default:
		mark = say.LimitedMark
	}
	return text.Cut(s, w-len(mark)) + mark
}

// CellLines explains an answer in at most h lines of w cells: the country, the service
// and the answer, its state; then, as far as there is room, its conditions and warnings,
// its plans and its cities.
func (l *Look) CellLines(c rows.Cell, w, h int) []text.Line {
	lines := l.cellHead(c, l.Localizer.FullTitle(model.Topic{Feature: c.Feature}), w)
	if len(lines) > 1 {
		lines = l.cellHead(c, l.Localizer.ShortTitle(model.Topic{Feature: c.Feature}), w)
	}
	if more := l.cellDetails(c); len(more) > 0 {
		lines = append(lines, text.WrapSpans(text.Span{Text: " "}, more, w)...)
	}
	if len(lines) <= h {
		return lines
	}
	last := append(lines[h-1][:len(lines[h-1]):len(lines[h-1])], text.Span{Text: " ...", Style: l.Theme.Dim}) // drawing it cuts what is too wide
	return append(lines[:h-1:h-1], last)
}

// cellHead returns the country, the title of the answer, and its state.
func (l *Look) cellHead(c rows.Cell, title string, w int) []text.Line {
	loc, t := l.Localizer, l.Theme
	return text.WrapSpans(text.Span{Text: " "}, []text.Span{
		{Text: c.Country.Name(loc.Lang()), Style: t.Strong},
		{Text: "  " + title + "  ", Style: t.Text},
		{Text: say.Mark(c.State, l.ASCII) + " " + c.Words(loc), Style: t.State(c.State)},
	}, w)
}

// cellDetails returns the notes, plans and cities of an answer as one paragraph.
func (l *Look) cellDetails(c rows.Cell) []text.Span {
	loc, t := l.Localizer, l.Theme
	a := loc.Answer(c.Country, c.Feature)
	var spans []text.Span
	add := func(s string, style text.Style) {
		if len(spans) > 0 {
			s = " " + s
		}
		spans = append(spans, text.Span{Text: s, Style: style})
	}
	for _, n := range a.Conditions {
		if !n.Restates {
			add(n.Text, t.Text)
		}
	}
	for _, n := range a.Warnings {
		add(loc.Labelled(n.Head, n.Text), t.Warning)
	}
	if len(a.Plans) > 0 {
		var plans []string
		for _, p := range a.Plans {
			plans = append(plans, loc.PlanLine(p))
		}
		add(loc.Labelled(a.PlansHead, loc.JoinList(plans)), t.Dim)
	}
	if len(a.Cities) > 0 {
		add(loc.Labelled(a.CitiesHead, loc.JoinList(a.Cities)), t.Dim)
	}
	return spans
}
