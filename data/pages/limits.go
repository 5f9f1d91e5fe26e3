package pages

import "strings"

// The limits of a page. Microsoft's have up to 30 kB, lines of 9 kB and tags six
// deep.
const (
	MaxPage  = 512 << 10 // bytes
	maxLine  = 64 << 10  // bytes
	maxDepth = 60        // tags, lists or quotes around a text
	maxTexts = 5000      // cells, paragraphs and headings, together
)

// checkLines finds the first line that is too long, opens too many lists and
// quotes, or makes the tables too large. It returns the line's number and the
// fault; 0 and 0 when there is none.
func checkLines(lines []string) (int, SyntaxFault) {
	columns, cells := 0, 0
	for i, line := range lines {
		if strings.Trim(line, " \t") == "" {
			columns = 0 // a blank line ends a table
		}
		// A short row is filled up with empty cells: a hundred thousand rows below
		// ten thousand columns would not fit into memory.
		columns = max(columns, countColumns(line))
		cells += columns
		switch {
		case len(line) > maxLine:
			return i + 1, LongLine
		case nesting(line) > maxDepth:
			return i + 1, TooDeep
		case cells > maxTexts:
			return i + 1, TooMany
		}
	}
	return 0, 0
}

// nesting returns an upper bound of the depth of lists and quotes at a line that
// opens or continues one; 0 for other lines. An inner list is indented by two
// columns or more.
func nesting(line string) int {
	openers := countOpeners(line)
	if openers == 0 {
		return 0
	}
	columns := 0
	for _, c := range line[:len(line)-len(strings.TrimLeft(line, " \t"))] {
		if columns++; c == '\t' {
			columns += 3
		}
	}
	return openers + columns/2
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

// delimiters holds the characters of a delimiter row, as "|:---|---|", and of
// the quotes and list items that it may stand in.
const delimiters = "|:- \t\v\f>*+.)0123456789"

// isDelimiterRow reports whether line may be a delimiter row.
func isDelimiterRow(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, delimiters) == ""
}

// countColumns returns the most columns that a table with line as its delimiter
// row can have; 0 when line is none. One column needs no limit.
func countColumns(line string) int {
	if !isDelimiterRow(line) {
		return 0
	}
	n := 0
	for i := range len(line) {
		if line[i] == '-' && (i == 0 || line[i-1] != '-') {
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return n
}

// breaker is a private-use character that keeps Markdown from being recognized.
// Like all of them it is dropped from the texts of a page.
const breaker = "\ue000"

// withoutBreakers drops the breakers from a link's target, as they are and
// percent-encoded.
func withoutBreakers(target string) string {
	return strings.ReplaceAll(strings.ReplaceAll(target, breaker, ""), "%EE%80%80", "")
}

// disarm joins lines and breaks three kinds of Markdown that the pages do not
// use. With definitions of links ("[a]: b") a few bytes become very many. Of a
// line that begins like a footnote ("[^a]") the parser drops the text, or it
// panics. At a delimiter row with an empty last cell ("|-||") it panics.
func disarm(lines []string) string {
	replacer := strings.NewReplacer("]:", "]"+breaker+":", "[^", "["+breaker+"^")
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(replacer.Replace(line))
		if isDelimiterRow(line) && endsInEmptyCell(line) {
			b.WriteString(breaker)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// endsInEmptyCell reports whether line ends in two bars with only blanks
// between and behind them.
func endsInEmptyCell(line string) bool {
	const blanks = " \t\v\f"
	line, ok := strings.CutSuffix(strings.TrimRight(line, blanks), "|")
	return ok && strings.HasSuffix(strings.TrimRight(line, blanks), "|")
}
