package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/palette"
)

// theme returns the styles for the terminal.
func (a *App) theme() *text.Theme {
	colors := text.NoColors
	switch {
	case a.config.Color && a.config.FewColors:
		colors = text.FewColors
	case a.config.Color:
		colors = text.ManyColors
	}
	return text.ThemeOf(a.themeName, a.background, colors)
}

// setBackground takes note of the terminal's background, by its reply.
func (a *App) setBackground(dark bool) {
	a.background = text.LightBackground
	if dark {
		a.background = text.DarkBackground
	}
	if a.theme() != a.look.Theme {
		a.refreshLook()
	}
}

// setTheme shows the screen in another theme.
func (a *App) setTheme(name text.ThemeName) {
	a.themeName = name
	a.refreshLook()
	a.notice = notice{themeWords(a.look.Localizer, name)}
}

// themeKey begins the name of the key of a command that chooses a theme: "theme:light". No
// keyboard has such a key; the palette lists the commands.
const themeKey = "theme:"

// themeCommands returns a command for each theme; none without colours.
func (a *App) themeCommands() []palette.Command {
	if !a.config.Color {
		return nil
	}
	var list []palette.Command
	for i, word := range text.ThemeNames() {
		name := text.ThemeName(i)
		list = append(list, palette.Command{
			Binding: key.NewBinding(key.WithKeys(themeKey+word), key.WithHelp("", themeWords(a.look.Localizer, name))),
			Other:   themeWords(a.look.Other, name),
		})
	}
	return list
}

// themeOf returns the theme that a command chooses, if it is one of [App.themeCommands].
func themeOf(command key.Binding) (name text.ThemeName, ok bool) {
	word, ok := strings.CutPrefix(command.Keys()[0], themeKey)
	if !ok {
		return 0, false
	}
	return text.ParseThemeName(word)
}

// themeWords returns the words of the command that chooses a theme.
func themeWords(loc say.Localizer, name text.ThemeName) string {
	return loc.Text("ui.theme", "theme", loc.Text("theme."+name.String()))
}
