package cli

import "voxatlas/ui/text"

// Color says when to use colour.
type Color uint8

// The choices of --color. NO_COLOR, when it has any value, turns ColorAuto into
// ColorNever.
const (
	ColorAuto   Color = iota // on a terminal
	ColorAlways              // even when there is none
	ColorNever
)

// colorWords are the choices of --color in the order of the constants.
func colorWords() []string { return []string{"auto", "always", "never"} }

// String is the word of c on the command line.
func (c Color) String() string {
	if words := colorWords(); int(c) < len(words) {
		return words[c]
	}
	return ""
}

// colorChoice is what options and environment ask for.
func (p *program) colorChoice() (Color, error) {
	for i, word := range colorWords() {
		if word != p.options.color {
			continue
		}
		if c := Color(i); c != ColorAuto || p.env.Getenv("NO_COLOR") == "" && p.env.Getenv("TERM") != "dumb" {
			return c, nil
		}
		return ColorNever, nil
	}
	return 0, p.userError(codeMisuse, "error.choice", "flag", "--color", "value", printable(p.options.color), "known", p.localizer.JoinList(colorWords()))
}

// theme is the styles of the answer: none where colours are off.
func (p *program) theme() *text.Theme {
	c, err := p.colorChoice()
	if err == nil && (c == ColorAlways || c == ColorAuto && p.env.Terminal) {
		return text.Print()
	}
	return &text.Theme{}
}
