package pane

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voxatlas/ui/text"
)

// press returns the key press of a name, as "down", or of a text.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func newTextView(t *testing.T, w, h int, lines ...string) *TextView {
	v := &TextView{}
	v.SetLook(newLooks(t).Look(0, text.ThemeOf(text.ThemeMono, 0, 0), false))
	v.SetFocused(true)
	v.SetText(textOf(w, lines...))
	v.ResizeView(w, h)
	return v
}

func textOf(w int, paragraphs ...string) *text.LazyLines {
	var lines []text.Line
	for _, s := range paragraphs {
		lines = append(lines, text.Wrapped(s, text.Style{}, 1, w)...)
	}
	return text.NewLazyLines(w, lines)
}

// TestFind searches in a text: folded, over the ends of lines, with blanks, but not
// beside Han characters.
func TestFind(t *testing.T) {
	body := textOf(26, "Audio Conferencing needs", "a licence. Côte d'Ivoire: calling", "", "plans need Communications Credits.", "1,200 minutes", "音訊會議 Audio：通話方案需要通訊點數。")
	for _, tt := range []struct {
		query string
		want  string // the number of matches, and the parts of the first one
	}{
		{"audio", "2 0:1-6"}, {"AUDIO conf", "1 0:1-11"}, {"audioconf", "0"}, {"alic", "0"}, {"needs a lic", "1 0:20-25 1:1-6"},
		{"cote divoire", "1 1:12-16 1:19-25"}, {"Ｃôte", "1 1:12-16"}, {"calling plans", "0"}, {"credits", "1"}, {"會議audio", "1"}, {"通話 方案", "1"}, {"1200", "1"}, {"1,200 m", "1"}, {"", "0"}, {" ", "0"}, {"xyz", "0"},
	} {
		m := foldLines(body).matches(tt.query)
		got := fmt.Sprint(len(m))
		if len(m) > 0 && strings.Contains(tt.want, ":") {
			for _, p := range m[0] {
				got += fmt.Sprintf(" %d:%d-%d", p.line, p.from, p.to)
			}
		}
		if got != tt.want && got != strings.Replace(tt.want, "1:12-16 1:19-25", "1:12-25", 1) {
			t.Errorf("%q: %s, want %s", tt.query, got, tt.want)
		}
	}
}

// TestFinder types a query, goes through the matches and leaves.
func TestFinder(t *testing.T) {
	v := newTextView(t, 20, 4, "one", "two", "three", "four", "five", "two", "seven", "eight", "two")
	for _, step := range []struct{ keys, top, bar string }{
		{"/", "one", "/ 0"}, {"t w", "one", "/ tw 1/3"}, {"down", "five", "/ tw 2/3"}, {"o enter n", "five", "/ two 2/3"}, {"n", "seven", "/ two 3/3"},
		{"n", "one", "/ two 1/3"}, {"N", "seven", "/ two 3/3"}, {"/ x", "seven", "/ x 0"}, {"backspace enter", "three", ""}, {"/ t h r", "three", "/ thr 1/1"}, {"esc", "three", ""},
		{"n", "three", ""},
	} {
		for _, k := range strings.Fields(step.keys) {
			v.HandleViewKey(press(k))
		}
		view := v.View()
		bar := strings.Join(strings.Fields(ansi.Strip(view[len(view)-1])), " ")
		if !v.Searching() {
			bar = ""
		}
		if top := strings.TrimSpace(ansi.Strip(view[0])); len(view) != 4 || bar != step.bar {
			t.Errorf("%s: %q on top, line %q; want %q, %q", step.keys, top, bar, step.top, step.bar)
		}
	}
}

// TestLinkPointer goes through the links of a text: by scrolling, and at the end of the
// text from one to the next.
func TestLinkPointer(t *testing.T) {
	v := newTextView(t, 30, 4, "a", "https://x/1", "b", "c", "d", "https://x/2", "https://x/3")
	for _, step := range []struct{ key, want string }{
		{"", "1"}, {"j", "1"}, {"down", "2"}, {"j", "2"}, {"j", "3"}, {"j", "3"}, {"k", "2"}, {"g", "1"}, {"k", "1"}, {"G", "2"}, {"G", "3"},
	} {
		if step.key != "" {
			v.HandleViewKey(press(step.key))
		}
		if got := strings.TrimPrefix(v.Link(), "https://x/"); got != step.want {
			t.Errorf("after %q: link %q, want %q; line %d on top", step.key, got, step.want, v.Top)
		}
	}
}

// TestTextViewStaysValid presses any keys at any size: the view has its height, the
// pointer is in view.
func TestTextViewStaysValid(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		v := newTextView(t, 20, 5)
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			switch rapid.IntRange(0, 9).Draw(r, "step") {
			case 0:
				v.SetText(textOf(20, rapid.SliceOfN(rapid.SampledFrom([]string{"one two", "", "https://x/1", "https://learn.microsoft.com/x"}), 0, 20).Draw(r, "lines")...))
			case 1:
				v.ResizeView(20, rapid.IntRange(0, 12).Draw(r, "h"))
			default:
				v.HandleViewKey(press(rapid.SampledFrom([]string{"j", "k", "g", "G", "pgup", "pgdown", "/", "n", "N", "o", "t", "enter", "esc", "backspace", "up", "down"}).Draw(r, "key")))
			}
			view, c := v.View(), v.Cursor()
			if len(view) != max(v.h, 0) || v.Top < 0 {
				r.Fatalf("%d lines of %d from %d", len(view), v.h, v.Top)
			}
			if c.Kind == RowCursor && (c.Y < 0 || c.Y >= len(view) || !strings.HasPrefix(ansi.Strip(view[c.Y]), ">")) {
				r.Fatalf("the cursor is at %d of %q", c.Y, view)
			}
		}
	})
}
