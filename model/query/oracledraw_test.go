package query_test

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"voxatlas/model"
	"voxatlas/model/query"
)

// drawOracleTerm draws a term.
func drawOracleTerm(t *rapid.T, env query.Env) oracleTerm {
	o := drawAnswerTerm(t)
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		o = drawPlanTerm(t)
	case 1:
		words := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"cities", "nongeo", "none"}), 1, 2, rapid.ID).Draw(t, "scopes")
		stable := map[string]string{"cities": "cities", "non_geographic": "nongeo", "not_applicable": "none"}
		o.text = "scope:" + strings.Join(words, ",")
		o.judge = func(c *model.Country) (string, bool) {
			scope := c.Answer(model.TollNumbers).Scope.String()
			verdict, _ := always(func(*model.Country) bool { return slices.Contains(words, stable[scope]) })(c)
			return verdict, scope == ""
		}
	case 2:
		o = drawPlaceTerm(t, env)
	case 3:
		if rapid.Bool().Draw(t, "mine") {
			o.text, o.judge = "mine", always(func(c *model.Country) bool { return slices.Contains(env.Mine, c.ISO2()) })
			break
		}
		o.text = rapid.SampledFrom([]string{"changed", "changed:" + env.Dates[0]}).Draw(t, "changed")
		o.judge = always(func(c *model.Country) bool {
			for was := range env.Before("").From().Countries() {
				if was.ISO2() == c.ISO2() {
					return len(model.DiffCountry(was, c)) > 0
				}
			}
			return true // a country that came
		})
	}
	o.signs = rapid.SampledFrom([]string{"", "", "!", "-", "!!", "!-"}).Draw(t, "signs")
	return o
}

// drawAnswerTerm draws a term about the state of an answer.
func drawAnswerTerm(t *rapid.T) oracleTerm {
	f := rapid.SampledFrom(model.Features()).Draw(t, "feature")
	key := rapid.SampledFrom([]string{f.Short(), f.Key(), strings.ToUpper(f.Short())}).Draw(t, "key")
	any := func(c *model.Country) (string, bool) { return oracleState(c, f) }
	words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields(oracleOffered+"no not_applicable unstated unread any")), 0, 3).Draw(t, "states")
	switch {
	case len(words) == 0:
		return oracleTerm{"", key, any}
	case len(words) == 1 && words[0] == "any":
		return oracleTerm{"", key + ":any", any}
	}
	return oracleTerm{"", key + ":" + strings.Join(words, ","), always(func(c *model.Country) bool {
		state := c.Answer(f).State.String()
		return slices.Contains(words, state) || slices.Contains(words, "any") && contains(oracleOffered, state)
	})}
}

// drawPlanTerm draws a term about plans.
func drawPlanTerm(t *rapid.T) oracleTerm {
	if rapid.Bool().Draw(t, "minutes") {
		n := rapid.SampledFrom([]int{1, 120, 121, 1200, 2000, 3000, 3001}).Draw(t, "n")
		text := rapid.SampledFrom([]string{"plan>=%d", "plan:%d+", "PLAN≥%d"}).Draw(t, "form")
		return oracleTerm{"", fmt.Sprintf(text, n), func(c *model.Country) (string, bool) {
			return oraclePlans(c, func(p model.Plan) bool { return p.DomesticMinutes >= n })
		}}
	}
	stable := map[string]string{"domestic": "domestic", "domestic_and_international": "international", "pay_as_you_go": "payg"}
	words := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"payg", "domestic", "international"}), 1, 2, rapid.ID).Draw(t, "plans")
	return oracleTerm{"", "plan:" + strings.Join(words, ","), func(c *model.Country) (string, bool) {
		return oraclePlans(c, func(p model.Plan) bool { return slices.Contains(words, stable[p.Kind.String()]) })
	}}
}

