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
	lines := strings.Split(strings.ReplaceAll(src, "\r\n", "\n"), "\n")
	for n := 0; n < len(lines); n++ {
		line := lines[n]
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
			continue
		case line[0] == ' ':
			return nil, fmt.Errorf("line %d: indented text without a key; write \"key =\" above it", n+1)
		}
		key, value, err := splitPair(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		if _, twice := texts[key]; twice {
			return nil, fmt.Errorf("line %d: key %q stands twice", n+1, key)
		}
		if value == "" {
			end := blockEnd(lines, n+1)
			if end == n+1 {
				return nil, fmt.Errorf("line %d: key %q has no text; indent its lines by four blanks", n+1, key)
			}
			texts[key] = blockText(lines[n+1 : end])
			n = end - 1
			continue
		}
		if texts[key], err = unquote(value); err != nil {
			return nil, fmt.Errorf("line %d: key %q: %w", n+1, key, err)
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

// blockEnd returns the index of the line after the block that begins at line from;
// from itself if there is no block. A block may have blank lines between indented
// ones.
func blockEnd(lines []string, from int) int {
	end := from
	for n := from; n < len(lines); n++ {
		switch {
		case strings.TrimSpace(lines[n]) == "":
		case strings.HasPrefix(lines[n], indent):
			end = n + 1
		default:
			return end
		}
	}
	return end
}

// blockText returns the text of indented lines.
func blockText(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimRight(strings.TrimPrefix(line, indent), " ")
	}
	return strings.Trim(strings.Join(out, "\n"), "\n")
}
