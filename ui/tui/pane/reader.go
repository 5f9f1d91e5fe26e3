package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"voxatlas/ui/text"
)

// Block is a few lines that belong together: a heading, or what the cursor can
// stand on, with all that stands under it.
type Block[T comparable] struct {
	Of    T // zero where the cursor cannot stand
	Lines []text.Line

	at int // its first line among all
}

// Sheet is laid-out blocks. It is never changed, and may be shared.
type Sheet[T comparable] struct {
	blocks []Block[T]
	text   *text.Text // all blocks, without the cursor
}

// NewSheet lays blocks under each other, in w cells.
func NewSheet[T comparable](w int, blocks []Block[T]) *Sheet[T] {
	s := &Sheet[T]{blocks: blocks}
	var all []text.Line
	for i := range blocks {
		blocks[i].at = len(all)
		all = append(all, blocks[i].Lines...)
	}
	s.text = text.NewText(w, all)
	return s
}

// Reader is a cursor that goes over the blocks of a sheet, in a view of w by h
// cells. It has to be dressed and given a sheet first.
type Reader[T comparable] struct {
	W, H int
	Top  int // first line in view

	sheet  *Sheet[T]
	of     T // what is under the cursor, also while the sheet does not have it
	cursor int
	keys   *readKeys
}

type readKeys struct{ up, down, pageUp, pageDown, first, last key.Binding }

// Dress gives the reader the bindings of a look.
func (r *Reader[T]) Dress(look *Look) {
	type ours struct{}
	r.keys = Recall(look, ours{}, func() *readKeys {
		return &readKeys{
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
func (r *Reader[T]) Resize(w, h int, arrange func()) {
	again := w != r.W
	r.W, r.H = w, h
	if again {
		arrange()
	}
	r.Reveal()
}

// Keys are the bindings of the reader.
func (r *Reader[T]) Keys() []key.Binding {
	k := r.keys
	return []key.Binding{k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}

// Of is what is under the cursor, or what was while there is nothing.
func (r *Reader[T]) Of() T {
	if r.Any() {
		return r.blocks()[r.cursor].Of
	}
	return r.of
}

// Put puts the cursor on of, now or once a sheet has it.
func (r *Reader[T]) Put(of T) {
	r.of = of
	r.find()
}

// Read shows another sheet. The cursor stays on what it is on, where the sheet
// has that.
func (r *Reader[T]) Read(s *Sheet[T]) {
	r.sheet = s
	r.find()
}

// Len is the number of lines.
func (r *Reader[T]) Len() int {
	if r.sheet == nil {
		return 0
	}
	return r.sheet.text.Len()
}

func (r *Reader[T]) find() {
	r.cursor = r.firstStop()
	for i, b := range r.blocks() {
		if r.stops(i) && b.Of == r.of {
			r.cursor = i
		}
	}
}

func (r *Reader[T]) blocks() []Block[T] {
	if r.sheet == nil {
		return nil
	}
	return r.sheet.blocks
}

// stops reports whether the cursor can stand on block i.
func (r *Reader[T]) stops(i int) bool {
	var none T
	return r.blocks()[i].Of != none
}

func (r *Reader[T]) firstStop() int {
	for i := range r.blocks() {
		if r.stops(i) {
			return i
		}
	}
	return 0
}

// Key handles a key press, and reports whether something else is under the
// cursor now.
func (r *Reader[T]) Key(msg tea.KeyPressMsg) (moved bool) {
	switch k := r.keys; {
	case len(r.blocks()) == 0:
	case key.Matches(msg, k.up):
		return r.move(-1)
	case key.Matches(msg, k.down):
		return r.move(+1)
	case key.Matches(msg, k.pageUp):
		return r.scroll(-max(r.H-1, 1))
	case key.Matches(msg, k.pageDown):
		return r.scroll(max(r.H-1, 1))
	case key.Matches(msg, k.first):
		return r.jump(0, +1)
	case key.Matches(msg, k.last):
		return r.jump(len(r.blocks())-1, -1)
	}
	return false
}

// move puts the cursor on the next block in that direction where it can stand. A
// block taller than the view is scrolled through first.
func (r *Reader[T]) move(direction int) bool {
	b := r.blocks()[r.cursor]
	if direction > 0 && b.at+len(b.Lines) > r.Top+r.H {
		r.Top++
		return false
	}
	if direction < 0 && b.at < r.Top {
		r.Top--
		return false
	}
	return r.jump(r.cursor+direction, direction)
}

// jump puts the cursor on block i, or on the next one in that direction where it
// can stand.
func (r *Reader[T]) jump(i, direction int) bool {
	for i >= 0 && i < len(r.blocks()) && !r.stops(i) {
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
	r.cursor, r.of = i, r.blocks()[i].Of
	r.Reveal()
	return true
}

// scroll moves the view by n lines, and the cursor to the last stop in view on
// the way down, to the first on the way up.
func (r *Reader[T]) scroll(n int) bool {
	r.Top = text.Clamp(r.Top+n, 0, max(r.Len()-r.H, 0))
	to := r.cursor
	for i, b := range r.blocks() {
		if !r.stops(i) || b.at >= r.Top+r.H {
			continue
		}
		if n > 0 || b.at >= r.Top {
			to = i
		}
		if n < 0 && b.at >= r.Top {
			break
		}
	}
	if to == r.cursor || !r.stops(to) {
		return false
	}
	r.cursor, r.of = to, r.blocks()[to].Of
	return true
}

// Any reports whether there is something that the cursor can stand on.
func (r *Reader[T]) Any() bool {
	return len(r.blocks()) > 0 && r.stops(r.cursor)
}

// Reveal scrolls so that the block under the cursor is in view, with the headings
// above it.
func (r *Reader[T]) Reveal() {
	if r.cursor >= len(r.blocks()) {
		r.Top = 0
		return
	}
	b := r.blocks()[r.cursor]
	top := b.at
	for i := r.cursor; i > 0 && !r.stops(i-1); i-- {
		top = r.blocks()[i-1].at
	}
	top = max(top, b.at+1-r.H) // where there is no room for them, without
	r.Top = text.Clamp(r.Top, min(b.at+len(b.Lines)-r.H, top), top)
	r.Top = text.Clamp(r.Top, 0, max(r.Len()-r.H, 0))
}

// View is the part of the sheet around the cursor, whose row is picked out; the
// pointer alone when keys go elsewhere.
func (r *Reader[T]) View(t *text.Theme, focused bool) []string {
	if r.sheet == nil {
		return text.Window(nil, 0, r.H)
	}
	view := r.sheet.text.View(r.Top, r.H)
	if r.cursor >= len(r.blocks()) || !r.stops(r.cursor) {
		return view
	}
	b := r.blocks()[r.cursor]
	for i, l := range b.Lines {
		y := b.at + i - r.Top
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
