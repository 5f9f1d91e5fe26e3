package changes

import (
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/kit"
)

// sheetKey is what a sheet follows from, besides the look.
type sheetKey struct {
	before, atlas *model.Atlas
	w             int
}

// arrange finds or lays out the changes for the look and width.
func (p *Pane) arrange() {
	if p.look == nil || p.W <= 0 {
		return
	}
	p.Read(kit.Recall(p.look, sheetKey{p.before, p.atlas, p.W}, p.lay))
	p.open.SetEnabled(p.Any())
}

// lay lays out how many changes there are, and the changes country by country.
func (p *Pane) lay() *kit.Sheet[spot] {
	v, t := p.look.Localizer, p.look.Theme
	if p.before == nil {
		none := kit.Wrapped(v.Text("ui.no_earlier"), t.Dim, 1, p.W)
		return kit.NewSheet(p.W, []kit.Block[spot]{{Lines: none}})
	}
	all := model.Diff(p.before, p.atlas)
	blocks := []kit.Block[spot]{{Lines: kit.Wrapped(v.Total(all), t.Dim, 1, p.W)}}
	for _, k := range v.ByCountry(all) {
		blocks = append(blocks, kit.Block[spot]{Lines: p.head(k.Country)})
		for _, c := range k.Changes {
			blocks = append(blocks, kit.Block[spot]{Of: spot{k.Country, c.Field}, Lines: p.change(v.Change(c))})
		}
	}
	return kit.NewSheet(p.W, blocks)
}

// head names a country, as the list does.
func (p *Pane) head(c *model.Country) []kit.Line {
	v, t := p.look.Localizer, p.look.Theme
	name, english := c.Name(v.Lang()), c.Name(model.English)
	beside := c.ISO2()
	if english != name {
		beside += "  " + english
	}
	return []kit.Line{{}, {{Text: " "}, {Text: name, Style: t.Strong}, {Text: "  " + beside, Style: t.Dim}}}
}

// The columns of a change, in cells: what it is about, behind the word of its
// turn, and what it was and is.
const (
	indent      = 3
	nameColumn  = indent + 9
	valueColumn = nameColumn + 33
)

// change is which way a change goes and what changed, with what it was and is
// beside it where that fits; and below what came and what left.
func (p *Pane) change(c say.Change) []kit.Line {
	v, t := p.look.Localizer, p.look.Theme
	l := column(kit.Line{{Text: strings.Repeat(" ", indent)}, {Text: c.Word, Style: t.Turn(c.Turn)}}, nameColumn)
	l = append(l, kit.Span{Text: c.Name, Style: t.Text})
	lines := []kit.Line{l}
	if c.From != c.To {
		values := v.Text("change.values", "from", c.From, "to", c.To)
		if l = column(l, valueColumn); l.Width()+say.Width(values) <= p.W {
			lines[0] = append(l, kit.Span{Text: values, Style: t.Text})
		} else {
			lines = append(lines, kit.Wrapped(values, t.Text, nameColumn, p.W)...)
		}
	}
	for _, text := range c.Came {
		lines = append(lines, p.listed("+ ", text, t.Turn(model.Gained))...)
	}
	for _, text := range c.Left {
		lines = append(lines, p.listed("- ", text, t.Turn(model.Lost))...)
	}
	return lines
}

// listed is a text behind a mark; where room is dear it stands further left.
func (p *Pane) listed(mark, text string, style kit.Style) []kit.Line {
	in := nameColumn
	if p.W < 3*nameColumn {
		in = indent
	}
	return kit.Led(kit.Span{Text: strings.Repeat(" ", in) + mark, Style: style}, text, p.look.Theme.Text, p.W)
}

// column is l filled with blanks to a column, at least one.
func column(l kit.Line, to int) kit.Line {
	return append(l, kit.Span{Text: strings.Repeat(" ", max(to-l.Width(), 1))})
}
