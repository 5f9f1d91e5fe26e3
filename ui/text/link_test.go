package text

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestAddressesAreLinks finds web addresses in sentences.
func TestAddressesAreLinks(t *testing.T) {
	for s, want := range map[string]string{
		"no link": "", "https://a.example/x": "https://a.example/x",
		"See https://a.example/x.":    "https://a.example/x",
		"(https://a.example/x), then": "https://a.example/x",
		"https://a.example/x_(y)":     "https://a.example/x_(y)",
		"見 https://a.example/x。後":     "https://a.example/x",
		"http://a.example/x":          "",
	} {
		if got := Wrapped(s, Style{}, 1, 80)[0].FirstLink(); got != want {
			t.Errorf("%q: the link is %q, want %q", s, got, want)
		}
	}
}

// TestWrapSpans breaks spans at any width: the lines are those of Wrap, and every part
// of a link keeps its address.
func TestWrapSpans(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "number", "通話方案", "https://learn.microsoft.com/en-us/x", ";", "CC BY 4.0"}), 1, 9).Draw(r, "words")
		w := rapid.IntRange(4, 40).Draw(r, "w")
		var spans []Span
		for i, word := range words {
			if i > 0 {
				spans = append(spans, Span{Text: strings.Repeat(" ", rapid.IntRange(0, 2).Draw(r, "gap"))})
			}
			spans = append(spans, Span{Text: word, Link: "https://x/" + word})
		}
		all := Line(spans).Render()
		want, linked := Wrap(ansi.Strip(all), w-2), ""
		for i, l := range WrapSpans(Span{Text: "- "}, spans, w) {
			if got := l[1:]; ansi.Strip(Line(got).Render()) != want[i] {
				r.Fatalf("line %d is %q, want %q", i, ansi.Strip(Line(got).Render()), want[i])
			}
			for _, s := range l[1:] {
				if s.Link != "" {
					linked += s.Text
				}
			}
		}
		if got := strings.ReplaceAll(linked, " ", ""); got != strings.ReplaceAll(strings.Join(words, ""), " ", "") {
			r.Fatalf("linked is %q of %q", got, words)
		}
	})
}

// TestBrokenLinkHasOneID draws a link that is broken over two lines.
func TestBrokenLinkHasOneID(t *testing.T) {
	lines := Wrapped("https://learn.microsoft.com/en-us/microsoftteams", Style{}, 1, 30)
	if len(lines) < 2 {
		t.Fatal("the link is not broken")
	}
	start := func(l Line) string { s, _, _ := strings.Cut(strings.TrimLeft(l.Draw(30), " "), "\x1b\\"); return s }
	if a, b := start(lines[0]), start(lines[1]); a != b || !strings.HasPrefix(a, "\x1b]8;id=") || !strings.HasSuffix(a, ";https://learn.microsoft.com/en-us/microsoftteams") {
		t.Errorf("the parts begin with %q and %q", a, b)
	}
}
