package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"voxatlas/ui/text"
)

// Block is a few lines that belong together: a heading, or what the cursor can
// stand on, with all that stands under it.
type Block[T comparable] struct {
	Item  T // zero where the cursor cannot stand
	Lines []text.Line

	start int // its first line among all
}

// Content is laid-out blocks. It is never changed, and may be shared.
type Content[T comparable] struct {
	blocks []Block[T]
	text   *text.LazyLines // all blocks, without the cursor
}

// NewContent lays blocks under each other, in w cells.
func NewContent[T comparable](w int, blocks []Block[T]) *Content[T] {
	s := &Content[T]{blocks: blocks}
	var all []text.Line
	for i := range blocks {
		blocks[i].start = len(all)
		all = append(all, blocks[i].Lines...)
	}
	s.text = text.NewLazyLines(w, all)
	return s
}

// List is a cursor that goes over the blocks of a sheet, in a view of w by h
// cells. It has to be dressed and given a sheet first.
type List[T comparable] struct {
	W, H int
	Top  int // first line in view

	content  *Content[T]
	selected T // what is under the cursor, also while the sheet does not have it
	cursor   int
	keys     *listKeys
}

type listKeys struct{ up, down, pageUp, pageDown, first, last key.Binding }

// SetLook gives the reader the bindings of a look.
func (r *List[T]) SetLook(look *Look) {
	type ours struct{}
	r.keys = Memoize(look, ours{}, func() *listKeys {
		return &listKeys{
			up:       look.Bind("browse_up", "k", "up", "ctrl+p"),
			down:     look.Bind("browse_down", "j", "down", "ctrl+n"),
			pageUp:   look.Bind("page_up", "pgup"),
			pageDown: look.Bind("page_down", "pgdown", "space"),
			first:    look.Bind("first", "g", "home"),
			last:     look.Bind("last", "G", "end"),
		}
	})
}

// Resize sets the size of the view. Another width has the sheet arranged anew.
func (r *List[T]) Resize(w, h int, arrange func()) {
	again := w != r.W
	r.W, r.H = w, h
	if again {
		arrange()
	}
	r.Reveal()
}

