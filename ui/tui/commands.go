package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/palette"
)

// commands returns the commands that work in an overlay, or in the panes if it is nil.
// Bindings with the same words are one command.
func (a *App) commands(in *overlay) []palette.Command {
	var list []palette.Command
	seen := map[string]bool{}
	for _, b := range a.commandBindings(in) {
		absent := a.config.SaveMine == nil && slices.Equal(b.Keys(), a.keys.list.mine.Keys()) // its key says why
		if words := b.Help().Desc; b.Enabled() && !absent && !seen[words] && !slices.Equal(b.Keys(), a.keys.services.Keys()) {
			seen[words] = true
			list = append(list, palette.Command{Binding: b, Other: a.look.OtherWords(b)})
		}
	}
	if in.view() != nil || in == nil && a.focus != layout.Countries {
		list = append(list, a.serviceCommands()...)
	}
	return append(list, a.themeCommands()...)
}

// commandBindings returns the bindings of the commands that work in an overlay, or in
// the panes if it is nil. While typing, those of browsing are among them.
func (a *App) commandBindings(in *overlay) []key.Binding {
	k := a.keys
	if in != nil {
		return slices.Concat(in.Keys(), k.togglesOver(in), k.outputsOver(in), []key.Binding{k.help.toggle, k.searchOver(in), k.copyLink, k.copyCommand, k.openLink}, k.anywhere())
	}
	own := a.panes()[a.focus].Keys()
	if a.focus == layout.Countries {
		own = a.countries.BrowsingKeys()
	} else {
		own = append(own, k.previousService, k.nextService)
	}
	return slices.Concat([]key.Binding{k.help.toggle}, k.browsing(), own, k.anywhere())
}

// serviceCommands returns a command for each service. The keys of one binding go to
// them.
func (a *App) serviceCommands() []palette.Command {
	var list []palette.Command
	for i, s := range model.Services() {
		digit := a.keys.services.Keys()[i]
		words := a.look.Localizer.Text("ui.to_service", "service", a.look.Localizer.Service(s))
		list = append(list, palette.Command{
			Binding: key.NewBinding(key.WithKeys(digit), key.WithHelp(digit, words)),
			Other:   a.look.Other.Text("ui.to_service", "service", a.look.Other.Service(s)),
		})
	}
	return list
}

// runCommand carries out a command as its key does. A command of browsing that has no
// key for typing ends the typing in the search box.
func (a *App) runCommand(command key.Binding) tea.Cmd {
	if name, ok := themeOf(command); ok {
		a.setTheme(name)
		return nil
	}
	keys := command.Keys()
	switch {
	case a.overlay != nil || !a.focusedPane().Typing():
		return a.handleKey(keyPress(keys[0]))
	case a.worksWhileTyping(command):
		return a.handleKey(keyPress(keys[slices.IndexFunc(keys, isNoText)]))
	}
	a.countries.SetTyping(false)
	return a.handleBrowsingKey(keyPress(keys[0]))
}

// worksWhileTyping reports whether a command has a key that works while typing.
func (a *App) worksWhileTyping(command key.Binding) bool {
	return slices.ContainsFunc(command.Keys(), isNoText) && slices.ContainsFunc(slices.Concat([]key.Binding{a.keys.help.toggle}, a.keys.anywhere(), a.keys.functionKeys()), func(b key.Binding) bool {
		return slices.Equal(b.Keys(), command.Keys())
	})
}

// isNoText reports whether a key, as Bubble Tea names it, types no text.
func isNoText(name string) bool { return utf8.RuneCountInString(name) > 1 && name != "space" }

// keyPress returns the press of a key, as Bubble Tea names it.
func keyPress(name string) tea.KeyPressMsg {
	if !isNoText(name) {
		r, _ := utf8.DecodeRuneInString(name)
		if name == "space" {
			r = ' '
		}
		return tea.KeyPressMsg{Code: r, Text: string(r)}
	}
	var k tea.KeyPressMsg
	for modifier, rest, ok := strings.Cut(name, "+"); ok; modifier, rest, ok = strings.Cut(name, "+") {
		k.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "shift": tea.ModShift, "alt": tea.ModAlt}[modifier]
		name = rest
	}
	k.Code = codeOf(name)
	return k
}

// codeOf returns the code of a key without modifiers.
func codeOf(name string) rune {
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
	}
	if code, ok := codes[name]; ok {
		return code
	}
	r, _ := utf8.DecodeRuneInString(name)
	return r
}
