package text

import "cmp"

// columnGap is the number of blanks between two columns of most tables.
const columnGap = 2

// Column is the layout of one column of a table.
type Column struct {
	Right bool // the cells are aligned right, as numbers are
}

// Table aligns rows of cells in columns. A column is as wide as its widest cell,
// and two blanks apart from the next, or as many as Gap says:
//
//	        Domestic  International
//	Plan 1     3,000              -
//	Plan 2     1,200            600
//
// Rows may have fewer cells than others.
type Table struct {
	Columns []Column // left to right; further columns are aligned left
	Rows    [][]Line // a cell is a line
	Gap     int      // blanks between two columns; 0 for two
}

// AddRow adds a row of cells in one style.
func (t *Table) AddRow(style Style, cells ...string) {
	row := make([]Line, len(cells))
	for i, s := range cells {
		row[i] = Line{{Text: s, Style: style}}
	}
	t.Rows = append(t.Rows, row)
}

// Lines returns a line for each row. Blanks at their ends are dropped.
func (t *Table) Lines() []Line {
	widths := t.columnWidths()
	lines := make([]Line, len(t.Rows))
	for i, row := range t.Rows {
		var l Line
		for j, cell := range row {
			if len(cell) == 0 {
				cell = Line{{}}
			}
			before, after := 0, widths[j]-cell.Width()
			if j < len(t.Columns) && t.Columns[j].Right {
				before, after = after, 0
			}
			for k, s := range cell {
				if k == 0 {
					s.Text = blanks(before) + s.Text
				}
				if k == len(cell)-1 {
					s.Text += blanks(after + t.gap())
				}
				if n := len(l); n > 0 && l[n-1].Style == s.Style { // fewer escape sequences
					l[n-1].Text += s.Text
				} else {
					l = append(l, s)
				}
			}
		}
		lines[i] = l.trimRight()
	}
	return lines
}

// Width returns the width of the widest row in cells.
func (t *Table) Width() int {
	n, end := 0, 0 // end has no gap behind the last column that is not empty
	for _, w := range t.columnWidths() {
		if n += w; w > 0 {
			end = n
		}
		n += t.gap()
	}
	return end
}

// gap returns the number of blanks between two columns.
func (t *Table) gap() int { return cmp.Or(t.Gap, columnGap) }

// columnWidths returns the width of the widest cell of each column.
func (t *Table) columnWidths() []int {
	var widths []int
	for _, row := range t.Rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cell.Width())
		}
	}
	return widths
}
