package countries

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"voxatlas/assets"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Title returns the name of the pane, the number of countries in the list, of all where
// they differ, and that of the marked ones: "Countries 31 + 4/114, 2 marked". With a
// filter, those that meet it with a condition are counted apart where there is room.
func (p *Pane) Title() string {
	whole, apart := assets.Number(p.countries), ""
	if p.filter.inForce() && !p.filter.failing {
		apart = assets.Number(p.countries-p.conditional) + " + " + assets.Number(p.conditional)
	}
	loc, of, marked := p.look.Localizer, "", ""
	if all := p.atlas.Len(); p.countries != all {
		of = "/" + assets.Number(all)
	}
	if n := len(p.Marked()); n > 0 {
		marked = loc.Count("ui.marked_count", n)
	}
	for _, count := range []string{apart, whole} {
		if title := loc.Text("ui.list") + " " + count + of + marked; count != "" && text.Width(title) < p.w {
			return title
		}
	}
	return loc.Text("ui.list") + " " + whole + marked
}

// prompt stands before the query.
const prompt = "/ "

// View returns the search box and the list under it.
func (p *Pane) View() []string {
	view := make([]string, 0, p.h)
	if p.h > 0 {
		view = append(view, p.searchBox())
	}
	for _, l := range p.headLines() {
		view = append(view, l.Draw(p.w))
	}
	if p.cursor < 0 {
		for _, l := range p.noHitLines() {
			view = append(view, l.Draw(p.w))
		}
	}
	for i := p.top; i < len(p.rows) && len(view) < p.h; i++ {
		view = append(view, p.drawRow(i))
	}
	return text.VisibleLines(view, 0, p.h)
}

// searchBox draws the search box, with a hint in place of an empty query.
func (p *Pane) searchBox() string {
	t := p.look.Theme
	query, _ := p.visibleQuery()
	if p.query() == "" {
		return text.Line{{Text: prompt, Style: t.Strong}, {Text: p.look.Localizer.Text("ui.search_hint"), Style: t.Dim}}.Draw(p.w)
	}
	style := t.Text
	if p.input.Selected() && p.typing {
		style = t.Selected
	}
	return text.Line{{Text: prompt, Style: t.Strong}, {Text: query, Style: style}}.Draw(p.w)
}

// visibleQuery returns the part of the query that fits the box, and the cell of
// the cursor in that part.
func (p *Pane) visibleQuery() (shown string, cell int) {
	return p.input.Visible(p.w - text.Width(prompt))
}

// Cursor returns the cell of the search box where typed text goes; while browsing,
// the first cell of the selected row.
func (p *Pane) Cursor() pane.Cursor {
	switch {
	case p.w <= 0 || p.h <= 0:
		return pane.Cursor{}
	case p.TypesFilter():
		_, cell := p.filter.input.Visible(p.filterRoom())
		return pane.Cursor{X: min(text.Width(p.filterPrompt())+cell, p.w-1), Y: min(1, p.h-1), Kind: pane.TextCursor}
	case p.typing:
		_, cell := p.visibleQuery()
		return pane.Cursor{X: min(text.Width(prompt)+cell, p.w-1), Kind: pane.TextCursor}
	case p.cursor < p.top || p.cursor >= p.top+p.listHeight():
		return pane.Cursor{}
	}
	return pane.Cursor{Y: p.headHeight() + p.cursor - p.top, Kind: pane.RowCursor}
}

// headLines returns the lines between the search box and the list: the filter, and the
// answer that is shown for every country.
func (p *Pane) headLines() []text.Line {
	var lines []text.Line
	if p.filter.shown() {
		lines = append(append(lines, p.filterLine()), p.filter.below...)
	}
	return append(lines, p.columnHeadings()...)
}

// headHeight returns the height of the search box and of the lines between it and the
// list.
func (p *Pane) headHeight() int { return min(1+len(p.headLines()), p.h) }

// Link returns none: the rows are countries.
func (p *Pane) Link() string { return "" }

