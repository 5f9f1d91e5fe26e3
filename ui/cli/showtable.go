package cli

import (
	"fmt"
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// showTable returns the table with a row for each answer of countries to some features.
// With brief it has the state and the notes alone.
func (p *program) showTable(countries []*model.Country, o showOptions, info model.EditionInfo) export.Table {
	t := p.newTable("show", info)
	t.Columns, t.Frozen = p.countryColumns(), 2
	for _, key := range []string{"feature", "state"} {
		t.Columns = append(t.Columns, p.column(key))
	}
	answers := answerRows{program: p, options: o, table: &t}
	if !o.brief {
		answers.addColumns()
	}
	t.Columns = append(t.Columns, p.notesColumn())
	var list [][]export.Cell
	for _, c := range countries {
		for _, f := range o.features {
			list = append(list, answers.row(c, f))
		}
	}
	t.Rows = slices.Values(list)
	return t
}

// answerRows makes the rows of a table of answers, and gathers its notes.
type answerRows struct {
	program *program
	options showOptions
	table   *export.Table
}

// addColumns adds the columns of details.
func (a answerRows) addColumns() {
	keys := []string{"minutes", "plans", "cities", "next"}
	if !a.options.noLinks {
		keys = append(keys, "next_url")
	}
	if keys = append(keys, "page_date"); !a.options.noLinks {
		keys = append(keys, "page_url")
	}
	for _, key := range keys {
		column := a.program.column(key)
		column.Numbers = key == "minutes"
		a.table.Columns = append(a.table.Columns, column)
	}
}

// row returns the row of an answer.
func (a answerRows) row(c *model.Country, f model.Feature) []export.Cell {
	loc := a.program.localizer
	answer, state := loc.Answer(c, f), c.Answer(f).State
	notes := a.notes(c, answer)
	feature := export.Cell{Text: loc.ShortTitle(model.Topic{Feature: f}), Key: f.Key()}
	words := export.Cell{Text: rows.Cell{Country: c, Feature: f, State: state}.Words(loc), Key: state.String(), Notes: notes.numbers, Style: stateStyle(state)}
	cells := append(a.program.countryCells(c), feature, words)
	if !a.options.brief {
		cells = append(cells, a.details(c, answer)...)
	}
	return append(cells, newNotesCell(notes.texts, notes.keys))
}

// details returns the cells of the columns that addColumns adds.
func (a answerRows) details(c *model.Country, answer say.Answer) []export.Cell {
	loc, facts := a.program.localizer, c.Answer(answer.Feature)
	var minutes export.Cell
	if n := facts.LargestDomestic(); n > 0 {
		minutes = export.NumberCell(n, assets.Number(n))
	}
	var plans, kinds, cities, steps, urls, stepKeys []string
	english := a.program.env.Localizers[0]
	var englishURLs []string
	for i, plan := range answer.Plans {
		plans, kinds = append(plans, loc.PlanLine(plan)), append(kinds, planKey(facts.Plans.At(i)))
	}
	for city := range facts.Cities.Values() {
		cities = append(cities, city.Names.In(model.English))
	}
	for i, step := range answer.Next {
		steps, stepKeys = append(steps, step.Text), append(stepKeys, step.Key)
		if step.URL != "" {
			urls, englishURLs = append(urls, step.URL), append(englishURLs, english.URL(facts.Next.At(i).URL))
		}
	}
	cells := []export.Cell{minutes, {Text: strings.Join(plans, "\n"), Key: strings.Join(kinds, "; ")},
		{Text: loc.JoinList(answer.Cities), Key: strings.Join(cities, "; ")}, {Text: strings.Join(steps, "\n"), Key: strings.Join(stepKeys, " ")}}
	if !a.options.noLinks {
		cells = append(cells, linkCell(urls, englishURLs))
	}
	if cells = append(cells, export.Cell{Text: c.Page().Date}); !a.options.noLinks {
		cells = append(cells, linkCell([]string{loc.URL(c.Page().URL)}, []string{english.URL(c.Page().URL)}))
	}
	return cells
}

// planKey returns the stable form of a plan: its kind, its domestic and its international
// minutes.
func planKey(p model.Plan) string {
	return fmt.Sprintf("%v:%d/%d", p.Kind, p.DomesticMinutes, p.InternationalMinutes)
}

// linkCell returns a cell with addresses, a line each; its key has those of the English
// pages. One address alone opens in a workbook.
func linkCell(urls, english []string) export.Cell {
	cell := export.Cell{Text: strings.Join(urls, "\n"), Key: strings.Join(english, " ")}
	if len(urls) == 1 {
		cell.Link = urls[0]
	}
	return cell
}

// answerNotes are the notes of an answer.
type answerNotes struct {
	numbers     []int // in the table
	texts, keys []string
}

// notes returns the conditions, warnings and later notes of an answer of c, and adds
// those that are new to the table. Later notes that every country has become its foot.
func (a answerRows) notes(c *model.Country, answer say.Answer) answerNotes {
	var notes answerNotes
	add := func(key, text string) {
		n := slices.Index(a.table.Notes, text)
		if n < 0 {
			n = len(a.table.Notes)
			a.table.Notes = append(a.table.Notes, text)
		}
		notes.numbers = append(notes.numbers, n+1)
		notes.texts, notes.keys = append(notes.texts, text), append(notes.keys, key)
	}
	for _, n := range slices.Concat(answer.Conditions, answer.Warnings) {
		if !n.Restates {
			add(n.Key, n.Text)
		}
	}
	for n := range c.Later().Values() {
		switch text := a.program.localizer.LaterNote(n).Text; {
		case !n.Concerns(answer.Feature) || !n.Changes():
		case !n.General:
			add(laterKey(n), text)
		case !slices.Contains(a.table.Foot, text): // the same for every country
			a.table.Foot = append(a.table.Foot, text)
		}
	}
	return notes
}
