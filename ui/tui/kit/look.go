package kit

import (
	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// Look is everything that decides how a fact appears. It is never changed: a
// new look is a new value.
type Look struct {
	Voice say.Voice // the language of the interface
	Other say.Voice // the language that one key shows in the info pane
	Theme Theme
	ASCII bool // marks and rules in ASCII
}

// Mark is the mark of a state, in its colour.
func (l *Look) Mark(s model.State) string {
	return l.Theme.State(s).Render(say.Mark(s, l.ASCII))
}

// Bind makes a binding: the keys, as Bubble Tea names them, and the help text of
// the catalog entry help.name, which starts with the keys as people call them,
// then a bar, then the words.
func (l *Look) Bind(name string, keys ...string) key.Binding {
	label, words := l.help(name)
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, words))
}

func (l *Look) help(name string) (label, words string) {
	text := l.Voice.Text("help." + name)
	for i := range text {
		if text[i] == '|' {
			return text[:i], text[i+1:]
		}
	}
	return "", text
}

// Theme is the palette. Colours are those of the 256-colour table, whose
// meaning users do not change, and cost few bytes.
type Theme struct {
	Title    lipgloss.Style // title bar
	Focused  lipgloss.Style // title bar of the focused pane
	Footer   lipgloss.Style
	Text     lipgloss.Style
	Strong   lipgloss.Style // headings
	Dim      lipgloss.Style
	Match    lipgloss.Style // what a query matched
	Selected lipgloss.Style // the row under the cursor of the focused pane
	Link     lipgloss.Style
	Warning  lipgloss.Style

	states [model.NumStates]lipgloss.Style
}

// State is the style of a state's mark and word.
func (t *Theme) State(s model.State) lipgloss.Style {
	if int(s) >= len(t.states) {
		return t.Dim
	}
	return t.states[s]
}

// palette names the colours of a theme, as numbers of the 256-colour table.
type palette struct {
	bar, barText, focus, focusText, selected       string
	dim, strong, match, link, warning              string
	yes, caution, request, partner, partly, no, na string
}

// Dark is the theme for dark backgrounds.
func Dark() Theme {
	return colours(palette{
		bar: "236", barText: "250", focus: "25", focusText: "255", selected: "237",
		dim: "246", strong: "81", match: "215", link: "110", warning: "221",
		yes: "114", caution: "221", request: "117", partner: "183", partly: "186", no: "210", na: "246",
	})
}

// Light is the theme for light backgrounds.
func Light() Theme {
	return colours(palette{
		bar: "253", barText: "238", focus: "25", focusText: "255", selected: "254",
		dim: "241", strong: "24", match: "130", link: "25", warning: "94",
		yes: "22", caution: "94", request: "25", partner: "90", partly: "58", no: "124", na: "241",
	})
}

func colours(p palette) Theme {
	fg := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	t := Theme{
		Title:    fg(p.barText).Background(lipgloss.Color(p.bar)),
		Focused:  fg(p.focusText).Background(lipgloss.Color(p.focus)).Bold(true),
		Footer:   fg(p.dim),
		Text:     lipgloss.NewStyle(),
		Strong:   fg(p.strong).Bold(true),
		Dim:      fg(p.dim),
		Match:    fg(p.match).Bold(true),
		Selected: lipgloss.NewStyle().Background(lipgloss.Color(p.selected)),
		Link:     fg(p.link),
		Warning:  fg(p.warning),
	}
	for s, c := range map[model.State]string{
		model.Yes: p.yes, model.PayPerMinute: p.caution, model.NeedsCredits: p.caution, model.OnRequest: p.request,
		model.ViaPartner: p.partner, model.Restricted: p.caution, model.Partial: p.partly, model.No: p.no,
		model.NotApplicable: p.na, model.Unstated: p.na,
	} {
		t.states[s] = fg(c)
	}
	return t
}

// Plain is the theme without colours: weight and reverse alone.
func Plain() Theme {
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	t := Theme{
		Title: lipgloss.NewStyle().Underline(true), Focused: lipgloss.NewStyle().Reverse(true).Bold(true), Footer: plain, Text: plain, Strong: bold, Dim: plain,
		Match: lipgloss.NewStyle().Underline(true), Selected: bold, Link: plain, Warning: bold,
	}
	for s := range t.states {
		t.states[s] = plain
	}
	return t
}
