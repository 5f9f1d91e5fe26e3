package pane

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
)

// ViewKeys holds the bindings that the views over several countries have besides those of
// their grids.
type ViewKeys struct{ Open, Mark, Closing, previousService, nextService, services key.Binding }

// NewViewKeys returns the bindings of a view in the language of a look.
func NewViewKeys(look *Look) *ViewKeys {
	type viewKeysID struct{}
	return Memoize(look, viewKeysID{}, func() *ViewKeys {
		return &ViewKeys{
			Open: look.Bind("open_answer", "enter"), Mark: look.Bind("mark", "space"), Closing: look.Bind("close_list", "esc", "q"),
			previousService: look.Bind("previous_service", "{"), nextService: look.Bind("next_service", "}"), services: look.Bind("services", "1", "2", "3", "4", "5"),
		}
	})
}

// MoveService calls moveTo with the service that msg asks for, if msg is a key for that,
// seen from the service at; it reports whether it was. moveTo moves the cursor, and
// reports whether the service is there: of those before or after at, the next one that is
// there counts.
func (k *ViewKeys) MoveService(msg tea.KeyPressMsg, at model.Service, moveTo func(model.Service) bool) bool {
	switch {
	case key.Matches(msg, k.previousService):
		stepService(at, -1, moveTo)
	case key.Matches(msg, k.nextService):
		stepService(at, +1, moveTo)
	case key.Matches(msg, k.services):
		moveTo(model.Services()[msg.String()[0]-'1'])
	default:
		return false
	}
	return true
}

// stepService calls moveTo with the services after at in a direction, +1 or -1, until it
// reports that it has moved there; with at if it moves to none of them.
func stepService(at model.Service, direction int, moveTo func(model.Service) bool) {
	for s := int(at) + direction; s > 0 && s <= len(model.Services()); s += direction {
		if moveTo(model.Service(s)) {
			return
		}
	}
	moveTo(at)
}

// Bindings lists the bindings of a view with its grid that work now. own has those that
// only this view has.
func (k *ViewKeys) Bindings(g *Grid, own ...key.Binding) []key.Binding {
	find := g.FindKeys()
	switch {
	case g.Typing():
		return find
	case g.Searching():
		return slices.Concat(find[:2], []key.Binding{k.Open}, find[2:], g.Keys())
	}
	return slices.Concat([]key.Binding{k.Open, k.Closing}, own, []key.Binding{k.Mark}, find, g.Keys(), []key.Binding{k.previousService, k.nextService, k.services})
}
