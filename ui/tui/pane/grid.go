package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// GridContent is the content of a grid: a header, a column of labels, and cells. It never
// changes, but for labels and headings. Its functions are called for the parts that are in
// view, when they are drawn.
type GridContent struct {
	LabelWidth int   // cells of the column of labels
	Columns    []int // width of each further column, in cells
	Gap        int   // blanks before each of them, at least 1
	HeaderRows int
	Rows       int

	// Head returns the heading of a column in a row of the header. Neighbours with the same
	// heading share it.
	Head func(row, column int) text.Span
	// Caption returns the heading of a column that stands in the last row of the header
	// while the cursor is in the column, where headings have no room. It may be nil.
	Caption func(column int) text.Span
	// Label returns the label of a row, which begins with a blank. A row without cells is
	// a heading: its label has the whole width, and the cursor passes over it.
	Label func(row int) (label text.Line, isHeading bool)
	// Cell returns the content of a cell.
	Cell func(row, column int) text.Line
	// OtherNames returns further names that the search finds a row by; "" for none.
	OtherNames func(row int) string
	// Explain explains the cell under the cursor below the rows, in at most h lines of w
	// cells.
	Explain func(row, column, w, h int) []text.Line
}

// isHeading reports whether a row has no cells.
func (s *GridContent) isHeading(row int) bool {
	_, isHeading := s.Label(row)
	return isHeading
}

// Grid shows content and moves a cursor over its cells. The header and the labels stay
// in their places while the rest scrolls:
//
//	           ac  auto  callme        header
//	 Japan     ✓    ✓      $
//	>Korea     ✓   [✓]     $           the cursor: a pointer, and brackets around the cell
//	 labels    cells
//
//	 Korea  Auto-assigned numbers ...  the cell under the cursor, explained
//
// Call SetLook and SetContent first.
type Grid struct {
	w, h        int // of the view, with the line of the finder
	content     *GridContent
	row, column int // of the cursor
	top, left   int // first row and first column in view

	look   *Look
	keys   *gridKeys
	finder Finder
	labels *text.LazyLines // what the finder searches; nil until it is opened

	drawn    map[int]string // cells of rows, drawn without the cursor
	drawnFor drawnKey
}

// gridKeys holds the bindings of a grid. Unlike in a list, space is free for the pane.
type gridKeys struct {
	movementKeys
	left, right key.Binding
}

func newGridKeys(look *Look) *gridKeys {
	type gridKeysID struct{}
	return Memoize(look, gridKeysID{}, func() *gridKeys {
		k := &gridKeys{*newMovementKeys(look, "browse_up", "browse_down"), look.Bind("column_left", "h", "left"), look.Bind("column_right", "l", "right")}
		k.pageDown = look.Bind("page_down", "pgdown")
		return k
	})
}

// SetLook sets the language of the bindings, and the styles.
func (g *Grid) SetLook(look *Look) {
	g.look, g.keys = look, newGridKeys(look)
	g.finder.setLook(look)
}

// Resize sets the size of the view, with the line of the finder.
func (g *Grid) Resize(w, h int) {
	g.w, g.h = w, h
	g.reveal()
}

// SetContent replaces the content and moves the cursor to a cell, or to the nearest one that
// there is.
func (g *Grid) SetContent(s *GridContent, row, column int) {
	g.content, g.labels, g.drawn = s, nil, nil
	g.MoveTo(row, column)
	if g.finder.open {
		g.finder.findFrom(g.searchedText(), g.top)
	}
}

// Width returns the width of the view, in cells.
func (g *Grid) Width() int { return g.w }

// Row returns the row of the cursor; -1 if no row has cells.
func (g *Grid) Row() int { return g.row }

// Column returns the column of the cursor; -1 if there is none.
func (g *Grid) Column() int { return g.column }

// Keys returns the bindings that move the cursor.
func (g *Grid) Keys() []key.Binding {
	return append(g.keys.all(), g.keys.left, g.keys.right)
}

// MoveTo moves the cursor to a cell, or to the nearest one that there is.
func (g *Grid) MoveTo(row, column int) {
	g.column = text.Clamp(column, 0, len(g.content.Columns)-1)
	if len(g.content.Columns) == 0 {
		g.column = -1
	}
	row = text.Clamp(row, 0, g.content.Rows-1)
	if g.row = g.nearestRow(row, +1); g.row < 0 {
		g.row = g.nearestRow(row, -1)
	}
	g.reveal()
}

// nearestRow returns row, or the next one with cells in a direction, +1 or -1; -1 if
// there is none.
func (g *Grid) nearestRow(row, direction int) int {
	for row >= 0 && row < g.content.Rows {
		if !g.content.isHeading(row) {
			return row
		}
		row += direction
	}
	return -1
}

// MoveCursor moves the cursor, if msg is a key for that, and reports whether it was.
func (g *Grid) MoveCursor(msg tea.KeyPressMsg) bool {
	switch k, h := g.keys, g.height(); {
	case key.Matches(msg, k.up):
		g.step(-1)
	case key.Matches(msg, k.down):
		g.step(+1)
	case key.Matches(msg, k.pageUp):
		g.page(-max(h-1, 1))
	case key.Matches(msg, k.pageDown):
		g.page(max(h-1, 1))
	case key.Matches(msg, k.halfUp):
		g.page(-max(h/2, 1))
	case key.Matches(msg, k.halfDown):
		g.page(max(h/2, 1))
	case key.Matches(msg, k.first):
		g.MoveTo(0, g.column)
	case key.Matches(msg, k.last):
		g.MoveTo(g.content.Rows-1, g.column)
	case key.Matches(msg, k.left):
		g.MoveTo(g.row, g.column-1)
	case key.Matches(msg, k.right):
		g.MoveTo(g.row, g.column+1)
	default:
		return false
	}
	return true
}

// step moves the cursor to the next row with cells in a direction, +1 or -1.
func (g *Grid) step(direction int) {
	if to := g.nearestRow(g.row+direction, direction); to >= 0 && g.row >= 0 {
		g.MoveTo(to, g.column)
	}
}

// page moves the cursor and the view by n rows.
func (g *Grid) page(n int) {
	to, direction := text.Clamp(g.row+n, 0, g.content.Rows-1), +1
	if n > 0 {
		direction = -1 // back from a heading, lest the cursor leaves the view
	}
	g.top += n
	if row := g.nearestRow(to, direction); row >= 0 {
		to = row
	}
	g.MoveTo(to, g.column)
}
