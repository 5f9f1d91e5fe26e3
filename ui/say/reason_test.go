package say_test

import (
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model/query"
	"voxatlas/ui/say"
)

// TestEveryKindHasWords wants a text for every kind of reason, verdict and mistake, in
// every language.
func TestEveryKindHasWords(t *testing.T) {
	c := library.Embedded().Newest().Atlas().Country("taiwan")
	for _, loc := range say.Localizers() {
		for _, kind := range query.ReasonKinds() {
			r := query.Reason{Kind: kind, Text: "cities"}
			if kind == query.PlanKinds {
				r.Text = "domestic"
			}
			if s := loc.Reason(c, r); s == "" || strings.Contains(s, "reason.") || strings.Contains(s, "plan.") || strings.Contains(s, "{") {
				t.Errorf("%s, %s: %q", loc.Lang(), kind, s)
			}
		}
		keys := []string{"verdict.meets", "verdict.condition", "verdict.unread", "verdict.fails"}
		for _, kind := range query.ErrorKinds() {
			keys = append(keys, "mistake."+string(kind))
		}
		for _, key := range keys {
			if s := loc.Text(key); s == "" || s == key {
				t.Errorf("%s lacks %s", loc.Lang(), key)
			}
		}
	}
}

// TestEveryWordIsDescribed wants a text for every word that completion proposes, in
// every language.
func TestEveryWordIsDescribed(t *testing.T) {
	l := library.Of("2021-03-23", "2023-01-26")
	env := l.QueryEnv(l.Newest())
	env.Mine = []string{"TW"}
	for _, loc := range say.Localizers() {
		for _, text := range []string{"", "cp", "changed", "cp:", "toll:", "plan:", "plan>=", "scope:", "city:", "name:", "region:", "changed:", "voice"} {
			c := query.Complete(text, len(text), env)
			if len(c.Words) == 0 {
				t.Errorf("%s: no words", text)
			}
			for _, w := range c.Words {
				if s := loc.QueryWord(w); s == "" || strings.Contains(s, "word.") || strings.Contains(s, "region.") || strings.Contains(s, "{") || strings.HasSuffix(s, "()") {
					t.Errorf("%s, %s: %q", loc.Lang(), w.Text, s)
				}
			}
		}
	}
	for text, want := range map[string][2]string{
		"cp": {"Calling Plans: Purchase", "通話方案：可否購買"}, "region:eu": {"European Union (EU)", "歐盟（EU）"}, "city:台北": {"Taipei (Taiwan)", "Taipei（台灣）"}, "city:wel": {"威靈頓 (New Zealand)", "威靈頓（紐西蘭）"},
	} {
		c := query.Complete(text, len([]rune(text)), env)
		for i, loc := range say.Localizers() {
			if got := loc.QueryWord(c.Words[0]); got != want[i] {
				t.Errorf("%s, %s: %q, want %q", text, loc.Lang(), got, want[i])
			}
		}
	}
}
