package pane

import (
	"fmt"
	"strings"

	"voxatlas/ui/text"
)

// bodyHeight returns the height of the header and the rows.
func (g *Grid) bodyHeight() int { return max(g.h-g.finder.height()-g.explainHeight(), 0) }

// explainHeight returns the number of rows that explain the cell under the cursor.
func (g *Grid) explainHeight() int {
	switch {
	case g.h >= 26:
		return 3 // one of them blank
	case g.h >= 8:
		return 2
	case g.h >= 4:
		return 1
	}
	return 0
}

// headerRows returns the number of rows of the header in view: the last ones, as many as
// leave a row for cells.
func (g *Grid) headerRows() int { return max(min(g.content.HeaderRows, g.bodyHeight()-1), 0) }

// height returns the number of rows in view below the header.
func (g *Grid) height() int { return g.bodyHeight() - g.headerRows() }

// labelWidth returns the width of the column of labels. On a narrow view it leaves
// room for the cell under the cursor.
func (g *Grid) labelWidth() int {
	w := g.content.LabelWidth
	if g.column >= 0 {
		w = min(w, max(g.w-g.content.Gap-g.content.Columns[g.column]-1, g.w/3))
	}
	return max(min(w, g.w), 1)
}

// end returns the column after the last one in view, if the first one is left. A column
// is in view if it has room, with a blank after it.
func (g *Grid) end(left int) int {
	x := g.labelWidth()
	for i := left; i < len(g.content.Columns); i++ {
		if x += g.content.Gap + g.content.Columns[i]; x+1 > g.w && i > left {
			return i
		}
	}
	return len(g.content.Columns)
}

// reveal scrolls so that the cursor is in view and no room stays empty that could show
// a row or a column. A cursor that leaves the view moves to its middle, or to its other
// side: it is seen with the rows and columns that come next, and the grid is not drawn
// anew at every step.
func (g *Grid) reveal() {
	if g.content == nil {
		return
	}
	h := g.height()
	if g.row < g.top || g.row >= g.top+h {
		g.top = g.row - h/2
	}
	for g.top > 0 && g.top > g.row+1-h && g.top <= g.row && g.content.isHeading(g.top-1) {
		g.top-- // headings stay with the rows below them
	}
	g.top = text.Clamp(g.top, 0, max(g.content.Rows-h, 0))
	switch {
	case g.column < g.left:
		for g.left = max(g.column, 0); g.left > 0 && g.end(g.left-1) > g.column; {
			g.left--
		}
	case g.column >= g.end(g.left):
		g.left = g.column
	}
	for g.left > 0 && g.end(g.left-1) == len(g.content.Columns) {
		g.left--
	}
}

// View returns the header, the rows in view, the line of the finder, and the lines that
// explain the cell under the cursor.
func (g *Grid) View() []string {
	view := make([]string, 0, g.h)
	header := g.headerRows()
	for i := range header {
		view = append(view, g.headerLine(g.content.HeaderRows-header+i).Draw(g.w))
	}
	for y := range g.height() {
		view = append(view, g.drawRow(g.top+y))
	}
	if g.finder.open && g.h > 0 {
		view = append(view, g.finder.line(g.w))
	}
	for _, l := range g.explainLines() {
		view = append(view, l.Draw(g.w))
	}
	return text.VisibleLines(view, 0, g.h)
}

// explainLines returns the lines that explain the cell under the cursor, with a blank
// one above where there is room.
func (g *Grid) explainLines() []text.Line {
	h := g.explainHeight()
	if h == 0 || g.row < 0 || g.column < 0 {
		return nil
	}
	if h < 3 {
		return g.content.Explain(g.row, g.column, g.w, h)
	}
	return append([]text.Line{nil}, g.content.Explain(g.row, g.column, g.w, h-1)...)
}

// headerLine returns a row of the header. The heading of the cursor's column stands out.
// Where not all columns are in view, their numbers stand above the labels: "2-4/6".
func (g *Grid) headerLine(row int) text.Line {
	s, end := g.content, g.end(g.left)
	if s.Caption != nil && row == s.HeaderRows-1 && g.column >= 0 {
		return g.captionLine()
	}
	corner := text.Line{{Text: " "}, {Style: g.look.Theme.Dim}}
	if row == s.HeaderRows-1 && end-g.left < len(s.Columns) {
		corner[1].Text = fmt.Sprintf("%d-%d/%d", g.left+1, end, len(s.Columns))
	}
	l := corner.Fit(g.labelWidth())
	for i := g.left; i < end; {
		head, w, hasCursor := s.Head(row, i), -s.Gap, false
		for first := head.Text; i < end && s.Head(row, i).Text == first; i++ {
			w += s.Gap + s.Columns[i]
			hasCursor = hasCursor || i == g.column
		}
		if hasCursor {
			head.Style = g.look.Theme.Accent
		}
		if i == end {
			w = text.Width(head.Text) // nothing stands behind it
		}
		l = append(l, text.Span{Text: strings.Repeat(" ", s.Gap)})
		l = append(l, text.Line{head}.Fit(w)...)
	}
	return l
}

