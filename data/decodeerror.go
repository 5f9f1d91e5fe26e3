package data

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// The messages of the decoder quote their input raw, and speak of Go types. The
// texts here say the same to the reader of an edition file, and have no control
// characters.

// syntaxText says why text is not JSON.
func syntaxText(err *jsontext.SyntacticError) string {
	switch {
	case errors.Is(err.Err, jsontext.ErrDuplicateName):
		return duplicateMember(err.JSONPointer.LastToken())
	case errors.Is(err.Err, io.ErrUnexpectedEOF):
		return "the file ends here, in the middle of a value"
	}
	return model.Clean(err.Err.Error(), 200)
}

func duplicateMember(name string) string {
	return fmt.Sprintf("member %q stands twice", model.Clean(name, 60))
}

func wrongSchema(schema string) string {
	return fmt.Sprintf("schema is %q; this program reads %q", model.Clean(schema, 40), EditionSchema)
}

func unknownCode(iso2 string) string {
	return fmt.Sprintf("code %q is no country or region; write an ISO 3166-1 code, such as \"TW\"", model.Clean(iso2, 10))
}

func tooManyCountries() string {
	return fmt.Sprintf("more than %d countries and regions", MaxCountries)
}

// semanticText says why a JSON value does not fit its place in an edition.
func semanticText(err *json.SemanticError) string {
	switch {
	case errors.Is(err.Err, json.ErrUnknownName):
		return fmt.Sprintf("unknown member %q", model.Clean(err.JSONPointer.LastToken(), 60))
	case errors.Is(err.Err, strconv.ErrSyntax):
		return fmt.Sprintf("%s is no whole number", model.Clean(string(err.JSONValue), 40))
	case errors.Is(err.Err, strconv.ErrRange):
		return fmt.Sprintf("%s is too large a number", model.Clean(string(err.JSONValue), 40))
	case err.JSONKind != jsontext.KindString && isKeyword(err.GoType), err.Err == nil:
		return fmt.Sprintf("%s where %s belongs", jsonKind(err.JSONKind), expectedType(err.GoType))
	}
	return model.Clean(err.Err.Error(), 200)
}

// isKeyword reports whether values of t are written as one of a few words.
func isKeyword(t reflect.Type) bool {
	return t == reflect.TypeFor[model.State]() || t == reflect.TypeFor[model.Scope]() ||
		t == reflect.TypeFor[model.PlanKind]() || t == reflect.TypeFor[model.Feature]()
}

// jsonKind names a kind of JSON value.
func jsonKind(k jsontext.Kind) string {
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

// expectedType names the kind of JSON value that t is read from.
func expectedType(t reflect.Type) string {
	switch {
	case t == nil:
		return "another value"
	case isKeyword(t):
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
