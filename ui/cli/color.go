package cli

import "voxatlas/ui/text"

// Color is the user's choice of when to use colour.
type Color uint8

// The choices of --color. NO_COLOR, when it has any value, turns ColorAuto into
// ColorNever.
const (
	ColorAuto   Color = iota // if Out is a terminal
	ColorAlways              // also if Out is no terminal
	ColorNever
)

// colorWords returns the choices of --color, in the order of the constants.
func colorWords() []string { return []string{"auto", "always", "never"} }

// String returns the word of c on the command line.
func (c Color) String() string {
	if words := colorWords(); int(c) < len(words) {
		return words[c]
	}
	return ""
}

// colorChoice returns the choice that --color and the environment make. The
// error is that of an unknown word.
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
	return 0, p.userError(codeMisuse, "error.choice", "flag", "--color", "value", quotable(p.options.color), "known", p.localizer.JoinList(colorWords()))
}

// theme returns the styles of the output. They are empty if colours are off.
func (p *program) theme() *text.Theme {
	c, err := p.colorChoice()
	if err == nil && (c == ColorAlways || c == ColorAuto && p.env.Terminal) {
		return text.Print()
	}
	return &text.Theme{}
}
