package changes

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// contentKey determines the laid-out changes, together with the look.
type contentKey struct {
	before            *model.Comparison
	mine, only, where string
	w                 int
}

// layoutChanges lays out the changes for the look and the width, or takes them
// from the memo.
func (p *Pane) layoutChanges() {
	if p.look == nil || p.W <= 0 {
		return
	}
	p.SetContent(pane.Memoize(p.look, contentKey{p.before, strings.Join(p.mine, " "), strings.Join(codesOf(p.only), " "), p.where, p.W}, p.makeContent))
	p.open.SetEnabled(p.HasSelection())
}

// makeContent lays out the number of changes and, country by country, the changes: those
// of the user's own countries first, below a heading.
func (p *Pane) makeContent() *pane.Content[changeRef] {
	loc, t := p.look.Localizer, p.look.Theme
	if p.before == nil {
		none := text.Wrapped(loc.Text("ui.no_earlier"), t.Dim, 1, p.W)
		return pane.NewContent(p.W, []pane.Block[changeRef]{{Lines: none}})
	}
	all := p.before.All()
	if p.only != nil {
		return pane.NewContent(p.W, p.onlyBlocks(all))
	}
	blocks := []pane.Block[changeRef]{{Lines: text.Wrapped(loc.Total(all), t.Dim, 1, p.W)}}
	own, others := p.splitOwn(loc.ByCountry(all))
	if unchanged := p.unchangedLines(p.mine, own); len(own)+len(unchanged) > 0 {
		lines := append([]text.Line{{}, p.groupHeading("ui.mine", len(own))}, unchanged...)
		blocks = append(blocks, pane.Block[changeRef]{Lines: lines})
		blocks = append(blocks, p.countryBlocks(own)...)
		blocks = append(blocks, pane.Block[changeRef]{Lines: []text.Line{{}, p.groupHeading("ui.others", len(others))}})
	}
	return pane.NewContent(p.W, append(blocks, p.countryBlocks(others)...))
}

// onlyBlocks lays out the changes of some countries: the expression that chose them, their number,
// those that did not change, unless an expression chose them, and the changes.
func (p *Pane) onlyBlocks(all []model.Change) []pane.Block[changeRef] {
	loc, codes := p.look.Localizer, codesOf(p.only)
	changed := slices.DeleteFunc(slices.Clone(all), func(c model.Change) bool { return !slices.Contains(codes, c.Country().ISO2()) })
	list := loc.ByCountry(changed)
	var lines []text.Line
	if p.where != "" {
		meeting := loc.Count("cli.changes.meeting", len(codes), "expr", model.Clean(p.where, maxWhere), "edition", label(loc, p.to))
		lines = text.Wrapped(meeting, p.look.Theme.Dim, 1, p.W)
	}
	if len(changed) > 0 || p.where != "" {
		lines = append(lines, text.Wrapped(loc.Total(changed), p.look.Theme.Dim, 1, p.W)...)
	}
	if p.where == "" {
		lines = append(lines, p.unchangedLines(codes, list)...)
	}
	return append([]pane.Block[changeRef]{{Lines: lines}}, p.countryBlocks(list)...)
}

// maxWhere is the most characters of an expression that are shown, as the command quotes it.
const maxWhere = 80

// codesOf returns the codes of countries.
func codesOf(countries []*model.Country) []string {
	codes := make([]string, len(countries))
	for i, c := range countries {
		codes[i] = c.ISO2()
	}
	return codes
}

// splitOwn splits the changed countries into the user's own and all others.
func (p *Pane) splitOwn(all []say.CountryChanges) (own, others []say.CountryChanges) {
	for _, k := range all {
		if slices.Contains(p.mine, k.Country.ISO2()) {
			own = append(own, k)
		} else {
			others = append(others, k)
		}
	}
	return own, others
}

// unchangedLines names the countries with these codes that are not among those that have
// changed; nil for none.
func (p *Pane) unchangedLines(codes []string, changed []say.CountryChanges) []text.Line {
	loc := p.look.Localizer
	var names []string
	for c := range p.atlas.Countries() {
		has := func(k say.CountryChanges) bool { return k.Country.ISO2() == c.ISO2() }
		if slices.Contains(codes, c.ISO2()) && !slices.ContainsFunc(changed, has) {
			names = append(names, c.Name(loc.Lang()))
		}
	}
	if names == nil {
		return nil
	}
	return text.Wrapped(loc.Text("ui.changes_none", "countries", loc.JoinList(names)), p.look.Theme.Dim, 1, p.W)
}

// groupHeading lays out the heading of a group of countries: a rule with its words.
func (p *Pane) groupHeading(key string, count int) text.Line {
	rule := "-- " + p.look.Localizer.Text(key, "count", assets.Number(count)) + " "
	return text.Line{{Text: text.Cut(rule+strings.Repeat("-", max(p.W-text.Width(rule), 0)), p.W), Style: p.look.Theme.Dim}}
}

// countryBlocks lays out the changes of countries.
func (p *Pane) countryBlocks(list []say.CountryChanges) []pane.Block[changeRef] {
	var blocks []pane.Block[changeRef]
	for _, k := range list {
		blocks = append(blocks, pane.Block[changeRef]{Lines: []text.Line{{}, p.look.CountryHeading(k.Country, k.Country.ISO2())}})
		for _, c := range k.Changes {
			blocks = append(blocks, pane.Block[changeRef]{Item: changeRef{k.Country, c.Field}, Lines: p.changeLines(p.look.Localizer.Change(c))})
		}
	}
	return blocks
}

// The columns of a change, in cells: the word of its direction, the name of the
// field, its values.
const (
	indent      = 3
	nameColumn  = indent + 9
	valueColumn = nameColumn + 33
)

// changeLines returns the direction of a change, the field and its values, and
// below them the items that were added and removed.
func (p *Pane) changeLines(c say.Change) []text.Line {
	t := p.look.Theme
	l := text.Indented(indent, text.Span{Text: c.Word, Style: t.Direction(c.Direction)}).PadLabel(nameColumn)
	l = append(l, text.Span{Text: c.Name, Style: t.Text})
	lines := []text.Line{l}
	if c.Values != "" {
		if l = l.PadLabel(valueColumn); l.Width()+text.Width(c.Values) <= p.W {
			lines[0] = append(l, text.Span{Text: c.Values, Style: t.Text})
		} else {
			lines = append(lines, text.Wrapped(c.Values, t.Text, nameColumn, p.W)...)
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

// itemLines returns an added or removed item behind its mark. Where room is scarce
// it is indented less.
func (p *Pane) itemLines(mark, value string, style text.Style) []text.Line {
	in := nameColumn
	if p.W < 3*nameColumn {
		in = indent
	}
	return text.WithPrefix(text.Span{Text: strings.Repeat(" ", in) + mark, Style: style}, value, p.look.Theme.Text, p.W)
}
