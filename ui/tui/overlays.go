package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/changes"
	"voxatlas/ui/tui/compare"
	"voxatlas/ui/tui/editions"
	"voxatlas/ui/tui/help"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/offices"
	"voxatlas/ui/tui/palette"
	"voxatlas/ui/tui/pane"
	"voxatlas/ui/tui/requirements"
	"voxatlas/ui/tui/table"
)

// overlay is a pane over the other panes, or over another overlay.
type overlay struct {
	pane.Pane
	toggle key.Binding // closes the overlay, as it opened it
	under  *overlay    // shown again when this one is closed; nil for the panes
}

// SetLook sets the look of the overlay and of the one under it.
func (o *overlay) SetLook(look *pane.Look) {
	if o.under != nil {
		o.under.SetLook(look)
	}
	o.Pane.SetLook(look)
}

// Resize sets the size of the overlay and of the one under it, in cells.
func (o *overlay) Resize(w, h int) {
	if o.under != nil {
		o.under.Resize(w, h)
	}
	o.Pane.Resize(w, h)
}

// overlayKey is a key that opens an overlay, and closes it again.
type overlayKey struct {
	name       string // of the text help.NAME in the catalogs
	toggle     key.Binding
	newOverlay func(*App) pane.Pane
}

// bindOverlay returns the overlay key with a name, for keys as Bubble Tea names them.
func bindOverlay(look *pane.Look, name string, newOverlay func(*App) pane.Pane, keys ...string) overlayKey {
	return overlayKey{name, look.Bind(name, keys...), newOverlay}
}

// bindOverlays lists the overlays that open while browsing, in the order of the
// key hints. To add an overlay, write its package, add a line here, and give it
// the text help.NAME in the catalogs. Routing, hints and help follow from the line.
func bindOverlays(look *pane.Look) []overlayKey {
	return []overlayKey{
		bindOverlay(look, "table", func(a *App) pane.Pane { return table.New(a.selection(), a.countries.IsMarked) }, "m"),
		bindOverlay(look, "compare", func(a *App) pane.Pane { return compare.New(a.selection(), a.countries.IsMarked) }, "c"),
		bindOverlay(look, "changes", (*App).newChanges, "d", "f7"),
		bindOverlay(look, "offices", func(a *App) pane.Pane { return a.officesPane() }, "O"),
		bindOverlay(look, "requirements", func(a *App) pane.Pane { return requirements.New(a.atlas, a.countries.QueryEnv(), a.countries.Filter()) }, "r"),
		bindOverlay(look, "editions", func(a *App) pane.Pane { return editions.New(a.config.Library.Editions(), a.edition, a.config.now()) }, "E", "f8"),
	}
}

// newHelp makes the help for the open overlay, or for the panes. It is the one overlay
// that opens while typing, too.
func newHelp(a *App) pane.Pane {
	in := a.overlay
	return help.New(func() []help.Group { return a.helpGroups(in) }, a.commandText(in))
}

// newChanges makes the list of changes: of the countries that are compared, if the
// comparison is shown.
func (a *App) newChanges() pane.Pane {
	at := a.countries.Country()
	compared, _ := a.shownView().(*compare.Pane)
	if compared != nil {
		at, _ = compared.Current()
	}
	p := changes.New(a.config.Library, a.edition, at, a.countries.Mine())
	if compared != nil {
		p.ShowOnly(compared.ShownCountries())
	}
	return p
}

// officesPane returns the list of offices, with the cursor where it was.
func (a *App) officesPane() pane.Pane {
	if a.offices == nil {
		a.offices = offices.New(a.config.Offices, a.config.View)
	}
	a.offices.SetAtlas(a.atlas)
	return a.offices
}

// newPalette makes the palette of the commands that work in the open overlay, or in the
// panes.
func newPalette(a *App) pane.Pane {
	in := a.overlay
	return palette.New(func() []palette.Command { return a.commands(in) })
}

// showOverlay opens the overlay of a key, or shows again the one under the open one that
// the key had opened: so only a few can be open over each other.
func (a *App) showOverlay(k overlayKey) {
	for o := a.overlay; o != nil; o = o.under {
		if slices.Equal(o.toggle.Keys(), k.toggle.Keys()) {
			a.overlay = o
			return
		}
	}
	a.openOverlay(k)
}

// openOverlay opens the overlay of a key, over the one that is open.
func (a *App) openOverlay(k overlayKey) {
	a.overlay = &overlay{k.newOverlay(a), k.toggle, a.overlay}
	a.overlay.SetLook(a.look)
	r := a.overlayRect()
	a.overlay.Resize(r.W, r.H)
}

// overlayRect returns the body of an overlay: all but the title bar and the footer.
func (a *App) overlayRect() layout.Rect {
	return layout.Rect{Y: 1, W: a.arrangement.Width, H: max(a.arrangement.Height-2, 0)}
}

// handleOverlayKey hands a key to the overlay. The key that opened the overlay
// closes it, unless it is a letter and the overlay takes letters as text. Help, palette,
// search box, links and copying work as elsewhere.
func (a *App) handleOverlayKey(msg tea.KeyPressMsg) tea.Cmd {
	isText := a.overlay.Typing() && msg.Text != ""
	switch {
	case isText:
	case key.Matches(msg, a.overlay.toggle):
		a.overlay = a.overlay.under
		return nil
	case key.Matches(msg, a.keys.help.toggle):
		a.showOverlay(a.keys.help)
		return nil
	case key.Matches(msg, a.keys.palette.toggle) && !a.overlay.Typing():
		a.showOverlay(a.keys.palette)
		return nil
	case key.Matches(msg, a.keys.copyCommand):
		return a.copyCommand()
	case key.Matches(msg, a.keys.search) && !a.overlay.Typing() && !key.Matches(msg, a.overlay.Keys()...):
		a.overlay = nil
		a.startSearch()
		return nil
	case key.Matches(msg, a.keys.copyLink):
		return a.copyLink()
	case key.Matches(msg, a.keys.openLink):
		return a.openLink()
	case a.explainAbsent(msg, a.overlay.hasOutputs() && !a.overlay.Typing()):
		return nil
	case a.overlay.hasOutputs() && !a.overlay.Typing() && a.openOutputs(msg):
		return nil
	case a.openOverView(msg):
		return nil
	}
	return a.handleOverlayIntent(a.overlay.HandleKey(msg))
}

// handleOverlayIntent carries out an intent of the overlay, and closes it, but for a mark.
// A request about the panes closes the overlays under it, too.
func (a *App) handleOverlayIntent(intent pane.Intent) tea.Cmd {
	switch i := intent.(type) {
	case nil:
	case pane.MarkToggled:
		a.countries.ToggleMark(i.Country)
	case pane.CommandChosen:
		a.overlay = a.overlay.under
		return a.runCommand(i.Command)
	case pane.CloseOverlay, pane.EditionSelected:
		a.overlay = a.overlay.under
		a.handleIntent(intent)
	default:
		a.overlay = nil
		a.handleIntent(intent)
	}
	return nil
}
