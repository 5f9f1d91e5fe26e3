package cli

import (
	"github.com/charmbracelet/colorprofile"

	"voxatlas/ui/text"
)

// Color is the user's choice of when to use colour.
type Color uint8

// The choices of --color. The environment may turn ColorAuto into another one; see
// [program.colorOfEnvironment].
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
		if c := Color(i); c != ColorAuto {
			return c, nil
		}
		c, _ := p.colorOfEnvironment()
		return c, nil
	}
	return 0, p.choiceError("color", p.options.color, colorWords())
}

// colorOfEnvironment returns the choice that variables make, and the name of the first of
// these that says something: NO_COLOR with any value, FORCE_COLOR (0 and false mean never),
// CLICOLOR_FORCE (0 says nothing), CLICOLOR=0, TERM=dumb.
func (p *program) colorOfEnvironment() (c Color, variable string) {
	get := p.env.Getenv
	switch force := get("FORCE_COLOR"); {
	case get("NO_COLOR") != "":
		return ColorNever, "NO_COLOR"
	case force == "0", force == "false":
		return ColorNever, "FORCE_COLOR"
	case force != "":
		return ColorAlways, "FORCE_COLOR"
	case get("CLICOLOR_FORCE") != "" && get("CLICOLOR_FORCE") != "0":
		return ColorAlways, "CLICOLOR_FORCE"
	case get("CLICOLOR") == "0":
		return ColorNever, "CLICOLOR"
	case get("TERM") == "dumb":
		return ColorNever, "TERM"
	}
	return ColorAuto, ""
}

// themeName returns the theme that --theme or the settings choose. The error is that of an
// unknown word.
func (p *program) themeName() (text.ThemeName, error) {
	name, ok := text.ParseThemeName(p.options.theme)
	if !ok {
		return 0, p.choiceError("theme", p.options.theme, text.ThemeNames())
	}
	return name, nil
}

// background returns the background of the terminal by the environment.
func (p *program) background() text.Background { return text.BackgroundOf(p.env.Getenv("COLORFGBG")) }

// showsLines reports whether the output can be lines alone: the user asks for plain ones, or the
// terminal only prints.
func (p *program) showsLines() bool {
	return p.options.plain || p.env.Terminal && p.env.Getenv("TERM") == "dumb"
}

// theme returns the styles of the output. They are empty if colours are off.
func (p *program) theme() *text.Theme {
	if p.options.plain {
		return &text.Theme{}
	}
	c, err := p.colorChoice()
	name, themeErr := p.themeName()
	if err == nil && themeErr == nil && (c == ColorAlways || c == ColorAuto && p.env.Terminal) {
		return text.PrintThemeOf(name, p.background(), p.colors())
	}
	return &text.Theme{}
}

// colors returns the number of colours that pages may have where colours are on: 16, or
// those of the table of 256.
func (p *program) colors() text.Colors {
	var environ []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "WT_SESSION"} {
		if value := p.env.Getenv(name); value != "" {
			environ = append(environ, name+"="+value)
		}
	}
	if colorprofile.Env(environ) == colorprofile.ANSI {
		return text.FewColors
	}
	return text.ManyColors
}
