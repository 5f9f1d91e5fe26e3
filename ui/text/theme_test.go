package text

import (
	"testing"

	"voxatlas/model"
)

// TestThemesDistinguish wants every coloured theme to style every state, and to
// show a yes and a no in two colours.
func TestThemesDistinguish(t *testing.T) {
	for name, theme := range map[string]*Theme{"dark": Dark(), "light": Light(), "print": Print()} {
		for s := model.State(0); s < model.NumStates; s++ {
			if s.String() != "" && theme.State(s).Render("x") == "x" {
				t.Errorf("%s: %s has no style", name, s)
			}
		}
		if theme.State(model.Yes).Render("x") == theme.State(model.No).Render("x") {
			t.Errorf("%s: yes looks like no", name)
		}
	}
}

// TestPrintTheme allows only colours that users choose for their background, as
// a printed page does not know it.
func TestPrintTheme(t *testing.T) {
	theme := Print()
	for want, got := range map[string]Style{
		"\x1b[1mx\x1b[m": theme.Title, "\x1b[1;36mx\x1b[m": theme.Strong, "\x1b[2mx\x1b[m": theme.Dim, "\x1b[33mx\x1b[m": theme.Warning,
		"\x1b[32mx\x1b[m": theme.State(model.Yes), "\x1b[31mx\x1b[m": theme.State(model.No),
	} {
		if got.Render("x") != want {
			t.Errorf("%q, want %q", got.Render("x"), want)
		}
	}
	if got := new(Theme).State(model.No).Render("x"); got != "x" {
		t.Errorf("the zero theme renders %q", got)
	}
}
