package query_test

import (
	"strings"
	"testing"

	"voxatlas/model"
	"voxatlas/model/query"
)

// hostileTexts have expressions that are long, deep or not to be shown, and the mistake
// that each is refused with; none for the longest that are allowed.
var hostileTexts = []struct {
	name, text string
	want       query.ErrorKind
}{
	{"64 kB", strings.Repeat("cp ", 64<<10/3), query.TooLong},
	{"64 kB of one term", "cp:" + strings.Repeat("yes,", 64<<10/4), query.TooLong},
	{"64 kB of quotes", strings.Repeat(`"`, 64<<10), query.TooLong},
	{"2001 bytes", strings.Repeat("x", 2001), query.TooLong},
	{"101 terms", strings.Repeat("cp|", 100) + "cp", query.TooLong},
	{"101 clauses", strings.Repeat("cp ", 101), query.TooLong},
	{"1999 signs and nothing", strings.Repeat("!", 1999), query.NoTerm},
	{"1998 signs", strings.Repeat("!", 1998) + "cp", ""},
	{"mixed signs", strings.Repeat("!-", 999) + "cp", ""},
	{"brackets", strings.Repeat("(", 1000) + "cp" + strings.Repeat(")", 900), query.Operator},
	{"bars", strings.Repeat("|", 2000), query.TooLong},
	{"quotes", strings.Repeat(`"`, 1999), query.Unclosed},
	{"quoted bars", `name:"` + strings.Repeat("|", 1000), query.Unclosed},
	{"a long key", strings.Repeat("k", 2000), query.UnknownKey},
	{"a long state", "cp:" + strings.Repeat("s", 1900), query.UnknownState},
	{"a long region", "region:" + strings.Repeat("eu", 900), query.UnknownRegion},
	{"a long number", "plan>=" + strings.Repeat("9", 1900), query.UnknownPlan},
	{"a long date", "changed:" + strings.Repeat("2", 1900), query.UnknownEdition},
	{"commas", "cp:" + strings.Repeat(",", 1900), query.EmptyValue},
	{"an escape", "cp \x1b[2J", query.Unprintable},
	{"a zero", "cp\x00", query.Unprintable},
	{"a bell in quotes", "name:\"\a\"", query.Unprintable},
	{"a line break", "cp\ntoll", query.Unprintable},
	{"a direction", "cp \u202etoll", query.Unprintable},
	{"no UTF-8", "cp \xff", query.Unprintable},
	{"a direction in 64 kB", strings.Repeat("\u202e", 64<<10/3), query.TooLong},
}

// TestHostile refuses hostile texts with little work: no call of the surroundings, and
// few allocations.
func TestHostile(t *testing.T) {
	_, full := edition(t, "2023-01-26")
	calls := 0
	env := query.Env{
		RegionKeys: full.RegionKeys, Dates: full.Dates,
		Fold:     func(s string) string { calls++; return s },
		NameKeys: func(*model.Country) query.NameKeys { calls++; return query.NameKeys{} },
		InRegion: func(string, string) bool { calls++; return false },
		FindCity: func(string) query.CityMatch { calls++; return query.CityMatch{} },
		Before:   func(string) *model.Comparison { calls++; return nil },
	}
	for _, h := range hostileTexts {
		_, err := query.Parse(h.text, env)
		mistake, _ := err.(*query.Error) //nolint:errorlint // Parse returns no other error
		switch {
		case h.want == "" && err != nil, h.want != "" && (mistake == nil || mistake.Kind != h.want):
			t.Errorf("%s: %v, want %q", h.name, err, h.want)
		case calls > 0:
			t.Errorf("%s: %d calls", h.name, calls)
		}
		if n := testing.AllocsPerRun(1, func() { _, _ = query.Parse(h.text, env) }); n > 2200 {
			t.Errorf("%s: %.0f allocations", h.name, n)
		}
		if n := len(query.Complete(h.text, 1<<20, env).Words); n > 0 && (h.want == query.TooLong || h.want == query.Unprintable) {
			t.Errorf("%s: %d words to complete it", h.name, n)
		}
	}
}

// BenchmarkHostile refuses each hostile text.
func BenchmarkHostile(b *testing.B) {
	_, env := edition(b, "2023-01-26")
	for _, h := range hostileTexts {
		b.Run(h.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = query.Parse(h.text, env)
			}
		})
	}
}
