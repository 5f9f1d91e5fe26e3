package assets

import (
	"errors"
	"fmt"
	"strings"
)

// indent is the prefix of every line of a block.
const indent = "    "

// isKey accepts words of letters, digits, _ and - joined by dots, followed perhaps
// by a CLDR plural form in brackets. It is written out, because compiling a regular
// expression would slow every start of the program.
func isKey(s string) bool {
	if base, form, ok := strings.Cut(s, "["); ok {
		switch form {
		case "zero]", "one]", "two]", "few]", "many]", "other]":
			s = base
		default:
			return false
		}
	}
	dot := true // the last byte was one, or there was none
	for i := range len(s) {
		switch b := s[i]; {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9', b == '_', b == '-':
			dot = false
		case b == '.' && !dot:
			dot = true
		default:
			return false
		}
	}
	return !dot
}

// parseCatalog reads a catalog in the form of the package comment: texts by key.
// Errors name the line. That all is UTF-8 without control characters, only a test of
// the embedded files checks: it takes half of the time of a reading.
func parseCatalog(src string) (map[string]string, error) {
	texts := make(map[string]string, 768)
	for in := (lineReader{rest: strings.ReplaceAll(src, "\r\n", "\n")}); in.next(); {
		n := in.number
		switch {
		case strings.TrimSpace(in.line) == "" || in.line[0] == '#':
			continue
		case in.line[0] == ' ':
			return nil, fmt.Errorf("line %d: indented text without a key; write \"key =\" above it", n)
		}
		key, value, err := splitPair(in.line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if _, twice := texts[key]; twice {
			return nil, fmt.Errorf("line %d: key %q stands twice", n, key)
		}
		if value == "" {
			if texts[key] = in.block(); in.number == n {
				return nil, fmt.Errorf("line %d: key %q has no text; indent its lines by four blanks", n, key)
			}
			continue
		}
		if texts[key], err = unquote(value); err != nil {
			return nil, fmt.Errorf("line %d: key %q: %w", n, key, err)
		}
	}
	return texts, nil
}

// splitPair splits "key = value". The value is empty where a block follows.
func splitPair(line string) (key, value string, err error) {
	key, value, ok := strings.Cut(line, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok || !isKey(key) {
		return "", "", fmt.Errorf("%q is not \"key = text\"", line)
	}
	return key, value, nil
}

// unquote removes quotes from both ends of a value. They keep the blanks inside;
// other quotes are text.
func unquote(value string) (string, error) {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return value, nil
	}
	inner := value[1 : len(value)-1]
	if strings.Contains(inner, `"`) {
		return "", errors.New("quotes at both ends and within; write the text as a block")
	}
	return inner, nil
}

// lineReader reads a text line by line.
type lineReader struct {
	rest   string // the text behind line
	line   string // without its end
	number int    // of line, from 1
}

// next reads a line. It returns false at the end of the text.
func (in *lineReader) next() bool {
	if in.rest == "" {
		return false
	}
	in.line, in.rest, _ = strings.Cut(in.rest, "\n")
	in.number++
	return true
}

// block reads the indented lines that follow, with the blank ones between them, and
// returns their text. It reads nothing if no indented line follows.
func (in *lineReader) block() string {
	var lines []string
	end := 0 // of the lines that belong to the block
	for ahead := *in; ahead.next(); {
		line, indented := strings.CutPrefix(ahead.line, indent)
		lines = append(lines, strings.TrimRight(line, " "))
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !indented {
			break
		}
		end, *in = len(lines), ahead
	}
	return strings.Trim(strings.Join(lines[:end], "\n"), "\n")
}
