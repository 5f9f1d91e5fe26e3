package info

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/kit"
)

type keys struct{ up, down, pageUp, pageDown, first, last, back key.Binding }

func newKeys(look *kit.Look) keys {
	return keys{
		up:       look.Bind("scroll_up", "k", "up", "ctrl+p"),
		down:     look.Bind("scroll_down", "j", "down", "ctrl+n"),
		pageUp:   look.Bind("page_up", "pgup"),
		pageDown: look.Bind("page_down", "pgdown", "space"),
		first:    look.Bind("first", "g", "home"),
		last:     look.Bind("last", "G", "end"),
		back:     look.Bind("back", "esc", "h", "left"),
	}
}

// Keys are the bindings of the pane.
func (p *Pane) Keys() []key.Binding {
	k := p.keys
	return []key.Binding{k.back, k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}
