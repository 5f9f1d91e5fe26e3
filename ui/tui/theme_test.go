package tui

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// useThemeWord sets the configuration of a script that begins with "theme:light", and behind a
// comma the background, as COLORFGBG has it, or 16 for so many colours.
func useThemeWord(t *testing.T, c *Config, words string) {
	t.Helper()
	c.Color = true
	for i, word := range strings.Split(words, ",") {
		name, ok := text.ParseThemeName(word)
		switch {
		case i == 0 && ok:
			c.Theme = name
		case word == "16":
			c.FewColors = true
		case text.BackgroundOf(word) != text.UnknownBackground:
			c.Background = text.BackgroundOf(word)
		default:
			t.Fatalf("theme:%s: %s is unknown", words, word)
		}
	}
}

// sgr is an escape sequence that sets colours and attributes.
var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// styledText returns the rows of the frame with their colours and attributes in braces:
// "{1;38;5;80}>{}". Links and blanks at the ends of rows are left out.
func styledText(a *App) string {
	var b strings.Builder
	for _, row := range frameRows(a.Frame()) {
		row = links.ReplaceAllString(row, "")
		row = sgr.ReplaceAllString(row, "{$1}")
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}

// links are the escape sequences around a link.
var links = regexp.MustCompile("\x1b]8;[^\x1b\a]*(\x1b\\\\|\a)")

// TestThemesSwitch chooses each theme in the palette, and wants the frame of a browser that
// began with it and took the same keys.
func TestThemesSwitch(t *testing.T) {
	f := newFixture(t)
	for i, word := range text.ThemeNames() {
		began := f.newApp("en", 80, 24, func(c *Config) {
			c.Color, c.Theme, c.Background, c.Country = true, text.ThemeName(i), text.LightBackground, f.atlas.Country("taiwan")
		})
		chosen := f.newApp("en", 80, 24, func(c *Config) {
			c.Color, c.Theme, c.Country = true, text.ThemeName((i+1)%len(text.ThemeNames())), f.atlas.Country("taiwan")
		})
		chosen.Update(tea.BackgroundColorMsg{Color: white{}})
		pressKeys(chosen, ":", "paste:theme: "+word, "enter")
		pressKeys(began, ":", "paste:theme: "+word, "enter")
		if last := strings.Split(strings.TrimSpace(visibleText(chosen)), "\n"); !strings.Contains(last[len(last)-1], "theme: "+word) {
			t.Errorf("%s: the footer says %q", word, last[len(last)-1])
		}
		if got, want := styledText(chosen), styledText(began); got != want {
			t.Errorf("%s chosen in the palette shows\n%s\nwant\n%s", word, got, want)
		}
	}
	plain := f.newApp("en", 80, 24)
	pressKeys(plain, "esc", ":", "paste:theme")
	if strings.Contains(visibleText(plain), "theme: light") {
		t.Error("without colours, there are themes to choose")
	}
}

// TestReplyAgainstEnvironment wants the terminal's reply to count more than COLORFGBG, and
// a chosen theme more than both.
func TestReplyAgainstEnvironment(t *testing.T) {
	f := newFixture(t)
	for _, tt := range []struct {
		theme      text.ThemeName
		background text.Background
		reply      tea.Msg
		want       *text.Theme
	}{
		{text.ThemeAuto, text.UnknownBackground, nil, text.ThemeOf(text.ThemeDark, 0, text.ManyColors)},
		{text.ThemeAuto, text.LightBackground, nil, text.ThemeOf(text.ThemeLight, 0, text.ManyColors)},
		{text.ThemeAuto, text.DarkBackground, tea.BackgroundColorMsg{Color: white{}}, text.ThemeOf(text.ThemeLight, 0, text.ManyColors)},
		{text.ThemeAuto, text.LightBackground, tea.BackgroundColorMsg{Color: black{}}, text.ThemeOf(text.ThemeDark, 0, text.ManyColors)},
		{text.ThemeDark, text.LightBackground, tea.BackgroundColorMsg{Color: white{}}, text.ThemeOf(text.ThemeDark, 0, text.ManyColors)},
		{text.ThemeContrast, text.UnknownBackground, tea.BackgroundColorMsg{Color: white{}}, text.ThemeOf(text.ThemeContrast, text.LightBackground, text.ManyColors)},
	} {
		a := f.newApp("en", 80, 24, func(c *Config) { c.Color, c.Theme, c.Background = true, tt.theme, tt.background })
		if tt.reply != nil {
			a.Update(tt.reply)
		}
		if a.look.Theme != tt.want {
			t.Errorf("%s on %d, reply %v: another theme", tt.theme, tt.background, tt.reply)
		}
	}
}

// black is a colour.
type black struct{}

func (black) RGBA() (r, g, b, a uint32) { return 0, 0, 0, 0xffff }
