package answers

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/pane"
)

// keys are the bindings of the pane beside those of its reader.
type keys struct{ open, back key.Binding }

func newKeys(look *pane.Look) *keys {
	type ours struct{}
	return pane.Recall(look, ours{}, func() *keys {
		return &keys{
			open: look.Bind("explain", "enter", "l", "right"),
			back: look.Bind("back", "esc", "h", "left"),
		}
	})
}
