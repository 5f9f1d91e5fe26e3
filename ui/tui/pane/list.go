package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// Block is a group of lines: a heading, or an item that can be selected, with the
// lines under it.
type Block[T comparable] struct {
	Item  T // the zero T in a block that cannot be selected
	Lines []text.Line

	start int // index of its first line in the content
}

// Content is the laid-out blocks of a list. It never changes, and several lists
// may share it.
type Content[T comparable] struct {
	blocks []Block[T]
	text   *text.LazyLines // all blocks, without the cursor
}

// NewContent lays out blocks under each other, w cells wide. It takes over
// blocks.
func NewContent[T comparable](w int, blocks []Block[T]) *Content[T] {
	c := &Content[T]{blocks: blocks}
	var all []text.Line
	for i := range blocks {
		blocks[i].start = len(all)
		all = append(all, blocks[i].Lines...)
	}
	c.text = text.NewLazyLines(w, all)
	return c
}

// List shows content in a view of W by H cells and moves a cursor over its
// blocks. A pane with a list embeds it. Call SetLook and SetContent first.
type List[T comparable] struct {
	W, H int // of the items, without the line of the finder
	Top  int // index of the first line in view

	content  *Content[T]
	selected T   // the wanted item, also while the content lacks it
	cursor   int // index of the selected block
	look     *Look
	keys     *movementKeys
	finder   Finder // of a list with HandleFindKey
}

// SetLook sets the language of the bindings.
func (l *List[T]) SetLook(look *Look) {
	l.look, l.keys = look, newMovementKeys(look, "browse_up", "browse_down")
	l.finder.setLook(look)
}

// Resize sets the size of the view. It calls layOut when the width changes.
func (l *List[T]) Resize(w, h int, layOut func()) {
	widthChanged := w != l.W
	l.W, l.H = w, max(h-l.finder.height(), 0)
	if widthChanged {
		layOut()
	}
	l.Reveal()
}

// Keys returns the bindings of the list.
func (l *List[T]) Keys() []key.Binding { return l.keys.all() }

// Selected returns the item under the cursor, or the wanted one while there is
// none.
func (l *List[T]) Selected() T {
	if l.HasSelection() {
		return l.blocks()[l.cursor].Item
	}
	return l.selected
}

// HasSelection reports whether an item is under the cursor.
func (l *List[T]) HasSelection() bool {
	return l.cursor < len(l.blocks()) && l.selectable(l.cursor)
}

// Select moves the cursor to item, now or when the content has it.
func (l *List[T]) Select(item T) {
	l.selected = item
	l.findSelected()
}

// SetContent replaces the content. The cursor stays on its item, or moves to the
// first item.
func (l *List[T]) SetContent(c *Content[T]) {
	l.content = c
	l.findSelected()
	l.finder.findFrom(c.text, l.Top)
}

// lineCount returns the number of lines.
func (l *List[T]) lineCount() int {
	if l.content == nil {
		return 0
	}
	return l.content.text.Len()
}

func (l *List[T]) findSelected() {
	l.cursor = l.firstSelectable()
	for i, b := range l.blocks() {
		if l.selectable(i) && b.Item == l.selected {
			l.cursor = i
		}
	}
}

func (l *List[T]) blocks() []Block[T] {
	if l.content == nil {
		return nil
	}
	return l.content.blocks
}

// selectable reports whether the cursor can stand on block i.
func (l *List[T]) selectable(i int) bool {
	var none T
	return l.blocks()[i].Item != none
}

func (l *List[T]) firstSelectable() int {
	for i := range l.blocks() {
		if l.selectable(i) {
			return i
		}
	}
	return 0
}

