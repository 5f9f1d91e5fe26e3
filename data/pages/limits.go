package pages

import "strings"

// The limits of a page. Microsoft's have up to 30 kB, lines of 9 kB and tags six
// deep.
const (
	MaxPage  = 512 << 10 // bytes
	maxLine  = 64 << 10  // bytes
	maxDepth = 60        // tags, lists or quotes around a text
	maxTexts = 5000      // cells, notes and headings, together
)

// checkLines finds the first line that is too long or opens too many lists and
// quotes. It returns the line's number and the fault; 0 and 0 when there is
// none.
func checkLines(lines []string) (int, SyntaxFault) {
	for i, line := range lines {
		switch {
		case len(line) > maxLine:
			return i + 1, LongLine
		case countOpeners(line) > maxDepth:
			return i + 1, TooDeep
		}
	}
	return 0, 0
}

// countOpeners counts the quotes and list items that line opens or continues.
func countOpeners(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '>':
			n++
		case strings.IndexByte("-*+.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c != ' ' && c != '\t' && (c < '0' || c > '9'):
			return n
		}
	}
	return n
}
