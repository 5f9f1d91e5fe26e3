package pane

import "voxatlas/ui/text"

// Pointable is a pane with rows or cells that a mouse points at.
type Pointable interface {
	// PointAt moves the cursor to the row or cell at a place of the body, in cells from
	// 0, and returns a message to the app, or nil. It reports whether there is one.
	PointAt(x, y int) (Intent, bool)
	// Scroll scrolls the body by lines, down or, if negative, up. The cursor stays in
	// view. It returns a message to the app, or nil.
	Scroll(lines int) Intent
}

// PointAt moves the cursor to the item at row y of the view.
func (l *List[T]) PointAt(_, y int) (Intent, bool) {
	i, ok := l.itemAt(y)
	if ok {
		l.cursor, l.selected = i, l.blocks()[i].Item
	}
	return nil, ok
}

// itemAt returns the index of the block with an item at row y of the view.
func (l *List[T]) itemAt(y int) (int, bool) {
	if y < 0 || y >= l.H {
		return 0, false
	}
	for i, b := range l.blocks() {
		if line := l.Top + y; line >= b.start && line < b.start+len(b.Lines) {
			return i, l.selectable(i)
		}
	}
	return 0, false
}

// Scroll scrolls the list, and moves the cursor as far as it would leave the view.
func (l *List[T]) Scroll(lines int) Intent {
	if len(l.blocks()) == 0 {
		return nil
	}
	l.Top = text.Clamp(l.Top+lines, 0, max(l.lineCount()-l.H, 0))
	if b := l.blocks()[l.cursor]; b.start >= l.Top && b.start < l.Top+l.H || !l.selectable(l.cursor) {
		return nil
	}
	for i, b := range l.blocks() {
		if !l.selectable(i) || b.start < l.Top {
			continue
		}
		if b.start >= l.Top+l.H {
			break
		}
		l.cursor, l.selected = i, b.Item
		if lines > 0 {
			break // the first item in view; on the way up the last one
		}
	}
	return nil
}

// PointAt moves the pointer to the link at row y of the view.
func (v *TextView) PointAt(_, y int) (Intent, bool) {
	for i, l := range v.links {
		last := l.line
		for last+1 < v.text.Len() && v.text.Line(last+1).FirstLink() == l.address {
			last++ // a link that goes on
		}
		if line := v.Top + y; line >= l.line && line <= last && v.inView(l.line) {
			v.link = i
			return nil, true
		}
	}
	return nil, false
}

// Scroll scrolls the text.
func (v *TextView) Scroll(lines int) Intent {
	v.Top += lines
	v.clamp()
	v.keepLink()
	return nil
}

// PointAt moves the cursor to the cell at a place of the view; on a label, to its row.
func (g *Grid) PointAt(x, y int) (Intent, bool) {
	row := g.top + y - g.headerRows()
	if y < g.headerRows() || y >= g.bodyHeight() || row >= g.content.Rows || g.content.isHeading(row) {
		return nil, false
	}
	column, end := g.column, g.end(g.left)
	for i, right := g.left, g.labelWidth(); i < end && x >= g.labelWidth(); i++ {
		if right += g.content.Gap + g.content.Columns[i]; x <= right || i == end-1 {
			column = i
			break
		}
	}
	g.MoveTo(row, column)
	return nil, true
}

// Scroll scrolls the rows, and moves the cursor as far as it would leave the view.
func (g *Grid) Scroll(lines int) Intent {
	h := g.height()
	g.top = text.Clamp(g.top+lines, 0, max(g.content.Rows-h, 0))
	switch {
	case g.row < g.top:
		g.MoveTo(g.nearestRow(g.top, +1), g.column)
	case g.row >= g.top+h:
		g.MoveTo(g.nearestRow(g.top+h-1, -1), g.column)
	}
	return nil
}
