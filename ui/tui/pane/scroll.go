package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"voxatlas/ui/text"
)

// Scroller moves a view of h lines over a longer text, by keys. Top is the first
// line in view.
type Scroller struct {
	Top int

	keys *scrollKeys
}

type scrollKeys struct{ up, down, pageUp, pageDown, first, last key.Binding }

// SetLook gives the scroller the bindings of a look.
func (s *Scroller) SetLook(look *Look) {
	type ours struct{}
	s.keys = Memoize(look, ours{}, func() *scrollKeys {
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

// Keys are the bindings of the scroller.
func (s *Scroller) Keys() []key.Binding {
	k := s.keys
	return []key.Binding{k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}

// Scroll scrolls a text of n lines in a view of h lines, and reports whether the
// key was one of its own.
func (s *Scroller) Scroll(msg tea.KeyPressMsg, n, h int) bool {
	by := 0
	switch {
	case key.Matches(msg, s.keys.up):
		by = -1
	case key.Matches(msg, s.keys.down):
		by = +1
	case key.Matches(msg, s.keys.pageUp):
		by = -max(h-1, 1)
	case key.Matches(msg, s.keys.pageDown):
		by = max(h-1, 1)
	case key.Matches(msg, s.keys.first):
		by = -n
	case key.Matches(msg, s.keys.last):
		by = n
	default:
		return false
	}
	s.Top += by
	s.Clamp(n, h)
	return true
}

// Clamp keeps the view within the text.
func (s *Scroller) Clamp(n, h int) { s.Top = text.Clamp(s.Top, 0, max(n-h, 0)) }
