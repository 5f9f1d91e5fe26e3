package pane

import (
	"charm.land/bubbles/v2/key"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// Look is everything that decides how a fact appears. It is never changed, and
// shared by all who look like that; [Looks] has them.
type Look struct {
	Localizer say.Localizer // the language of the interface
	Other     say.Localizer // the language that one key shows in the info pane
	Theme     *text.Theme
	ASCII     bool // marks and rules in ASCII

	memo *memo
}

// Bind makes a binding: the keys, as Bubble Tea names them, and the help text of
// the catalog entry help.name, which starts with the keys as people call them,
// then a bar, then the words.
func (l *Look) Bind(name string, keys ...string) key.Binding {
	label, words := l.help(name)
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, words))
}

func (l *Look) help(name string) (label, words string) {
	entry := l.Localizer.Text("help." + name)
	for i := range entry {
		if entry[i] == '|' {
			return entry[:i], entry[i+1:]
		}
	}
	return "", entry
}
