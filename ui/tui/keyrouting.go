package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/changes"
	"voxatlas/ui/tui/editions"
	"voxatlas/ui/tui/layout"
)

// handleKey routes a key press, as the package comment says.
func (a *App) handleKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.quitNow):
		return tea.Quit
	case key.Matches(msg, a.keys.suspend):
		return tea.Suspend
	case key.Matches(msg, a.keys.language):
		a.setLanguage((a.localizer + 1) % len(a.config.Localizers))
		return nil
	case a.overlay != nil:
		a.handleOverlayKey(msg)
		return nil
	case key.Matches(msg, a.keys.help):
		a.openHelp()
		return nil
	case a.focusedPane().Typing() && (msg.Text != "" || !key.Matches(msg, a.keys.functionKeys()...)):
		a.handleIntent(a.focusedPane().HandleKey(msg))
		return nil
	}
	if msg = toHalfWidth(msg); key.Matches(msg, a.keys.help) {
		a.openHelp()
		return nil
	}
	if cmd, done := a.handleBrowsingKey(msg); done {
		return cmd
	}
	if containsNonASCII(msg.Text) {
		a.typeIntoSearch(msg.Text)
		return nil
	}
	a.handleIntent(a.focusedPane().HandleKey(msg))
	return nil
}

// handleBrowsingKey handles the app's own keys while browsing.
func (a *App) handleBrowsingKey(msg tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	switch {
	case key.Matches(msg, a.keys.quit):
		return tea.Quit, true
	case key.Matches(msg, a.keys.letterLanguage):
		a.setLanguage((a.localizer + 1) % len(a.config.Localizers))
	case key.Matches(msg, a.keys.search):
		a.list.SetTyping(true)
		a.setFocus(layout.List)
	case key.Matches(msg, a.keys.next):
		a.setFocus((a.focus + 1) % layout.NumSlots)
	case key.Matches(msg, a.keys.previous):
		a.setFocus((a.focus + layout.NumSlots - 1) % layout.NumSlots)
	case key.Matches(msg, a.keys.translate):
		if a.plan.Panes[layout.Info].Empty() {
			a.setFocus(layout.Info) // there it is to be read
		}
		a.info.ToggleLanguage()
	case key.Matches(msg, a.keys.history):
		a.info.ToggleHistory()
		if a.plan.Panes[layout.Info].Empty() {
			a.setFocus(layout.Info) // there it is to be read
		}
	case key.Matches(msg, a.keys.changes):
		a.openOverlay(changes.New(a.config.Library, a.edition, a.list.Country()))
	case key.Matches(msg, a.keys.editions):
		a.openOverlay(editions.New(a.config.Library.Editions(), a.edition))
	case key.Matches(msg, a.keys.copyLink):
		return a.copyLink(), true
	default:
		return nil, false
	}
	return nil, true
}

// copyLink hands the address of the country's current page to the clipboard.
func (a *App) copyLink() tea.Cmd {
	c := a.list.Country()
	if c == nil {
		return nil
	}
	url := a.look.Localizer.URL(c.Page().URL)
	a.notice = a.look.Localizer.Text("ui.copied", "url", url)
	return tea.SetClipboard(url)
}

// containsNonASCII reports whether text has a character that no command has: a name is
// being typed, in whatever language.
func containsNonASCII(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// toHalfWidth is a key press of a sign in full width, which an input method left on
// gives, as that of the sign: ？ is ?.
func toHalfWidth(msg tea.KeyPressMsg) tea.KeyPressMsg {
	if r, n := utf8.DecodeRuneInString(msg.Text); n == len(msg.Text) && '！' <= r && r <= '～' {
		r -= '！' - '!'
		msg.Text, msg.Code, msg.ShiftedCode = string(r), r, 0
	}
	return msg
}

// typeIntoSearch puts text into the search box and goes there.
func (a *App) typeIntoSearch(text string) {
	a.setFocus(layout.List)
	a.handleIntent(a.list.Paste(text))
}
