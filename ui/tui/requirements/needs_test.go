package requirements

import (
	"reflect"
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model/query"
)

// TestEveryCombination ticks every combination of needs. Its expression parses, and the
// same needs are read from it again, in the form of the expression and in that of a
// shell; every need has its part in it.
func TestEveryCombination(t *testing.T) {
	lib := library.Of("2023-01-26")
	env := lib.QueryEnv(lib.Newest())
	start := New(lib.Newest().Atlas(), env, "").choice
	start.values[indexOf("city")] = "ho chi minh"
	cities := env.FindCity("ho chi minh")
	env.FindCity = func(string) query.CityMatch { return cities } // once is enough
	for bits := range 1 << len(needs) {
		c := start
		for i := range needs {
			if bits>>i&1 == 1 {
				c.tick(i, true)
			}
		}
		text := c.expression()
		if text == "" {
			continue
		}
		expr, err := query.Parse(text, env)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if expr.Shell() != text {
			t.Fatalf("%s is %s for a shell", text, expr.Shell())
		}
		again := choice{values: start.values}
		again.readClauses(expr.Clauses())
		if !reflect.DeepEqual(again, c) {
			t.Fatalf("%s is read as\n%v, want\n%v", text, again, c)
		}
	}
}

// TestTicks: a need is ticked with the one that it narrows, and never without it.
func TestTicks(t *testing.T) {
	var c choice
	c.tick(indexOf("cp_microsoft"), true)
	if got := c.expression(); got != "cp -cp:partner" {
		t.Errorf("from Microsoft: %s", got)
	}
	c.tick(indexOf("cp"), false)
	if got := c.expression(); got != "" {
		t.Errorf("no plans: %s", got)
	}
}

// TestRead reads expressions of every kind: what needs understand, and what is kept.
func TestRead(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	e := lib.Newest()
	for _, c := range []struct{ filter, want, kept string }{
		{"", "", ""},
		{"cp", "cp", ""},
		{"TOLLFREE !tollfree:on_request CP:any", "tollfree -tollfree:on_request cp", ""},
		{"!tollfree:on_request", "!tollfree:on_request", "!tollfree:on_request"},
		{"ac|cp tollfree", "tollfree ac|cp", "ac|cp"},
		{"cp cp", "cp cp", "cp"},
		{"plan>=777 region:asia", "plan>=777 region:asia", ""},
		{"region:eu !region:gcc region:asia", "region:eu -region:gcc region:asia", "region:asia"},
		{"region:eu,asia !region:eu|cp", "region:eu,asia !region:eu|cp", "region:eu,asia !region:eu|cp"},
		{`city:wien`, "city:wien", ""},
		{`city:"ho chi minh" name:ger`, `city:"ho chi minh" name:ger`, "name:ger"},
		{`city:wien,taipei city:"wien"|city:"taipei"`, `city:wien,taipei city:wien|city:taipei`, `city:wien,taipei city:wien|city:taipei`},
		{"credits:yes !cp changed", "credits:yes !cp changed", "credits:yes !cp changed"},
		{"no expression", "", ""},
	} {
		p := New(e.Atlas(), lib.QueryEnv(e), c.filter)
		if got, kept := p.choice.expression(), strings.Join(p.choice.kept, " "); got != c.want || kept != c.kept {
			t.Errorf("%q: %q, kept %q; want %q, kept %q", c.filter, got, kept, c.want, c.kept)
		}
		expr, err := query.Parse(c.filter, lib.QueryEnv(e))
		if err != nil {
			continue
		}
		for country := range e.Atlas().Countries() {
			again, err := query.Parse(p.choice.expression(), lib.QueryEnv(e))
			if err != nil || again.Judge(country).Verdict != expr.Judge(country).Verdict {
				t.Fatalf("%q says something else of %s: %v", c.filter, country.ISO2(), err)
			}
		}
	}
}

// TestQuote: no typed city becomes anything but one value.
func TestQuote(t *testing.T) {
	lib := library.Of("2023-01-26")
	env := lib.QueryEnv(lib.Newest())
	env.FindCity = func(string) query.CityMatch { return query.CityMatch{Countries: []string{"TW"}} }
	for _, typed := range []string{"x", "a b", `a"b`, "a|b", "a,b", "a:b", "!a", "-a", "台，北", "「台北」", "a>=1", " a  b ", "＂a＂", "(x)"} {
		c := choice{}
		c.values[indexOf("city")] = typed
		c.tick(indexOf("city"), true)
		if expr, err := query.Parse(c.expression(), env); err != nil || len(expr.Clauses()) != 1 || !strings.HasPrefix(expr.String(), "city:") {
			t.Errorf("%q: %q, %v", typed, c.expression(), err)
		}
	}
}
