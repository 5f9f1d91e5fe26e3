package xlsx

import (
	"bytes"
	"iter"
	"strconv"
)

// Row is a row of a sheet with at least one cell that is not empty.
type Row struct {
	Number int      // as Excel shows it, from 1
	Cells  []string // from column A to the last that is not empty; valid until the next row
}

// Rows returns the rows of the sheet of that name; of the first that is not hidden for
// "". Texts are as in the file, and may hold control characters. Numbers are as short
// as can be ("0.1"), dates as 2006-01-02, truths TRUE and FALSE, formulas their last
// results. Rows that a filter hides are there, too. The last pair may be an error, a
// [*ReadError].
func (b *Book) Rows(sheet string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s, err := b.sheet(sheet)
		if err == nil {
			err = b.load()
		}
		if err != nil {
			yield(Row{}, err)
			return
		}
		p, err := b.archive.open(s.part)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer p.close()
		r := rowReader{part: p, book: b}
		if err := r.readAll(yield); err != nil {
			yield(Row{}, p.wrap(err))
		}
	}
}

// load reads, once, the parts that the cells of every sheet need: texts and styles.
func (b *Book) load() error {
	b.archive.left = b.archive.limits.unpacked
	if b.loaded {
		return nil
	}
	b.texts, b.dates = nil, nil
	if err := b.readTexts(); err != nil {
		return err
	}
	if err := b.readFormats(); err != nil {
		return err
	}
	b.loaded = true
	return nil
}

// rowReader reads the rows of one sheet.
type rowReader struct {
	*part
	book  *Book
	cells []string
	text  []byte
}

// readAll calls yield with every row, until it returns false.
func (r *rowReader) readAll(yield func(Row, error) bool) error {
	for {
		t, err := r.nextToken()
		switch {
		case err != nil:
			return err
		case t.ends("sheetData"):
			r.row = 0
			return r.drain()
		case !t.begins("row"):
			continue
		}
		more, err := r.readRow(t, yield)
		if err != nil || !more {
			return err
		}
	}
}

// readRow reads the row that begins with the start tag t. It returns the result of yield.
func (r *rowReader) readRow(t token, yield func(Row, error) bool) (more bool, err error) {
	number := r.row + 1
	if value, found := t.attribute("r"); found {
		number, err = strconv.Atoi(string(value))
	}
	if err != nil || number <= r.row || number > MaxRows {
		return false, r.fault(Damaged, "row %d after row %d", number, r.row)
	}
	r.row = number
	clear(r.cells)
	r.cells = r.cells[:0]
	for column := 0; ; column++ {
		t, err := r.nextToken()
		switch {
		case err != nil:
			return false, err
		case t.ends("row"):
			return len(r.cells) == 0 || yield(Row{r.row, r.cells}, nil), nil
		case t.begins("c"):
			if column, err = r.readCell(t, column); err != nil {
				return false, err
			}
		case t.kind == startTag:
			if err := r.skip(); err != nil {
				return false, err
			}
			column--
		default:
			column--
		}
	}
}

// readCell reads the cell that begins with the start tag t, and returns its column. column is its
// place if it names none.
func (r *rowReader) readCell(t token, column int) (int, error) {
	if place, found := t.attribute("r"); found {
		n, ok := parseColumn(place)
		if !ok {
			return column, r.fault(Damaged, "cell %.20q", place)
		}
		column = n
	}
	kind := kindOf(t)
	format := 0
	if value, found := t.attribute("s"); found {
		format, _ = strconv.Atoi(string(value)) // no number, no date
	}
	text, err := r.readValue(kind)
	if err != nil {
		return column, err
	}
	value, err := r.valueText(kind, format, text)
	if err != nil || value == "" {
		return column, err
	}
	if column >= r.book.archive.limits.columns {
		return column, r.fault(TooManyCells, "column %s", appendColumn(nil, column))
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, "")
	}
	r.cells[column] = value
	return column, nil
}

// cellKind is the type of a cell in a file.
type cellKind uint8

const (
	numberCell cellKind = iota // also a date
	sharedCell                 // the number of a shared string
	textCell                   // a text of its own
	truthCell
	otherCell // an error, or a date in words: as it stands
)

// kindOf returns the type of a cell.
func kindOf(t token) cellKind {
	value, _ := t.attribute("t")
	switch string(value) {
	case "", "n":
		return numberCell
	case "s":
		return sharedCell
	case "inlineStr", "str":
		return textCell
	case "b":
		return truthCell
	}
	return otherCell
}

// readValue returns the text of <v> or <is> of a cell, until the cell's end.
func (r *rowReader) readValue(kind cellKind) ([]byte, error) {
	r.text = r.text[:0]
	for {
		t, err := r.nextToken()
		switch {
		case err != nil:
			return nil, err
		case t.ends("c"):
			return r.text, nil
		case t.begins("v"):
			r.text, err = r.appendContent(r.text[:0], r.book.archive.limits.text)
		case t.begins("is") && kind == textCell:
			r.text, err = r.appendRichText(r.text[:0], r.book.archive.limits.text)
		case t.kind == startTag: // a formula
			err = r.skip()
		}
		if err != nil {
			return nil, err
		}
	}
}

// valueText returns the value of a cell as a text.
func (r *rowReader) valueText(kind cellKind, format int, text []byte) (string, error) {
	switch kind {
	case sharedCell:
		if len(text) == 0 {
			return "", nil
		}
		n, err := strconv.Atoi(string(bytes.TrimSpace(text)))
		if err != nil || n < 0 || n >= len(r.book.texts) {
			return "", r.fault(Damaged, "shared string %.20q of %d", text, len(r.book.texts))
		}
		return r.book.texts[n], nil
	case textCell:
		return decodeUnits(string(text)), nil
	case truthCell:
		switch string(text) {
		case "1", "true":
			return "TRUE", nil
		case "0", "false":
			return "FALSE", nil
		}
		return string(text), nil
	case numberCell:
		isDate := format >= 0 && format < len(r.book.dates) && r.book.dates[format]
		return numberText(text, isDate, r.book.date1904), nil
	}
	return string(text), nil
}

// numberText returns a number as short as can be, or as a date.
func numberText(text []byte, isDate, date1904 bool) string {
	text = bytes.TrimSpace(text)
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return string(text)
	}
	if isDate {
		if date, ok := dateText(n, date1904); ok {
			return date
		}
	}
	if n > -1e21 && n < 1e21 {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return strconv.FormatFloat(n, 'g', -1, 64)
}

// parseColumn returns the column of a place, as 1 of "B7".
func parseColumn(place []byte) (int, bool) {
	column := 0
	for i, c := range place {
		switch letter := c &^ 0x20; {
		case 'A' <= letter && letter <= 'Z' && i < 3:
			column = column*26 + int(letter-'A') + 1
		case i > 0 && '0' <= c && c <= '9':
			return column - 1, column <= MaxColumns
		default:
			return 0, false
		}
	}
	return 0, false
}
