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

	keys *movementKeys
}

// SetLook sets the language of the bindings.
func (s *Scroller) SetLook(look *Look) { s.keys = newMovementKeys(look, "scroll_up", "scroll_down") }

// Keys returns the bindings of the scroller.
func (s *Scroller) Keys() []key.Binding { return s.keys.all() }

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
	case key.Matches(msg, k.halfUp):
		by = -max(h/2, 1)
	case key.Matches(msg, k.halfDown):
		by = max(h/2, 1)
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
