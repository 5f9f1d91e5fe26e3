package data

import (
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// Args are the arguments of a condition or warning: a JSON object in which a
// list is an array of strings, a count is a number, and all else a string.
type Args []model.Arg

// MarshalJSONTo writes the arguments in their order.
func (as Args) MarshalJSONTo(enc *jsontext.Encoder) error {
	return encodeObject(enc, func(member func(string, any) error) error {
		for _, a := range as {
			if err := member(a.Name, argValue(a)); err != nil {
				return err
			}
		}
		return nil
	})
}

// argValue returns the JSON value of an argument.
func argValue(a model.Arg) any {
	if a.IsList() {
		return a.Values.Slice()
	}
	if a.Values.Len() == 0 {
		return ""
	}
	s := a.Values.At(0)
	if n, err := strconv.Atoi(s); err == nil && strconv.Itoa(n) == s {
		return n
	}
	return s
}

// UnmarshalJSONFrom reads the arguments in the order of the file.
func (as *Args) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	return decodeItems(dec, jsontext.KindBeginObject, func() error {
		tok, err := dec.ReadToken()
		if err != nil {
			return err
		}
		name := tok.String() // before the token is overwritten
		values, err := readArg(dec)
		if err != nil {
			return err
		}
		*as = append(*as, model.ArgOf(name, values...))
		return nil
	})
}

// decodeItems reads an object or list, as open says, and calls item at each of its
// members or items.
func decodeItems(dec *jsontext.Decoder, open jsontext.Kind, item func() error) error {
	end, expected := jsontext.KindEndObject, "an object"
	if open == jsontext.KindBeginArray {
		end, expected = jsontext.KindEndArray, "a list"
	}
	if k := dec.PeekKind(); k != open {
		return fmt.Errorf("%s where %s belongs", jsonKind(k), expected)
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != end {
		if err := item(); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// readArg reads the value of an argument: a list of texts, a text or a number.
func readArg(dec *jsontext.Decoder) ([]string, error) {
	if dec.PeekKind() == jsontext.KindBeginArray {
		var values []string
		err := json.UnmarshalDecode(dec, &values)
		return values, err
	}
	tok, err := dec.ReadToken()
	if err != nil {
		return nil, err
	}
	if k := tok.Kind(); k != jsontext.KindString && k != jsontext.KindNumber {
		return nil, fmt.Errorf("%s where a text, a number or a list belongs", jsonKind(k))
	}
	return []string{tok.String()}, nil
}
