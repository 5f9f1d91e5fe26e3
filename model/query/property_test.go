package query_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
)

// drawTerm draws a term without its negation.
func drawTerm(t *rapid.T) string {
	f := rapid.SampledFrom(model.Features()).Draw(t, "feature")
	key := rapid.SampledFrom([]string{f.Short(), f.Key(), strings.ToUpper(f.Short())}).Draw(t, "key")
	states := rapid.SliceOfN(rapid.SampledFrom(model.States()), 1, 4).Draw(t, "states")
	var words []string
	for _, s := range states {
		words = append(words, s.String())
	}
	return rapid.SampledFrom([]string{
		key, key, key + ":any", key + ":" + strings.Join(words, ","), key + ":unread," + words[0],
		"plan>=1200", "plan:120+", "plan≥3000", "plan:payg", "plan:domestic,international", "scope:cities", "scope:nongeo,none",
		`city:"ho chi minh"`, "city:台北,paris", "city:salvador", "name:ger", `name:"united states"`, "region:eu", "region:apac,latam", "mine", "changed", "changed:2021-03-23",
	}).Draw(t, "term")
}

// drawClauses draws an expression: alternatives of terms that must all hold.
func drawClauses(t *rapid.T) [][]string {
	negated := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"", "", "!", "-", "!!"}).Draw(t, "negation") + drawTerm(t)
	})
	return rapid.SliceOfN(rapid.SliceOfN(negated, 1, 3), 1, 3).Draw(t, "clauses")
}

// joinClauses returns the text of an expression.
func joinClauses(clauses [][]string, blank string) string {
	var texts []string
	for _, alternatives := range clauses {
		texts = append(texts, strings.Join(alternatives, "|"))
	}
	return strings.Join(texts, blank)
}

// TestProperties checks laws of random expressions on every country of both editions:
// the verdict is the worst of the clauses, each the best of its terms; the order does
// not matter; a term and its negation part the countries; negation twice is none; and
// an expression prints as one that is the same.
func TestProperties(t *testing.T) {
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		env.Mine = []string{"TW", "US"}
		if len(env.Dates) == 0 { // so that changed has something to compare with
			env.Dates, env.Before = []string{"2021-03-23"}, comparison(library.Of("2021-03-23", "2023-01-26").Newest().Atlas(), a)
		}
		rapid.Check(t, func(t *rapid.T) { checkProperties(t, a, env) })
	}
}

func checkProperties(t *rapid.T, a *model.Atlas, env query.Env) {
	parse := func(text string) query.Expr {
		e, err := query.Parse(text, env)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return e
	}
	clauses, one := drawClauses(t), drawTerm(t)
	text := joinClauses(clauses, " ")
	e, x, not, twice := parse(text), parse(one), parse("!"+one), parse("!-"+one)
	printed := parse(e.String())
	if printed.String() != e.String() {
		t.Fatalf("%s prints as %s, and that as %s", text, e, printed)
	}
	shuffled := slices.Clone(clauses)
	slices.Reverse(shuffled)
	reordered := parse(joinClauses(shuffled, "   "))
	terms := make([][]query.Expr, len(clauses))
	for i, alternatives := range clauses {
		for _, term := range alternatives {
			terms[i] = append(terms[i], parse(term))
		}
	}
	for c := range a.Countries() {
		result := e.Judge(c)
		want := query.Meets
		for _, alternatives := range terms {
			best := query.Fails
			for _, term := range alternatives {
				best = max(best, term.Judge(c).Verdict)
			}
			want = min(want, best)
		}
		if result.Verdict != want || e.Verdict(c) != want || printed.Judge(c).Verdict != want || reordered.Judge(c).Verdict != want {
			t.Fatalf("%s: %s is %s, printed %s, reordered %s, want %s", c.Slug(), text, result.Verdict, printed.Judge(c).Verdict, reordered.Judge(c).Verdict, want)
		}
		if len(result.Deciding()) == 0 {
			t.Fatalf("%s: %s is %s without a reason", c.Slug(), text, result.Verdict)
		}
		if yes, no := x.Judge(c).Verdict >= query.Conditional, not.Judge(c).Verdict >= query.Conditional; yes == no {
			t.Fatalf("%s: %s and its negation are both %v", c.Slug(), one, yes)
		}
		if got, want := twice.Judge(c).Verdict, x.Judge(c).Verdict; got != want {
			t.Fatalf("%s: %s twice negated is %s, not %s", c.Slug(), one, got, want)
		}
	}
}

// FuzzParse checks that any text is parsed or refused, and that a parsed expression
// prints as one that means the same.
func FuzzParse(f *testing.F) {
	a, env := edition(f, "2023-01-26")
	env.Mine = []string{"TW"}
	for _, text := range []string{"cp", "!cp|toll:yes plan>=1,200", `city:"ho chi minh" name:ger`, "ＣＰ：ＹＥＳ、no", "--cp", "region:eu,apac", `name:"a,b"c`, "changed:2021-03-23", "|", `"`, "plan≥5", "name:ß,İ", `name:"x|y z"`} {
		f.Add(text)
	}
	taiwan := a.Country("taiwan")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := query.Parse(text, env)
		if err != nil {
			return
		}
		again, err := query.Parse(e.String(), env)
		if err != nil {
			t.Fatalf("%q prints as %q: %v", text, e, err)
		}
		if again.String() != e.String() || again.Judge(taiwan).Verdict != e.Judge(taiwan).Verdict {
			t.Fatalf("%q prints as %q, and that as %q", text, e, again)
		}
	})
}

// BenchmarkJudge judges all countries.
func BenchmarkJudge(b *testing.B) {
	a, env := edition(b, "2023-01-26")
	for _, text := range []string{"cp", "cp tollfree|!toll plan>=1200", "region:eu", "name:ger", "city:paris"} {
		e, err := query.Parse(text, env)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for c := range a.Countries() {
					e.Judge(c)
				}
			}
		})
	}
}
