package pane

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// HandleFindKey searches inside the list, if msg is a key for that, and reports whether
// it was. A pane that offers this search calls it before it handles a key itself.
func (l *List[T]) HandleFindKey(msg tea.KeyPressMsg) bool {
	if l.content == nil {
		return false
	}
	before := l.finder.height()
	show, handled := l.finder.handleKey(msg, l.content.text, l.Top)
	if handled {
		l.H += before - l.finder.height()
		l.showLine(show)
	}
	return handled
}

// FindKeys returns the bindings of the search that work now.
func (l *List[T]) FindKeys() []key.Binding { return l.finder.bindings() }

// Searching reports whether a search inside the list is open.
func (l *List[T]) Searching() bool { return l.finder.open }

// Typing reports whether letters go into the search.
func (l *List[T]) Typing() bool { return l.finder.typing }

// Paste inserts text into the search.
func (l *List[T]) Paste(s string) Intent {
	if l.finder.typing && l.content != nil {
		l.showLine(l.finder.insert(s, l.content.text))
	}
	return nil
}

// showLine moves the cursor to the item of a line, or to the next item, and scrolls so
// that the line is in view; -1 is none.
func (l *List[T]) showLine(line int) {
	if line < 0 {
		l.Reveal()
		return
	}
	for i, b := range l.blocks() {
		if l.selectable(i) && b.start+len(b.Lines) > line {
			l.cursor, l.selected = i, b.Item
			break
		}
	}
	l.Reveal()
	if line < l.Top || line >= l.Top+l.H {
		l.Top = min(max(line-l.H/2, 0), max(l.lineCount()-l.H, 0))
	}
}

// highlightMatches draws the lines in view that have matches anew.
func (l *List[T]) highlightMatches(view []string) {
	for y := range view {
		if i := l.Top + y; i < l.content.text.Len() {
			if line, found := l.finder.highlight(i, l.content.text.Line(i)); found {
				view[y] = line.Draw(l.W)
			}
		}
	}
}

// OverlayKeys returns the bindings of a list that fills the screen and can be searched: the
// one that opens the item under the cursor, the one that closes the list, and those of
// the list.
func (l *List[T]) OverlayKeys(open, closing key.Binding) []key.Binding {
	find := l.FindKeys()
	switch {
	case l.Typing():
		return find
	case l.Searching():
		return slices.Concat(find[:2], []key.Binding{open}, find[2:], l.Keys())
	}
	return slices.Concat([]key.Binding{open, closing}, find, l.Keys())
}
