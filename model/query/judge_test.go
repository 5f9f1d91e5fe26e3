package query_test

import (
	"testing"

	"voxatlas/model"
	"voxatlas/model/query"
)

// reason returns the reason of an expression of one term on a country AA with one answer.
func reason(t *testing.T, expr string, f model.Feature, a model.Answer) query.Reason {
	t.Helper()
	env := query.Env{FindCity: func(name string) query.CityMatch {
		return query.CityMatch{Countries: []string{"AA"}, Listed: map[string][]model.Names{"AA": {english(name)}}}
	}}
	e, err := query.Parse(expr, env)
	if err != nil {
		t.Fatalf("%s: %v", expr, err)
	}
	c := model.NewCountry(model.Record{Slug: "aa", ISO2: "AA", Answers: map[model.Feature]model.Answer{f: a}})
	return e.Judge(c).Reasons[0]
}

// english returns a name in English.
func english(name string) model.Names {
	return model.NamesOf(map[model.Lang]string{model.English: name})
}

// TestUnstatedCity judges a city that is listed although the page does not say whether
// there are toll numbers.
func TestUnstatedCity(t *testing.T) {
	for expr, want := range map[string]query.Verdict{"city:here": query.Fails, "!city:here": query.Conditional, "city:there": query.Fails, "!city:there": query.Conditional, "city:there,here": query.Fails} {
		for _, onRequest := range []bool{false, true} {
			r := reason(t, expr, model.TollNumbers, model.Answer{State: model.Unstated, Cities: model.ListOf(model.City{Names: english("here"), OnRequest: onRequest})})
			if r.Verdict != want || r.Kind != query.StateReason || r.State != model.Unstated {
				t.Errorf("%s: %+v, want %s as the page does not say", expr, r, want)
			}
		}
	}
	if r := reason(t, "city:here", model.TollNumbers, model.Answer{State: model.Yes, Cities: model.ListOf(model.City{Names: english("here")})}); r.Verdict != query.Meets {
		t.Errorf("with a yes: %+v", r)
	}
}

// TestPlanOfReason checks that the reason has the minutes of the plan that met the term.
func TestPlanOfReason(t *testing.T) {
	plan := func(minutes int, limited bool) model.Plan {
		return model.Plan{Kind: model.Domestic, DomesticMinutes: minutes, Limited: limited}
	}
	plans := model.Answer{State: model.Yes, Plans: model.ListOf(plan(3000, true), plan(120, false), plan(1200, false))}
	for _, c := range []struct {
		expr    string
		verdict query.Verdict
		kind    query.ReasonKind
		minutes int
	}{
		{"plan>=100", query.Meets, query.PlanMinutes, 1200}, {"plan>=1200", query.Meets, query.PlanMinutes, 1200}, {"plan>=2000", query.Conditional, query.PlanLimited, 0}, {"plan>=4000", query.Fails, query.PlanMinutes, 3000},
	} {
		if r := reason(t, c.expr, model.Minutes, plans); r.Verdict != c.verdict || r.Kind != c.kind || r.Count != c.minutes {
			t.Errorf("%s: %+v, want %s, %s, %d", c.expr, r, c.verdict, c.kind, c.minutes)
		}
	}
}
