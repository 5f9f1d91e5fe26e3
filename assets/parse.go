package assets

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
)

// textIndent is the prefix of every line of a block.
const textIndent = "    "

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
// time. Its texts are parts of the pieces in which it reads the file. That all is UTF-8
// without control characters, only a test of the embedded files checks: it takes half of
// the time of a reading.
type catalogReader struct {
	file   io.Reader
	buf    []byte
	piece  string            // of the file, from the current entry on
	at     int               // where the next line begins in piece
	number int               // of the current line, from 1
	texts  map[string]string // of the entries read so far, by key; see textOf
}

func newCatalogReader(r io.Reader) *catalogReader {
	return &catalogReader{file: r, buf: make([]byte, 16<<10), texts: make(map[string]string)}
}

// readEntry reads the next entry. The error is io.EOF at the end of the catalog; any
// other names the line.
func (r *catalogReader) readEntry() error {
	for {
		r.piece, r.at = r.piece[r.at:], 0
		line, ok := r.nextLine()
		switch {
		case !ok:
			return io.EOF
		case line == "" || line[0] == '#' || isBlank(line):
			continue
		case line[0] == ' ':
			return fmt.Errorf("line %d: indented text without a key; write \"key =\" above it", r.number)
		}
		return r.readPair(line)
	}
}

// readPair reads the entry that begins with line.
func (r *catalogReader) readPair(line string) error {
	n := r.number
	key, value, err := splitPair(line)
	if err != nil {
		return fmt.Errorf("line %d: %w", n, err)
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
	known := len(r.texts)
	if r.texts[key] = value; len(r.texts) == known {
		return fmt.Errorf("line %d: key %q stands twice", n, key)
	}
	return nil
}

// nextLine returns the next line without its end; false at the end of the file.
func (r *catalogReader) nextLine() (line string, ok bool) {
	end := strings.IndexByte(r.piece[r.at:], '\n')
	for end < 0 {
		n, err := r.file.Read(r.buf)
		r.piece += string(r.buf[:n])
		if end = strings.IndexByte(r.piece[r.at:], '\n'); end < 0 && err != nil {
			if r.at == len(r.piece) {
				return "", false
			}
			end = len(r.piece) - r.at // the last line has no end
		}
	}
	line = r.piece[r.at : r.at+end]
	r.at, r.number = min(r.at+end+1, len(r.piece)), r.number+1
	return strings.TrimSuffix(line, "\r"), true
}

// block reads the indented lines that follow, with the blank ones between them, as
// they stand in the file, from the end of the line before; "" if no indented line
// follows.
func (r *catalogReader) block() string {
	start, end := r.at-1, 0 // end is that of the lines that belong to the block
	for {
		before := r.at
		line, ok := r.nextLine()
		blank := isBlank(line)
		if !ok || !blank && !strings.HasPrefix(line, textIndent) {
			r.at = before
			if ok {
				r.number--
			}
			return r.piece[start:max(start, end)]
		}
		if !blank {
			end = r.at
		}
	}
}

// textOf returns the text of an entry. Of a block, which begins with the end of a line,
// the indents and the blanks at the ends of lines are removed only here: most blocks are
// read on the way to other texts.
func textOf(entry string) string {
	if !strings.HasPrefix(entry, "\n") {
		return entry
	}
	var b strings.Builder
	b.Grow(len(entry))
	for line := range strings.SplitSeq(entry[1:], "\n") {
		b.WriteString(strings.TrimRight(strings.TrimPrefix(line, textIndent), " \r"))
		b.WriteByte('\n')
	}
	return strings.Trim(b.String(), "\n")
}

// isBlank reports whether a line has nothing but blanks. Most lines begin with a letter.
func isBlank(line string) bool { return line == "" || line[0] <= ' ' && strings.TrimSpace(line) == "" }

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
