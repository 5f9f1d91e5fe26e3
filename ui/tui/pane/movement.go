package pane

import "charm.land/bubbles/v2/key"

// movementKeys holds the bindings that move a cursor or a view.
type movementKeys struct {
	up, down, pageUp, pageDown, halfUp, halfDown, first, last key.Binding
}

// newMovementKeys returns the bindings of a look. up and
// down name the help texts of a step, as [Look.Bind] takes them.
func newMovementKeys(look *Look, up, down string) *movementKeys {
	type movementKeysID struct{ up, down string }
	return Memoize(look, movementKeysID{up, down}, func() *movementKeys {
		return &movementKeys{
			up:       look.Bind(up, "k", "up", "ctrl+p"),
			down:     look.Bind(down, "j", "down", "ctrl+n"),
			pageUp:   look.Bind("page_up", "pgup"),
			pageDown: look.Bind("page_down", "pgdown", "space"),
			halfUp:   look.Bind("half_up", "ctrl+u"),
			halfDown: look.Bind("half_down", "ctrl+d"),
			first:    look.Bind("first", "g", "home"),
			last:     look.Bind("last", "G", "end"),
		}
	})
}

// all returns the bindings in the order of the help.
func (k *movementKeys) all() []key.Binding {
	return []key.Binding{k.up, k.down, k.pageUp, k.pageDown, k.first, k.last, k.halfUp, k.halfDown}
}
