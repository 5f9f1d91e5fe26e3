package cli

import (
	"slices"
	"strings"
	"time"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
	"voxatlas/ui/rows"
)

// writeBook writes everything about countries as a workbook: a sheet that explains it, and
// a sheet for each kind of facts.
func (p *program) writeBook(c chosen, s selection) error {
	info := c.edition.Atlas().Info()
	date, _ := time.Parse(time.DateOnly, info.Date) // zero is not stated
	book := export.Book{Title: p.localizer.Text("export.book.title"), Creator: "voxatlas", Font: p.localizer.Text("export.font"), Date: date}
	answers, destinations := p.answersTable(c, s), c.edition.Atlas().Destinations().Slice()
	p.sortDestinations(destinations)
	sheets := []export.BookSheet{
		{Name: "answers", Table: answers}, {Name: "plans", Table: p.plansTable(c)}, {Name: "cities", Table: p.citiesTable(c)},
		{Name: "changes", Table: p.editionChangesTable(c)}, {Name: "later", Table: p.laterTable(c)}, {Name: "destinations", Table: p.destinationsTable(destinations, info)},
		{Name: "names", Table: p.namesTable(c)}, {Name: "keys", Table: answers, Keys: true},
	}
	sheets = slices.DeleteFunc(sheets, func(s export.BookSheet) bool { return isEmpty(s.Table) })
	book.Sheets = append([]export.BookSheet{{Name: p.bookSheetName("overview"), Lines: p.overviewLines(c, s, sheets)}}, sheets...)
	for i := range sheets {
		book.Sheets[i+1].Name = p.bookSheetName(sheets[i].Name)
	}
	return export.WriteBook(p.out, book)
}

// bookSheetName returns the name of a sheet of the workbook in the user's language.
func (p *program) bookSheetName(sheet string) string {
	return p.localizer.Text("export.book." + sheet)
}

// isEmpty reports whether a table has no rows.
func isEmpty(t export.Table) bool {
	for range t.Rows {
		return false
	}
	return true
}

// overviewLines returns the lines of the first sheet: the workbook and its facts, its
// sheets, the states, and how to read them. sheets have their keys for names.
func (p *program) overviewLines(c chosen, s selection, sheets []export.BookSheet) [][]export.Cell {
	loc, info := p.localizer, c.edition.Atlas().Info()
	lines := [][]export.Cell{{{Text: loc.Text("export.book.title"), Style: xlsx.Title}}, {}}
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, []export.Cell{{Text: label, Style: xlsx.Label}, {Text: text}})
		}
	}
	head := func(key string) {
		lines = append(lines, []export.Cell{}, []export.Cell{{Text: loc.Text("export.book." + key), Style: xlsx.Label}})
	}
	add(loc.Text("export.book.content"), loc.Count("export.book.content_of", len(c.groups.Countries())))
	if s.hasWhere {
		add(loc.Text("export.book.where"), loc.Count("cli.stats.met", len(c.groups.Countries()), "expr", c.expr.String(), "conditional", assets.Number(len(c.groups.Conditional))))
	}
	add(loc.Text("export.book.date"), info.Date)
	if p.env.Now != nil {
		add(loc.Text("export.book.exported"), loc.Text("export.book.exported_on", "date", p.env.Now().Format(time.DateOnly), "age", loc.Age(p.age(info.Date))))
	}
	label, text, _ := strings.Cut(loc.Applies(info), loc.Text("sentence.colon"))
	add(label, text)
	lines = append(lines, p.sourceLines(info)...)

	head("sheets")
	for _, sheet := range sheets {
		name := p.bookSheetName(sheet.Name)
		lines = append(lines, []export.Cell{{Text: name, Link: "#" + name}, {Text: loc.Text("export.book." + sheet.Name + ".text")}})
	}
	head("states")
	for _, state := range model.ShownStates() {
		if state == model.Unread && !hasUnread(c) {
			continue
		}
		lines = append(lines, []export.Cell{{Text: loc.State(state), Style: stateStyle(state)}, {Text: loc.Text("export.state." + state.String())}})
	}
	head("reading")
	for paragraph := range strings.SplitSeq(loc.Text("export.book.reading.text"), "\n") {
		lines = append(lines, []export.Cell{{}, {Text: paragraph}})
	}
	return lines
}

// sourceLines returns the source of an edition and its licence. A recorded source opens.
func (p *program) sourceLines(info model.EditionInfo) [][]export.Cell {
	label, text, _ := strings.Cut(p.localizer.Source(info), p.localizer.Text("sentence.colon"))
	source := export.Cell{Text: text}
	if s := info.Source; s.Repository != "" && s.Commit != "" {
		source.Link = "https://github.com/" + s.Repository + "/tree/" + s.Commit + "/" + s.Folder
	}
	lines := [][]export.Cell{{{Text: label, Style: xlsx.Label}, source}}
	if info.Source.Attribution != "" {
		lines = append(lines, []export.Cell{{Text: p.localizer.Text("export.book.licence"), Style: xlsx.Label}, {Text: info.Source.Attribution}})
	}
	return append(lines, []export.Cell{{}, {Text: p.localizer.Text("export.book.may_have_changed")}})
}

// hasUnread reports whether an answer could not be read.
func hasUnread(c chosen) bool {
	return slices.Contains(rows.NewStats(c.groups.Countries(), c.features).States, model.Unread)
}
