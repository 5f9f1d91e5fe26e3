package text

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voxatlas/model"
)

// terminalColors are the default colours of a terminal: the table of 16, and pairs of
// background and text for dark and light settings.
type terminalColors struct {
	name        string
	table       string // 16 colours as hexadecimal RGB
	dark, light string // "background text"
}

// commonTerminals returns the 16 colours as xterm (XTerm-col.ad), Windows Terminal (Campbell), macOS
// Terminal (Basic and Pro) and gnome-terminal (GNOME palette) have them.
func commonTerminals() []terminalColors {
	return []terminalColors{
		{"xterm", "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff", "000000 ffffff", "ffffff 000000"},
		{"Windows Terminal", "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2", "0c0c0c cccccc", "f2f2f2 0c0c0c"},
		{"macOS Terminal", "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5", "000000 f2f2f2", "ffffff 000000"},
		{"gnome-terminal", "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff", "1e1e1e ffffff", "ffffff 1e1e1e"},
	}
}

// otherBackgrounds returns the colours of further terminals and of settings that many have: Ubuntu's,
// One Dark; Solarized light. Their 16 colours are not known.
func otherBackgrounds() []terminalColors {
	return []terminalColors{
		{"Ubuntu", "", "300a24 ffffff", ""}, {"GNOME dark", "", "171421 d0cfcc", ""}, {"One Dark", "", "282c34 abb2bf", ""},
		{"Solarized light", "", "", "fdf6e3 073642"}, {"grey", "", "", "eeeeee 000000"},
	}
}

// rgb is a colour with parts from 0 to 1 that are proportional to light.
type rgb [3]float64

// toLinear returns the light of parts from 0 to 255 of sRGB.
func toLinear(parts [3]uint8) (c rgb) {
	for i, v := range parts {
		if f := float64(v) / 255; f <= 0.04045 {
			c[i] = f / 12.92
		} else {
			c[i] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return c
}

// hexColor returns the colour of six hexadecimal digits.
func hexColor(t testing.TB, s string) rgb {
	t.Helper()
	n, err := strconv.ParseUint(s, 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	return toLinear([3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)})
}

// luminance returns the relative luminance of WCAG 2.
func (c rgb) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast returns the contrast ratio of WCAG 2, from 1 to 21.
func contrast(a, b rgb) float64 {
	high, low := max(a.luminance(), b.luminance()), min(a.luminance(), b.luminance())
	return (high + 0.05) / (low + 0.05)
}

// pen holds the settings of a style: colours by number, -1 for the terminal's own, and attributes.
type pen struct {
	text, background         int
	bold, reverse, underline bool
}

// apply changes the pen as the escape sequences of a style before its text do.
func (p pen) apply(t testing.TB, s Style) pen {
	t.Helper()
	if s.sequences == nil {
		return p
	}
	for seq := range strings.SplitAfterSeq(s.before, "m") {
		if seq == "" {
			continue
		}
		list := strings.Split(strings.TrimSuffix(strings.TrimPrefix(seq, "\x1b["), "m"), ";")
		for i := 0; i < len(list); i++ {
			n, err := strconv.Atoi(list[i])
			if err != nil {
				t.Fatalf("%q: %v", s.before, err)
			}
			switch {
			case n == 1:
				p.bold = true
			case n == 4:
				p.underline = true
			case n == 7:
				p.reverse = true
			case n >= 30 && n <= 37:
				p.text = n - 30
			case n >= 90 && n <= 97:
				p.text = n - 90 + 8
			case n >= 40 && n <= 47:
				p.background = n - 40
			case n >= 100 && n <= 107:
				p.background = n - 100 + 8
			case (n == 38 || n == 48) && i+2 < len(list) && list[i+1] == "5":
				number, err := strconv.Atoi(list[i+2])
				if err != nil {
					t.Fatalf("%q: %v", s.before, err)
				}
				if n == 38 {
					p.text = number
				} else {
					p.background = number
				}
				i += 2
			default:
				t.Fatalf("%q: the test does not know %d", s.before, n)
			}
		}
	}
	return p
}

// colorOf returns colour number of a terminal, or its own for -1.
func (tc terminalColors) colorOf(t testing.TB, number int, own string) rgb {
	t.Helper()
	switch {
	case number < 0:
		return hexColor(t, own)
	case number < 16:
		if tc.table == "" {
			t.Fatalf("%s: a palette for 256 colours has colour %d, which users choose", tc.name, number)
		}
		return hexColor(t, strings.Fields(tc.table)[number])
	}
	c := color.RGBAModel.Convert(ansi.IndexedColor(uint8(number))).(color.RGBA)
	return toLinear([3]uint8{c.R, c.G, c.B})
}

// contrastOf returns the contrast of text in a pen, on a terminal with own colours
// "background text". Bold text in the first eight colours may be bright: it has the lower
// contrast of the two.
func (tc terminalColors) contrastOf(t testing.TB, p pen, own string) float64 {
	t.Helper()
	background, fg, _ := strings.Cut(own, " ")
	on := tc.colorOf(t, p.background, background)
	c := contrast(tc.colorOf(t, p.text, fg), on)
	if p.bold && p.text >= 0 && p.text < 8 && !p.reverse {
		c = min(c, contrast(tc.colorOf(t, p.text+8, fg), on))
	}
	return c
}

// stylesOf returns the styles of a theme by name.
func stylesOf(theme *Theme) map[string]Style {
	styles := map[string]Style{}
	v := reflect.ValueOf(theme).Elem()
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.Type == reflect.TypeFor[Style]() {
			styles[f.Name] = v.Field(i).Interface().(Style)
		}
	}
	for s := range model.State(model.NumShown) {
		styles["state "+s.String()] = theme.State(s)
	}
	return styles
}

// themeCase is a theme on a kind of background.
type themeCase struct {
	theme  *Theme
	light  bool
	least  float64 // contrast
	colors Colors
}

// coloredThemes returns every theme that has colours of text, by name.
func coloredThemes() map[string]themeCase {
	cases := map[string]themeCase{}
	for _, c := range []Colors{FewColors, ManyColors} {
		for _, word := range ThemeNames() {
			name, _ := ParseThemeName(word)
			for b := UnknownBackground; b <= LightBackground; b++ {
				light := name == ThemeLight || name != ThemeDark && b == LightBackground
				least := 4.5
				if name == ThemeContrast {
					least = 7
				}
				cases[fmt.Sprint(word, " on ", b, " with ", c)] = themeCase{ThemeOf(name, b, c), light, least, c}
			}
		}
	}
	return cases
}

// TestContrast holds every pair of text and background that a theme makes to WCAG: 4.5:1
// (AA), in the theme contrast 7:1 (AAA). The row under the cursor has text of every style on
// it.
func TestContrast(t *testing.T) {
	for name, c := range coloredThemes() {
		terminals := commonTerminals()
		if c.colors == ManyColors {
			terminals = append(terminals, otherBackgrounds()...)
		}
		own := pen{text: -1, background: -1}
		for style, s := range stylesOf(c.theme) {
			for where, p := range map[string]pen{"": own.apply(t, s), " in the row under the cursor": own.apply(t, c.theme.Selected).apply(t, s)} {
				for _, terminal := range terminals {
					setting := terminal.dark
					if c.light {
						setting = terminal.light
					}
					if setting == "" {
						continue
					}
					least := c.least
					if p.text < 0 && p.background < 0 {
						least = 1 // both are the terminal's own
					}
					if got := terminal.contrastOf(t, p, setting); got < least {
						t.Errorf("%s: %s%s, %+v, has %.2f:1 in %s (%s); at least %.1f:1 is wanted", name, style, where, p, got, terminal.name, setting, least)
					}
				}
			}
		}
	}
}

// TestNeutralContrast wants no colour in the text of pages for a background that is not
// known, and 3:1 of the marks, on dark and light.
func TestNeutralContrast(t *testing.T) {
	for _, c := range []Colors{FewColors, ManyColors} {
		theme := PrintThemeOf(ThemeAuto, UnknownBackground, c)
		own := pen{text: -1, background: -1}
		for style, s := range stylesOf(theme) {
			if p := own.apply(t, s); p.text >= 0 || p.background >= 0 {
				t.Errorf("%d: %s has the colours %+v", c, style, p)
			}
		}
		for s := range model.State(model.NumShown) {
			p := own.apply(t, theme.Mark(s))
			for _, terminal := range commonTerminals() {
				for _, setting := range []string{terminal.dark, terminal.light} {
					if got := terminal.contrastOf(t, p, setting); got < 3 {
						t.Errorf("%d: mark of %s, %+v, has %.2f:1 in %s (%s)", c, s, p, got, terminal.name, setting)
					}
				}
			}
		}
	}
}

// withoutGreenCones returns the colour as people with deuteranopia see it, by the matrix of
// Machado, Oliveira and Fernandes (2009) for the severity 1.
func (c rgb) withoutGreenCones() (seen rgb) {
	for i, row := range [3]rgb{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}} {
		seen[i] = max(0, min(1, row[0]*c[0]+row[1]*c[1]+row[2]*c[2]))
	}
	return seen
}

