package text

import (
	"testing"

	"voxatlas/model"
)

// TestThemesDistinguish wants every theme with colours to show a yes, a limit and a no in
// three styles, each time the same value.
func TestThemesDistinguish(t *testing.T) {
	for name, c := range coloredThemes() {
		if mono := ThemeOf(ThemeMono, UnknownBackground, ManyColors); c.theme == mono {
			continue
		}
		seen := map[string]model.State{}
		for _, s := range []model.State{model.Yes, model.NeedsCredits, model.No} {
			look := c.theme.State(s).Render("x")
			if other, ok := seen[look]; ok && c.least < 7 {
				t.Errorf("%s: %s looks like %s", name, s, other)
			}
			seen[look] = s
		}
	}
	for _, b := range []Background{UnknownBackground, DarkBackground, LightBackground} {
		first := ThemeOf(ThemeAuto, b, ManyColors)
		if again := ThemeOf(ThemeAuto, b, ManyColors); again != first {
			t.Error("a theme is made twice")
		}
	}
	if ThemeOf(ThemeAuto, LightBackground, ManyColors) != ThemeOf(ThemeLight, DarkBackground, ManyColors) {
		t.Error("auto on light is not the light theme")
	}
	if ThemeOf(ThemeAuto, UnknownBackground, FewColors) != ThemeOf(ThemeDark, LightBackground, FewColors) {
		t.Error("auto without a background is not the dark theme")
	}
}

// TestMonochrome allows weight, underline and reverse alone in the theme without colours.
func TestMonochrome(t *testing.T) {
	for _, theme := range []*Theme{ThemeOf(ThemeMono, LightBackground, ManyColors), ThemeOf(ThemeAuto, LightBackground, NoColors), PrintThemeOf(ThemeMono, DarkBackground, ManyColors)} {
		for style, s := range stylesOf(theme) {
			if p := (pen{text: -1, background: -1}).apply(t, s); p.text >= 0 || p.background >= 0 {
				t.Errorf("%s has colours: %+v", style, p)
			}
		}
	}
	if got := new(Theme).State(model.No).Render("x"); got != "x" {
		t.Errorf("the zero theme renders %q", got)
	}
}

func TestBackgroundOf(t *testing.T) {
	for value, want := range map[string]Background{
		"": UnknownBackground, "15;0": DarkBackground, "0;15": LightBackground, "12;default;8": DarkBackground, "0;7": LightBackground, "7;6": DarkBackground, "0;default;11": LightBackground,
		"15": UnknownBackground, "15;default": UnknownBackground, "0;16": UnknownBackground, "0;-1": UnknownBackground, "x;y": UnknownBackground, ";": UnknownBackground,
	} {
		if got := BackgroundOf(value); got != want {
			t.Errorf("%q: %d, want %d", value, got, want)
		}
	}
}

func TestThemeNames(t *testing.T) {
	for i, word := range ThemeNames() {
		if name, ok := ParseThemeName(word); !ok || int(name) != i || name.String() != word {
			t.Errorf("%s: %d, %v, %q", word, name, ok, name)
		}
	}
	if _, ok := ParseThemeName("pink"); ok {
		t.Error("pink is a theme")
	}
}
