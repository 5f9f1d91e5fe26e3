package text

import (
	"slices"
	"strings"
)

// hangingIndent is the number of cells by which the lines of a paragraph after
// the first are indented more.
const hangingIndent = 2

// PrintedPage gathers the lines of a page that is printed. Its methods wrap text to the
// width and never cut it: see [WrapWhole].
type PrintedPage struct {
	Width int // in cells
	Lines []Line
}

// AddBlank adds an empty line.
func (p *PrintedPage) AddBlank() { p.Lines = append(p.Lines, nil) }

// AddLine adds a line as it is, indented.
func (p *PrintedPage) AddLine(indent int, spans ...Span) {
	p.Lines = append(p.Lines, Indented(indent, spans...))
}

// AddText adds a paragraph. That of an item of a list, which begins with "- ",
// has a hanging indent.
func (p *PrintedPage) AddText(indent int, s string, style Style) {
	hanging := 0
	if strings.HasPrefix(s, "- ") {
		hanging = hangingIndent
	}
	p.addLines(indent, hanging, WrapWhole(s, p.Width-indent, hanging), style)
}

// AddHanging adds a paragraph with a hanging indent.
func (p *PrintedPage) AddHanging(indent int, s string, style Style) {
	p.addLines(indent, hangingIndent, WrapWhole(s, p.Width-indent, hangingIndent), style)
}

// AddItems adds a heading and, in the same paragraph, items with separators
// between them. Lines end between items; an item that is wider than a line is
// broken as other text is.
func (p *PrintedPage) AddItems(indent int, heading string, items []string, separator string) {
	parts := slices.Collect(wholeSegments(heading))
	for i, item := range items {
		if i < len(items)-1 {
			item += separator
		}
		if indent+hangingIndent+Width(strings.TrimRight(item, " ")) > p.Width {
			parts = slices.AppendSeq(parts, wholeSegments(item))
		} else {
			parts = append(parts, item)
		}
	}
	w := newWholeWrapper(p.Width-indent, hangingIndent)
	p.addLines(indent, hangingIndent, w.wrap(slices.Values(parts)), Style{})
}

// AddWithPrefix adds a paragraph behind a prefix; the lines after the first are
// indented by the width of the prefix.
func (p *PrintedPage) AddWithPrefix(prefix Span, s string, style Style) {
	p.Lines = append(p.Lines, prefixLines(prefix, WrapWhole(s, p.Width-Width(prefix.Text), 0), style)...)
}

// AddTable adds the rows of a table, indented.
func (p *PrintedPage) AddTable(indent int, t *Table) {
	for _, row := range t.Lines() {
		p.AddLine(indent, row...)
	}
}

func (p *PrintedPage) addLines(indent, hanging int, lines []string, style Style) {
	for i, s := range lines {
		if i == 1 {
			indent += hanging
		}
		p.AddLine(indent, Span{Text: s, Style: style})
	}
}
