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

// ink is a style before it is rendered: colours of a palette, and attributes.
type ink struct {
	text, background         string
	bold, underline, reverse bool
	faint                    bool
}

// style renders k. It has its own frame, and description another: Lip Gloss's styles are large
// values, of which many on the stack at once make it grow, which costs a start a fortieth.
func (k ink) style() Style { return StyleOf(k.description()) }

// description returns k as Lip Gloss has it.
func (k ink) description() lipgloss.Style {
	s := lipgloss.NewStyle().Bold(k.bold).Underline(k.underline).Reverse(k.reverse).Faint(k.faint)
	if k.text != "" {
		s = s.Foreground(lipgloss.Color(k.text))
	}
	if k.background != "" {
		s = s.Background(lipgloss.Color(k.background))
	}
	return s
}

func newTheme(p palette) *Theme {
	made := map[string]Style{}
	fg := func(number string) Style {
		s, ok := made[number]
		if !ok {
			s = ink{text: number, faint: number == ""}.style()
			made[number] = s
		}
		return s
	}
	t := &Theme{
		Title:    ink{text: p.barText, background: p.bar, faint: p.barText == ""}.style(),
		Focused:  ink{text: p.focusText, background: p.focus, bold: true, faint: p.focusText == ""}.style(),
		Footer:   fg(p.dim),
		Strong:   ink{text: p.strong, bold: true}.style(),
		Dim:      fg(p.dim),
		Accent:   ink{text: p.accent, bold: true}.style(),
		Selected: ink{background: p.selected}.style(),
		Link:     fg(p.link),
		Warning:  fg(p.warning),
	}
	for s, number := range map[model.State]string{
		model.Yes: p.yes, model.PayPerMinute: p.caution, model.NeedsCredits: p.caution, model.OnRequest: p.request,
		model.ViaPartner: p.partner, model.Restricted: p.caution, model.Partial: p.partly, model.No: p.no,
		model.NotApplicable: p.na, model.Unstated: p.na, model.Unread: p.warning,
	} {
		t.states[s] = fg(number)
	}
	return t
}

func newPrintTheme() *Theme {
	t := newTheme(printPalette())
	t.Title, t.Focused, t.Selected = ink{bold: true}.style(), ink{bold: true, reverse: true}.style(), ink{reverse: true}.style()
	return t
}

func newMonochromeTheme() *Theme {
	bold, underline := ink{bold: true}.style(), ink{underline: true}.style()
	return &Theme{
		Title: underline, Focused: ink{bold: true, reverse: true}.style(),
		Strong: bold, Accent: underline, Selected: bold, Warning: bold,
	}
}
