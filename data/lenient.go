package data

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// lenient decodes b, which stands at a place of the file, as far as it can be:
// what does not fit is noted and left out.
func lenient[T any](v *validator, place jsontext.Pointer, b []byte) (t T) {
	for v.budget > 0 && v.more == 0 {
		var fresh T
		err := json.Unmarshal(b, &fresh, json.RejectUnknownMembers(true), jsontext.AllowDuplicateNames(true))
		if err == nil {
			return fresh
		}
		v.budget -= len(b)
		var meaning *json.SemanticError
		if !errors.As(err, &meaning) {
			v.unread(place, model.Clean(err.Error(), 200))
			return t
		}
		v.unread(place+meaning.JSONPointer, misplaced(meaning))
		if meaning.JSONPointer == "" {
			return t
		}
		b = without(b, meaning.JSONPointer)
	}
	v.unread(place, "not looked at any further; mend the rest first")
	return t
}

// without is b without the member at a place, or with null for the item there.
func without(b []byte, at jsontext.Pointer) []byte {
	var out bytes.Buffer
	dec := jsontext.NewDecoder(bytes.NewReader(b), jsontext.AllowDuplicateNames(true))
	enc := jsontext.NewEncoder(&out, jsontext.AllowDuplicateNames(true))
	for {
		tok, err := dec.ReadToken()
		if err != nil {
			return out.Bytes() // at the end
		}
		if dec.StackPointer() == at {
			depth := dec.StackDepth()
			if in, n := dec.StackIndex(depth); in == jsontext.KindBeginObject && n%2 == 1 { // its name
				_ = dec.SkipValue() // b is JSON
				continue
			}
			if k := tok.Kind(); k == jsontext.KindBeginObject || k == jsontext.KindBeginArray {
				for dec.StackDepth() >= depth {
					_, _ = dec.ReadToken() // likewise
				}
			}
			tok = jsontext.Null
		}
		if err := enc.WriteToken(tok); err != nil {
			return nil // cannot be: what was read can be written
		}
	}
}
