// Package export writes tables for other programs and people: CSV, TSV, Markdown,
// Excel workbooks, HTML pages. It knows no country: a command fills a [Table].
//
//	          words or keys  notes                    numbers
//	CSV, TSV  Options.Keys   in their column          plain: 1200
//	Markdown  Options.Keys   numbers, a list below    as they are shown: 1,200
//	Excel     a sheet each   in their column          numbers
//	HTML      words          numbers, a list below    as they are shown: 1,200
//
// Every format has the same rows.
package export

import (
	"iter"
	"strconv"

	"voxatlas/ui/export/xlsx"
)

// Table is a table in the words of one language, with stable keys beside them.
type Table struct {
	Title   string // of the whole
	Columns []Column
	Rows    iter.Seq[[]Cell] // a cell for each column; may be ranged over twice
	Notes   []string         // those whose numbers stand in the cells; note 1 stands first
	Summary []string         // lines about all rows, as their number
	Foot    []string         // date, age and source of the facts
	Sheets  SheetNames
	Frozen  int // columns that stay in sight in a workbook: the heads of the rows
	Pages   int // beside each other, for a workbook that is printed, each with the heads of the rows; 0 for one
}

// SheetNames are the names of the sheets of a workbook.
type SheetNames struct{ Words, Keys, About string }

// Column is the head of a column.
type Column struct {
	Title   string
	Key     string // stable
	Numbers bool   // the cells are numbers
	Width   int    // the most characters of the column in a workbook; 0 for 60
	Notes   bool   // the cells hold the notes of their row in words; Markdown and HTML leave the column out
}

// Cell is a field of a table.
type Cell struct {
	Text     string
	Key      string // stable; "" if it is Text
	Number   int
	IsNumber bool   // Number is the value, and Text how people read it; "" for plain digits
	Own      bool   // the user's own text, which may begin as a formula does
	Notes    []int  // the numbers of its notes, from 1
	Link     string // the address that opens in a workbook; "" for none
	Style    xlsx.Style
}

// NumberCell returns a cell with a number.
func NumberCell(n int, text string) Cell { return Cell{Text: text, Number: n, IsNumber: true} }

// bufferSize is the size of the pieces in which tables are written: a list of offices has
// some ten megabytes.
const bufferSize = 64 << 10

// Options choose the form of a text.
type Options struct {
	Keys bool // stable keys instead of words
	File bool // for a file that spreadsheets open: with a byte order mark and lines that end with CR LF
}

// plain returns the value of a cell for other programs.
func (c Cell) plain(keys bool) string {
	switch {
	case c.IsNumber:
		return strconv.Itoa(c.Number)
	case keys && c.Key != "":
		return c.Key
	}
	return c.Text
}

// shown returns the value of a cell for people.
func (c Cell) shown(keys bool) string {
	if c.IsNumber && c.Text != "" && !keys {
		return c.Text
	}
	return c.plain(keys)
}

// head returns the head of a column.
func (c Column) head(keys bool) string {
	if keys {
		return c.Key
	}
	return c.Title
}
