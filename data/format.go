package data

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// lineWidth is the greatest length, in bytes, of a value on one line.
const lineWidth = 180

// Format writes f as JSON in which a value that fits one line has one, so that
// an answer, a city or a plan is a line of a diff.
func Format(f *File) ([]byte, error) {
	b, err := json.Marshal(f, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := writePretty(&out, jsontext.NewDecoder(bytes.NewReader(b)), 0); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// writePretty copies the next value of dec to out, at an indentation of depth.
func writePretty(out *bytes.Buffer, dec *jsontext.Decoder, depth int) error {
	v, err := dec.ReadValue()
	if err != nil {
		return err
	}
	if k := v.Kind(); k != jsontext.KindBeginObject && k != jsontext.KindBeginArray || len(v)+2*depth <= lineWidth && depth > 1 {
		if err := v.Format(jsontext.SpaceAfterComma(true), jsontext.SpaceAfterColon(true)); err != nil {
			return err
		}
		out.Write(v)
		return nil
	}
	inner := jsontext.NewDecoder(bytes.NewReader(bytes.Clone(v)))
	open, err := inner.ReadToken()
	if err != nil {
		return err
	}
	out.WriteString(open.String())
	object := open.Kind() == jsontext.KindBeginObject
	for first := true; ; first = false {
		if k := inner.PeekKind(); k == jsontext.KindEndObject || k == jsontext.KindEndArray {
			break
		}
		if !first {
			out.WriteByte(',')
		}
		out.WriteString("\n" + strings.Repeat("  ", depth+1))
		if object {
			name, err := inner.ReadValue()
			if err != nil {
				return err
			}
			out.Write(name)
			out.WriteString(": ")
		}
		if err := writePretty(out, inner, depth+1); err != nil {
			return err
		}
	}
	out.WriteString("\n" + strings.Repeat("  ", depth))
	if object {
		out.WriteByte('}')
	} else {
		out.WriteByte(']')
	}
	return nil
}
