package offices

import (
	"bufio"
	"errors"
	"io"
	"unicode/utf8"
)

// textReader reads rows of separated fields.
type textReader struct {
	in        *bufio.Reader
	separator byte // 0 for none
	line      int  // that is being read, from 1
	cells     []string
	field     []byte
	texts     map[string]string // short fields, each once
}

func newTextReader(in *bufio.Reader, separator byte) *textReader {
	return &textReader{in: in, separator: separator, line: 1, texts: map[string]string{}}
}

// next returns the next row that is not an empty line. At the end it returns io.EOF.
func (t *textReader) next() (Row, error) {
	t.cells = t.cells[:0]
	for {
		c, err := t.in.ReadByte()
		if err != nil {
			return Row{}, err
		}
		if c != '\n' {
			_ = t.in.UnreadByte() // it was read
			break
		}
		t.line++
	}
	row := Row{Number: t.line}
	for {
		last, err := t.readField()
		if err != nil {
			return row, err
		}
		if err := t.endField(row.Number); err != nil {
			return row, err
		}
		if last {
			row.Cells = t.cells
			return row, nil
		}
	}
}

// readField reads a field and the separator or line break behind it. It reports whether
// the field is the last one of its row.
func (t *textReader) readField() (last bool, err error) {
	t.field = t.field[:0]
	first := true
	for {
		c, err := t.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case c == '"' && first:
			if err := t.readQuoted(); err != nil {
				return false, err
			}
		case c == t.separator && c != 0:
			return false, nil
		case c == '\n':
			t.line++
			return true, nil
		case c == '\r':
			t.skipLineFeed()
			t.line++
			return true, nil
		case c == 0:
			return false, &Error{Fault: NotText, Line: t.line}
		case len(t.field) == maxField:
			return false, &Error{Fault: LongField, Line: t.line}
		default:
			t.field = append(t.field, c)
		}
		first = false
	}
}

// readQuoted reads the text between quotes, of which the first has been read. Two
// quotes stand for one.
func (t *textReader) readQuoted() error {
	open := t.line
	for {
		c, err := t.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF), err == nil && len(t.field) == maxField:
			return &Error{Fault: OpenQuote, Line: open}
		case err != nil:
			return err
		case c == 0:
			return &Error{Fault: NotText, Line: t.line}
		case c == '"':
			if next, err := t.in.ReadByte(); err != nil || next != '"' {
				if err == nil {
					_ = t.in.UnreadByte() // it was read
				}
				return nil
			}
		case c == '\r':
			t.skipLineFeed()
			c = '\n'
			t.line++
		case c == '\n':
			t.line++
		}
		t.field = append(t.field, c)
	}
}

// skipLineFeed reads the line feed that may stand behind a carriage return.
func (t *textReader) skipLineFeed() {
	if next, err := t.in.ReadByte(); err == nil && next != '\n' {
		_ = t.in.UnreadByte() // it was read
	}
}

// maxTexts is the number of fields that are kept to be used again.
const maxTexts = 10_000

// endField adds the field to the cells of the row, which began on a line.
func (t *textReader) endField(line int) error {
	switch {
	case !utf8.Valid(t.field):
		return &Error{Fault: NotUTF8, Line: line}
	case len(t.cells) == maxColumns:
		return &Error{Fault: TooManyColumns, Line: line}
	}
	text, known := t.texts[string(t.field)]
	if !known {
		text = string(t.field)
		if len(text) <= 64 && len(t.texts) < maxTexts {
			t.texts[text] = text
		}
	}
	t.cells = append(t.cells, text)
	return nil
}
