package data

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// decodeLenient decodes b, which stands at a place of the file. A member that does
// not fit is reported and left out, and the rest is decoded again.
func decodeLenient[T any](e *editionReader, at jsontext.Pointer, b []byte) (t T) {
	for e.budget > 0 && e.more == 0 {
		var fresh T
		err := json.Unmarshal(b, &fresh, json.RejectUnknownMembers(true), jsontext.AllowDuplicateNames(true))
		if err == nil {
			return fresh
		}
		e.budget -= len(b)
		var semantic *json.SemanticError
		if !errors.As(err, &semantic) {
			e.reportUnreadable(at, model.Clean(err.Error(), 200))
			return t
		}
		e.reportUnreadable(at+semantic.JSONPointer, semanticText(semantic))
		if semantic.JSONPointer == "" {
			return t
		}
		b = withoutValue(b, semantic.JSONPointer)
	}
	e.reportUnreadable(at, "not looked at any further; mend the rest first")
	return t
}

// withoutValue copies b without the member at a place, or with null in place of a
// list item there.
func withoutValue(b []byte, at jsontext.Pointer) []byte {
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
