package query_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

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

// drawExpr draws an expression.
func drawExpr(t *rapid.T) string {
	var clauses []string
	for range rapid.IntRange(1, 3).Draw(t, "clauses") {
		var alternatives []string
		for range rapid.IntRange(1, 3).Draw(t, "alternatives") {
			alternatives = append(alternatives, rapid.SampledFrom([]string{"", "", "!", "-", "!!"}).Draw(t, "negation")+drawTerm(t))
		}
		clauses = append(clauses, strings.Join(alternatives, "|"))
	}
	return strings.Join(clauses, " ")
}

// TestProperties checks laws of random expressions on every country of the newest
// edition.
func TestProperties(t *testing.T) {
	a, env := edition(t, "2023-01-26")
	env.Mine = []string{"TW", "US"}
	parse := func(t *rapid.T, text string) query.Expr {
		e, err := query.Parse(text, env)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return e
	}
	rapid.Check(t, func(t *rapid.T) {
		text, one := drawExpr(t), drawTerm(t)
		e, x, not, twice := parse(t, text), parse(t, one), parse(t, "!"+one), parse(t, "!-"+one)
		printed := parse(t, e.String())
		if printed.String() != e.String() {
			t.Fatalf("%s prints as %s, and that as %s", text, e, printed)
		}
		clauses := strings.Split(strings.ReplaceAll(text, `"ho chi minh"`, "hanoi"), " ")
		if strings.Contains(text, "united states") {
			clauses = []string{one}
		}
		ordered := parse(t, strings.Join(clauses, " "))
		rand.Shuffle(len(clauses), func(i, j int) { clauses[i], clauses[j] = clauses[j], clauses[i] })
		shuffled := parse(t, strings.Join(clauses, "   "))
		for c := range a.Countries() {
			if got, want := printed.Judge(c).Verdict, e.Judge(c).Verdict; got != want {
				t.Fatalf("%s: %s is %s, %s is %s", c.Slug(), e, want, printed, got)
			}
			if got, want := shuffled.Judge(c).Verdict, ordered.Judge(c).Verdict; got != want {
				t.Fatalf("%s: the order of %s matters", c.Slug(), text)
			}
			yes, no := x.Judge(c).Verdict >= query.Condition, not.Judge(c).Verdict >= query.Condition
			if yes == no {
				t.Fatalf("%s: %s and its negation are both %v", c.Slug(), one, yes)
			}
			if got, want := twice.Judge(c).Verdict, x.Judge(c).Verdict; got != want {
				t.Fatalf("%s: %s twice negated is %s, not %s", c.Slug(), one, got, want)
			}
			result := e.Judge(c)
			if len(result.Deciding()) == 0 {
				t.Fatalf("%s: %s is %s without a reason", c.Slug(), text, result.Verdict)
			}
		}
	})
}

// TestOracle compares terms about states with a plain reading of the contract.
func TestOracle(t *testing.T) {
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		limiting := model.LimitingNotes()
		for _, f := range model.Features() {
			e, err := query.Parse(f.Short(), env)
			if err != nil {
				t.Fatal(err)
			}
			for c := range a.Countries() {
				limited := slices.ContainsFunc(c.Answer(f).Conditions.Slice(), func(k model.Condition) bool { return limiting[k.Key] }) ||
					slices.ContainsFunc(c.Warnings().Slice(), func(w model.Warning) bool { return w.Concerns(f) && limiting[w.Key] })
				want := query.Fails
				switch s := c.Answer(f).State.String(); {
				case s == "yes" && !limited:
					want = query.Meets
				case strings.Contains(" yes pay_per_minute needs_credits on_request partner restricted partial ", " "+s+" "):
					want = query.Condition
				}
				if got := e.Judge(c).Verdict; got != want {
					t.Errorf("%s, %s in %s: %s, want %s", date, f, c.Slug(), got, want)
				}
			}
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
