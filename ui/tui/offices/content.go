package offices

import (
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rollout"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// contentKey determines the laid-out offices, together with the look.
type contentKey struct {
	list *rollout.List
	w    int
}

// layoutOffices lays out the offices for the look and the width, or takes them from the
// memo.
func (p *Pane) layoutOffices() {
	if p.look == nil || p.W <= 0 {
		return
	}
	p.SetContent(pane.Memoize(p.look, contentKey{p.list, p.W}, p.makeContent))
}

// makeContent lays out the totals and, in the order of the list, the offices.
func (p *Pane) makeContent() *pane.Content[*rollout.Office] {
	loc, t := p.look.Localizer, p.look.Theme
	blocks := []pane.Block[*rollout.Office]{{Lines: append(p.totalLines(), text.Line{})}}
	c := p.newColumns()
	for _, o := range p.list.Offices {
		lines := p.officeLines(c, o)
		if why := p.list.Why(loc, o, "voxatlas "); why != "" {
			lines = append(lines, text.Wrapped(why, t.Dim, indent, p.W)...)
		}
		blocks = append(blocks, pane.Block[*rollout.Office]{Item: o, Lines: lines})
	}
	return pane.NewContent(p.W, blocks)
}

// totalLines returns the number of offices with each outcome, and of their users where
// there is room.
func (p *Pane) totalLines() []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	separator := loc.Text("reason.separator")
	if lines := text.Wrapped(strings.Join(p.list.TotalLines(loc), separator), t.Dim, margin, p.W); len(lines) <= maxTotalLines {
		return lines
	}
	var short []string
	for o, total := range p.list.Totals {
		if total.Offices > 0 {
			short = append(short, loc.Labelled(rollout.Outcome(o).In(loc), assets.Number(total.Offices))) //nolint:gosec // fewer than NumOutcomes
		}
	}
	return text.Wrapped(strings.Join(short, separator), t.Dim, margin, p.W)
}

const (
	margin   = 1  // cells before an office
	indent   = 3  // cells before the lines below its first one
	maxLabel = 30 // cells of a name that has no line of its own

	maxTotalLines = 2 // with the numbers of users
)

// columns are the widths of the columns of the first line of an office, in cells.
type columns struct {
	label, place, users int
	fits                bool // the line fits the list
}

// newColumns measures the columns.
func (p *Pane) newColumns() columns {
	var c columns
	outcomes := 0
	for _, o := range p.list.Offices {
		c.label = max(c.label, text.Width(o.Label(p.look.Localizer)))
		c.place = max(c.place, text.Width(p.place(o)))
		c.users = max(c.users, text.Width(users(o)))
		outcomes = max(outcomes, text.Width(o.Outcome.In(p.look.Localizer)))
	}
	c.label = min(c.label, maxLabel)
	c.fits = margin+c.label+2+c.place+2+c.users+2+outcomes <= p.W
	return c
}

// place returns the code and the name of the place of an office; "" in doubt.
func (p *Pane) place(o *rollout.Office) string {
	if o.ISO2 == "" {
		return ""
	}
	return o.ISO2 + " " + p.list.PlaceName(p.look.Localizer, o.ISO2)
}

// users returns the number of users of an office; "" if it is not known.
func users(o *rollout.Office) string {
	if !o.HasUsers {
		return ""
	}
	return assets.Number(o.Users)
}

// officeLines returns the name of an office, its place, its users and its outcome: on a
// line, or, where there is no room, below the name.
func (p *Pane) officeLines(c columns, o *rollout.Office) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	label, outcome := o.Label(loc), text.Span{Text: o.Outcome.In(loc), Style: p.outcomeStyle(o.Outcome)}
	name := text.Span{Text: label, Style: t.Text}
	if !c.fits {
		lines := text.Wrapped(label, t.Strong, margin, p.W)
		facts := p.place(o)
		if n := users(o); n != "" {
			facts = strings.TrimSpace(facts + "  " + loc.Count("rollout.users", o.Users))
		}
		if facts != "" {
			lines = append(lines, text.Wrapped(facts, t.Text, indent, p.W)...)
		}
		return append(lines, text.Wrapped(outcome.Text, outcome.Style, indent, p.W)...)
	}
	var lines []text.Line
	line := text.Indented(margin, name)
	if text.Width(label) > c.label {
		lines = append(lines, text.Wrapped(label, t.Text, margin, p.W)...)
		line = text.Line{}
	}
	at := margin + c.label + 2
	line = append(line.PadLabel(at), text.Span{Text: p.place(o), Style: t.Text})
	if at += c.place + 2; c.users > 0 {
		n := users(o)
		line = append(line.PadLabel(at+c.users-text.Width(n)), text.Span{Text: n, Style: t.Text})
		at += c.users + 2
	}
	return append(lines, append(line.PadLabel(at), outcome))
}

// outcomeStyle returns the style of the word of an outcome.
func (p *Pane) outcomeStyle(o rollout.Outcome) text.Style {
	t := p.look.Theme
	switch o {
	case rollout.Meets:
		return t.State(model.Yes)
	case rollout.Conditional, rollout.NotRead:
		return t.State(model.Restricted)
	case rollout.Fails, rollout.Unlisted:
		return t.State(model.No)
	case rollout.InDoubt:
		return t.Warning
	}
	return t.Text
}
