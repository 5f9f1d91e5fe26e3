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
	return object(enc, func(member func(string, any) error) error {
		for _, a := range as {
			if err := member(a.Name, argValue(a)); err != nil {
				return err
			}
		}
		return nil
	})
}

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
	if k := dec.PeekKind(); k != jsontext.KindBeginObject {
		return fmt.Errorf("%s where an object belongs", kind(k))
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != jsontext.KindEndObject {
		name, err := dec.ReadToken()
		if err != nil {
			return err
		}
		arg := name.String()
		values, err := readArg(dec)
		if err != nil {
			return err
		}
		*as = append(*as, model.ArgOf(arg, values...))
	}
	_, err := dec.ReadToken()
	return err
}

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
		return nil, fmt.Errorf("%s where a text, a number or a list belongs", kind(k))
	}
	return []string{tok.String()}, nil
}