// Keys are the bindings of the reader.
func (r *List[T]) Keys() []key.Binding {
	k := r.keys
	return []key.Binding{k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}

// Selected is what is under the cursor, or what was while there is nothing.
func (r *List[T]) Selected() T {
	if r.HasSelection() {
		return r.blocks()[r.cursor].Item
	}
	return r.selected
}

// Select puts the cursor on of, now or once a sheet has it.
func (r *List[T]) Select(of T) {
	r.selected = of
	r.findSelected()
}

// SetContent shows another sheet. The cursor stays on what it is on, where the sheet
// has that.
func (r *List[T]) SetContent(s *Content[T]) {
	r.content = s
	r.findSelected()
}

// Len is the number of lines.
func (r *List[T]) Len() int {
	if r.content == nil {
		return 0
	}
	return r.content.text.Len()
}

func (r *List[T]) findSelected() {
	r.cursor = r.firstSelectable()
	for i, b := range r.blocks() {
		if r.selectable(i) && b.Item == r.selected {
			r.cursor = i
		}
	}
}

func (r *List[T]) blocks() []Block[T] {
	if r.content == nil {
		return nil
	}
	return r.content.blocks
}

// selectable reports whether the cursor can stand on block i.
func (r *List[T]) selectable(i int) bool {
	var none T
	return r.blocks()[i].Item != none
}

func (r *List[T]) firstSelectable() int {
	for i := range r.blocks() {
		if r.selectable(i) {
			return i
		}
	}
	return 0
}

// MoveCursor handles a key press, and reports whether something else is under the
// cursor now.
func (r *List[T]) MoveCursor(msg tea.KeyPressMsg) (moved bool) {
	switch k := r.keys; {
	case len(r.blocks()) == 0:
	case key.Matches(msg, k.up):
		return r.step(-1)
	case key.Matches(msg, k.down):
		return r.step(+1)
	case key.Matches(msg, k.pageUp):
		return r.scrollBy(-max(r.H-1, 1))
	case key.Matches(msg, k.pageDown):
		return r.scrollBy(max(r.H-1, 1))
	case key.Matches(msg, k.first):
		return r.jumpTo(0, +1)
	case key.Matches(msg, k.last):
		return r.jumpTo(len(r.blocks())-1, -1)
	}
	return false
}

// step puts the cursor on the next block in that direction where it can stand. A
// block taller than the view is scrolled through first.
func (r *List[T]) step(direction int) bool {
	b := r.blocks()[r.cursor]
	if direction > 0 && b.start+len(b.Lines) > r.Top+r.H {
		r.Top++
		return false
	}
	if direction < 0 && b.start < r.Top {
		r.Top--
		return false
	}
	return r.jumpTo(r.cursor+direction, direction)
}

// jumpTo puts the cursor on block i, or on the next one in that direction where it
// can stand.
func (r *List[T]) jumpTo(i, direction int) bool {
	for i >= 0 && i < len(r.blocks()) && !r.selectable(i) {
		i += direction
	}
	switch {
	case i < 0: // above the first stop stands the head
		r.Top = 0
		return false
	case i >= len(r.blocks()): // under the last one stands the foot
		r.Top = max(r.Len()-r.H, 0)
		return false
	case i == r.cursor:
		r.Reveal()
		return false
	}
	r.cursor, r.selected = i, r.blocks()[i].Item
	r.Reveal()
	return true
}

// scrollBy moves the view by n lines, and the cursor to the last stop in view on
// the way down, to the first on the way up.
func (r *List[T]) scrollBy(n int) bool {
	r.Top = text.Clamp(r.Top+n, 0, max(r.Len()-r.H, 0))
	to := r.cursor
	for i, b := range r.blocks() {
		if !r.selectable(i) || b.start >= r.Top+r.H {
			continue
		}
		if n > 0 || b.start >= r.Top {
			to = i
		}
		if n < 0 && b.start >= r.Top {
			break
		}
	}
	if to == r.cursor || !r.selectable(to) {
		return false
	}
	r.cursor, r.selected = to, r.blocks()[to].Item
	return true
}

// HasSelection reports whether there is something that the cursor can stand on.
func (r *List[T]) HasSelection() bool {
	return len(r.blocks()) > 0 && r.selectable(r.cursor)
}

// Reveal scrolls so that the block under the cursor is in view, with the headings
// above it.
func (r *List[T]) Reveal() {
	if r.cursor >= len(r.blocks()) {
		r.Top = 0
		return
	}
	b := r.blocks()[r.cursor]
	top := b.start
	for i := r.cursor; i > 0 && !r.selectable(i-1); i-- {
		top = r.blocks()[i-1].start
	}
	top = max(top, b.start+1-r.H) // where there is no room for them, without
	r.Top = text.Clamp(r.Top, min(b.start+len(b.Lines)-r.H, top), top)
	r.Top = text.Clamp(r.Top, 0, max(r.Len()-r.H, 0))
}

// View is the part of the sheet around the cursor, whose row is picked out; the
// pointer alone when keys go elsewhere.
func (r *List[T]) View(t *text.Theme, focused bool) []string {
	if r.content == nil {
		return text.Window(nil, 0, r.H)
	}
	view := r.content.text.View(r.Top, r.H)
	if r.cursor >= len(r.blocks()) || !r.selectable(r.cursor) {
		return view
	}
	b := r.blocks()[r.cursor]
	for i, l := range b.Lines {
		y := b.start + i - r.Top
		if l.Width() == 0 || y < 0 || y >= r.H {
			continue
		}
		pointer := text.Span{Text: ">", Style: t.Strong}
		if !focused {
			pointer.Style = t.Dim
		}
		l = append(text.Line{pointer}, l.Skip(1)...)
		if focused {
			view[y] = l.DrawOn(t.Selected, r.W)
		} else {
			view[y] = l.Draw(r.W)
		}
		break // its first line alone
	}
	return view
}
