package text

import (
	"sync"

	"charm.land/lipgloss/v2"

	"voxatlas/model"
)

// Theme names the styles of text. The zero Theme leaves all text as it is.
type Theme struct {
	Title    Style // title bar of a pane; title of a printed page
	Focused  Style // title bar of the focused pane
	Footer   Style
	Text     Style
	Strong   Style // headings
	Dim      Style
	Accent   Style // letters that a query matched, keys in the help, marks of changes, the edition shown
	Selected Style // the row under the cursor of the focused pane
	Link     Style
	Warning  Style

	states [model.NumShown]Style
}

// State returns the style of the mark and word of a state.
func (t *Theme) State(s model.State) Style {
	if int(s) >= len(t.states) {
		return t.Dim
	}
	return t.states[s]
}

// Direction returns the style of the word of a direction.
func (t *Theme) Direction(d model.Direction) Style {
	switch d {
	case model.Gained:
		return t.State(model.Yes)
	case model.Lost:
		return t.State(model.No)
	}
	return t.Warning
}

// The themes are made when first used: a style is rendered when it is made.
var (
	darkTheme       = sync.OnceValue(func() *Theme { return newTheme(darkPalette()) })
	lightTheme      = sync.OnceValue(func() *Theme { return newTheme(lightPalette()) })
	printTheme      = sync.OnceValue(newPrintTheme)
	monochromeTheme = sync.OnceValue(newMonochromeTheme)
)

// Dark returns the theme for dark backgrounds.
func Dark() *Theme { return darkTheme() }

// Light returns the theme for light backgrounds.
func Light() *Theme { return lightTheme() }

// Print returns the theme of printed pages: their background is not known.
func Print() *Theme { return printTheme() }

// Monochrome returns the theme without colours: weight, underline and reverse.
func Monochrome() *Theme { return monochromeTheme() }

// palette holds the colours of a theme by their numbers in the 256-colour table.
// A number below 16 is a colour that users choose for their terminal. The others
// are the same everywhere: they keep a contrast that must be kept. "" is the
// terminal's own text, made faint.
type palette struct {
	bar, barText, focus, focusText, selected       string
	dim, strong, accent, link, warning             string
	yes, caution, request, partner, partly, no, na string
}

func darkPalette() palette {
	return palette{
		bar: "236", barText: "250", focus: "25", focusText: "255", selected: "237",
		dim: "246", strong: "6", accent: "11", link: "6", warning: "3",
		yes: "2", caution: "3", request: "14", partner: "5", partly: "3", no: "9", na: "246",
	}
}

func lightPalette() palette {
	return palette{
		bar: "253", barText: "238", focus: "25", focusText: "255", selected: "254",
		dim: "241", strong: "24", accent: "130", link: "25", warning: "94",
		yes: "22", caution: "94", request: "25", partner: "90", partly: "58", no: "124", na: "241",
	}
}

// printPalette has the hues of the other palettes, as the terminal's own normal
// colours, which users choose for their background.
func printPalette() palette {
	return palette{
		strong: "6", accent: "3", warning: "3",
		yes: "2", caution: "3", request: "6", partner: "5", partly: "3", no: "1",
	}
}

func newTheme(p palette) *Theme {
	fg := func(number string) lipgloss.Style {
		if number == "" {
			return lipgloss.NewStyle().Faint(true)
		}
		return lipgloss.NewStyle().Foreground(lipgloss.Color(number))
	}
	t := &Theme{
		Title:    StyleOf(fg(p.barText).Background(lipgloss.Color(p.bar))),
		Focused:  StyleOf(fg(p.focusText).Background(lipgloss.Color(p.focus)).Bold(true)),
		Footer:   StyleOf(fg(p.dim)),
		Strong:   StyleOf(fg(p.strong).Bold(true)),
		Dim:      StyleOf(fg(p.dim)),
		Accent:   StyleOf(fg(p.accent).Bold(true)),
		Selected: StyleOf(lipgloss.NewStyle().Background(lipgloss.Color(p.selected))),
		Link:     StyleOf(fg(p.link)),
		Warning:  StyleOf(fg(p.warning)),
	}
	for s, number := range map[model.State]string{
		model.Yes: p.yes, model.PayPerMinute: p.caution, model.NeedsCredits: p.caution, model.OnRequest: p.request,
		model.ViaPartner: p.partner, model.Restricted: p.caution, model.Partial: p.partly, model.No: p.no,
		model.NotApplicable: p.na, model.Unstated: p.na, model.Unread: p.warning,
	} {
		t.states[s] = StyleOf(fg(number))
	}
	return t
}

func newPrintTheme() *Theme {
	t := newTheme(printPalette())
	bold, reverse := lipgloss.NewStyle().Bold(true), lipgloss.NewStyle().Reverse(true)
	t.Title, t.Focused, t.Selected = StyleOf(bold), StyleOf(reverse.Bold(true)), StyleOf(reverse)
	return t
}

func newMonochromeTheme() *Theme {
	bold, underline := StyleOf(lipgloss.NewStyle().Bold(true)), StyleOf(lipgloss.NewStyle().Underline(true))
	return &Theme{
		Title: underline, Focused: StyleOf(lipgloss.NewStyle().Reverse(true).Bold(true)),
		Strong: bold, Accent: underline, Selected: bold, Warning: bold,
	}
}
