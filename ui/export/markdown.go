package export

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteMarkdown writes a table as GitHub and pandoc render it, then its notes as a
// numbered list and its foot. Every text looks as it stands: nothing in it becomes
// Markdown.
func WriteMarkdown(w io.Writer, t Table, o Options) error {
	out := bufio.NewWriterSize(w, bufferSize) // keeps its first error
	for i := range 2 {                        // the heads, and the line below them
		for _, c := range t.Columns {
			switch {
			case c.Notes:
			case i == 0:
				_, _ = out.WriteString("| " + EscapeMarkdown(c.head(o.Keys)) + " ")
			case c.Numbers:
				_, _ = out.WriteString("| ---: ")
			default:
				_, _ = out.WriteString("| --- ")
			}
		}
		_, _ = out.WriteString("|\n")
	}
	for row := range t.Rows {
		for i, c := range row {
			if t.Columns[i].Notes {
				continue
			}
			text := c.shown(o.Keys)
			if len(c.Notes) > 0 {
				text = withNotes(text, c.Notes)
			}
			_, _ = out.WriteString("| ")
			_, _ = out.WriteString(EscapeMarkdown(text))
			_, _ = out.WriteString(" ")
		}
		if _, err := out.WriteString("|\n"); err != nil {
			return err
		}
	}
	for i, note := range t.Notes {
		if i == 0 {
			_, _ = out.WriteString("\n")
		}
		_, _ = out.WriteString(strconv.Itoa(i+1) + ". " + escapeLine(note) + "\n")
	}
	for _, line := range slices.Concat(t.Summary, t.Foot) {
		_, _ = out.WriteString("\n" + escapeLine(line) + "\n")
	}
	return out.Flush()
}

// withNotes returns a text with the numbers of notes behind it: "Available [1,2]".
func withNotes(text string, notes []int) string {
	numbers := make([]string, len(notes))
	for i, n := range notes {
		numbers[i] = strconv.Itoa(n)
	}
	if !strings.HasSuffix(text, "）") { // it has a blank in itself
		text += " "
	}
	return text + "[" + strings.Join(numbers, ",") + "]"
}

// EscapeMarkdown returns text as Markdown that shows it, on one line. A backslash stands
// before signs that mean something to GitHub or pandoc; before _ only where it is not
// inside a word, so that keys stay readable.
func EscapeMarkdown(text string) string {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if !strings.ContainsAny(text, "\r\n_@"+alwaysEscaped) {
		return text
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var b strings.Builder
	last := ' '
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case r == '\n':
			b.WriteString("<br>")
			last = ' '
			continue
		case means(r, last, next):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// escapeLine is EscapeMarkdown for a text that begins a line. There more signs mean
// something: those of headings, lists and rules.
func escapeLine(text string) string {
	escaped := EscapeMarkdown(text)
	mark := len(escaped) - len(strings.TrimLeft(escaped, "0123456789"))
	if mark < len(escaped) && (mark == 0 && strings.IndexByte("#+-=:", escaped[0]) >= 0 || mark > 0 && strings.IndexByte(".)", escaped[mark]) >= 0) {
		return escaped[:mark] + `\` + escaped[mark:]
	}
	return escaped
}

// means reports whether r, between last and next, means something to GitHub or pandoc.
func means(r, last, next rune) bool {
	switch r {
	case '_':
		return !isWord(last) || !isWord(next)
	case '@': // a citation
		return !isWord(last)
	}
	return strings.ContainsRune(alwaysEscaped, r)
}

// alwaysEscaped are the signs that mean something wherever they stand.
const alwaysEscaped = "\\`*[]<>{|~^$&"

// isWord reports whether r is part of a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
