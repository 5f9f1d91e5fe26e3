package pane

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// Look decides how a fact appears: in which language, colours and marks. A Look
// never changes. Panes and sessions with the same look share one: [Looks] makes
// them.
type Look struct {
	Localizer say.Localizer // the language of the interface
	Next      say.Localizer // the language that one key switches to
	Other     say.Localizer // the language that one key shows in the info pane
	Theme     *text.Theme
	ASCII     bool // marks and rules in ASCII

	memo *memo
}

// Bind makes a binding of keys, as Bubble Tea names them. Its help text is the
// catalog entry help.name: the keys as people call them, a bar, and the words.
func (l *Look) Bind(name string, keys ...string) key.Binding {
	label, words, ok := strings.Cut(l.Localizer.Text("help."+name, "language", l.Next.Text("language.short")), "|")
	if !ok {
		label, words = "", label
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, words))
}

// OtherWords returns the words of a binding in the other language of the look; "" for a
// binding that the catalogs do not have.
func (l *Look) OtherWords(b key.Binding) string {
	type otherWordsKey struct{}
	words := Memoize(l, otherWordsKey{}, func() map[key.Help]string {
		const prefix = "help."
		language := l.Localizer.Text("ui.language") + " " + l.Other.Text("ui.language")
		m := map[key.Help]string{}
		for _, entry := range l.Localizer.Keys(prefix) {
			own := l.Bind(strings.TrimPrefix(entry, prefix)).Help()
			if _, other, ok := strings.Cut(l.Other.Text(entry, "language", language), "|"); ok && !strings.Contains(m[own], other) {
				m[own] = strings.TrimSpace(m[own] + " " + other) // two bindings may look the same in one language
			}
		}
		return m
	})
	return words[b.Help()]
}

// CountryHeading returns a line with the name of a country, some of its codes, and
// its English name if that is another one.
func (l *Look) CountryHeading(c *model.Country, codes ...string) text.Line {
	name, english := c.Name(l.Localizer.Lang()), c.Name(model.English)
	if english != name {
		codes = append(codes, english)
	}
	return text.Line{{Text: " "}, {Text: name, Style: l.Theme.Strong}, {Text: "  " + strings.Join(codes, "  "), Style: l.Theme.Dim}}
}
