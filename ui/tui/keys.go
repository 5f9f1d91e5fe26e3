package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/help"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
)

// appKeys are the app's own bindings. Every command has a key that is no letter, since
// input methods take letters.
type appKeys struct {
	help                       overlayKey  // while typing, too
	theme                      key.Binding // in the palette
	language, quitNow, suspend key.Binding
	repaint                    key.Binding

	// browsing
	next, previous, search, searchBox, searchInPane, languageLetter, translate, copyLink, copyCommand, openLink, quit key.Binding
	copyView, write                                                                                                   key.Binding // a view, chosen at the line at the bottom
	history, historyOff                                                                                               key.Binding
	previousService, nextService                                                                                      key.Binding // in the answers and the info
	services                                                                                                          key.Binding
	overlays                                                                                                          []overlayKey
	palette                                                                                                           overlayKey // over another overlay, too
	list                                                                                                              listKeys
}

// able tells which commands the browser can carry out where it runs.
type able struct{ suspend, open, print, write, offices, color bool }

// keysOf returns the abilities of a browser with a configuration.
func keysOf(c Config) able {
	return able{c.Suspend, c.OpenLink != nil, c.Print != nil, c.Write != nil, c.Offices != nil, c.Color}
}

func newAppKeys(look *pane.Look, can able) *appKeys {
	return pane.Memoize(look, can, func() *appKeys { return bindAppKeys(look, can) })
}

func bindAppKeys(look *pane.Look, can able) *appKeys {
	k := &appKeys{
		help:            bindOverlay(look, "help", newHelp, "?", "f1"),
		theme:           look.Bind("theme", "f9"),
		language:        look.Bind("language", "f2"),
		quitNow:         look.Bind("quit_now", "ctrl+c"),
		suspend:         look.Bind("suspend", "ctrl+z"),
		repaint:         look.Bind("repaint", "ctrl+l"),
		next:            look.Bind("next_pane", "tab"),
		previous:        look.Bind("previous_pane", "shift+tab"),
		searchInPane:    key.NewBinding(key.WithKeys("/")),
		search:          look.Bind("search", "/", "ctrl+f"),
		searchBox:       look.Bind("search", "ctrl+f"),
		languageLetter:  look.Bind("letter_language", "L"),
		translate:       look.Bind("translate", "t", "f3"),
		copyLink:        look.Bind("copy_link", "y", "f4"),
		copyCommand:     look.Bind("copy_command", "ctrl+y"),
		openLink:        look.Bind("open_link", "o", "ctrl+o"),
		copyView:        look.Bind("copy_view", "Y"),
		write:           look.Bind("write", "w"),
		history:         look.Bind("history", "i", "f6"),
		historyOff:      look.Bind("history_off", "i", "f6"), // the same, while the history is shown
		overlays:        bindOverlays(look),
		palette:         bindOverlay(look, "palette", newPalette, ":", "f9"),
		previousService: look.Bind("previous_service", "{"),
		nextService:     look.Bind("next_service", "}"),
		services:        look.Bind("services", "1", "2", "3", "4", "5"),
		quit:            look.Bind("quit", "q", "f10"),
		list: listKeys{
			filter:  look.Bind("filter", "f", "f5"),
			failing: look.Bind("failing", "x"),
			column:  look.Bind("column", "v"),
			sort:    look.Bind("sort", "s"),
			mine:    look.Bind("mine", "b"),
		},
	}
	k.overlay("offices").toggle.SetEnabled(can.offices)
	k.theme.SetEnabled(can.color)
	k.suspend.SetEnabled(can.suspend)
	k.openLink.SetEnabled(can.open)
	k.copyView.SetEnabled(can.print)
	k.write.SetEnabled(can.write)
	return k
}

// overlay returns the key of the overlay with a name.
func (k *appKeys) overlay(name string) *overlayKey {
	return &k.overlays[slices.IndexFunc(k.overlays, func(o overlayKey) bool { return o.name == name })]
}

// overlayToggles returns the bindings that open an overlay while browsing.
func (k *appKeys) overlayToggles() []key.Binding {
	toggles := make([]key.Binding, len(k.overlays))
	for i, o := range k.overlays {
		toggles[i] = o.toggle
	}
	return toggles
}

// togglesOver returns the bindings that open an overlay over a view over several
// countries; none over another overlay.
func (k *appKeys) togglesOver(in *overlay) []key.Binding {
	if in.view() == nil {
		return nil
	}
	return slices.DeleteFunc(k.overlayToggles(), func(b key.Binding) bool { return slices.Equal(b.Keys(), in.toggle.Keys()) })
}

// outputsOver returns the bindings that copy or write over an overlay with outputs; none
// over another one.
func (k *appKeys) outputsOver(in *overlay) []key.Binding {
	if !in.hasOutputs() {
		return nil
	}
	return []key.Binding{k.copyView, k.write}
}

