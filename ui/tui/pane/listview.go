package pane

import "voxatlas/ui/text"

// selectedLine returns the line of the selected block that shows the cursor, and
// its row in the view. It is the first line with text that is in view.
func (l *List[T]) selectedLine() (line text.Line, row int, ok bool) {
	if !l.HasSelection() {
		return nil, 0, false
	}
	b := l.blocks()[l.cursor]
	for i, line := range b.Lines {
		if y := b.start + i - l.Top; line.Width() > 0 && y >= 0 && y < l.H {
			return line, y, true
		}
	}
	return nil, 0, false
}

// Cursor returns the first cell of the selected row, or the place where a query is
// typed.
func (l *List[T]) Cursor() Cursor {
	if l.finder.typing {
		return l.finder.cursor(l.W, l.H)
	}
	if _, y, ok := l.selectedLine(); ok {
		return Cursor{Y: y, Kind: RowCursor}
	}
	return Cursor{}
}

// Link returns the address of the first link of the selected block, or "".
func (l *List[T]) Link() string {
	if !l.HasSelection() {
		return ""
	}
	for _, line := range l.blocks()[l.cursor].Lines {
		if link := line.FirstLink(); link != "" {
			return link
		}
	}
	return ""
}

// View returns the H lines in view, and below them the line of the finder. The
// selected row has a pointer, and a background if the list has the focus.
func (l *List[T]) View(t *text.Theme, focused bool) []string {
	if l.content == nil {
		return text.VisibleLines(nil, 0, l.H)
	}
	view := l.content.text.Visible(l.Top, l.H)
	l.highlightMatches(view)
	if line, y, ok := l.selectedLine(); ok {
		pointer := text.Span{Text: ">", Style: t.Strong}
		if !focused {
			pointer.Style = t.Dim
		}
		line, _ = l.finder.highlight(l.Top+y, line)
		line = append(text.Line{pointer}, line.Skip(1)...)
		if focused {
			view[y] = line.DrawOn(t.Selected, l.W)
		} else {
			view[y] = line.Draw(l.W)
		}
	}
	if l.finder.open {
		view = append(view, l.finder.line(l.W))
	}
	return view
}
