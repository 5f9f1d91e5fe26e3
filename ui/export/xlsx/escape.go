package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A text of a cell may hold any UTF-16 unit as _xHHHH_ (the type ST_Xstring of
// ECMA-376), because XML has no way to write most control characters. So a text that
// looks like this must be written with its first _ as _x005F_.

// appendText appends text as the content of an element. It writes a carriage return
// as _x000D_, because XML would read it as a line feed. It refuses characters that
// XML forbids.
func appendText(b []byte, text string) ([]byte, error) {
	if strings.Contains(text, "_x") || strings.Contains(text, "\r") {
		text = encodeUnits(text)
	}
	return appendEscaped(b, text)
}

// appendEscaped appends text with XML's special characters escaped, for contents and
// attributes.
func appendEscaped(b []byte, text string) ([]byte, error) {
	last := 0
	for i, r := range text {
		var escaped string
		switch r {
		case '&':
			escaped = "&amp;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		case '"':
			escaped = "&#34;"
		case utf8.RuneError:
			if strings.HasPrefix(text[i:], "\uFFFD") {
				continue
			}
			return b, fmt.Errorf("byte %#x: not UTF-8", text[i])
		default:
			if forbidden(r) {
				return b, fmt.Errorf("character %U: XML forbids it", r)
			}
			continue
		}
		b = append(append(b, text[last:i]...), escaped...)
		last = i + 1
	}
	return append(b, text[last:]...), nil
}

// forbidden reports whether no XML document may hold r.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// encodeUnits writes carriage returns, and every _ that begins _xHHHH_, as _xHHHH_.
func encodeUnits(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if _, ok := encodedUnit(text[i:]); ok {
			b.WriteString("_x005F")
		}
		if text[i] == '\r' {
			b.WriteString("_x000D_")
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// decodeUnits returns text with every _xHHHH_ as the UTF-16 unit that it means. Half
// of a pair of surrogates becomes U+FFFD.
func decodeUnits(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		unit, ok := encodedUnit(text[i:])
		if !ok {
			b.WriteByte(text[i])
			i++
			continue
		}
		i += encodedLength
		if second, ok := encodedUnit(text[i:]); ok && utf16.IsSurrogate(unit) {
			if r := utf16.DecodeRune(unit, second); r != utf8.RuneError {
				b.WriteRune(r)
				i += encodedLength
				continue
			}
		}
		b.WriteRune(unit)
	}
	return b.String()
}

// encodedLength is the length of _xHHHH_.
const encodedLength = 7

// encodedUnit returns the UTF-16 unit of a text that begins with _xHHHH_.
func encodedUnit(text string) (rune, bool) {
	if len(text) < encodedLength || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	var unit rune
	for _, c := range []byte(text[2:6]) {
		digit, ok := hexDigit(c)
		if !ok {
			return 0, false
		}
		unit = unit<<4 | digit
	}
	return unit, true
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10, true
	}
	return 0, false
}
