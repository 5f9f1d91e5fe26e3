package answers

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/pane"
)

// answersKeys holds the bindings of the pane that its list does not have.
type answersKeys struct{ open, back key.Binding }

func newAnswersKeys(look *pane.Look) *answersKeys {
	type answersKeysID struct{}
	return pane.Memoize(look, answersKeysID{}, func() *answersKeys {
		return &answersKeys{
			open: look.Bind("explain", "enter", "l", "right"),
			back: look.Bind("back", "esc", "h", "left"),
		}
	})
}
