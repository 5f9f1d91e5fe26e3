package text

import (
	"testing"

	"charm.land/lipgloss/v2"
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
	bold := StyleOf(lipgloss.NewStyle().Bold(true))
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
	styles := []Style{{}, StyleOf(lipgloss.NewStyle().Bold(true)), StyleOf(lipgloss.NewStyle().Background(lipgloss.Color("237")))}
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
	for _, s := range []lipgloss.Style{
		lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true), lipgloss.NewStyle().Foreground(lipgloss.Color("2")),
		lipgloss.NewStyle().Foreground(lipgloss.Color("246")).Background(lipgloss.Color("237")), lipgloss.NewStyle().Reverse(true),
	} {
		for _, text := range []string{"a", "台灣", "two words"} {
			if got, want := StyleOf(s).Render(text), s.Render(text); got != want {
				t.Errorf("Render(%q) = %q, Lip Gloss's is %q", text, got, want)
			}
		}
	}
}
