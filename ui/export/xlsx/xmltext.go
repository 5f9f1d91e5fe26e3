package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// maxEntity is the length of the longest entity, with leading zeros.
const maxEntity = 16

// decodeText replaces entities and line breaks in place, and refuses text that is not
// UTF-8.
func decodeText(raw []byte) ([]byte, error) {
	raw = normalizeLines(raw)
	if bytes.IndexByte(raw, '&') < 0 {
		return raw, checkText(raw)
	}
	text := raw[:0]
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			text = append(text, raw...)
			return text, checkText(text)
		}
		text = append(text, raw[:i]...)
		raw = raw[i+1:]
		end := bytes.IndexByte(raw[:min(len(raw), maxEntity)], ';')
		if end < 0 {
			return nil, errSyntax
		}
		r, ok := entity(string(raw[:end]))
		if !ok {
			return nil, fmt.Errorf("%w: entity &%.16q;", errSyntax, raw[:end])
		}
		text = utf8.AppendRune(text, r)
		raw = raw[end+1:]
	}
}

// entity returns the character that &name; means.
func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) && !forbidden(rune(n))
}

// normalizeLines makes line feeds of CR LF and CR in place, as XML demands.
func normalizeLines(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	out, last := text[:0], byte(0)
	for _, c := range text {
		switch {
		case c == '\r':
			out = append(out, '\n')
		case c != '\n' || last != '\r':
			out = append(out, c)
		}
		last = c
	}
	return out
}

// checkText refuses bytes that are not UTF-8.
func checkText(text []byte) error {
	if !utf8.Valid(text) {
		return fmt.Errorf("%w: not UTF-8", errSyntax)
	}
	return nil
}
