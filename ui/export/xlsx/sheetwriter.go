package xlsx

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// heldBack is how many bytes of rows a sheet holds back, to measure its columns by
// them: more than 1,000 usual rows.
const heldBack = 1 << 20

// sheetWriter writes one sheet.
type sheetWriter struct {
	Sheet
	part    *backgroundWriter
	out     *bufio.Writer // to part
	texts   *sharedTexts  // of the workbook
	first   bool          // the first sheet of the workbook is the one that is seen
	held    []byte        // rows until begun
	begun   bool          // the head of the sheet is written
	top     []rowCell     // the first row
	row     []rowCell     // the present one
	widths  []int         // of the columns, in characters
	rows    int           // written or held
	columns int           // of the widest row
	links   bytes.Buffer  // as relationships
	targets []string      // places of the links to addresses, by their number
	jumps   bytes.Buffer  // links to other sheets, as elements
	scratch []byte        // the place of a cell
}

// rowCell is a cell with the measures of its text; nil for a number or no text.
type rowCell struct {
	Cell
	text *cellText
}

// writeRow writes the next row.
func (s *sheetWriter) writeRow(cells []Cell) error {
	if s.rows == MaxRows || len(cells) > MaxColumns {
		return fmt.Errorf("sheet %q, row %d: more than %d rows or %d columns", s.Name, s.rows+1, MaxRows, MaxColumns)
	}
	s.row = s.row[:0]
	for column, cell := range cells {
		c := rowCell{Cell: cell}
		if c.Kind == KindText && c.Text != "" {
			var err error
			if c.text, err = s.texts.findText(c.Text); err != nil {
				return s.cellError(column, err)
			}
		}
		s.row = append(s.row, c)
	}
	if s.rows == 0 {
		s.top = slices.Clone(s.row) // its height is known with the widths
	} else {
		s.held = s.appendRowTag(s.held, s.rows, s.row)
	}
	for column, cell := range s.row {
		if err := s.appendCell(column, cell); err != nil {
			return s.cellError(column, err)
		}
	}
	s.held = append(s.held, `</row>`...)
	s.rows++
	s.columns = max(s.columns, len(cells))
	if !s.begun && len(s.held) < heldBack {
		return nil
	}
	return s.writeHeld()
}

// cellError names the cell of the present row that an error is about.
func (s *sheetWriter) cellError(column int, err error) error {
	return fmt.Errorf("sheet %q, cell %s: %w", s.Name, appendReference(nil, column, s.rows), err)
}

// appendRowTag appends the start tag of a row. It states the height of a row of
// several lines: Excel would find it, LibreOffice would not.
func (s *sheetWriter) appendRowTag(b []byte, row int, cells []rowCell) []byte {
	height := 0
	for column, cell := range cells {
		if s.wraps(column, cell) {
			height = max(height, cell.text.heightIn(s.width(column)+1, cell.Text))
		}
		if cell.Style == Title {
			height = 24
		}
	}
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(row)+1, 10)
	if height > defaultHeight {
		b = append(b, `" ht="`...)
		b = strconv.AppendInt(b, int64(min(height, maxHeight)), 10)
	}
	return append(b, `">`...)
}

// Heights of rows, in points.
const (
	defaultHeight = 17
	maxHeight     = 409
)

// width returns the characters that a column has room for; as long as the columns are
// measured, the most that it can have.
func (s *sheetWriter) width(column int) int {
	switch {
	case !s.begun:
		return s.maxWidth(column)
	case column < len(s.widths):
		return max(s.widths[column], minWidth)
	}
	return minWidth
}

// maxWidth returns the most characters of a column.
func (s *sheetWriter) maxWidth(column int) int {
	if column < len(s.MaxWidths) && s.MaxWidths[column] > 0 {
		return s.MaxWidths[column]
	}
	return s.MaxWidth
}

// Bounds of the room of a column, in characters.
const (
	minWidth  = 6
	linkWidth = 100 // the most for a link, which is not broken
)

// wraps reports whether a cell is broken into lines. One that opens an address is not:
// an address would be broken anywhere.
func (s *sheetWriter) wraps(column int, c rowCell) bool {
	switch {
	case c.text == nil || c.Style == Title:
		return false
	case c.Style == Header || c.text.broken:
		return true
	}
	return c.Link == "" && c.text.width > s.width(column)+1 // a column has room for two more
}

// appendCell holds a cell back and measures it.
func (s *sheetWriter) appendCell(column int, c rowCell) error {
	if !s.begun && c.Style != Title { // a title may stand over its neighbours
		s.measure(column, c)
	}
	if c.empty() {
		return nil
	}
	s.scratch = appendReference(s.scratch[:0], column, s.rows)
	if c.Link != "" && len(s.targets) < maxLinks && utf16Length(c.Link) <= maxAddress {
		if err := s.addLink(c.Link); err != nil {
			return err
		}
		if c.Style == Plain {
			c.Style = linkStyle
		}
	}
	if c.text != nil && c.text.number >= 0 {
		s.texts.uses++
	}
	var err error
	s.held, err = c.appendXML(s.held, s.scratch, c.text, s.wraps(column, c))
	return err
}

// measure widens a column for a cell. A head takes at most 16 characters: longer ones
// are broken into lines.
func (s *sheetWriter) measure(column int, c rowCell) {
	for len(s.widths) <= column {
		s.widths = append(s.widths, 0)
	}
	width := 0
	switch {
	case c.text != nil:
		width = c.text.width
	case c.Kind == KindNumber:
		width = len(strconv.FormatFloat(c.Number, 'f', -1, 64)) * 4 / 3 // with commas
	}
	if c.Style == Header {
		width = min(width+3, 16) // with the filter's arrow
	}
	most := s.maxWidth(column)
	if c.Link != "" {
		most = max(most, linkWidth)
	}
	s.widths[column] = max(s.widths[column], min(width, most))
}

// addLink makes the cell at the place in scratch open an address, or a sheet.
func (s *sheetWriter) addLink(address string) error {
	sheet, isSheet := strings.CutPrefix(address, "#")
	if isSheet {
		address = quoteSheet(sheet) + "!A1"
	}
	escaped, err := appendEscaped(nil, address)
	if err != nil {
		return err
	}
	if isSheet {
		fmt.Fprintf(&s.jumps, `<hyperlink ref="%s" location="%s"/>`, s.scratch, escaped)
		return nil
	}
	s.targets = append(s.targets, string(s.scratch))
	fmt.Fprintf(&s.links, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, len(s.targets), officeRelationships, escaped)
	return nil
}

// writeHeld writes the rows that are held back, after the head of the sheet.
func (s *sheetWriter) writeHeld() error {
	if !s.begun {
		s.begun = true
		_, _ = io.WriteString(s.out, s.head()) // bufio keeps the error
		if s.rows > 0 {
			_, _ = s.out.Write(s.appendRowTag(nil, 0, s.top))
		}
	}
	_, err := s.out.Write(s.held)
	s.held = s.held[:0]
	return err
}

// endSheet writes the rest of the sheet.
func (s *sheetWriter) endSheet(p Properties) error {
	if err := s.writeHeld(); err != nil {
		return err
	}
	tail, err := s.tail(p)
	if err != nil {
		return fmt.Errorf("sheet %q: %w", s.Name, err)
	}
	_, _ = s.out.Write(tail)
	return s.out.Flush()
}
