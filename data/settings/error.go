package settings

import (
	"errors"
	"strconv"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/model/query"
)

// Kind is a kind of mistake in a file or a variable. Catalogs have a text for each.
type Kind string

// The kinds of mistakes.
const (
	Unreadable Kind = "unreadable" // the file: Why says the reason
	Missing    Kind = "missing"    // the file that a variable names
	Encoding   Kind = "encoding"   // the file is no UTF-8
	Syntax     Kind = "syntax"     // no TOML
	Quotes     Kind = "curly"      // the value stands in quotes that are not straight; Found is its text
	Section    Kind = "section"    // a section or dotted key: settings have none
	Unknown    Kind = "unknown"    // no setting has that name
	Twice      Kind = "twice"      // the setting stands in the file twice
	WrongType  Kind = "type"       // a value of another type
	BadValue   Kind = "value"      // a value that the setting does not take
	Characters Kind = "characters" // a value with characters that must not be shown
	TooLong    Kind = "too_long"   // a text or list that is longer than Limit
)

// Kinds lists all kinds of mistakes.
func Kinds() []Kind {
	return []Kind{Unreadable, Missing, Encoding, Syntax, Quotes, Section, Unknown, Twice, WrongType, BadValue, Characters, TooLong}
}

// Error is a mistake in a file or a variable. Its texts are fit to be shown.
type Error struct {
	Line, Column int // in the file, from 1, in characters; 0 for the file as a whole
	Kind         Kind
	Key          string   // the setting
	Found        string   // the key or value that is wrong; of WrongType, the text of a value without quotes
	Nearest      string   // the right one that it resembles; "" for none
	Known        []string // the right ones
	Type         Type     // of Key
	Limit        int      // of TooLong; of Twice, the line of the first one
	Why          string
}

// Error describes the mistake in English.
func (e *Error) Error() string {
	s := string(e.Kind) + " " + e.Key + " " + e.Found + " " + e.Why
	if e.Line > 0 {
		s = strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column) + ": " + s
	}
	return s
}

// maxFound is the longest text of a file that an error repeats, in characters.
const maxFound = 60

// BadValue returns the error of a text that the setting does not take, in a value. Known
// are the ones that it takes; none if there are too many to list.
func (k Key) BadValue(v Value, found string, known []string) *Error {
	return v.mistake(found, Error{Kind: BadValue, Key: k.Name, Type: k.Type, Found: model.Clean(found, maxFound), Nearest: query.Nearest(found, known), Known: known})
}

// mistake returns e at the place of a text of v.
func (v Value) mistake(text string, e Error) *Error {
	at := v.placeOf(text)
	e.Line, e.Column = at.line, at.column
	return &e
}

// fileError returns the error of a file as a whole. One that is missing is a link to nothing.
func fileError(err error) *Error {
	var file data.FileError
	if err = data.ReadError(err); errors.As(err, &file) {
		return &Error{Kind: Unreadable, Why: file.Key()}
	}
	return &Error{Kind: Unreadable, Found: err.Error(), Why: "other"}
}
