package cli

import "voxatlas/model"

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

// color is what options and environment ask for.
func (p *program) color() (Color, error) {
	for i, word := range colorWords() {
		if word != p.options.color {
			continue
		}
		if c := Color(i); c != ColorAuto || p.env.Getenv("NO_COLOR") == "" && p.env.Getenv("TERM") != "dumb" {
			return c, nil
		}
		return ColorNever, nil
	}
	return 0, p.fault(codeMisuse, "error.choice", "flag", "--color", "value", given(p.options.color), "known", p.localizer.JoinList(colorWords()))
}

// paint puts text in colour, or leaves it when it is false. Its methods are the
// whole palette.
type paint bool

// paint is the palette for the answer.
func (p *program) paint() paint {
	c, err := p.color()
	return paint(err == nil && (c == ColorAlways || c == ColorAuto && p.env.Terminal))
}

func (on paint) sgr(code, s string) string {
	if !on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (on paint) title(s string) string   { return on.sgr("1", s) }
func (on paint) service(s string) string { return on.sgr("1;36", s) }
func (on paint) dim(s string) string     { return on.sgr("2", s) }
func (on paint) caution(s string) string { return on.sgr("33", s) }

// turn paints the word of a turn.
func (on paint) turn(t model.Direction, s string) string {
	switch t {
	case model.Gained:
		return on.sgr("32", s)
	case model.Lost:
		return on.sgr("31", s)
	}
	return on.sgr("33", s)
}

// state paints the mark and word of a state.
func (on paint) state(st model.State, s string) string {
	switch {
	case st == model.Yes:
		return on.sgr("32", s)
	case st.Offered():
		return on.sgr("33", s)
	case st == model.No:
		return on.sgr("31", s)
	}
	return on.sgr("2", s)
}
