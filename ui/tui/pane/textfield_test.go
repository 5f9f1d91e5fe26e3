package pane

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTextField edits a text; | stands for the cursor.
func TestTextField(t *testing.T) {
	tests := []struct{ before, keys, after string }{
		{"|", "left right home end backspace delete ctrl+w alt+d ctrl+u ctrl+k", "|"},
		{"ab|", "left", "a|b"},
		{"a|b", "ctrl+b ctrl+b", "|ab"},
		{"a|b", "right ctrl+f", "ab|"},
		{"new zea|land", "alt+b", "new |zealand"},
		{"new zealand|", "alt+left ctrl+left", "|new zealand"},
		{"|new zealand", "alt+f", "new| zealand"},
		{"new| zealand", "ctrl+right", "new zealand|"},
		{"a b|", "home", "|a b"},
		{"|a b", "end", "a b|"},
		{"ab|c", "backspace", "a|c"},
		{"|abc", "backspace", "|abc"},
		{"x🇹🇼|y", "backspace", "x|y"}, // a flag has two code points
		{"e\u0301|", "ctrl+h", "|"},   // so has a letter with an accent
		{"a|bc", "delete ctrl+d", "a|"},
		{"new zealand |x", "ctrl+w", "new |x"},
		{"new zealand|", "alt+backspace ctrl+backspace", "|"},
		{"|new zealand", "alt+d", "| zealand"},
		{"new zealan|d", "alt+delete", "new zealan|"},
		{"new zea|land", "ctrl+u", "|land"},
		{"new zea|land", "ctrl+k", "new zea|"},
		{"a|b", "tab f1 ctrl+v", "a|b"},
	}
	for _, tt := range tests {
		var f TextField
		before, behind, _ := strings.Cut(tt.before, "|")
		f.Insert(before + behind)
		f.cursor = len([]rune(before))
		for _, k := range strings.Fields(tt.keys) {
			f.Edit(k)
		}
		if got := string(f.runes[:f.cursor]) + "|" + string(f.runes[f.cursor:]); got != tt.after {
			t.Errorf("%s, %s: got %s, want %s", tt.before, tt.keys, got, tt.after)
		}
	}
}

// TestTextFieldStaysValid holds the cursor within the text, and the text within
// maxText, in any series of keys.
func TestTextFieldStaysValid(t *testing.T) {
	keys := strings.Fields("left right alt+b alt+f home end backspace delete ctrl+w alt+d ctrl+u ctrl+k")
	text := rapid.StringOfN(rapid.RuneFrom([]rune("ab 台é🇹\u0301")), 1, 30, -1)
	rapid.Check(t, func(r *rapid.T) {
		var f TextField
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			if rapid.Bool().Draw(r, "types") {
				f.Insert(text.Draw(r, "text"))
			} else {
				f.Edit(rapid.SampledFrom(keys).Draw(r, "key"))
			}
			if f.cursor < 0 || f.cursor > len(f.runes) || len(f.runes) > maxText {
				r.Fatalf("%d runes, the cursor at %d", len(f.runes), f.cursor)
			}
		}
	})
}

// TestSelectedText selects a text: text replaces it, backspace deletes it, and any
// other key goes on editing it.
func TestSelectedText(t *testing.T) {
	for _, tt := range []struct{ key, want string }{
		{"", "japan"}, {"backspace", "japan"}, {"ctrl+u", "japan"}, {"left", "taiwajapann"}, {"end", "taiwanjapan"}, {"ctrl+w", "japan"},
	} {
		var f TextField
		f.Insert("taiwan")
		f.Select()
		if tt.key != "" {
			f.Edit(tt.key)
		}
		f.Insert("jap")
		f.Insert("an")
		if f.Text() != tt.want {
			t.Errorf("%q, then japan: got %q, want %q", tt.key, f.Text(), tt.want)
		}
	}
}
