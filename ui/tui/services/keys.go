package services

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/kit"
)

type keys struct{ up, down, pageUp, pageDown, first, last, open, back key.Binding }

func newKeys(look *kit.Look) *keys {
	type ours struct{}
	return kit.Recall(look, ours{}, func() *keys { return bind(look) })
}

func bind(look *kit.Look) *keys {
	return &keys{
		up:       look.Bind("browse_up", "k", "up", "ctrl+p"),
		down:     look.Bind("browse_down", "j", "down", "ctrl+n"),
		pageUp:   look.Bind("page_up", "pgup"),
		pageDown: look.Bind("page_down", "pgdown", "space"),
		first:    look.Bind("first", "g", "home"),
		last:     look.Bind("last", "G", "end"),
		open:     look.Bind("explain", "enter", "l", "right"),
		back:     look.Bind("back", "esc", "h", "left"),
	}
}

// Keys are the bindings of the pane.
func (p *Pane) Keys() []key.Binding {
	k := p.keys
	return []key.Binding{k.open, k.back, k.up, k.down, k.pageUp, k.pageDown, k.first, k.last}
}
