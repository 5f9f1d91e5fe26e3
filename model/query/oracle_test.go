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

// The oracle judges as the contract reads, term by term and word by word, slowly and
// with nothing of the package's own judging. An expression is drawn with its meaning, so
// that the oracle parses none.

// oracleTerm is a term as text, and a function that judges it without its negation:
// "meets", "condition" or "fails", and whether it fails as the page is silent.
type oracleTerm struct {
	signs, text string
	judge       func(*model.Country) (verdict string, silent bool)
}

// verdict returns the verdict on a country, with the negation. Two signs are none.
func (o oracleTerm) verdict(c *model.Country) string {
	verdict, silent := o.judge(c)
	switch {
	case len(o.signs)%2 == 0:
		return verdict
	case verdict != "fails":
		return "fails"
	case silent:
		return "condition"
	}
	return "meets"
}

// oracleLimits are the notes that say who may not have something, what must be bought or
// asked for besides, or that the source contradicts the answer.
const oracleLimits = ` audio_conferencing_for_users_abroad_only audio_conferencing_pay_per_minute_only audio_conferencing_third_party
	auto_assigned_numbers_contact_desk auto_assigned_numbers_local_organizations_only
	call_me_charged_per_minute_from_credits call_me_needs_communications_credits call_me_not_for_purchases_from_china
	calling_plan_early_adopters_only calling_plan_sold_by_partner calling_plan_partner_addon_visibility calling_plan_partner_tenant_in_country_only country_specific_plan_skus
	premium_calls_need_communications_credits service_numbers_contact_desk service_numbers_partner_or_contact_desk service_numbers_audio_conferencing_only
	toll_numbers_local_organizations_only toll_numbers_on_request toll_free_not_for_purchases_from_china toll_free_on_request
	audio_conferencing_not_sold_but_numbers_auto_assigned audio_conferencing_not_sold_but_call_me_included audio_conferencing_not_sold_but_call_me_stated
	call_me_needs_credits_but_credits_not_available plans_sold_but_page_keeps_the_not_available_hint
	toll_numbers_available_but_city_list_not_applicable toll_numbers_not_available_but_city_list_given
	toll_on_request_but_no_city_marked_on_request toll_yes_without_request_but_every_city_on_request
	toll_free_needs_credits_but_credits_not_available attendants_and_queues_need_numbers_on_request_only `

// oracleOffered are the states that offer something in some form.
const oracleOffered = " yes pay_per_minute needs_credits on_request partner restricted partial "

func contains(words, word string) bool { return slices.Contains(strings.Fields(words), word) }

// oracleLimited reports whether a note limits an answer.
func oracleLimited(c *model.Country, f model.Feature) bool {
	for _, k := range c.Answer(f).Conditions.All() {
		if contains(oracleLimits, k.Key) {
			return true
		}
	}
	for _, w := range c.Warnings().All() {
		if slices.Contains(w.Features.Slice(), f) && contains(oracleLimits, w.Key) {
			return true
		}
	}
	return false
}

// oracleState judges the key of an answer alone.
func oracleState(c *model.Country, f model.Feature) (string, bool) {
	state := c.Answer(f).State.String()
	switch {
	case state == "unstated":
		return "fails", true
	case !contains(oracleOffered, state):
		return "fails", false
	case state == "yes" && !oracleLimited(c, f):
		return "meets", false
	}
	return "condition", false
}

// oraclePlans judges which plans there are.
func oraclePlans(c *model.Country, wanted func(model.Plan) bool) (string, bool) {
	a := c.Answer(model.Minutes)
	if a.State.String() == "partner" {
		return "fails", true
	}
	verdict := "fails"
	for _, plan := range a.Plans.All() {
		if wanted(plan) && !plan.Limited {
			return "meets", false
		}
		if wanted(plan) {
			verdict = "condition"
		}
	}
	return verdict, a.State.String() == "unstated"
}

// oracleCity judges a city.
func oracleCity(c *model.Country, match query.CityMatch) (string, bool) {
	a := c.Answer(model.TollNumbers)
	state := a.State.String()
	there := slices.Contains(match.Countries, c.ISO2())
	for _, city := range a.Cities.All() {
		for _, names := range match.Listed[c.ISO2()] {
			if !names.Equal(city.Names) {
				continue
			}
			switch {
			case state == "unstated":
				return "fails", true
			case state == "no" || state == "not_applicable":
				return "fails", false
			case state == "yes" && !city.OnRequest && !oracleLimited(c, model.TollNumbers):
				return "meets", false
			}
			return "condition", false
		}
	}
	switch {
	case there && a.OtherCitiesOnRequest && contains(oracleOffered, state):
		return "condition", false
	case there && a.Scope.String() != "non_geographic" && state == "unstated":
		return "fails", true
	}
	return "fails", false
}