// oklab returns the colour in Oklab, in which equal distances look about equally large.
func (c rgb) oklab() (lab [3]float64) {
	cone := func(r, g, b float64) float64 { return math.Cbrt(r*c[0] + g*c[1] + b*c[2]) }
	l, m, s := cone(0.4122214708, 0.5363325363, 0.0514459929), cone(0.2119034982, 0.6806995451, 0.1073969566), cone(0.0883024619, 0.2817188376, 0.6299787005)
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// distance returns how different two colours look: 0.02 is just seen.
func distance(a, b rgb) float64 {
	x, y := a.oklab(), b.oklab()
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

// TestDeuteranopia wants the colours of states that mean different things to differ by six
// times what is just seen for people with deuteranopia: offered, with a limit, on request or
// by a partner, not offered, not known. Of 16 colours, three can be held to differ by four times.
func TestDeuteranopia(t *testing.T) {
	for _, tt := range []struct {
		colors    Colors
		terminals []terminalColors
		least     float64
		meanings  []model.State
	}{
		{ManyColors, commonTerminals()[:1], 0.12, []model.State{model.Yes, model.NeedsCredits, model.OnRequest, model.No, model.Unstated}},
		{FewColors, commonTerminals(), 0.08, []model.State{model.Yes, model.NeedsCredits, model.No}},
	} {
		for _, b := range []Background{DarkBackground, LightBackground} {
			theme := ThemeOf(ThemeDeuteranopia, b, tt.colors)
			for _, terminal := range tt.terminals {
				seen := map[model.State]rgb{}
				for i, s := range tt.meanings {
					number := pen{text: -1, background: -1}.apply(t, theme.State(s)).text
					seen[s] = terminal.colorOf(t, number, "000000").withoutGreenCones()
					for _, other := range tt.meanings[:i] {
						if got := distance(seen[s], seen[other]); got < tt.least {
							t.Errorf("background %d, %s: %s and %s differ by %.3f; at least %.2f is wanted", b, terminal.name, s, other, got, tt.least)
						}
					}
				}
			}
		}
	}
}
