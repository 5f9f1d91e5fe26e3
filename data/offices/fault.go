package offices

import (
	"fmt"
	"strings"

	"voxatlas/model"
)

// Fault says why a list cannot be read. It is a type of constants, so that an interface
// can say it in the language of its user.
type Fault uint8

// The faults of lists.
const (
	Empty          Fault = iota + 1 // it has no offices
	NoPlace                         // no column is a country, city or telephone number
	TwoColumns                      // two columns have heads that mean the same
	UTF16                           // it is UTF-16, not UTF-8
	NotUTF8                         // it is in another encoding, perhaps Big5
	NotText                         // it has a NUL character
	OpenQuote                       // a quoted field has no end, or is too long
	LongField                       // a field is longer than maxField
	TooManyColumns                  // a row has more than maxColumns fields
	TooMany                         // it has more than MaxOffices, or too much text
	TooLarge                        // it has more than MaxSize bytes
)

// Key returns the stable word of f, as "no_place".
func (f Fault) Key() string {
	return model.WordOf([]string{"", "empty", "no_place", "two_columns", "utf16", "not_utf8", "not_text", "open_quote", "long_field", "too_many_columns", "too_many", "too_large"}, f)
}

// Error is a fault with its place.
type Error struct {
	Fault Fault
	Line  int      // from 1; 0 for the whole
	Heads []string // of the columns that are in question, as they were given
}

func (e *Error) Error() string {
	text := e.Fault.Key()
	if e.Line > 0 {
		text = fmt.Sprintf("line %d: %s", e.Line, text)
	}
	if len(e.Heads) > 0 {
		text += fmt.Sprintf(" (%q)", strings.Join(e.Heads, "; "))
	}
	return text
}
