package export

import (
	"io"
	"time"

	"voxatlas/ui/export/xlsx"
)

// WriteWorkbook writes a table as an Excel workbook: a sheet in words, one with the
// same rows in keys, and one with the title and foot. date is that of the facts: the
// same facts give the same bytes.
func WriteWorkbook(w io.Writer, t Table, creator, font string, date time.Time) error {
	book := xlsx.NewWriter(w, xlsx.Properties{Title: t.Title, Creator: creator, Created: date, Font: font})
	if err := t.writeSheet(book, t.Sheets.Words, false); err != nil {
		return err
	}
	if err := t.writeSheet(book, t.Sheets.Keys, true); err != nil {
		return err
	}
	if _, err := book.AddSheet(xlsx.Sheet{Name: t.Sheets.About, Portrait: true, MaxWidth: 90}); err != nil {
		return err
	}
	if err := book.WriteRow(xlsx.Text(t.Title, xlsx.Title)); err != nil {
		return err
	}
	for _, line := range t.Foot {
		if err := book.WriteRow(xlsx.Text(line, xlsx.Plain)); err != nil {
			return err
		}
	}
	return book.Close()
}

// writeSheet writes the rows in words or keys.
func (t Table) writeSheet(book *xlsx.Writer, name string, keys bool) error {
	var widths []int
	for _, c := range t.Columns {
		widths = append(widths, c.Width)
	}
	if _, err := book.AddSheet(xlsx.Sheet{Name: name, Header: true, FrozenColumns: t.Frozen, MaxWidths: widths}); err != nil {
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