// searchOver returns the binding that leads from an overlay to the search box, without the
// key that searches in the overlay.
func (k *appKeys) searchOver(in *overlay) key.Binding {
	if key.Matches(tea.KeyPressMsg{Code: '/', Text: "/"}, in.Keys()...) {
		return k.searchBox
	}
	return k.search
}

// functionKeys returns the bindings of browsing that work while typing, too, by
// their function keys.
func (k *appKeys) functionKeys() []key.Binding {
	return append([]key.Binding{k.palette.toggle, k.list.filter, k.translate, k.copyLink, k.copyCommand, k.openLink, k.history, k.quit}, k.overlayToggles()...)
}

// anywhere returns the bindings of the commands that work everywhere.
func (k *appKeys) anywhere() []key.Binding {
	return []key.Binding{k.language, k.repaint, k.suspend, k.quitNow}
}

// browsing returns the bindings of the app's commands while browsing, but for the
// palette.
func (k *appKeys) browsing() []key.Binding {
	return slices.Concat(
		[]key.Binding{k.search, k.languageLetter, k.translate, k.history},
		k.list.bindings(),
		k.overlayToggles(),
		[]key.Binding{k.copyLink, k.copyCommand, k.copyView, k.write, k.openLink, k.next, k.previous, k.quit},
	)
}

// footerKeys returns the bindings for the footer, the most useful first.
func (a *App) footerKeys() []key.Binding {
	k, own := a.keys, a.focusedPane().Keys()
	first, second := own[:min(1, len(own))], own[min(1, len(own)):min(2, len(own))]
	switch {
	case a.overlay != nil && (a.overlay.Typing() || slices.Equal(a.overlay.toggle.Keys(), k.help.toggle.Keys())):
		return append(own, k.language)
	case a.overlay.view() != nil:
		return slices.Concat(own[:2], []key.Binding{k.help.toggle}, own[2:4], k.togglesOver(a.overlay), own[4:], []key.Binding{k.language})
	case a.overlay != nil:
		return slices.Concat(first, second, []key.Binding{k.help.toggle}, own[len(first)+len(second):], []key.Binding{k.language})
	case a.focus == layout.Countries && a.countries.TypesFilter():
		return slices.Concat(own, []key.Binding{k.help.toggle, k.language, k.quitNow})
	case a.focusedPane().Typing():
		return slices.Concat(first, []key.Binding{k.help.toggle}, second, []key.Binding{k.language, k.quitNow})
	}
	var hints []key.Binding
	if a.focus != layout.Countries || a.countries.Searches() || a.countries.Filters() {
		hints = append(hints, second...)
	}
	if a.historyInSight() {
		hints = append(hints, k.historyOff)
	}
	if a.focus == layout.Info {
		hints = append(hints, a.info.FindKey())
	} else {
		hints = append(hints, k.search, k.list.filter)
		if a.countries.Filters() {
			hints = append(hints, k.list.failing)
		}
	}
	hints = append(hints, k.languageLetter, k.translate)
	if !a.historyInSight() {
		hints = append(hints, k.history)
	}
	return slices.Concat(first, []key.Binding{k.help.toggle}, hints, []key.Binding{k.palette.toggle}, k.overlayToggles(), []key.Binding{k.copyLink, k.openLink, k.next, k.quit})
}

// helpGroups returns the bindings of an overlay for the help, or all bindings of the
// panes if it is nil.
func (a *App) helpGroups(in *overlay) []help.Group {
	k, loc := a.keys, a.look.Localizer
	if in != nil {
		return []help.Group{
			{Title: in.Title(), Keys: in.Keys()},
			{Title: loc.Text("help.in_overlays"), Keys: slices.Concat(k.togglesOver(in), []key.Binding{k.help.toggle, k.palette.toggle, k.searchOver(in), k.copyLink, k.copyCommand}, k.outputsOver(in), []key.Binding{k.openLink}, k.anywhere())},
		}
	}
	browsing := slices.Concat([]key.Binding{k.palette.toggle}, k.browsing())
	return []help.Group{
		{Title: loc.Text("help.in_both_modes"), Keys: append([]key.Binding{k.help.toggle, k.theme}, k.anywhere()...)},
		{Title: loc.Text("help.typing"), Keys: a.countries.TypingKeys()},
		{Title: loc.Text("help.browsing"), Keys: browsing},
		{Title: loc.Text("ui.list"), Keys: a.countries.BrowsingKeys()},
		{Title: loc.Text("help.in_filter"), Keys: a.countries.FilterKeys()},
		{Title: loc.Text("ui.answers"), Keys: append(a.answers.Keys(), k.previousService, k.nextService, k.services)},
		{Title: loc.Text("ui.info"), Keys: a.info.HelpKeys()},
	}
}
