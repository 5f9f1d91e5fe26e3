package text

import (
	"sync"

	"charm.land/lipgloss/v2"

	"voxatlas/model"
)

// Theme is the palette. On a dark background states and headings have colours of
// the 16 that users choose for their terminal; whatever must keep a certain
// contrast has one of the 256-colour table, whose meaning users do not change.
type Theme struct {
	Title    Style // title bar
	Focused  Style // title bar of the focused pane
	Footer   Style
	Text     Style
	Strong   Style // headings
	Dim      Style
	Match    Style // what a query matched
	Selected Style // the row under the cursor of the focused pane
	Link     Style
	Warning  Style

	states [model.NumStates]Style
}

// State is the style of a state's mark and word.
func (t *Theme) State(s model.State) Style {
	if int(s) >= len(t.states) {
		return t.Dim
	}
	return t.states[s]
}

// Direction is the style of the word of a turn.
func (t *Theme) Direction(turn model.Direction) Style {
	switch turn {
	case model.Gained:
		return t.State(model.Yes)
	case model.Lost:
		return t.State(model.No)
	}
	return t.Warning
}

// palette names the colours of a theme, as numbers: below 16 the terminal's own.
type palette struct {
	bar, barText, focus, focusText, selected       string
	dim, strong, match, link, warning              string
	yes, caution, request, partner, partly, no, na string
}

// The themes, made once: styles are rendered when they are made.
var (
	dark  = sync.OnceValue(func() *Theme { return colours(darkPalette()) })
	light = sync.OnceValue(func() *Theme { return colours(lightPalette()) })
	plain = sync.OnceValue(colourless)
)

// Dark is the theme for dark backgrounds.
func Dark() *Theme { return dark() }

// Light is the theme for light backgrounds.
func Light() *Theme { return light() }

// Plain is the theme without colours: weight, underline and reverse alone.
func Plain() *Theme { return plain() }

func darkPalette() palette {
	return palette{
		bar: "236", barText: "250", focus: "25", focusText: "255", selected: "237",
		dim: "246", strong: "6", match: "11", link: "6", warning: "3",
		yes: "2", caution: "3", request: "14", partner: "5", partly: "3", no: "9", na: "246",
	}
}

func lightPalette() palette {
	return palette{
		bar: "253", barText: "238", focus: "25", focusText: "255", selected: "254",
		dim: "241", strong: "24", match: "130", link: "25", warning: "94",
		yes: "22", caution: "94", request: "25", partner: "90", partly: "58", no: "124", na: "241",
	}
}

func colours(p palette) *Theme {
	fg := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	t := &Theme{
		Title:    StyleOf(fg(p.barText).Background(lipgloss.Color(p.bar))),
		Focused:  StyleOf(fg(p.focusText).Background(lipgloss.Color(p.focus)).Bold(true)),
		Footer:   StyleOf(fg(p.dim)),
		Strong:   StyleOf(fg(p.strong).Bold(true)),
		Dim:      StyleOf(fg(p.dim)),
		Match:    StyleOf(fg(p.match).Bold(true)),
		Selected: StyleOf(lipgloss.NewStyle().Background(lipgloss.Color(p.selected))),
		Link:     StyleOf(fg(p.link)),
		Warning:  StyleOf(fg(p.warning)),
	}
	for s, c := range map[model.State]string{
		model.Yes: p.yes, model.PayPerMinute: p.caution, model.NeedsCredits: p.caution, model.OnRequest: p.request,
		model.ViaPartner: p.partner, model.Restricted: p.caution, model.Partial: p.partly, model.No: p.no,
		model.NotApplicable: p.na, model.Unstated: p.na,
	} {
		t.states[s] = StyleOf(fg(c))
	}
	return t
}

func colourless() *Theme {
	bold, underline := StyleOf(lipgloss.NewStyle().Bold(true)), StyleOf(lipgloss.NewStyle().Underline(true))
	return &Theme{
		Title: underline, Focused: StyleOf(lipgloss.NewStyle().Reverse(true).Bold(true)),
		Strong: bold, Match: underline, Selected: bold, Warning: bold,
	}
}
