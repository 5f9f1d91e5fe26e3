package cli

import (
	"slices"
	"strings"

	"voxatlas/ui/text"
)

// plainWidth is the width of a page that goes to no terminal, and minWidth the
// least that one is wrapped at.
const (
	plainWidth = 80
	minWidth   = 20
)

// width is how many cells a line of the answer may have.
func (p *program) width() int {
	if p.env.Width <= 0 {
		return plainWidth
	}
	return max(p.env.Width, minWidth)
}

// cells is how many cells s takes: the only measure here.
func cells(s string) int { return text.Width(s) }

// pad fills s with blanks to n cells, at least one.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(1, n-cells(s))) }

// page gathers lines.
type page struct {
	width int
	paint paint
	lines []string
}

func (p *program) page() *page { return &page{width: p.width(), paint: p.paint()} }

func (g *page) blank() { g.lines = append(g.lines, "") }

// line adds a line as it is, indented.
func (g *page) line(indent int, s string) {
	g.lines = append(g.lines, strings.Repeat(" ", indent)+s)
}

// text adds s wrapped; paint, unless nil, is put on every line. The further
// lines of a list's item are indented by two more.
func (g *page) text(indent int, s string, paint func(string) string) {
	hang := 0
	if strings.HasPrefix(s, "- ") {
		hang = 2
	}
	g.pieces(indent, hang, pieces(s), paint)
}

// hang adds s wrapped, its further lines indented by two more.
func (g *page) hang(indent int, s string, paint func(string) string) {
	g.pieces(indent, 2, pieces(s), paint)
}

// items adds a list behind its heading, wrapped between items; within an item
// only where it is wider than a line.
func (g *page) items(indent int, head string, items []string, separator string) {
	ps := pieces(head)
	for i, item := range items {
		if i < len(items)-1 {
			item += separator
		}
		if indent+2+cells(strings.TrimRight(item, " ")) > g.width {
			ps = append(ps, pieces(item)...)
		} else {
			ps = append(ps, item)
		}
	}
	g.pieces(indent, 2, ps, nil)
}

// pieces adds lines made of pieces.
func (g *page) pieces(indent, hang int, ps []string, paint func(string) string) {
	for i, line := range fill(ps, g.width-indent, g.width-indent-hang) {
		if i == 1 {
			indent += hang
		}
		if paint != nil {
			line = paint(line)
		}
		g.line(indent, line)
	}
}

// columns aligns rows, two blanks between the cells of a row; the columns named
// in right are aligned right.
func columns(rows [][]string, right ...int) []string {
	var widths []int
	for _, row := range rows {
		for i, s := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cells(s))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var parts []string
		for i, s := range row {
			space := strings.Repeat(" ", widths[i]-cells(s))
			if slices.Contains(right, i) {
				parts = append(parts, space+s)
			} else {
				parts = append(parts, s+space)
			}
		}
		lines[n] = strings.TrimRight(strings.Join(parts, "  "), " ")
	}
	return lines
}
