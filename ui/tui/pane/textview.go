package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// TextView moves a view over a longer text, by keys. A pane that shows a text without
// items embeds it. A pointer stands on one of the links in view: scrolling moves it to
// the first one, and at both ends of the text it goes on from link to link. Call
// SetLook first.
type TextView struct {
	Top int // index of the first line in view

	w, h    int // of the body, with the line of the finder
	focused bool
	text    *text.LazyLines
	links   []textLink
	link    int // index of the link with the pointer; -1 for none

	look   *Look
	keys   *movementKeys
	finder Finder
}

// textLink is a link in a text: its first line and its address.
type textLink struct {
	line    int
	address string
}

// SetLook sets the language of the bindings, and the styles.
func (v *TextView) SetLook(look *Look) {
	v.look = look
	v.keys = newMovementKeys(look, "scroll_up", "scroll_down")
	v.finder.setLook(look)
}

// SetText replaces the text. It may be shared.
func (v *TextView) SetText(t *text.LazyLines) {
	v.text, v.links = t, nil
	for i := range t.Len() {
		address := t.Line(i).FirstLink()
		goesOn := i > 0 && t.Line(i-1).FirstLink() == address
		if address != "" && !goesOn {
			v.links = append(v.links, textLink{i, address})
		}
	}
	v.clamp()
	v.link = -1
	v.keepLink()
	v.finder.findFrom(t, v.Top)
}

// ResizeView sets the size of the body, in cells.
func (v *TextView) ResizeView(w, h int) {
	v.w, v.h = w, h
	v.clamp()
	v.keepLink()
}

// SetFocused says whether the pane has the focus: then the pointer is shown.
func (v *TextView) SetFocused(on bool) { v.focused = on }

// height returns the number of lines of the text in view.
func (v *TextView) height() int { return max(v.h-v.finder.height(), 0) }

// LastShown returns the number of the last line in view and that of all lines.
func (v *TextView) LastShown() (last, all int) {
	return min(v.Top+v.height(), v.text.Len()), v.text.Len()
}

// Keys returns the bindings of the view.
func (v *TextView) Keys() []key.Binding {
	if v.finder.typing {
		return v.finder.bindings()
	}
	if v.finder.open {
		return append(v.finder.bindings(), v.keys.all()...)
	}
	return append(v.keys.all(), v.finder.bindings()...)
}

// AllKeys returns the bindings of the view, also those of a search that is not open.
func (v *TextView) AllKeys() []key.Binding {
	k := v.finder.keys
	return append(v.keys.all(), k.find, k.next, k.previous)
}

// FindKey returns the binding that opens a search in the text.
func (v *TextView) FindKey() key.Binding { return v.finder.keys.find }

// Searching reports whether a search in the text is open.
func (v *TextView) Searching() bool { return v.finder.open }

// Typing reports whether letters go into the search.
func (v *TextView) Typing() bool { return v.finder.typing }

// Paste inserts text into the search.
func (v *TextView) Paste(s string) Intent {
	if v.finder.typing {
		v.showLine(v.finder.insert(s, v.text))
	}
	return nil
}

// Link returns the address of the link with the pointer, or "".
func (v *TextView) Link() string {
	if v.link < 0 {
		return ""
	}
	return v.links[v.link].address
}

// Cursor returns the row of the link with the pointer, or the place where a query is
// typed.
func (v *TextView) Cursor() Cursor {
	switch {
	case v.h <= 0:
		return Cursor{}
	case v.finder.typing:
		return v.finder.cursor(v.w, v.h-1)
	case v.link >= 0 && v.focused:
		return Cursor{Y: v.links[v.link].line - v.Top, Kind: RowCursor}
	}
	return Cursor{}
}

// HandleViewKey searches or scrolls, if msg is a key for that, and reports whether it
// was.
func (v *TextView) HandleViewKey(msg tea.KeyPressMsg) bool {
	if show, handled := v.finder.handleKey(msg, v.text, v.Top); handled {
		v.showLine(show)
		return true
	}
	n, h := v.text.Len(), v.height()
	switch k := v.keys; {
	case key.Matches(msg, k.up):
		v.scroll(-1, -1)
	case key.Matches(msg, k.down):
		v.scroll(+1, +1)
	case key.Matches(msg, k.pageUp):
		v.scroll(-max(h-1, 1), -n)
	case key.Matches(msg, k.pageDown):
		v.scroll(max(h-1, 1), n)
	case key.Matches(msg, k.halfUp):
		v.scroll(-max(h/2, 1), -n)
	case key.Matches(msg, k.halfDown):
		v.scroll(max(h/2, 1), n)
	case key.Matches(msg, k.first):
		v.scroll(-n, -n)
	case key.Matches(msg, k.last):
		v.scroll(n, n)
	default:
		return false
	}
	return true
}

// scroll moves the view by lines. Where it cannot move, the pointer goes over so many
// links in view.
func (v *TextView) scroll(lines, links int) {
	before := v.Top
	v.Top += lines
	v.clamp()
	if v.Top != before || v.link < 0 {
		v.keepLink()
		return
	}
	to := text.Clamp(v.link+links, 0, len(v.links)-1)
	for to != v.link && !v.inView(v.links[to].line) {
		to += min(max(v.link-to, -1), 1)
	}
	v.link = to
}

// showLine scrolls so that a line is in view; -1 is none.
func (v *TextView) showLine(line int) {
	if line >= 0 && !v.inView(line) {
		v.Top = line - v.height()/2
	}
	v.clamp()
	v.keepLink()
}

// inView reports whether a line is in view.
func (v *TextView) inView(line int) bool { return line >= v.Top && line < v.Top+v.height() }

// clamp keeps the view within the text.
func (v *TextView) clamp() { v.Top = text.Clamp(v.Top, 0, max(v.text.Len()-v.height(), 0)) }

// keepLink keeps the pointer on its link while that is in view; else it moves to the
// first link in view.
func (v *TextView) keepLink() {
	if v.link >= 0 && v.link < len(v.links) && v.inView(v.links[v.link].line) {
		return
	}
	v.link = -1
	for i, l := range v.links {
		if v.inView(l.line) {
			v.link = i
			return
		}
	}
}

// View returns the lines in view, and below them the line of the finder.
func (v *TextView) View() []string {
	view := v.text.Visible(v.Top, v.height())
	for y := range view {
		i := v.Top + y
		if i >= v.text.Len() {
			break
		}
		l, changed := v.finder.highlight(i, v.text.Line(i))
		switch {
		case v.focused && v.link >= 0 && v.links[v.link].line == i:
			view[y] = withPointer(v.look, l).DrawOn(v.look.Theme.Selected, v.w)
		case changed:
			view[y] = l.Draw(v.w)
		}
	}
	if v.finder.open && v.h > 0 {
		view = append(view, v.finder.line(v.w))
	}
	return view
}

// withPointer puts the pointer of a selected row into the first cell of l, which is
// blank.
func withPointer(look *Look, l text.Line) text.Line {
	return append(text.Line{{Text: ">", Style: look.Theme.Strong}}, l.Skip(1)...)
}
