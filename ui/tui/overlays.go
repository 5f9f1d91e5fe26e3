package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/changes"
	"voxatlas/ui/tui/help"
	"voxatlas/ui/tui/pane"
)

// openOverlay puts an overlay over the panes.
func (a *App) openOverlay(p pane.Pane) {
	p.SetLook(a.look)
	p.Resize(a.plan.Width, max(a.plan.Height-2, 0))
	a.overlay = p
}

// handleOverlayKey gives a key to the overlay. It closes when it asks for anything, and by
// the key that opened it.
func (a *App) handleOverlayKey(msg tea.KeyPressMsg) {
	intent := a.overlay.HandleKey(msg)
	if intent == nil && !key.Matches(msg, a.opener()) {
		return
	}
	a.overlay = nil
	if _, closed := intent.(pane.FocusPrevious); !closed {
		a.handleIntent(intent)
	}
}

// opener is the key that opened the overlay.
func (a *App) opener() key.Binding {
	switch a.overlay.(type) {
	case *help.Pane:
		return a.keys.help
	case *changes.Pane:
		return a.keys.changes
	}
	return a.keys.editions
}
