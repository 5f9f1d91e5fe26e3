package assets

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
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

// catalogReader reads a catalog in the form of the package comment, an entry at a
// time. That all is UTF-8 without control characters, only a test of the embedded
// files checks: it takes half of the time of a reading.
type catalogReader struct {
	lines  *bufio.Scanner
	number int               // of the current line, from 1
	again  bool              // the current line ended a block, and is the next line, too
	texts  map[string]string // of the entries read so far, by key
}

func newCatalogReader(r io.Reader) *catalogReader {
	return &catalogReader{lines: bufio.NewScanner(r), texts: make(map[string]string)}
}

// readEntry reads the next entry. The error is io.EOF at the end of the catalog; any
// other names the line.
func (r *catalogReader) readEntry() error {
	for r.nextLine() {
		line := r.lines.Bytes()
		switch {
		case isBlank(line) || line[0] == '#':
			continue
		case line[0] == ' ':
			return fmt.Errorf("line %d: indented text without a key; write \"key =\" above it", r.number)
		}
		return r.readPair(string(line))
	}
	return cmp.Or(r.lines.Err(), io.EOF)
}

// readPair reads the entry that begins with line.
func (r *catalogReader) readPair(line string) error {
	n := r.number
	key, value, err := splitPair(line)
	if err != nil {
		return fmt.Errorf("line %d: %w", n, err)
	}
	if _, twice := r.texts[key]; twice {
		return fmt.Errorf("line %d: key %q stands twice", n, key)
	}
	if value == "" {
		if value = r.block(); value == "" {
			return fmt.Errorf("line %d: key %q has no text; indent its lines by four blanks", n, key)
		}
	} else if value, err = unquote(value); err != nil {
		return fmt.Errorf("line %d: key %q: %w", n, key, err)
	}
	if len(r.texts) == 32 { // more than the first texts: make room for all at once
		all := make(map[string]string, 768)
		maps.Copy(all, r.texts)
		r.texts = all
	}
	r.texts[key] = value
	return nil
}

// nextLine reads a line. It returns false at the end.
func (r *catalogReader) nextLine() bool {
	if r.again {
		r.again = false
		return true
	}
	r.number++
	return r.lines.Scan()
}

// block reads the indented lines that follow, with the blank ones between them, and
// returns their text; "" if no indented line follows.
func (r *catalogReader) block() string {
	var lines []string
	end := 0 // of the lines that belong to the block
	for r.nextLine() {
		line, indented := strings.CutPrefix(r.lines.Text(), indent)
		blank := isBlank(r.lines.Bytes())
		if !blank && !indented {
			r.again = true
			break
		}
		if lines = append(lines, strings.TrimRight(line, " ")); !blank {
			end = len(lines)
		}
	}
	return strings.Trim(strings.Join(lines[:end], "\n"), "\n")
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

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