// MoveCursor moves the cursor or scrolls, if msg is one of the list's keys. It
// reports whether another item is selected now.
func (l *List[T]) MoveCursor(msg tea.KeyPressMsg) (moved bool) {
	switch k := l.keys; {
	case len(l.blocks()) == 0:
	case key.Matches(msg, k.up):
		return l.step(-1)
	case key.Matches(msg, k.down):
		return l.step(+1)
	case key.Matches(msg, k.pageUp):
		return l.scrollBy(-max(l.H-1, 1))
	case key.Matches(msg, k.pageDown):
		return l.scrollBy(max(l.H-1, 1))
	case key.Matches(msg, k.halfUp):
		return l.scrollBy(-max(l.H/2, 1))
	case key.Matches(msg, k.halfDown):
		return l.scrollBy(max(l.H/2, 1))
	case key.Matches(msg, k.first):
		return l.jumpTo(0, +1)
	case key.Matches(msg, k.last):
		return l.jumpTo(len(l.blocks())-1, -1)
	}
	return false
}

// step moves the cursor to the next selectable block in a direction, +1 or -1. It
// scrolls by a line instead while the selected block goes beyond the view there.
func (l *List[T]) step(direction int) bool {
	b := l.blocks()[l.cursor]
	if direction > 0 && b.start+len(b.Lines) > l.Top+l.H {
		l.Top++
		return false
	}
	if direction < 0 && b.start < l.Top {
		l.Top--
		return false
	}
	return l.jumpTo(l.cursor+direction, direction)
}

// jumpTo moves the cursor to block i, or to the next selectable one in a
// direction.
func (l *List[T]) jumpTo(i, direction int) bool {
	for i >= 0 && i < len(l.blocks()) && !l.selectable(i) {
		i += direction
	}
	switch {
	case i < 0: // show the heading above the first item
		l.Top = 0
		return false
	case i >= len(l.blocks()): // show the lines under the last item
		l.Top = max(l.lineCount()-l.H, 0)
		return false
	case i == l.cursor:
		l.Reveal()
		return false
	}
	l.cursor, l.selected = i, l.blocks()[i].Item
	l.Reveal()
	return true
}

// scrollBy moves the view by n lines. The cursor moves to the last item in view on
// the way down, to the first one on the way up.
func (l *List[T]) scrollBy(n int) bool {
	l.Top = text.Clamp(l.Top+n, 0, max(l.lineCount()-l.H, 0))
	to := l.cursor
	for i, b := range l.blocks() {
		if !l.selectable(i) || b.start >= l.Top+l.H {
			continue
		}
		if n > 0 || b.start >= l.Top {
			to = i
		}
		if n < 0 && b.start >= l.Top {
			break
		}
	}
	if to == l.cursor || !l.selectable(to) {
		return false
	}
	l.cursor, l.selected = to, l.blocks()[to].Item
	return true
}

// Reveal scrolls so that the selected block is in view, with the headings above
// it.
func (l *List[T]) Reveal() {
	if l.cursor >= len(l.blocks()) {
		l.Top = 0
		return
	}
	b, top := l.blocks()[l.cursor], l.topWithHeadings()
	l.scrollTo(text.Clamp(l.Top, min(b.start+len(b.Lines)-l.H, top), top))
}

// RevealGroup scrolls so that the selected block and the n blocks after it are in
// view. If they are not after [List.Reveal], the selected block moves to the top.
func (l *List[T]) RevealGroup(n int) {
	l.Reveal()
	last := min(l.cursor+n, len(l.blocks())-1)
	if last < 0 {
		return
	}
	if b := l.blocks()[last]; b.start+len(b.Lines) > l.Top+l.H {
		l.scrollTo(l.topWithHeadings())
	}
}

// topWithHeadings returns the first line of the headings above the selected block, if
// they leave room for it.
func (l *List[T]) topWithHeadings() int {
	b := l.blocks()[l.cursor]
	top := b.start
	for i := l.cursor; i > 0 && !l.selectable(i-1); i-- {
		top = l.blocks()[i-1].start
	}
	return max(top, b.start+1-l.H)
}

// scrollTo makes a line the first one in view, as far as the text goes.
func (l *List[T]) scrollTo(line int) { l.Top = text.Clamp(line, 0, max(l.lineCount()-l.H, 0)) }
