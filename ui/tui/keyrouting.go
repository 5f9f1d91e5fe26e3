package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/layout"
)

// handleKey routes a key press. The drawing in the package comment shows the
// order, which is the order of the cases here:
//
//  1. Quit, suspend, repaint and language work everywhere.
//     The line for copying and writing gets every other key while it is open.
//  2. An open overlay gets every other key, but for those of help, palette, links and the search
//     box; see handleOverlayKey.
//  3. Help opens everywhere else.
//  4. A pane that is typing gets letters as text, and its own keys. Function keys
//     of browsing go on.
//  5. While browsing, full-width signs count as their half-width twins; the app's
//     own keys come first.
//  6. Text that no command has is typed into the search box.
//  7. The focused pane gets the rest.
func (a *App) handleKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.quitNow):
		return a.quit()
	case key.Matches(msg, a.keys.suspend):
		return tea.Suspend
	case key.Matches(msg, a.keys.repaint):
		return tea.ClearScreen
	case key.Matches(msg, a.keys.language):
		a.nextLanguage()
		return nil
	case a.outputs.line != nil:
		return a.handleLineKey(msg)
	case a.overlay != nil:
		return a.handleOverlayKey(msg)
	case key.Matches(msg, a.keys.help.toggle):
		a.openOverlay(a.keys.help)
		return nil
	case a.focusedPane().Typing() && (msg.Text != "" || !key.Matches(msg, a.typingKeys()...)):
		a.handleIntent(a.focusedPane().HandleKey(msg))
		return nil
	}
	return a.handleBrowsingKey(toHalfWidth(msg))
}

// handleBrowsingKey handles a key press that is a command, or the beginning of a
// name.
func (a *App) handleBrowsingKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.help.toggle): // only now is a full-width question mark the key of the help
		a.openOverlay(a.keys.help)
	case key.Matches(msg, a.keys.quit):
		return a.quit()
	case key.Matches(msg, a.keys.list.mine):
		return a.toggleMine()
	case key.Matches(msg, a.keys.copyLink):
		return a.copyLink()
	case key.Matches(msg, a.keys.copyCommand):
		return a.copyCommand()
	case key.Matches(msg, a.keys.openLink):
		return a.openLink()
	case a.explainAbsent(msg, true), a.openOutputs(msg), a.handleOwnKey(msg), a.handleListKey(msg):
	case beginsName(msg.Text):
		a.handlePaste(msg.Text)
	default:
		a.handleIntent(a.focusedPane().HandleKey(msg))
	}
	return nil
}

// handleOwnKey handles the keys of browsing that belong to no pane, and reports
// whether msg was one.
func (a *App) handleOwnKey(msg tea.KeyPressMsg) bool {
	switch k := a.keys; {
	case key.Matches(msg, k.languageLetter):
		a.nextLanguage()
	case key.Matches(msg, k.searchInPane) && a.focus == layout.Info:
		return false
	case key.Matches(msg, k.search):
		a.startSearch()
	case key.Matches(msg, k.next):
		a.setFocus((a.focus + 1) % layout.NumSlots)
	case key.Matches(msg, k.previous):
		a.setFocus((a.focus + layout.NumSlots - 1) % layout.NumSlots)
	case key.Matches(msg, k.translate):
		a.toggleInInfo(a.info.ShowsOtherLanguage(), a.info.ToggleLanguage)
	case a.focus != layout.Countries && a.handleServiceKey(msg):
	case key.Matches(msg, k.history):
		a.toggleInInfo(a.info.ShowsHistory(), a.info.ToggleHistory)
	case key.Matches(msg, k.palette.toggle):
		a.openOverlay(k.palette)
	default:
		for _, o := range k.overlays {
			if key.Matches(msg, o.toggle) {
				a.openOverlay(o)
				return true
			}
		}
		return false
	}
	return true
}

// startSearch moves the focus to the search box.
func (a *App) startSearch() {
	a.countries.SetTyping(true)
	a.setFocus(layout.Countries)
}

// handleServiceKey moves the cursor of the answers to another service, which the info
// pane then explains, and reports whether msg is a key for that.
func (a *App) handleServiceKey(msg tea.KeyPressMsg) bool {
	switch k := a.keys; {
	case key.Matches(msg, k.previousService):
		a.answers.SelectService(a.answers.PreviousService())
	case key.Matches(msg, k.nextService):
		a.answers.SelectService(a.answers.NextService())
	case key.Matches(msg, k.services):
		a.answers.SelectService(model.Services()[msg.String()[0]-'1'])
	default:
		return false
	}
	a.refreshInfo()
	return true
}

// toggleInInfo switches something of the info pane on or off: on, where the pane was not in
// sight. There the focus moves to it.
func (a *App) toggleInInfo(isOn bool, toggle func()) {
	if a.infoInSight() || !isOn {
		toggle()
	}
	if !a.infoInSight() {
		a.setFocus(layout.Info)
	}
}

// infoInSight reports whether the info pane is shown.
func (a *App) infoInSight() bool { return !a.arrangement.Panes[layout.Info].IsEmpty() }

// historyInSight reports whether the info pane is shown, and shows history.
func (a *App) historyInSight() bool { return a.info.ShowsHistory() && a.infoInSight() }

// handlePaste hands text to the overlay or to the pane that is typing. While
// browsing it goes to the list, which starts typing with it.
func (a *App) handlePaste(text string) {
	if a.outputs.line != nil {
		a.outputs.line.Paste(text)
		return
	}
	if a.overlay != nil {
		_ = a.handleOverlayIntent(a.overlay.Paste(text)) // a paste carries out no command
		return
	}
	if !a.focusedPane().Typing() {
		a.setFocus(layout.Countries)
	}
	a.handleIntent(a.focusedPane().Paste(text))
}

// beginsName reports whether text has a visible character beyond ASCII. No command
// has one: it is the beginning of a name, in some language.
func beginsName(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// toHalfWidth turns the key press of a full-width sign into that of the sign. Input
// methods that were left on send ？ for ?.
func toHalfWidth(msg tea.KeyPressMsg) tea.KeyPressMsg {
	r, n := utf8.DecodeRuneInString(msg.Text)
	if half := model.HalfWidth(r); n == len(msg.Text) && half != r {
		msg.Text, msg.Code, msg.ShiftedCode = string(half), half, 0
	}
	return msg
}
