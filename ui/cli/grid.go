package cli

import (
	"cmp"
	"slices"

	"voxatlas/ui/rows"
	"voxatlas/ui/text"
)

// A sheet is laid out as tables beside their labels, one below the other where one has
// no room for all columns. The most important columns stand in the first, and show
// words before others do; those without room show marks and letters:
//
//	                 Audio  Calling              Plan
//	                 Conf.  Plans                minutes
//	JP Japan         ✓Y     & Via partner [1,2]  &P1
//	TW Taiwan        ✓Y     ✗ Not available      -
//
// Where that would take too many tables, each row becomes a list.

const (
	maxTables     = 3  // that a sheet is split into
	maxLabelLines = 3  // that a label or a head is broken into
	minLabelCells = 10 // width of a label, with its code, below which none is broken
	labelCells    = 18 // width that comes before words in the fields
)

// gridColumn is the layout of a column.
type gridColumn struct {
	index  int // in the sheet
	rank   int // the most important column has 0; those of one rank have the same form
	form   rows.Form
	titled bool                   // the head is the title, not the short one
	fields [rows.FullForm + 1]int // width of the widest field, by form
	short  int                    // least width of the short head
	title  int                    // width of the title, which is not broken
}

// width returns the cells that the column takes.
func (c gridColumn) width() int {
	if c.titled {
		return max(c.fields[c.form], c.title)
	}
	return max(c.fields[c.form], c.short)
}

// grid is the layout of a sheet.
type grid struct {
	label  int            // width of the labels
	gap    int            // blanks between two columns
	tables [][]gridColumn // none: each row becomes a list
}

// newColumns measures the columns of a sheet, with heads of that many lines at most.
func newColumns(s rows.Sheet, headLines int) []gridColumn {
	columns := make([]gridColumn, len(s.Heads))
	for j, h := range s.Heads {
		c := gridColumn{index: j, rank: h.Rank, short: text.NarrowestWrap(text.KeepWords(h.Short), headLines), title: text.Width(h.Title)}
		for _, row := range s.Rows {
			for form, s := range row.Fields[j].Texts {
				c.fields[form] = max(c.fields[form], text.Width(s))
			}
		}
		columns[j] = c
	}
	slices.SortStableFunc(columns, func(a, b gridColumn) int { return cmp.Compare(a.rank, b.rank) })
	return columns
}

// layOut arranges a sheet in w cells.
func layOut(s rows.Sheet, w int) grid {
	headLines := maxLabelLines
	if w >= unlimitedWidth {
		headLines = 1
	}
	columns := newColumns(s, headLines)
	least, whole := labelWidths(s)
	best := grid{}
	for _, form := range []rows.Form{rows.WordForm, rows.LetterForm, rows.MarkForm} {
		for i := range columns {
			columns[i].form = form
		}
		for gap := 2; gap > 0; gap-- {
			g := grid{label: least, gap: gap}
			if g.split(columns, w); len(g.tables) > 0 && (len(best.tables) == 0 || len(g.tables) < len(best.tables)) {
				best = g
			}
		}
	}
	if len(best.tables) > maxTables {
		best.tables = nil
	}
	best.widenLabels(min(whole, labelCells), w)
	best.upgrade(w, true, func(c *gridColumn) { c.form = max(c.form, rows.LetterForm) })
	best.upgrade(w, true, func(c *gridColumn) { c.form = max(c.form, rows.WordForm) })
	best.widenLabels(whole, w)
	best.upgrade(w, false, func(c *gridColumn) { c.titled = true })
	best.upgrade(w, false, func(c *gridColumn) { c.form = rows.FullForm })
	for _, table := range best.tables {
		slices.SortStableFunc(table, func(a, b gridColumn) int { return cmp.Compare(a.index, b.index) })
	}
	return best
}

// labelWidths returns the least width of the labels, and that of the widest, with the
// codes before them.
func labelWidths(s rows.Sheet) (least, whole int) {
	for _, row := range s.Rows {
		code := text.Width(rowCode(row))
		least = max(least, code+text.NarrowestWrap(row.Label, maxLabelLines))
		whole = max(whole, code+text.Width(row.Label))
	}
	return max(least, min(whole, minLabelCells)), whole
}

// split fills tables of w cells with columns, in their order. Without room for a column
// there are no tables.
func (g *grid) split(columns []gridColumn, w int) {
	var table []gridColumn
	for _, c := range columns {
		if g.widthOf(append(slices.Clip(table), c)) > w && len(table) > 0 {
			g.tables, table = append(g.tables, table), nil
		}
		if table = append(table, c); g.widthOf(table) > w {
			g.tables = nil
			return
		}
	}
	g.tables = append(g.tables, table)
}

// widthOf returns the width of a table.
func (g *grid) widthOf(table []gridColumn) int {
	n := g.label
	for _, c := range table {
		n += g.gap + c.width()
	}
	return n
}

// widenLabels makes the labels as wide as every table of w cells allows, up to most.
func (g *grid) widenLabels(most, w int) {
	room := most - g.label
	for _, table := range g.tables {
		room = min(room, w-g.widthOf(table))
	}
	g.label += max(room, 0)
}

// upgrade changes the columns of tables of w cells, the most important first, those of
// one rank together. It leaves out columns without room, and, if strict, all that are
// less important.
func (g *grid) upgrade(w int, strict bool, change func(*gridColumn)) {
	for _, table := range g.tables {
		for i := 0; i < len(table); {
			end := i + 1
			for end < len(table) && table[end].rank == table[i].rank {
				end++
			}
			before := slices.Clone(table[i:end])
			for k := range before {
				change(&table[i+k])
			}
			if g.widthOf(table) > w {
				copy(table[i:end], before)
				if strict {
					break
				}
			}
			i = end
		}
	}
}

// rowCode returns the text before the label of a row: the code of a country, or a mark
// where the fields of a comparison differ.
func rowCode(row rows.Row) string {
	switch {
	case row.Code != "":
		return row.Code + " "
	case row.Differs:
		return differsMark + " "
	case row.Compared:
		return "  "
	}
	return ""
}

// differsMark marks the rows of a comparison that differ. It is no state's mark.
const differsMark = "*"
