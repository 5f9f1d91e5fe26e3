package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// Scroller moves a view of h lines over a longer text, by keys. A pane that
// shows a text without a selected row embeds it. Call SetLook first.
type Scroller struct {
	NoText

	Top int // index of the first line in view

	keys *scrollKeys
}

type scrollKeys struct{ up, down, pageUp, pageDown, first, last key.Binding }

// SetLook sets the language of the bindings.
func (s *Scroller) SetLook(look *Look) {
	type bindingsOfScroller struct{}
	s.keys = Memoize(look, bindingsOfScroller{}, func() *scrollKeys {
		return &scrollKeys{
			up:       look.Bind("scroll_up", "k", "up", "ctrl+p"),
			down:     look.Bind("scroll_down", "j", "down", "ctrl+n"),
			pageUp:   look.Bind("page_up", "pgup"),
			pageDown: look.Bind("page_down", "pgdown", "space"),
			first:    look.Bind("first", "g", "home"),
			last:     look.Bind("last", "G", "end"),
		}
	})
}

// Keys returns the bindings of the scroller.
func (s *Scroller) Keys() []key.Binding {
	k := s.keys
	return []key.Binding{k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}

// Cursor returns no position: a scrolled text has no selected row.
func (s *Scroller) Cursor() Cursor { return Cursor{} }

// Scroll scrolls a text of n lines in a view of h lines, if msg is one of its
// keys.
func (s *Scroller) Scroll(msg tea.KeyPressMsg, n, h int) {
	by := 0
	switch k := s.keys; {
	case key.Matches(msg, k.up):
		by = -1
	case key.Matches(msg, k.down):
		by = +1
	case key.Matches(msg, k.pageUp):
		by = -max(h-1, 1)
	case key.Matches(msg, k.pageDown):
		by = max(h-1, 1)
	case key.Matches(msg, k.first):
		by = -n
	case key.Matches(msg, k.last):
		by = n
	default:
		return
	}
	s.Top += by
	s.Clamp(n, h)
}

// Clamp keeps a view of h lines within a text of n lines.
func (s *Scroller) Clamp(n, h int) { s.Top = text.Clamp(s.Top, 0, max(n-h, 0)) }
