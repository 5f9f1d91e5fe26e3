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
	t.Columns, t.Frozen = append(p.countryColumns(), p.column("feature"), export.Column{Key: "state", Title: p.localizer.Text("export.column.state"), Width: answerWidth}), 2
	answers := answerRows{program: p, options: o, table: &t, numbers: map[string]int{}, general: map[string]bool{}}
	if o.brief {
		t.Columns = append(t.Columns, p.notesColumn())
	} else {
		answers.addColumns()
	}
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
	numbers map[string]int  // of the notes, by text
	general map[string]bool // the later notes of every country in the foot, by date, kind and address
}

// detailWidth is the most characters of a column of details in a workbook.
const detailWidth = 30

// addColumns adds the columns behind the state: the facts, the notes, the next steps and
// the page.
func (a answerRows) addColumns() {
	a.addDetails("minutes", "plans", "cities")
	a.table.Columns = append(a.table.Columns, a.program.notesColumn())
	if a.options.noLinks {
		a.addDetails("next", "page_date")
	} else {
		a.addDetails("next", "next_url", "page_date", "page_url")
	}
}

// addDetails adds columns of details.
func (a answerRows) addDetails(keys ...string) {
	for _, key := range keys {
		column := a.program.column(key)
		if column.Numbers = key == "minutes"; !column.Numbers {
			column.Width = detailWidth
		}
		a.table.Columns = append(a.table.Columns, column)
	}
}

// row returns the row of an answer.
func (a answerRows) row(c *model.Country, f model.Feature) []export.Cell {
	loc, answer := a.program.localizer, c.Answer(f)
	notes := a.notes(c, f)
	feature := export.Cell{Text: loc.ShortTitle(model.Topic{Feature: f}), Key: f.Key()}
	words := export.Cell{Text: rows.Cell{Country: c, Feature: f, State: answer.Shown()}.Words(loc), Key: answer.Shown().String(), Notes: notes.numbers, Style: stateStyle(answer.Shown())}
	cells := make([]export.Cell, 0, len(a.table.Columns))
	cells = append(append(cells, a.program.countryCells(c)...), feature, words)
	if !a.options.brief {
		cells = a.appendFacts(cells, answer)
	}
	if cells = append(cells, newNotesCell(notes.texts, notes.keys)); !a.options.brief {
		cells = a.appendNext(cells, c, answer)
	}
	return cells
}

// appendFacts appends the minutes, plans and cities of an answer.
func (a answerRows) appendFacts(cells []export.Cell, answer model.Answer) []export.Cell {
	loc := a.program.localizer
	var minutes export.Cell
	if n := answer.LargestDomestic(); n > 0 {
		minutes = export.NumberCell(n, assets.Number(n))
	}
	var plans, planKeys, cities, cityKeys []string
	for plan := range answer.Plans.Values() {
		plans, planKeys = append(plans, loc.PlanLine(loc.PlanText(plan))), append(planKeys, planKey(plan))
	}
	for city := range answer.Cities.Values() {
		cities, cityKeys = append(cities, loc.CityName(city)), append(cityKeys, city.NameIn(model.English))
	}
	if answer.OtherCitiesOnRequest && !answer.HasCondition("toll_other_cities_on_request") { // the condition says it
		cities, cityKeys = append(cities, loc.Text("answer.other_cities")), append(cityKeys, "other_cities_on_request")
	}
	return append(cells, minutes, export.Cell{Text: strings.Join(plans, "\n"), Key: strings.Join(planKeys, "; ")},
		export.Cell{Text: loc.JoinList(cities), Key: strings.Join(cityKeys, "; ")})
}

// appendNext appends the next steps of an answer, and the date and address of the page.
func (a answerRows) appendNext(cells []export.Cell, c *model.Country, answer model.Answer) []export.Cell {
	loc, english := a.program.localizer, a.program.env.Localizers[0]
	var steps, keys, urls, englishURLs []string
	for step := range answer.Next.Values() {
		words := loc.StepText(step)
		steps, keys = append(steps, words.Text), append(keys, step.Key)
		if words.URL != "" {
			urls, englishURLs = append(urls, words.URL), append(englishURLs, english.URL(step.URL))
		}
	}
	next, dated := export.Cell{Text: strings.Join(steps, "\n"), Key: strings.Join(keys, " ")}, export.Cell{Text: c.PageDate()}
	if a.options.noLinks {
		return append(cells, next, dated)
	}
	page := linkCell([]string{loc.URL(c.Page().URL)}, []string{english.URL(c.Page().URL)})
	return append(cells, next, linkCell(urls, englishURLs), dated, page)
}

// planKey returns the stable form of a plan: its kind, its domestic and its international
// minutes; "unread" for one that could not be read.
func planKey(p model.Plan) string {
	if p.Kind == 0 {
		return model.Unread.String()
	}
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

// notes returns the printed text that could not be read, the conditions, warnings and later notes of an answer, and adds those
// that are new to the table. Later notes that every country has become its foot.
func (a answerRows) notes(c *model.Country, f model.Feature) answerNotes {
	var notes answerNotes
	add := func(key, text string) {
		n, ok := a.numbers[text]
		if !ok {
			a.table.Notes = append(a.table.Notes, text)
			n = len(a.table.Notes)
			a.numbers[text] = n
		}
		notes.numbers = append(notes.numbers, n)
		notes.texts, notes.keys = append(notes.texts, text), append(notes.keys, key)
	}
	loc := a.program.localizer
	if printed := c.Answer(f).Unread; printed != "" {
		add(model.Unread.String(), loc.Text("answer.unread", "text", printed))
	}
	for k := range c.Answer(f).Conditions.Values() {
		if !say.Restates(k.Key) {
			add(k.Key, loc.Condition(k).Text)
		}
	}
	for w := range c.Warnings().Values() {
		if w.Concerns(f) {
			add(w.Key, loc.Warning(c, w).Text)
		}
	}
	for n := range c.Later().Values() {
		switch {
		case !n.Concerns(f) || !n.Changes():
		case !n.General:
			add(laterKey(n), loc.LaterNote(n).Text)
		case !a.general[n.Date+n.Kind+n.URL]:
			a.general[n.Date+n.Kind+n.URL] = true
			a.table.Foot = append(a.table.Foot, loc.LaterNote(n).Text)
		}
	}
	return notes
}