// drawPlaceTerm draws a term about names, regions or cities.
func drawPlaceTerm(t *rapid.T, env query.Env) oracleTerm {
	switch rapid.SampledFrom([]string{"name", "region", "city"}).Draw(t, "place") {
	case "name":
		name := rapid.SampledFrom([]string{"ger", "灣", "TW", "aa", "united states", "the-united-kingdom-u-k", "ＪＰＮ", "a"}).Draw(t, "name")
		key := env.Fold(name)
		return oracleTerm{"", `name:"` + name + `"`, always(func(c *model.Country) bool {
			for _, n := range c.Names().All() {
				if strings.Contains(env.Fold(n), key) {
					return true
				}
			}
			return key == env.Fold(c.Slug()) || key == env.Fold(c.ISO2()) || key == env.Fold(c.ISO3())
		})}
	case "region":
		regions := rapid.SliceOfN(rapid.SampledFrom(env.RegionKeys), 1, 2).Draw(t, "regions")
		return oracleTerm{"", "region:" + strings.Join(regions, ","), always(func(c *model.Country) bool {
			return slices.ContainsFunc(regions, func(r string) bool { return env.InRegion(c.ISO2(), r) })
		})}
	}
	cities := rapid.SliceOfN(rapid.SampledFrom([]string{"paris", "taipei", "Ho Chi Minh", "salvador", "jakarta", "algiers", "manama", "birmingham"}), 1, 2).Draw(t, "cities")
	return oracleTerm{"", `city:"` + strings.Join(cities, `","`) + `"`, func(c *model.Country) (string, bool) {
		best, silent := "fails", false
		for _, city := range cities {
			verdict, unstated := oracleCity(c, env.FindCity(city))
			silent = silent || unstated
			if verdict == "meets" || verdict == "condition" && best == "fails" {
				best = verdict
			}
		}
		return best, silent
	}}
}

// drawCountry draws a country that says anything, be it against the rules of editions.
func drawCountry(t *rapid.T, iso2 string) *model.Country {
	r := model.Record{Slug: "slug-" + iso2, ISO2: iso2, ISO3: iso2 + "A", Names: english("Land " + iso2), Answers: map[model.Feature]model.Answer{}}
	cities := rapid.SampledFrom([]string{"paris", "taipei", "Ho Chi Minh", "salvador"})
	for _, f := range model.Features() {
		a := model.Answer{State: rapid.SampledFrom(model.States()).Draw(t, "state"), OtherCitiesOnRequest: rapid.Bool().Draw(t, "others")}
		a.Scope = rapid.SampledFrom([]model.Scope{model.ScopeUnstated, model.Cities, model.NonGeographic, model.ScopeNotApplicable}).Draw(t, "scope")
		for _, name := range rapid.SliceOfNDistinct(cities, 0, 2, rapid.ID).Draw(t, "cities") {
			a.Cities = model.ListOf(append(a.Cities.Slice(), model.City{Names: english(name), OnRequest: rapid.Bool().Draw(t, "request")})...)
		}
		for range rapid.IntRange(0, 2).Draw(t, "plans") {
			kind := rapid.SampledFrom([]model.PlanKind{model.Domestic, model.DomesticAndInternational, model.PayAsYouGo}).Draw(t, "kind")
			plan := model.Plan{Kind: kind, DomesticMinutes: rapid.SampledFrom([]int{0, 120, 1200, 3000}).Draw(t, "minutes"), Limited: rapid.Bool().Draw(t, "limited")}
			a.Plans = model.ListOf(append(a.Plans.Slice(), plan)...)
		}
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(model.Conditions()), 0, 1).Draw(t, "conditions") {
			a.Conditions = model.ListOf(model.Condition{Key: key})
		}
		r.Answers[f] = a
	}
	for _, key := range rapid.SliceOfN(rapid.SampledFrom(model.Warnings()), 0, 2).Draw(t, "warnings") {
		r.Warnings = model.ListOf(append(r.Warnings.Slice(), model.Warning{Key: key, Features: model.ListOf(model.WarningFeatures(key)...)})...)
	}
	return model.NewCountry(r)
}
