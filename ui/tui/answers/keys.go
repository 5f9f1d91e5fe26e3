package answers

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/kit"
)

// keys are the bindings of the pane beside those of its reader.
type keys struct{ open, back key.Binding }

func newKeys(look *kit.Look) *keys {
	type ours struct{}
	return kit.Recall(look, ours{}, func() *keys {
		return &keys{
			open: look.Bind("explain", "enter", "l", "right"),
			back: look.Bind("back", "esc", "h", "left"),
		}
	})
}
