package requirements

import (
	"strconv"
	"strings"

	"voxatlas/assets"
	"voxatlas/model/query"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// lowBody is the height, in rows, below which the head has no blank row and the
// expression one row.
const lowBody = 14

// headLines returns the expression with its counts, and under it a mistake, or the
// clauses that are kept.
func (p *Pane) headLines() []text.Line {
	if p.look == nil || p.w <= 0 {
		return nil
	}
	loc, t := p.look.Localizer, p.look.Theme
	expr, count := p.choice.expression(), p.countText()
	style := t.Strong
	if expr == "" {
		expr, style = loc.Text("ui.no_needs"), t.Dim
	}
	w := min(p.w, maxNeedCells)
	lines := text.Wrapped(expr, style, 1, max(w-text.Width(count)-3, 1))
	if p.h < lowBody || len(lines) > 3 {
		lines = []text.Line{{{Text: " " + expr, Style: style}}}
	}
	lines[0] = append(lines[0].Fit(max(w-text.Width(count)-2, 0)), text.Span{Text: " " + count, Style: t.Accent})
	if message, style := p.message(); message != "" {
		lines = append(lines, text.Line{{Text: " " + message, Style: style}})
	}
	if p.h >= lowBody {
		lines = append(lines, nil)
	}
	return lines[:min(len(lines), max(p.h-1, 0))]
}

// countText returns the number of countries that meet the expression, and of those that
// do with a condition: "31 + 4".
func (p *Pane) countText() string {
	switch {
	case p.mistake != nil:
		return "-"
	case p.choice.expression() == "":
		return assets.Number(p.counts[query.Meets])
	}
	return assets.Number(p.counts[query.Meets]) + " + " + assets.Number(p.counts[query.Conditional])
}

// message returns the line below the expression: cities that begin as the typed one, a
// mistake, the clauses that are kept, or the counts in words.
func (p *Pane) message() (string, text.Style) {
	loc, t := p.look.Localizer, p.look.Theme
	switch {
	case p.typing && p.mistake != nil && len(p.proposals) > 0:
		return loc.Labelled("tab", strings.Join(p.proposals[:min(len(p.proposals), 3)], ", ")), t.Accent
	case p.mistake != nil && p.mistake.Kind == query.UnknownCity:
		return loc.Text("ui.no_city", "city", p.mistake.Found), t.Warning
	case p.mistake != nil:
		return loc.Text("ui.no_expression"), t.Warning
	case len(p.choice.kept) > 0:
		return loc.Text("ui.needs_kept", "terms", strings.Join(p.choice.kept, " ")), t.Dim
	case p.choice.expression() != "" && p.h >= lowBody:
		meets, conditional := assets.Number(p.counts[query.Meets]), assets.Number(p.counts[query.Conditional])
		return loc.Text("ui.needs_counts", "meets", meets, "conditional", conditional), t.Dim
	}
	return "", t.Dim
}

// View returns the expression and the needs under it.
func (p *Pane) View() []string {
	var view []string
	for _, l := range p.headLines() {
		view = append(view, l.Draw(p.w))
	}
	return text.VisibleLines(append(view, p.list.View(p.look.Theme, true)...), 0, p.h)
}

// Cursor returns the place where the city is typed, or the row of the need.
func (p *Pane) Cursor() pane.Cursor {
	c := p.list.Cursor()
	if c.Kind == pane.NoCursor {
		return c
	}
	c.Y += len(p.headLines())
	if p.typing {
		lead := p.rowLead(p.selected()).Width()
		_, cell := p.city.Visible(p.w - lead)
		c = pane.Cursor{X: min(lead+cell, p.w-1), Y: c.Y, Kind: pane.TextCursor}
	}
	return c
}

// layoutNeeds lays out the needs.
func (p *Pane) layoutNeeds() {
	if p.look == nil || p.w <= 0 {
		return
	}
	blocks := make([]pane.Block[int], len(needs))
	for i := range needs {
		blocks[i] = pane.Block[int]{Item: i + 1, Lines: []text.Line{p.rowLine(i)}}
	}
	p.list.SetContent(pane.NewContent(p.w, blocks))
}

// rowLead returns the tick of a need, its words, and those before a typed value.
func (p *Pane) rowLead(i int) text.Line {
	loc, t, n := p.look.Localizer, p.look.Theme, needs[i]
	tick, style := "[ ] ", t.Text
	if p.choice.ticked[i] {
		tick, style = "[x] ", t.Strong
	}
	if n.of != "" {
		tick = "    " + tick
	}
	words := loc.Text("need."+n.key, "value", p.valueText(i))
	if n.value == cityValue {
		words = loc.Labelled(words, "")
	}
	return text.Line{{Text: " " + tick, Style: t.Accent}, {Text: words, Style: style}}
}

// valueText returns the chosen value of a need, between the signs that tell that left
// and right change it.
func (p *Pane) valueText(i int) string {
	value := p.choice.values[i]
	switch needs[i].value {
	case minutesValue:
		n, _ := strconv.Atoi(value) // of digits alone
		value = assets.Number(n)
	case regionValue:
		value = p.look.Localizer.Region(value)
	default:
		return ""
	}
	return "<" + value + ">"
}

// rowLine returns a need: its tick, words and value, and at the right the term that it
// writes, if there is room for it.
func (p *Pane) rowLine(i int) text.Line {
	t := p.look.Theme
	l := p.rowLead(i)
	if needs[i].value == cityValue {
		typed, _ := p.city.Visible(p.w - l.Width())
		return append(l, text.Span{Text: typed, Style: t.Strong})
	}
	term := p.choice.term(i)
	if room := min(p.w, maxNeedCells) - text.Width(term) - 1; room > l.Width()+1 {
		l = append(l.Fit(room), text.Span{Text: term, Style: t.Dim})
	}
	return l
}

// maxNeedCells is the width beyond which a row does not grow: the terms stay near
// the words.
const maxNeedCells = 84
