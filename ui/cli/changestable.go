package cli

import (
	"fmt"
	"strconv"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/say"
)

// changesTable returns the table with a row for each change.
func (p *program) changesTable(d difference) export.Table {
	t := p.newTable("changes", d.to.Atlas().Info())
	t.Title = p.localizer.ComparisonTitle(p.editionLabel(d.from), p.editionLabel(d.to))
	if t.Columns, t.Frozen = p.countryColumns(), 2; d.meeting != "" {
		t.Summary = []string{d.meeting}
	}
	for _, key := range changeColumns() {
		t.Columns = append(t.Columns, p.column(key))
	}
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, k := range p.localizer.ByCountry(d.changes) {
			for _, c := range k.Changes {
				if !yield(append(p.countryCells(k.Country), p.changeCells(c)...)) {
					return
				}
			}
		}
	}
	return t
}

// changeColumns lists the keys of the columns of changeCells.
func changeColumns() []string {
	return []string{"field", "direction", "from", "to", "added", "removed"}
}

// changeCells returns the field, the direction and both values of a change.
func (p *program) changeCells(c model.Change) []export.Cell {
	words := p.localizer.Change(c)
	return []export.Cell{
		{Text: words.Name, Key: c.Field.Key()}, {Text: words.Word, Key: words.Direction.String()},
		{Text: words.From, Key: changeKey(c.Field, c.From)}, {Text: words.To, Key: changeKey(c.Field, c.To)},
		{Text: strings.Join(words.Added, "\n"), Key: itemKeys(c.Field, c.To, c.From)}, {Text: strings.Join(words.Removed, "\n"), Key: itemKeys(c.Field, c.From, c.To)},
	}
}

// changeKey returns the stable form of a value before or after a change; "" for one that
// has none.
func changeKey(f model.Field, c *model.Country) string {
	switch {
	case f == model.FieldListed:
		return strconv.FormatBool(c != nil)
	case f.Feature() != 0:
		return c.Answer(f.Feature()).State.String()
	}
	return ""
}

// itemKeys returns the stable form of the conditions, cities and plans that c has and
// other lacks, and the number of plans that its page states.
func itemKeys(f model.Field, c, other *model.Country) string {
	var keys []string
	if f == model.FieldConditions {
		for _, use := range c.ConditionUsesNotIn(other) {
			keys = append(keys, use.Condition.Key)
		}
	}
	if f.Feature() != 0 {
		is, was := c.Answer(f.Feature()), other.Answer(f.Feature())
		cities, plans := is.ItemsNotIn(was)
		for _, city := range cities {
			keys = append(keys, city.NameIn(model.English))
		}
		for _, plan := range plans {
			keys = append(keys, planKey(plan))
		}
		if is.OtherCitiesOnRequest && !was.OtherCitiesOnRequest {
			keys = append(keys, "other_cities_on_request")
		}
		if is.StatedPlans != was.StatedPlans && is.StatedPlans > 0 {
			keys = append(keys, fmt.Sprintf("stated_plans:%d", is.StatedPlans))
		}
	}
	return strings.Join(keys, "; ")
}

// printReleaseNotes prints the changes in Markdown as people read them: a heading for
// each country, and below it a list.
func (p *program) printReleaseNotes(d difference) {
	md := export.EscapeMarkdown
	p.print("## "+md(p.localizer.ComparisonTitle(p.editionLabel(d.from), p.editionLabel(d.to))), "")
	if d.meeting != "" {
		p.print(md(d.meeting), "")
	}
	p.print(md(p.localizer.Total(d.changes)))
	changed := map[*model.Country]bool{}
	for _, k := range p.localizer.ByCountry(d.changes) {
		changed[k.Country] = true
		p.print("", "### "+md(p.newFactPage().withEnglish(func(loc say.Localizer) string { return k.Country.Name(loc.Lang()) })), "")
		for _, c := range k.Changes {
			p.printReleaseNote(p.localizer.Change(c))
		}
	}
	for _, c := range d.named {
		if !changed[c] {
			p.print("", md(p.localizer.Labelled(c.Name(p.localizer.Lang()), p.localizer.Text("change.none"))))
		}
	}
	info := d.to.Atlas().Info()
	p.print("", md(p.localizer.AsOfShort(info, p.age(info.Date))))
}

// printReleaseNote prints an item of the list, and below it the items that were added and
// removed.
func (p *program) printReleaseNote(c say.Change) {
	md := export.EscapeMarkdown
	item := md(c.Name)
	if c.Values != "" {
		item = p.localizer.Labelled(item, md(c.Values))
	}
	p.print("- **" + md(c.Word) + "** " + item)
	for _, added := range c.Added {
		p.print("  - \\+ " + md(added))
	}
	for _, removed := range c.Removed {
		p.print("  - \\- " + md(removed))
	}
}
