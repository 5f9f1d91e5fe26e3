package changes

import (
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// contentKey is what a sheet follows from, besides the look.
type contentKey struct {
	before, atlas *model.Atlas
	w             int
}

// layoutChanges finds or lays out the changes for the look and width.
func (p *Pane) layoutChanges() {
	if p.look == nil || p.W <= 0 {
		return
	}
	p.SetContent(pane.Memoize(p.look, contentKey{p.before, p.atlas, p.W}, p.makeContent))
	p.open.SetEnabled(p.HasSelection())
}

// makeContent lays out how many changes there are, and the changes country by country.
func (p *Pane) makeContent() *pane.Content[changeRef] {
	loc, t := p.look.Localizer, p.look.Theme
	if p.before == nil {
		none := text.Wrapped(loc.Text("ui.no_earlier"), t.Dim, 1, p.W)
		return pane.NewContent(p.W, []pane.Block[changeRef]{{Lines: none}})
	}
	all := model.Diff(p.before, p.atlas)
	blocks := []pane.Block[changeRef]{{Lines: text.Wrapped(loc.Total(all), t.Dim, 1, p.W)}}
	for _, k := range loc.ByCountry(all) {
		blocks = append(blocks, pane.Block[changeRef]{Lines: p.countryHeading(k.Country)})
		for _, c := range k.Changes {
			blocks = append(blocks, pane.Block[changeRef]{Item: changeRef{k.Country, c.Field}, Lines: p.changeLines(loc.Change(c))})
		}
	}
	return pane.NewContent(p.W, blocks)
}

// countryHeading names a country, as the list does.
func (p *Pane) countryHeading(c *model.Country) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	name, english := c.Name(loc.Lang()), c.Name(model.English)
	beside := c.ISO2()
	if english != name {
		beside += "  " + english
	}
	return []text.Line{{}, {{Text: " "}, {Text: name, Style: t.Strong}, {Text: "  " + beside, Style: t.Dim}}}
}

// The columns of a change, in cells: what it is about, behind the word of its
// turn, and what it was and is.
const (
	indent      = 3
	nameColumn  = indent + 9
	valueColumn = nameColumn + 33
)

// changeLines is which way a change goes and what changed, with what it was and is
// beside it where that fits; and below what came and what left.
func (p *Pane) changeLines(c say.Change) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	l := padTo(text.Line{{Text: strings.Repeat(" ", indent)}, {Text: c.Word, Style: t.Direction(c.Direction)}}, nameColumn)
	l = append(l, text.Span{Text: c.Name, Style: t.Text})
	lines := []text.Line{l}
	if c.From != c.To {
		values := loc.Text("change.values", "from", c.From, "to", c.To)
		if l = padTo(l, valueColumn); l.Width()+text.Width(values) <= p.W {
			lines[0] = append(l, text.Span{Text: values, Style: t.Text})
		} else {
			lines = append(lines, text.Wrapped(values, t.Text, nameColumn, p.W)...)
		}
	}
	for _, value := range c.Added {
		lines = append(lines, p.itemLines("+ ", value, t.Direction(model.Gained))...)
	}
	for _, value := range c.Removed {
		lines = append(lines, p.itemLines("- ", value, t.Direction(model.Lost))...)
	}
	return lines
}

// itemLines is a text behind a mark; where room is dear it stands further left.
func (p *Pane) itemLines(mark, value string, style text.Style) []text.Line {
	in := nameColumn
	if p.W < 3*nameColumn {
		in = indent
	}
	return text.WithPrefix(text.Span{Text: strings.Repeat(" ", in) + mark, Style: style}, value, p.look.Theme.Text, p.W)
}

// padTo is l filled with blanks to a column, at least one.
func padTo(l text.Line, to int) text.Line {
	return append(l, text.Span{Text: strings.Repeat(" ", max(to-l.Width(), 1))})
}
