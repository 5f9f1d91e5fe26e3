package query_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"voxatlas/model/query"
)

// texts returns the words of a completion.
func texts(c query.Completion) []string {
	var list []string
	for _, w := range c.Words {
		list = append(list, w.Text)
	}
	return list
}

// TestComplete completes expressions at |. "…" at the end of the wanted words stands for
// more of them.
func TestComplete(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	env.Mine = []string{"TW"}
	for _, c := range []struct {
		text string
		from int
		want string
	}{
		{"‸", 0, "ac auto callme ps aa cq vm cp minutes premium outbound toll tollfree credits plan: plan>= scope: city: name: region: mine changed"},
		{"c‸", 0, "callme cq cp credits city: changed"}, {"cp toll‸", 3, "toll toll: tollfree"}, {"cp ‸", 3, "ac auto …"},
		{"!c‸p", 1, "callme cq cp credits city: changed"}, {"-cp‸", 1, "cp cp:"}, {"!!‸", 2, "ac auto …"}, {"cp|t‸", 3, "toll tollfree"}, {"cp|‸", 3, "ac auto …"},
		{"cp:‸", 3, "any yes partner no unstated unread"}, {"CP:P‸", 3, "partner"}, {"ＣＰ：Ｐ‸", 3, "partner"}, {"cp:yes,‸", 7, "any partner no unstated unread"}, {"cp：yes、p‸", 7, "partner"},
		{"!calling_plans.purchase:‸", 24, "any yes partner no unstated unread"}, {"toll:o‸", 5, "on_request"}, {"ＴＯ‸", 0, "toll tollfree"},
		{"calling_plans.m‸", 0, "calling_plans.minutes"}, {"voice‸", 0, "voicemail"}, {"auto_‸", 0, "auto_assigned_numbers auto_attendants"},
		{"plan‸", 0, "plan: plan>="}, {"plan>‸", 0, "plan>="}, {"plan＞‸", 0, "plan>="}, {"plan>=‸", 6, "120 240 1200 3000"}, {"plan≥12‸", 5, "120 1200"}, {"plan:‸", 5, "payg domestic international 120+ 240+ 1200+ 3000+"},
		{"plan:1‸", 5, "120+ 1200+"}, {"plan:payg,‸", 10, "domestic international"}, {"scope:‸", 6, "cities nongeo none"}, {"region:e‸", 7, "eastern-africa eastern-asia eastern-europe eea emea eu europe"},
		{"region:eu,ea‸", 10, "eastern-africa eastern-asia eastern-europe"}, {"region:eu,eu‸", 10, "europe"},
		{"name:ger‸", 5, "Germany"}, {"name:德‸", 5, "德國"}, {"name:taiwan,ger‸", 12, "Germany"}, {"city:ho‸", 5, "Ho-Chi-Minh Hong-Kong Honolulu Houston"}, {"city:santi‸", 5, "Santiago"}, {`city:"ho c‸`, 5, `"Ho Chi Minh"`}, {"city:“HO C‸", 5, `"Ho Chi Minh"`}, {`city:"台‸`, 5, `"台北"`},
		{"mine‸", 0, "mine"}, {"mine:‸", 5, ""}, {"changed‸", 0, "changed changed:"}, {"changed:‸", 8, "2021-03-23"}, {"changed:2023‸", 8, ""},
		{`"c‸`, 0, "callme cq cp credits city: changed"}, {`"cp:‸`, 4, ""}, {"xyzzy:‸", 6, ""}, {"purchase:‸", 9, ""}, {"cp=‸", 2, ""}, {"cp>‸", 2, ""}, {"cp\x00‸", 3, ""}, {"xyzzy ‸", 6, "ac auto …"},
	} {
		before, after, _ := strings.Cut(c.text, "‸")
		got := query.Complete(before+after, utf8.RuneCountInString(before), env)
		words := strings.Join(texts(got), " ")
		want, more := strings.CutSuffix(c.want, "…")
		same := words == want || more && strings.HasPrefix(words, want)
		if !same || words != "" && got.From != c.from {
			t.Errorf("%s: from %d: %s; want from %d: %s", c.text, got.From, words, c.from, c.want)
		}
	}
	for _, at := range []int{-1, 5, 1 << 40} {
		if got := query.Complete("cp", at, env); len(got.Words) == 0 {
			t.Errorf("at %d: no words", at)
		}
	}
	if got := query.Complete("c", 1, query.Env{}); slices.Contains(texts(got), "changed") || !slices.Contains(texts(got), "cp") {
		t.Errorf("without surroundings: %q", texts(got))
	}
}

