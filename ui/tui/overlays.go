package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/changes"
	"voxatlas/ui/tui/editions"
	"voxatlas/ui/tui/help"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
)

// overlay is a pane over the other panes.
type overlay struct {
	pane.Pane
	toggle key.Binding // closes the overlay, as it opened it
}

// overlayKey is a key that opens an overlay, and closes it again.
type overlayKey struct {
	toggle     key.Binding
	newOverlay func(*App) pane.Pane
}

// bindOverlays lists the overlays that open while browsing, in the order of the
// key hints. To add an overlay, write its package, add a line here, and give it
// the text help.NAME in the catalogs. Routing, hints and help follow from the line.
func bindOverlays(look *pane.Look) []overlayKey {
	return []overlayKey{
		{look.Bind("changes", "d", "f7"), func(a *App) pane.Pane { return changes.New(a.config.Library, a.edition, a.countries.Country()) }},
		{look.Bind("editions", "E", "f8"), func(a *App) pane.Pane { return editions.New(a.config.Library.Editions(), a.edition, a.config.now()) }},
	}
}

// newHelp makes the help, the one overlay that opens while typing, too.
func newHelp(a *App) pane.Pane { return help.New(a.helpGroups) }

// openOverlay opens the overlay of a key.
func (a *App) openOverlay(k overlayKey) {
	a.overlay = &overlay{k.newOverlay(a), k.toggle}
	a.overlay.SetLook(a.look)
	r := a.overlayRect()
	a.overlay.Resize(r.W, r.H)
}

// overlayRect returns the body of an overlay: all but the title bar and the footer.
func (a *App) overlayRect() layout.Rect {
	return layout.Rect{Y: 1, W: a.arrangement.Width, H: max(a.arrangement.Height-2, 0)}
}

// handleOverlayKey hands a key to the overlay. The key that opened the overlay
// closes it, unless it is a letter and the overlay takes letters as text. The search
// box and links work as elsewhere.
func (a *App) handleOverlayKey(msg tea.KeyPressMsg) tea.Cmd {
	isText := a.overlay.Typing() && msg.Text != ""
	switch {
	case isText:
	case key.Matches(msg, a.overlay.toggle):
		a.overlay = nil
		return nil
	case key.Matches(msg, a.keys.search) && !a.overlay.Typing() && !key.Matches(msg, a.overlay.Keys()...):
		a.overlay = nil
		a.startSearch()
		return nil
	case key.Matches(msg, a.keys.copyLink):
		return a.copyLink()
	case key.Matches(msg, a.keys.openLink):
		return a.openLink()
	}
	a.handleOverlayIntent(a.overlay.HandleKey(msg))
	return nil
}

// handleOverlayIntent closes the overlay if it asks for anything, and does it.
func (a *App) handleOverlayIntent(intent pane.Intent) {
	if intent != nil {
		a.overlay = nil
		a.handleIntent(intent)
	}
}
