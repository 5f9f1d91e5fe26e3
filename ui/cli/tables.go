package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
	"voxatlas/ui/rows"
)

// newTable returns a table without columns, of a view of that key in the catalogs and of
// the facts of an edition.
func (p *program) newTable(view string, e model.EditionInfo) export.Table {
	name := p.localizer.Text("export.view." + view)
	return export.Table{
		Title:  p.localizer.Text("export.title", "view", name),
		Foot:   []string{p.localizer.AsOfShort(e, p.age(e.Date)), p.localizer.Source(e)},
		Sheets: export.SheetNames{Words: name, Keys: p.localizer.Text("export.sheet.keys"), About: p.localizer.Text("export.sheet.about")},
	}
}

// column returns a column with the title of a key in the catalogs.
func (p *program) column(key string) export.Column {
	return export.Column{Key: key, Title: p.localizer.Text("export.column." + key)}
}

// notesColumn returns the column with the notes of each row in words.
func (p *program) notesColumn() export.Column {
	c := p.column("notes")
	c.Notes = true
	return c
}

// countryColumns returns the columns of countryCells.
func (p *program) countryColumns() []export.Column {
	return []export.Column{p.column("iso2"), {Key: "slug", Title: p.localizer.Text("export.column.name")}}
}

// countryCells returns the code and the name of a country. The key of the name is the
// slug, which no language changes.
func (p *program) countryCells(c *model.Country) []export.Cell {
	return []export.Cell{{Text: c.ISO2(), Style: xlsx.Label}, {Text: c.Name(p.localizer.Lang()), Key: c.Slug(), Style: xlsx.Label}}
}

// featureCell returns the name of a feature, the label of a row.
func featureCell(row rows.Row) export.Cell {
	return export.Cell{Text: row.Label, Key: row.Key, Style: xlsx.Label}
}

// verdictCell returns a verdict on an expression.
func (p *program) verdictCell(v query.Verdict) export.Cell {
	return export.Cell{Text: p.localizer.Text("export.verdict." + v.String()), Key: v.String()}
}

// writeTable writes a table to Out in the format of o.
func (p *program) writeTable(o *output, t export.Table, e model.EditionInfo) error {
	var guarded int
	var err error
	options := export.Options{Keys: o.keys, File: o.file != ""}
	switch o.format {
	case formatCSV:
		guarded, err = export.WriteCSV(p.out, t, options)
	case formatTSV:
		guarded, err = export.WriteTSV(p.out, t, options)
	case formatMarkdown:
		err = export.WriteMarkdown(p.out, t, options)
	case formatHTML:
		t.Foot = append(t.Foot, e.Source.Attribution, p.localizer.Applies(e))
		err = export.WriteHTML(p.out, t, string(p.localizer.Lang()))
	case formatWorkbook:
		date, _ := time.Parse(time.DateOnly, e.Date) // zero is not stated
		err = export.WriteWorkbook(p.out, t, "voxatlas", p.localizer.Text("export.font"), date)
	}
	if p.out.Flush() != nil {
		return nil // flush tells
	}
	if guarded > 0 {
		p.printNotice(p.localizer.Count("cli.output.guarded", guarded))
	}
	return err
}

// answerWidth is the most characters of a column of answers in a workbook: fourteen of
// them fit a page in small print.
const answerWidth = 20

// sheetTable completes a table with the fields and notes of a sheet. cells returns those
// before the fields of a row; notes are nil for a sheet that can have none.
func (p *program) sheetTable(t export.Table, sheet rows.Sheet, notes *noteNames, cells func(i int) []export.Cell) export.Table {
	for _, h := range sheet.Heads {
		t.Columns = append(t.Columns, export.Column{Title: h.Title, Key: h.Key, Numbers: h.Right, Width: answerWidth})
	}
	for _, n := range sheet.Notes {
		t.Notes = append(t.Notes, n.Text)
	}
	if notes != nil {
		t.Columns = append(t.Columns, p.notesColumn())
	}
	var list [][]export.Cell
	for i, row := range sheet.Rows {
		line := cells(i)
		for _, f := range row.Fields {
			line = append(line, fieldCell(f))
		}
		if notes != nil {
			line = append(line, p.notesCell(sheet, row, *notes))
		}
		list = append(list, line)
	}
	t.Rows = slices.Values(list)
	return t
}

// fieldCell returns an answer or a number of a sheet.
func fieldCell(f rows.Field) export.Cell {
	if !f.Answer {
		n, _ := strconv.Atoi(f.Key) // a number is its key
		return export.NumberCell(n, f.Words)
	}
	return export.Cell{Text: f.Words, Key: f.Key, Notes: f.Notes, Style: stateStyle(f.State)}
}

// notesCell returns the notes of a row in the order of its fields, a line each, behind the names of the columns that
// they are about. Its key has their keys.
func (p *program) notesCell(sheet rows.Sheet, row rows.Row, names noteNames) export.Cell {
	about, numbers := map[int][]string{}, []int{}
	for j, f := range row.Fields {
		for _, n := range f.Notes {
			if about[n] == nil {
				numbers = append(numbers, n)
			}
			about[n] = append(about[n], names.columns[j])
		}
	}
	var lines, keys []string
	for _, n := range numbers {
		lines = append(lines, p.localizer.Labelled(p.localizer.JoinList(about[n]), sheet.Notes[n-1].Text))
		keys = append(keys, names.keys[n-1])
	}
	return newNotesCell(lines, keys)
}

// newNotesCell returns a cell with notes, a line each. Its key has their keys, each once
// and sorted.
func newNotesCell(lines, keys []string) export.Cell {
	slices.Sort(keys)
	return export.Cell{Text: strings.Join(lines, "\n"), Key: strings.Join(slices.Compact(keys), " ")}
}

// laterKey returns the stable form of a note that is later than the edition.
func laterKey(n model.LaterNote) string { return "later:" + n.Kind }

// noteNames are the names in the column of notes.
type noteNames struct {
	columns []string // of the fields, in front of a colon
	keys    []string // of the notes, note 1 first
}

// newNoteNames returns the names of the notes of answers. columns are the names of the
// columns.
func newNoteNames(answers *rows.Answers, columns []string) *noteNames {
	names := &noteNames{columns: columns}
	for _, n := range answers.Notes() {
		key := n.Key()
		if n.Later.Date != "" {
			key = laterKey(n.Later)
		}
		names.keys = append(names.keys, key)
	}
	return names
}

// stateStyle returns the look of a state in a workbook.
func stateStyle(s model.State) xlsx.Style {
	switch s {
	case model.Yes:
		return xlsx.Positive
	case model.No, model.NotApplicable:
		return xlsx.Negative
	case model.Unstated, model.Unread:
		return xlsx.Unknown
	}
	return xlsx.Conditional
}
