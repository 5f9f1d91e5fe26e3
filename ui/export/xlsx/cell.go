package xlsx

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of Excel. The longest text is counted in UTF-16 units.
const (
	MaxRows    = 1 << 20
	MaxColumns = 1 << 14
	MaxText    = 32_767
	maxLinks   = 65_530 // of a sheet
	maxAddress = 2_079  // characters of a link
)

// ErrTooLong says that a text has more than [MaxText] UTF-16 units.
var ErrTooLong = errors.New("text longer than 32,767 characters, the most of a cell")

// Cell is a text or a number with its look. The zero value is an empty cell.
type Cell struct {
	Text   string
	Number float64
	Kind   Kind
	Style  Style
	Link   string // the address that opens when one clicks on the cell, or # and the name of a sheet; "" for none
}

// Kind says whether a cell holds a text or a number.
type Kind uint8

// The kinds of cells. A text stays a text, even if it looks like a number or begins
// as a formula does.
const (
	KindText Kind = iota
	KindNumber
)

// Text returns a cell with a text.
func Text(text string, style Style) Cell { return Cell{Text: text, Style: style} }

// Number returns a cell with a number.
func Number(n float64, style Style) Cell { return Cell{Number: n, Kind: KindNumber, Style: style} }

// empty reports whether the cell need not be written at all.
func (c Cell) empty() bool { return c.Kind == KindText && c.Text == "" && c.Style == Plain }

// appendXML appends the cell as an element <c>. reference is its place, as "B7", text its
// text as [sharedTexts] found it. A wrapped text is broken into lines as wide as its column.
func (c Cell) appendXML(b []byte, reference []byte, text *cellText, wrapped bool) ([]byte, error) {
	b = append(b, `<c r="`...)
	b = append(b, reference...)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(c.Style.format(c.variant(wrapped))), 10)
	switch {
	case c.Kind == KindNumber && (math.IsNaN(c.Number) || math.IsInf(c.Number, 0)):
		return b, fmt.Errorf("%v: no number that a cell can hold", c.Number)
	case c.Kind == KindNumber:
		b = append(b, `"><v>`...)
		b = strconv.AppendFloat(b, c.Number, 'g', -1, 64)
		return append(b, `</v></c>`...), nil
	case c.Text == "":
		return append(b, `"/>`...), nil
	case text.number >= 0:
		b = append(b, `" t="s"><v>`...)
		b = strconv.AppendInt(b, int64(text.number), 10)
		return append(b, `</v></c>`...), nil
	}
	b, err := appendItem(append(b, `" t="inlineStr">`...), "is", c.Text)
	return append(b, `</c>`...), err
}

// variant returns the variant of the cell's style.
func (c Cell) variant(wrapped bool) variant {
	switch {
	case c.Kind == KindNumber && c.Number == math.Trunc(c.Number):
		return variantInteger
	case c.Kind == KindNumber:
		return variantNumber
	case startsFormula(c.Text) && wrapped:
		return variantQuotedWrapped
	case startsFormula(c.Text):
		return variantQuoted
	case wrapped:
		return variantWrapped
	}
	return variantText
}

// startsFormula reports whether a spreadsheet would take text for a formula if
// somebody typed it, and so would when the cell is edited.
func startsFormula(text string) bool {
	return text != "" && strings.IndexByte("=+-@'", text[0]) >= 0
}

// utf16Length returns the UTF-16 units of s.
func utf16Length(s string) int {
	if len(s) <= MaxText { // as fast as can be where it cannot matter
		return len(s)
	}
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// appendReference appends the place of a cell, as "B7". Columns and rows count from 0.
func appendReference(b []byte, column, row int) []byte {
	return strconv.AppendInt(appendColumn(b, column), int64(row)+1, 10)
}

// appendColumn appends the letters of a column: A to Z, AA to XFD.
func appendColumn(b []byte, column int) []byte {
	if column >= 26 {
		b = appendColumn(b, column/26-1)
	}
	return append(b, byte('A'+column%26))
}
