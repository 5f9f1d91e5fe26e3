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
	Selected Style // below the text of the row under the cursor of the focused pane
	Link     Style
	Warning  Style

	states [model.NumShown]Style
	marks  *[model.NumShown]Style // of marks, where they have another style than words; nil where not
}

// State returns the style of the word of a state, and of its mark where both stand in one text.
func (t *Theme) State(s model.State) Style {
	if int(s) >= len(t.states) {
		return t.Dim
	}
	return t.states[s]
}

// Mark returns the style of the mark of a state that stands alone.
func (t *Theme) Mark(s model.State) Style {
	if t.marks == nil || int(s) >= len(t.marks) {
		return t.State(s)
	}
	return t.marks[s]
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

// themes holds the themes by name, background and number of colours, those of screens and
// those of printed pages. A theme is made when it is first used, since its styles are
// rendered then, and once, since looks are compared by their themes.
var themes [ThemeMono + 1][LightBackground + 1][ManyColors + 1]struct{ screen, printed lazyTheme }

// lazyTheme is a theme that is made when it is first used.
type lazyTheme struct {
	once  sync.Once
	theme *Theme
}

func (l *lazyTheme) get(make func() *Theme) *Theme {
	l.once.Do(func() { l.theme = make() })
	return l.theme
}

// ThemeOf returns the theme of a name for a screen with a background and a number of colours.
// It is the same value at every call. A background that is not known counts as dark.
func ThemeOf(name ThemeName, b Background, c Colors) *Theme {
	if b == UnknownBackground {
		b = DarkBackground
	}
	switch {
	case c == NoColors || name == ThemeMono:
		name, b, c = ThemeMono, 0, 0
	case name == ThemeAuto && b == LightBackground, name == ThemeLight:
		name, b = ThemeLight, LightBackground
	case name == ThemeAuto, name == ThemeDark:
		name, b = ThemeDark, DarkBackground
	}
	return themes[name][b][c].screen.get(func() *Theme {
		if name == ThemeMono {
			return newMonochromeTheme()
		}
		return newTheme(paletteOf(name, b, c))
	})
}

// PrintThemeOf returns the theme of a name for pages that are printed. The terminal is
// not asked for its background then: where that is not known, marks alone have colours.
func PrintThemeOf(name ThemeName, b Background, c Colors) *Theme {
	return themes[name][b][c].printed.get(func() *Theme {
		neutral := b == UnknownBackground && (name == ThemeAuto || name == ThemeContrast || name == ThemeDeuteranopia)
		switch {
		case neutral && c == FewColors:
			return newNeutralTheme(neutralMarksOf16())
		case neutral && c == ManyColors:
			return newNeutralTheme(neutralMarks())
		}
		return withPlainTitles(ThemeOf(name, b, c))
	})
}

// ink is a style before it is rendered: colours of a palette, and attributes.
type ink struct {
	text, background         string
	bold, underline, reverse bool
}

// style renders k. It has its own frame, and description another: Lip Gloss's styles are large
// values, of which many on the stack at once make it grow, which costs a start a fortieth.
func (k ink) style() Style { return StyleOf(k.description()) }

// description returns k as Lip Gloss has it.
func (k ink) description() lipgloss.Style {
	s := lipgloss.NewStyle().Bold(k.bold).Underline(k.underline).Reverse(k.reverse)
	if k.text != "" {
		s = s.Foreground(lipgloss.Color(k.text))
	}
	if k.background != "" {
		s = s.Background(lipgloss.Color(k.background))
	}
	return s
}

// strongInk returns the ink of text that stands out, in a colour of a palette: bold, or
// underlined if some terminals would show it in another colour: they draw bold text in
// the first eight colours with the bright ones.
func strongInk(number string) ink {
	bright := len(number) == 1 && number < "8"
	return ink{text: number, bold: !bright, underline: bright}
}

func newTheme(p palette) *Theme {
	made := map[string]Style{"": {}}
	fg := func(number string) Style {
		s, ok := made[number]
		if !ok {
			s = ink{text: number}.style()
			made[number] = s
		}
		return s
	}
	return &Theme{
		Title:    ink{text: p.barText, background: p.bar}.style(),
		Focused:  ink{text: p.focusText, background: p.focus, bold: true}.style(),
		Footer:   fg(p.dim),
		Text:     fg(p.text),
		Strong:   strongInk(p.strong).style(),
		Dim:      fg(p.dim),
		Accent:   strongInk(p.accent).style(),
		Selected: ink{text: p.text, background: p.selected, underline: p.selected == ""}.style(),
		Link:     fg(p.link),
		Warning:  fg(p.warning),
		states:   p.states(fg),
	}
}

// states returns the styles of the states, which fg makes of a colour each.
func (p palette) states(fg func(number string) Style) [model.NumShown]Style {
	return [model.NumShown]Style{
		model.Yes: fg(p.yes), model.PayPerMinute: fg(p.caution), model.NeedsCredits: fg(p.caution), model.OnRequest: fg(p.request),
		model.ViaPartner: fg(p.partner), model.Restricted: fg(p.caution), model.Partial: fg(p.partly), model.No: fg(p.no),
		model.NotApplicable: fg(p.na), model.Unstated: fg(p.na), model.Unread: fg(p.warning),
	}
}

// withPlainTitles returns a theme with the titles of a page instead of those of panes.
func withPlainTitles(t *Theme) *Theme {
	printed := *t
	printed.Title, printed.Focused, printed.Selected = ink{bold: true}.style(), ink{bold: true, reverse: true}.style(), ink{reverse: true}.style()
	return &printed
}

// newNeutralTheme returns the theme that has the colours of marks alone.
func newNeutralTheme(p palette) *Theme {
	t := withPlainTitles(&Theme{Strong: ink{bold: true}.style(), Accent: ink{underline: true}.style(), Warning: ink{bold: true}.style()})
	marks := p.states(func(number string) Style {
		if number == "" {
			return Style{}
		}
		return ink{text: number}.style()
	})
	marks[model.Unread] = t.Warning
	t.marks = &marks
	return t
}

func newMonochromeTheme() *Theme {
	bold, underline := ink{bold: true}.style(), ink{underline: true}.style()
	return &Theme{
		Title: underline, Focused: ink{bold: true, reverse: true}.style(),
		Strong: bold, Accent: underline, Selected: bold, Warning: bold,
	}
}