// captionLine returns the caption of the cursor's column: above it, or further left as
// far as it has no room there.
func (g *Grid) captionLine() text.Line {
	x := g.labelWidth()
	for i := g.left; i < g.column; i++ {
		x += g.content.Gap + g.content.Columns[i]
	}
	caption := g.content.Caption(g.column)
	caption.Style = g.look.Theme.Accent
	x = max(min(x+g.content.Gap, g.w-text.Width(caption.Text)-1), 1)
	return text.Indented(x, caption)
}

// drawRow draws a row of cells or a heading; rows that do not exist are empty. The cursor
// is a pointer before the label, and brackets around the cell.
func (g *Grid) drawRow(row int) string {
	if row >= g.content.Rows {
		return ""
	}
	label, isHeading := g.content.Label(row)
	label, _ = g.finder.highlight(row, label)
	switch {
	case isHeading:
		return label.Draw(g.w)
	case row == g.row:
		return g.cut(withPointer(g.look, label).DrawOn(g.look.Theme.Selected, g.labelWidth()) + g.drawCells(row))
	}
	return g.cut(label.Fit(g.labelWidth()).Render() + g.drawnCells(row))
}

// cut cuts a drawn row on a view that has no room for a label and a cell.
func (g *Grid) cut(row string) string {
	if g.labelWidth()+g.content.Gap+2 > g.w {
		return text.Cut(row, g.w)
	}
	return row
}

// drawnKey determines the drawn cells of a row without the cursor, together with the
// content.
type drawnKey struct{ left, label, w int }

// maxDrawn is the number of rows that a grid keeps drawn.
const maxDrawn = 128

// drawnCells returns the cells of a row without the cursor. It keeps them for the next
// view.
func (g *Grid) drawnCells(row int) string {
	k := drawnKey{g.left, g.labelWidth(), g.w}
	if g.drawn == nil || g.drawnFor != k || len(g.drawn) >= maxDrawn {
		g.drawn, g.drawnFor = map[int]string{}, k
	}
	if s, ok := g.drawn[row]; ok {
		return s
	}
	g.drawn[row] = g.drawCells(row)
	return g.drawn[row]
}

// drawCells draws the cells of a row.
func (g *Grid) drawCells(row int) string {
	var b strings.Builder
	end := g.end(g.left)
	for i := g.left; i < end; i++ {
		b.WriteString(g.gapBefore(row, i))
		cell := g.content.Cell(row, i).Fit(g.cellWidth(i))
		if row == g.row && i == g.column {
			b.WriteString(cell.DrawOn(g.look.Theme.Selected, g.cellWidth(i)))
		} else {
			b.WriteString(cell.Render())
		}
	}
	if row == g.row && g.column == end-1 {
		b.WriteString(g.look.Theme.Strong.Render("]"))
	}
	return b.String()
}

// gapBefore draws the blanks before a cell. A bracket of the cursor takes one of them.
func (g *Grid) gapBefore(row, column int) string {
	gap, strong := strings.Repeat(" ", g.content.Gap), g.look.Theme.Strong
	switch {
	case row != g.row || g.column < 0:
	case column == g.column:
		return gap[1:] + strong.Render("[")
	case column == g.column+1 && column > g.left:
		return strong.Render("]") + gap[1:]
	}
	return gap
}

// cellWidth returns the width of a column as far as it is in view.
func (g *Grid) cellWidth(column int) int {
	return max(min(g.content.Columns[column], g.w-g.labelWidth()-g.content.Gap-1), 0)
}

// Cursor returns the first cell of the row of the cursor, or the place where a query is
// typed.
func (g *Grid) Cursor() Cursor {
	switch {
	case g.finder.typing && g.h > 0:
		return g.finder.cursor(g.w, g.bodyHeight())
	case g.row < g.top || g.row >= g.top+g.height():
		return Cursor{}
	}
	return Cursor{Y: g.headerRows() + g.row - g.top, Kind: RowCursor}
}
