package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// The messages of the decoder and of the operating system quote what they were
// given, raw, and in terms of Go. What follows says the same for the reader of
// an edition file, and nothing that a terminal would obey.

// toldError is an error in other words, fit to be shown.
type toldError struct {
	text string
	err  error
}

func (e *toldError) Error() string { return e.text }

// Unwrap is the error as it was; its own text may not be fit to be shown.
func (e *toldError) Unwrap() error { return e.err }

// explain says why b is no edition, and where.
func explain(b []byte, err error) error {
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		return &toldError{at(b, syntax.ByteOffset, syntax.JSONPointer, malformed(syntax)), err}
	case errors.As(err, &meaning):
		return &toldError{at(b, meaning.ByteOffset, meaning.JSONPointer, misplaced(meaning)), err}
	}
	return &toldError{model.Clean(err.Error(), 200), err}
}

// at says in which line of b, and in which value, something is wrong.
func at(b []byte, offset int64, value jsontext.Pointer, reason string) string {
	offset = max(0, min(offset, int64(len(b))))
	where := "line " + strconv.Itoa(1+bytes.Count(b[:offset], []byte("\n")))
	if value != "" {
		where += ", " + model.Clean(string(value), 120)
	}
	return where + ": " + reason
}

// malformed says what is wrong with text that is no JSON.
func malformed(err *jsontext.SyntacticError) string {
	switch {
	case errors.Is(err.Err, jsontext.ErrDuplicateName):
		return twice(err.JSONPointer.LastToken())
	case errors.Is(err.Err, io.ErrUnexpectedEOF):
		return "the file ends here, in the middle of a value"
	}
	return model.Clean(err.Err.Error(), 120)
}

func twice(name string) string { return fmt.Sprintf("member %q stands twice", model.Clean(name, 60)) }

// misplaced says what is wrong with JSON that is no edition.
func misplaced(err *json.SemanticError) string {
	switch {
	case errors.Is(err.Err, json.ErrUnknownName):
		return fmt.Sprintf("unknown member %q", model.Clean(err.JSONPointer.LastToken(), 60))
	case errors.Is(err.Err, strconv.ErrSyntax):
		return fmt.Sprintf("%s is no whole number", model.Clean(string(err.JSONValue), 40))
	case errors.Is(err.Err, strconv.ErrRange):
		return fmt.Sprintf("%s is too large a number", model.Clean(string(err.JSONValue), 40))
	case err.JSONKind != jsontext.KindString && word(err.GoType), err.Err == nil:
		return fmt.Sprintf("%s where %s belongs", kind(err.JSONKind), wanted(err.GoType))
	}
	return model.Clean(err.Err.Error(), 120)
}

// word reports whether values of t are read from a word.
func word(t reflect.Type) bool {
	return t == reflect.TypeFor[model.State]() || t == reflect.TypeFor[model.Scope]() ||
		t == reflect.TypeFor[model.PlanKind]() || t == reflect.TypeFor[model.Feature]()
}

// kind is what a JSON value is.
func kind(k jsontext.Kind) string {
	switch k {
	case jsontext.KindNull:
		return "null"
	case jsontext.KindFalse, jsontext.KindTrue:
		return "true or false"
	case jsontext.KindString:
		return "a text"
	case jsontext.KindNumber:
		return "a number"
	case jsontext.KindBeginObject:
		return "an object"
	case jsontext.KindBeginArray:
		return "a list"
	}
	return "something else"
}

// wanted is what t is read from.
func wanted(t reflect.Type) string {
	switch {
	case t == nil:
		return "another value"
	case word(t):
		return "a text"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	case reflect.String:
		return "a text"
	case reflect.Slice:
		return "a list"
	}
	return "an object"
}

// plain is err of reading a file, without the path and the name of the system
// call, which a caller names better.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case errors.Is(err, fs.ErrPermission):
		return Forbidden
	}
	text := err.Error()
	var p *fs.PathError
	if errors.As(err, &p) {
		text = p.Err.Error()
	}
	return &toldError{model.Clean(text, 200), err}
}
