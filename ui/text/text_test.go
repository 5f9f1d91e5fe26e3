package text

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		s    string
		w    int
		want string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "abc"}, {"abcde", 4, "a..."}, {"abc", 0, ""}, {"abc", -1, ""},
		{"漢字漢字", 8, "漢字漢字"}, {"漢字漢字漢", 8, "漢字..."}, {"漢字", 3, "漢"}, {"漢字", 1, ""},
		{"\x1b[1mabcde\x1b[m", 4, "\x1b[1ma...\x1b[m"},
	} {
		if got := Cut(tt.s, tt.w); got != tt.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", tt.s, tt.w, got, tt.want)
		}
	}
}

func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		w           int
		want        string
	}{
		{"ab", "cd", 6, "ab  cd"}, {"ab", "cd", 5, "ab cd"}, {"ab", "cd", 4, "ab  "}, {"ab", "", 4, "ab  "}, {"abcdef", "x", 4, "a..."},
	} {
		if got := Justify(tt.left, tt.right, tt.w); got != tt.want {
			t.Errorf("Between(%q, %q, %d) = %q, want %q", tt.left, tt.right, tt.w, got, tt.want)
		}
	}
}

func TestLine(t *testing.T) {
	bold := StyleOf(ansi.NewStyle().Bold())
	for _, tt := range []struct {
		line Line
		w    int
		draw string // without styles
	}{
		{Line{{Text: "abc"}, {Text: "def", Style: bold}}, 6, "abcdef"},
		{Line{{Text: "abc"}, {Text: "def", Style: bold}}, 5, "ab..."},
		{Line{{Text: "abc"}, {Text: "d"}, {Text: "ef", Style: bold}}, 3, "abc"},
		{Line{{Text: "漢字漢字漢字"}, {Text: "abc"}}, 10, "漢字漢..."},
		{Line{{Text: "漢字漢字漢"}, {Text: "abc"}}, 10, "漢字漢..."},
		{Line{{Text: "abcd"}, {Text: ""}}, 4, "abcd"},
		{nil, 4, ""},
	} {
		if got := ansi.Strip(tt.line.Draw(tt.w)); got != tt.draw {
			t.Errorf("%v.Draw(%d) = %q, want %q", tt.line, tt.w, got, tt.draw)
		}
	}
}

// TestLineFits cuts any line to any width: Draw never returns more cells than the
// width, DrawOn and Fit always return as many.
func TestLineFits(t *testing.T) {
	styles := []Style{{}, StyleOf(ansi.NewStyle().Bold()), StyleOf(ansi.NewStyle().BackgroundColor(ansi.IndexedColor(237)))}
	rapid.Check(t, func(r *rapid.T) {
		var l Line
		for range rapid.IntRange(0, 6).Draw(r, "spans") {
			text := rapid.StringOfN(rapid.SampledFrom([]rune("ab 漢字，（x）1")), 0, 12, -1).Draw(r, "text")
			l = append(l, Span{Text: text, Style: rapid.SampledFrom(styles).Draw(r, "style")})
		}
		w := rapid.IntRange(0, 40).Draw(r, "w")
		if n := Width(l.Draw(w)); n > w {
			r.Errorf("Draw(%d) has %d cells", w, n)
		}
		if n := l.Fit(w).Width(); n != w {
			r.Errorf("Fit(%d) has %d cells", w, n)
		}
		if n := Width(l.DrawOn(styles[2], w)); n != w {
			r.Errorf("DrawOn(%d) has %d cells", w, n)
		}
		if full := l.Draw(1000); l.Width() <= w && l.Draw(w) != full {
			r.Errorf("Draw(%d) cuts a line of %d cells", w, l.Width())
		}
	})
}

func TestStyle(t *testing.T) {
	for want, s := range map[string]Style{
		"a":                               {},
		"\x1b[1ma\x1b[m":                  StyleOf(ansi.NewStyle().Bold()),
		"\x1b[32ma\x1b[m":                 StyleOf(ansi.NewStyle().ForegroundColor(colour(2))),
		"\x1b[91ma\x1b[m":                 StyleOf(ansi.NewStyle().ForegroundColor(colour(9))),
		"\x1b[38;5;246ma\x1b[m":           StyleOf(ansi.NewStyle().ForegroundColor(colour(246))),
		"\x1b[1;38;5;255;48;5;25ma\x1b[m": Dark().Focused,
		"\x1b[38;5;250;48;5;236ma\x1b[m":  Dark().Title,
		"\x1b[1;7ma\x1b[m":                Print().Focused,
		"\x1b[2ma\x1b[m":                  Print().Dim,
	} {
		if got := s.Render("a"); got != want {
			t.Errorf("an a is rendered as %q, want %q", got, want)
		}
		if s.Render("") != "" {
			t.Errorf("%q: no text is rendered as %q", want, s.Render(""))
		}
	}
}
