package export

import (
	"io"
	"slices"
	"time"

	"voxatlas/ui/export/xlsx"
)

// Book is a workbook of several sheets.
type Book struct {
	Title, Creator, Font string
	Date                 time.Time // of the facts: the same facts give the same bytes
	Sheets               []BookSheet
}

// BookSheet is a sheet with the rows of a table, or with lines of text.
type BookSheet struct {
	Name  string
	Table Table
	Keys  bool     // the keys of the table, not its words
	Lines [][]Cell // instead of a table
}

// WriteBook writes an Excel workbook with the sheets of b.
func WriteBook(w io.Writer, b Book) error {
	book := xlsx.NewWriter(w, xlsx.Properties{Title: b.Title, Creator: b.Creator, Created: b.Date, Font: b.Font})
	for _, s := range b.Sheets {
		var err error
		if s.Lines != nil {
			err = s.writeLines(book)
		} else {
			err = s.Table.writeSheet(book, s.Name, s.Keys)
		}
		if err != nil {
			return err
		}
	}
	return book.Close()
}

// writeLines writes lines of text, to be printed upright.
func (s BookSheet) writeLines(book *xlsx.Writer) error {
	if _, err := book.AddSheet(xlsx.Sheet{Name: s.Name, Portrait: true, MaxWidth: 90}); err != nil {
		return err
	}
	for _, line := range s.Lines {
		cells := make([]xlsx.Cell, len(line))
		for i, c := range line {
			cells[i] = c.inWorkbook(false)
		}
		if err := book.WriteRow(cells...); err != nil {
			return err
		}
	}
	return nil
}

// WriteWorkbook writes a table as an Excel workbook: a sheet in words, one with the
// same rows in keys, and one with the title and foot.
func WriteWorkbook(w io.Writer, t Table, creator, font string, date time.Time) error {
	about := [][]Cell{{{Text: t.Title, Style: xlsx.Title}}}
	for _, line := range slices.Concat(t.Summary, t.Foot) {
		about = append(about, []Cell{{Text: line}})
	}
	return WriteBook(w, Book{Title: t.Title, Creator: creator, Font: font, Date: date, Sheets: []BookSheet{
		{Name: t.Sheets.Words, Table: t}, {Name: t.Sheets.Keys, Table: t, Keys: true}, {Name: t.Sheets.About, Lines: about},
	}})
}

// writeSheet writes the rows in words or keys.
func (t Table) writeSheet(book *xlsx.Writer, name string, keys bool) error {
	var widths []int
	for _, c := range t.Columns {
		widths = append(widths, c.Width)
	}
	if _, err := book.AddSheet(xlsx.Sheet{Name: name, Header: true, FrozenColumns: t.Frozen, MaxWidths: widths, PagesWide: t.Pages}); err != nil {
		return err
	}
	var cells []xlsx.Cell
	for _, c := range t.Columns {
		cells = append(cells, xlsx.Text(c.head(keys), xlsx.Header))
	}
	if err := book.WriteRow(cells...); err != nil {
		return err
	}
	for row := range t.Rows {
		cells = cells[:0]
		for _, c := range row {
			cells = append(cells, c.inWorkbook(keys))
		}
		if err := book.WriteRow(cells...); err != nil {
			return err
		}
	}
	return nil
}

// inWorkbook returns the cell as a workbook has it. Keys have no looks.
func (c Cell) inWorkbook(keys bool) xlsx.Cell {
	switch {
	case c.IsNumber:
		return xlsx.Number(float64(c.Number), c.Style)
	case keys:
		return xlsx.Text(c.plain(true), xlsx.Plain)
	}
	cell := xlsx.Text(c.Text, c.Style)
	cell.Link = c.Link
	return cell
}