// drawRow draws row i. A row without the cursor, a mark and the column of an answer is
// drawn once.
func (p *Pane) drawRow(i int) string {
	t, r := p.look.Theme, p.rows[i]
	if r.country == nil {
		return p.drawn.Line(i, func() string { return p.headingLine(r).Draw(p.w) })
	}
	var lead text.Line
	if len(p.columnFeatures()) > 0 {
		lead = p.markSpans(r.country)
	}
	if i == p.cursor {
		return append(append(text.Line{{Text: ">", Style: t.Strong}}, lead...), p.rowLine(r, p.rowWidth())...).DrawOn(t.Selected, p.w)
	}
	row := func() string { return p.rowLine(r, p.rowWidth()).Draw(p.rowWidth()) }
	switch {
	case p.markOf(r.country) >= 0:
		return " " + lead.Render() + row()
	case len(lead) > 0:
		return " " + lead.Render() + p.drawn.Line(i, row)
	}
	return p.drawn.Line(i, func() string { return " " + row() })
}

// Widths in cells: the column of names, behind which the second names begin, and the
// narrowest row that has an ISO code.
const (
	nameColumn = 12
	wideRow    = 24
)

// rowLine lays out a row in w cells: the name, a second name, the sign of a marked
// country, and the ISO code.
func (p *Pane) rowLine(r countryRow, w int) text.Line {
	t := p.look.Theme
	style := t.Text
	if r.dim || r.hit != nil && r.hit.IsGuess() {
		style = t.Dim
	}
	l := highlightMatch(r.country.Name(p.look.Localizer.Lang()), r.hit, style, t.Accent)
	var tail text.Line
	if p.markOf(r.country) >= 0 {
		tail = text.Line{{Text: " " + say.MarkedMark(p.look.ASCII), Style: t.Accent}}
	}
	if w >= wideRow {
		tail = append(tail, text.Span{Text: " " + r.country.ISO2(), Style: t.Dim})
	}
	if beside := p.secondName(r); len(beside) > 0 {
		column := nameColumn
		if r.hit != nil { // the reason of a hit is worth more than the column
			column = min(column, w-tail.Width()-beside.Width())
		}
		l = append(l.PadLabel(column), beside...)
	}
	if len(tail) == 0 {
		return l
	}
	return append(l.Fit(w-tail.Width()), tail...)
}

// secondName returns the name that matched the query, with the reason, if it is
// not the shown one; else the English name.
func (p *Pane) secondName(r countryRow) text.Line {
	t := p.look.Theme
	name, english := r.country.Name(p.look.Localizer.Lang()), r.country.Name(model.English)
	switch {
	case r.hit == nil || r.hit.Name == name || r.hit.Name == english:
		if name == english {
			return nil
		}
		return highlightMatch(english, r.hit, t.Dim, t.Accent)
	case r.hit.Reason.Code(): // speaks for itself
		return highlightMatch(r.hit.Name, r.hit, t.Dim, t.Accent)
	}
	reason := p.look.Localizer.MatchReason(r.hit.Reason.String(), r.hit.LangToShow())
	if rightToLeft(r.hit.Name) { // terminals that turn it round would turn the row
		return text.Line{{Text: reason, Style: t.Dim}}
	}
	return append(text.Line{{Text: reason + " ", Style: t.Dim}}, highlightMatch(r.hit.Name, r.hit, t.Dim, t.Accent)...)
}

// rightToLeft reports whether s has a letter of a script that is written from
// right to left.
func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	})
}

// highlightMatch lays out name. If it is the name that matched, the matched
// characters have the style match.
func highlightMatch(name string, h *search.Hit, style, match text.Style) text.Line {
	var matched []int
	if h != nil && h.Name == name {
		matched = h.Runes
	}
	if len(matched) == 0 {
		return text.Line{{Text: name, Style: style}}
	}
	var l text.Line
	last := false
	for i, r := range []rune(name) {
		hit := len(matched) > 0 && matched[0] == i
		if hit {
			matched = matched[1:]
		}
		if i > 0 && hit == last {
			l[len(l)-1].Text += string(r)
			continue
		}
		last = hit
		s := style
		if hit {
			s = match
		}
		l = append(l, text.Span{Text: string(r), Style: s})
	}
	return l
}
