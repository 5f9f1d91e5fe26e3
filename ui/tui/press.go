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

// press routes a key press, as the package comment says.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.quitNow):
		return tea.Quit
	case key.Matches(msg, a.keys.suspend):
		return tea.Suspend
	case key.Matches(msg, a.keys.language):
		a.speak((a.localizer + 1) % len(a.config.Localizers))
		return nil
	case a.overlay != nil:
		a.overlaid(msg)
		return nil
	case key.Matches(msg, a.keys.help):
		a.openHelp()
		return nil
	case a.pane().Typing() && (msg.Text != "" || !key.Matches(msg, a.keys.functions()...)):
		a.apply(a.pane().Key(msg))
		return nil
	}
	if msg = halfWidth(msg); key.Matches(msg, a.keys.help) {
		a.openHelp()
		return nil
	}
	if cmd, done := a.browse(msg); done {
		return cmd
	}
	if foreign(msg.Text) {
		a.typeInto(msg.Text)
		return nil
	}
	a.apply(a.pane().Key(msg))
	return nil
}

// browse handles the app's own keys while browsing.
func (a *App) browse(msg tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	switch {
	case key.Matches(msg, a.keys.quit):
		return tea.Quit, true
	case key.Matches(msg, a.keys.letterLanguage):
		a.speak((a.localizer + 1) % len(a.config.Localizers))
	case key.Matches(msg, a.keys.search):
		a.list.Type(true)
		a.turn(layout.List)
	case key.Matches(msg, a.keys.next):
		a.turn((a.focus + 1) % layout.NumSlots)
	case key.Matches(msg, a.keys.previous):
		a.turn((a.focus + layout.NumSlots - 1) % layout.NumSlots)
	case key.Matches(msg, a.keys.translate):
		if a.plan.Panes[layout.Info].Empty() {
			a.turn(layout.Info) // there it is to be read
		}
		a.info.Translate()
	case key.Matches(msg, a.keys.history):
		a.info.Recall()
		if a.plan.Panes[layout.Info].Empty() {
			a.turn(layout.Info) // there it is to be read
		}
	case key.Matches(msg, a.keys.changes):
		a.cover(changes.New(a.config.Editions, a.at, a.list.Country()))
	case key.Matches(msg, a.keys.editions):
		a.cover(editions.New(a.config.Editions, a.at))
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

// foreign reports whether text has a character that no command has: a name is
// being typed, in whatever language.
func foreign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// halfWidth is a key press of a sign in full width, which an input method left on
// gives, as that of the sign: ？ is ?.
func halfWidth(msg tea.KeyPressMsg) tea.KeyPressMsg {
	if r, n := utf8.DecodeRuneInString(msg.Text); n == len(msg.Text) && '！' <= r && r <= '～' {
		r -= '！' - '!'
		msg.Text, msg.Code, msg.ShiftedCode = string(r), r, 0
	}
	return msg
}

// typeInto puts text into the search box and goes there.
func (a *App) typeInto(text string) {
	a.turn(layout.List)
	a.apply(a.list.Paste(text))
}