// checkCompletion checks that a word of a completion, put in its place, makes an
// expression or the beginning of one, if all terms before it are right.
func checkCompletion(t interface{ Fatalf(string, ...any) }, text string, at int, env query.Env) {
	runes := []rune(text)
	c := query.Complete(text, at, env)
	at = min(max(at, 0), len(runes))
	if c.From < 0 || c.From > at {
		t.Fatalf("%q at %d: from %d", text, at, c.From)
	}
	before := string(runes[:c.From])
	start := strings.TrimRight(before, "!-！−–—‐‑")
	for _, w := range c.Words {
		whole := before + w.Text
		_, err := query.Parse(whole, env)
		switch mistake, _ := err.(*query.Error); { //nolint:errorlint // Parse returns no other error
		case err == nil, mistake.Column <= utf8.RuneCountInString(start):
			continue
		case strings.HasSuffix(w.Text, ":") || strings.HasSuffix(w.Text, ">="):
			if next := query.Complete(whole, utf8.RuneCountInString(whole), env); len(next.Words) > 0 {
				_, err = query.Parse(string([]rune(whole)[:next.From])+next.Words[0].Text, env)
			}
		}
		if err != nil {
			t.Fatalf("%q at %d: %q: %v", text, at, whole, err)
		}
	}
}

// TestCompletedParses completes random expressions at every place.
func TestCompletedParses(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	env.Mine = []string{"TW"}
	rapid.Check(t, func(t *rapid.T) {
		text := joinClauses(drawClauses(t), " ")
		if rapid.Bool().Draw(t, "wide") {
			text = strings.NewReplacer(":", "：", ",", "、", "!", "！", `"`, "”", ">=", "≧").Replace(text)
		}
		at := rapid.IntRange(0, utf8.RuneCountInString(text)).Draw(t, "at")
		checkCompletion(t, text, at, env)
	})
}

// TestCompletedBegins wants each short key, state, region and date to be proposed for
// each of its beginnings.
func TestCompletedBegins(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	env.Mine = []string{"TW"}
	for _, head := range []string{"", "!", "cp|", "cp:", "toll:yes,", "region:", "plan:", "scope:", "changed:", "plan>=", `city:"`, "city:", "name:"} {
		all := query.Complete(head, len(head), env)
		for _, w := range all.Words {
			for i := range w.Text {
				if strings.HasPrefix(w.Text[:i], `"`) != strings.HasSuffix(head, `"`) {
					continue // the quotation mark is typed or not
				}
				text := head[:all.From] + w.Text[:i]
				if got := query.Complete(text, utf8.RuneCountInString(text), env); !slices.Contains(texts(got), w.Text) {
					t.Fatalf("%q: %q lacks %q", text, texts(got), w.Text)
				}
			}
		}
	}
}

// FuzzComplete completes any text at any place.
func FuzzComplete(f *testing.F) {
	_, env := edition(f, "2023-01-26")
	env.Mine = []string{"TW"}
	for _, text := range []string{"cp", "!cp|toll:y", `city:"ho c`, "ＣＰ：Ｙ、n", `"cp":"`, `!"cp`, "plan>", "plan:1,2", "changed:", `name:"a"b,c`, "\xff", `city:"a",`, `cp:""y`} {
		f.Add(text, len(text))
	}
	f.Fuzz(func(t *testing.T, text string, at int) { checkCompletion(t, text, at, env) })
}

// BenchmarkComplete completes expressions at their ends.
func BenchmarkComplete(b *testing.B) {
	_, env := edition(b, "2023-01-26")
	for _, text := range []string{"", "cp tollfree|!t", "region:eu,ea", "city:ta", "city:", "name:g", "xyzzy:"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				query.Complete(text, utf8.RuneCountInString(text), env)
			}
		})
	}
}