// always returns the judge of a term that is plainly met or not.
func always(met func(*model.Country) bool) func(*model.Country) (string, bool) {
	return func(c *model.Country) (string, bool) {
		if met(c) {
			return "meets", false
		}
		return "fails", false
	}
}

// checkOracle draws an expression and compares the verdicts on all countries with the
// oracle's, for the terms in this order and in another.
func checkOracle(t *rapid.T, countries []*model.Country, env query.Env) {
	term := rapid.Custom(func(t *rapid.T) oracleTerm { return drawOracleTerm(t, env) })
	clauses := rapid.SliceOfN(rapid.SliceOfN(term, 1, 3), 1, 3).Draw(t, "clauses")
	text := oracleText(clauses)
	var mixed [][]oracleTerm
	for _, clause := range rapid.Permutation(clauses).Draw(t, "order") {
		mixed = append(mixed, rapid.Permutation(clause).Draw(t, "alternatives"))
	}
	expr, err := query.Parse(text, env)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	other, err := query.Parse(oracleText(mixed), env)
	if err != nil {
		t.Fatalf("%s: %v", oracleText(mixed), err)
	}
	rank := map[string]int{"fails": 0, "condition": 1, "meets": 2}
	for _, c := range countries {
		want := "meets"
		for _, clause := range clauses {
			best := "fails"
			for _, o := range clause {
				if v := o.verdict(c); rank[v] > rank[best] {
					best = v
				}
			}
			if rank[best] < rank[want] {
				want = best
			}
		}
		if got := expr.Judge(c).Verdict.String(); got != want {
			t.Fatalf("%s: %s: %s, want %s", c.Slug(), text, got, want)
		}
		for _, reason := range expr.Judge(c).Reasons {
			for _, f := range reason.Features() {
				if !slices.Contains(expr.Features(), f) {
					t.Fatalf("%s: %s: the reason %s is about %s, which the expression is not", c.Slug(), text, reason.Term, f.Key())
				}
			}
		}
		if got := other.Judge(c).Verdict.String(); got != want {
			t.Fatalf("%s: %s: %s, but %s: %s", c.Slug(), oracleText(mixed), got, text, want)
		}
	}
}

// oracleText returns the text of an expression.
func oracleText(clauses [][]oracleTerm) string {
	var texts []string
	for _, clause := range clauses {
		var terms []string
		for _, o := range clause {
			terms = append(terms, o.signs+o.text)
		}
		texts = append(texts, strings.Join(terms, "|"))
	}
	return strings.Join(texts, " ")
}

// TestOracle compares random expressions with the oracle, on every country of both
// editions.
func TestOracle(t *testing.T) {
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		env.Mine = []string{"TW", "US"}
		before := library.Of("2021-03-23", "2023-01-26").Edition("2021-03-23").Atlas()
		env.Dates, env.Before = []string{"2021-03-23"}, comparison(before, a)
		countries := slices.Collect(a.Countries())
		rapid.Check(t, func(t *rapid.T) { checkOracle(t, countries, env) })
	}
}

// TestOracleOfRandomCountries compares random expressions with the oracle, on random
// countries of two random editions.
func TestOracleOfRandomCountries(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	env.Mine = []string{"AA", "CC"}
	env.FindCity = func(name string) query.CityMatch {
		listed := []model.Names{english(name)}
		return query.CityMatch{Countries: []string{"AA", "BB"}, Listed: map[string][]model.Names{"AA": listed, "BB": listed, "DD": listed}}
	}
	env.InRegion = func(iso2, region string) bool { return (int(iso2[0])+len(region))%2 == 0 }
	rapid.Check(t, func(t *rapid.T) {
		env := env
		var was, is []*model.Country
		for _, iso2 := range []string{"AA", "BB", "CC"} {
			c := drawCountry(t, iso2)
			was, is = append(was, c), append(is, rapid.SampledFrom([]*model.Country{c, drawCountry(t, iso2)}).Draw(t, "changed"))
		}
		is = append(is, drawCountry(t, "DD"))
		before := model.NewAtlas(model.EditionInfo{Date: "2020-01-01"}, was, model.List[model.Destination]{})
		env.Dates, env.Before = []string{"2020-01-01"}, comparison(before, model.NewAtlas(model.EditionInfo{Date: "2021-01-01"}, is, model.List[model.Destination]{}))
		checkOracle(t, is, env)
	})
}
