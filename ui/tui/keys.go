package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/help"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
)

// appKeys are the app's own bindings. Every letter has a twin that is none, since
// input methods swallow letters.
type appKeys struct {
	help, language, quitNow, suspend key.Binding // in both modes

	// browsing
	next, previous, search, letterLanguage, translate, copyLink, quit key.Binding
	history, historyOff, changes, editions                            key.Binding
}

func newKeys(look *pane.Look, suspend bool) *appKeys {
	type ours struct{ suspend bool }
	return pane.Memoize(look, ours{suspend}, func() *appKeys { return bindAppKeys(look, suspend) })
}

func bindAppKeys(look *pane.Look, suspend bool) *appKeys {
	k := &appKeys{
		help:           look.Bind("help", "?", "f1"),
		language:       look.Bind("language", "f2"),
		quitNow:        look.Bind("quit_now", "ctrl+c"),
		suspend:        look.Bind("suspend", "ctrl+z"),
		next:           look.Bind("next_pane", "tab"),
		previous:       look.Bind("previous_pane", "shift+tab"),
		search:         look.Bind("search", "/", "ctrl+f"),
		letterLanguage: look.Bind("letter_language", "L"),
		translate:      look.Bind("translate", "t", "f3"),
		copyLink:       look.Bind("copy_link", "y", "f4"),
		history:        look.Bind("history", "i", "f6"),
		historyOff:     look.Bind("history_off", "i", "f6"), // the same, while it is shown
		changes:        look.Bind("changes", "d", "f7"),
		editions:       look.Bind("editions", "E", "f8"),
		quit:           look.Bind("quit", "q", "f10"),
	}
	k.suspend.SetEnabled(suspend)
	return k
}

// functionKeys are the bindings of browsing that work while typing, too, by their
// function keys.
func (k *appKeys) functionKeys() []key.Binding {
	return []key.Binding{k.translate, k.copyLink, k.history, k.changes, k.editions, k.quit}
}

// footerKeys are the bindings for the footer, the most useful first.
func (a *App) footerKeys() []key.Binding {
	k := a.keys
	if a.overlay != nil {
		return append(a.overlay.Keys(), k.language)
	}
	own := a.focusedPane().Keys()
	if a.focusedPane().Typing() {
		return append([]key.Binding{own[0], k.help}, append(own[1:2:2], k.language, k.quitNow)...)
	}
	rest := []key.Binding{k.search, k.letterLanguage, k.translate, k.history, k.changes, k.editions, k.copyLink, k.next, k.quit}
	if a.info.ShowsHistory() {
		rest = append([]key.Binding{k.historyOff}, slices.DeleteFunc(rest, func(b key.Binding) bool { return b.Help() == k.history.Help() })...)
	}
	if a.focus != layout.List {
		rest = append([]key.Binding{own[1]}, rest...)
	}
	return append([]key.Binding{own[0], k.help}, rest...)
}

// helpGroups are all bindings for the help.
func (a *App) helpGroups() []help.Group {
	k, loc := a.keys, a.look.Localizer
	return []help.Group{
		{Title: loc.Text("help.in_both_modes"), Keys: []key.Binding{k.help, k.language, k.suspend, k.quitNow}},
		{Title: loc.Text("help.typing"), Keys: a.list.TypingKeys()},
		{Title: loc.Text("help.browsing"), Keys: []key.Binding{k.search, k.letterLanguage, k.translate, k.history, k.changes, k.editions, k.copyLink, k.next, k.previous, k.quit}},
		{Title: loc.Text("ui.list"), Keys: a.list.BrowsingKeys()},
		{Title: loc.Text("ui.answers"), Keys: a.answers.Keys()},
		{Title: loc.Text("ui.info"), Keys: a.info.Keys()},
	}
}
