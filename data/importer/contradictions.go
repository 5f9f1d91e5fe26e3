package importer

import (
	"strings"

	"voxatlas/model"
)

// contradictions returns a warning for each pair of statements on the page that
// contradict each other. Both statements stay in the record.
func (c *countryReader) contradictions() []model.Warning {
	var warnings []model.Warning
	add := func(contradicts bool, key string, args ...model.Arg) {
		if contradicts {
			warnings = append(warnings, newWarning(key, args...))
		}
	}
	answerTo := func(f model.Feature) model.Answer { return c.answers[f] }
	sold := answerTo(model.ConferencingPurchase).State
	notSold := sold == model.No || sold == model.ViaPartner
	auto, toll, minutes := answerTo(model.AutoAssignedNumbers), answerTo(model.TollNumbers), answerTo(model.Minutes)
	plans := answerTo(model.CallingPlansPurchase).State
	cities, requested := toll.Cities.Len(), countOnRequest(toll)

	add(answerTo(model.CallMe).State == model.NeedsCredits && answerTo(model.CreditsPurchase).State == model.No, "call_me_needs_credits_but_credits_not_available")
	add(notSold && auto.State.Offered(), "audio_conferencing_not_sold_but_numbers_auto_assigned")
	add(notSold && answerTo(model.CallMe).State == model.Yes, "audio_conferencing_not_sold_but_call_me_included")
	add(plans == model.Yes && c.hinted, "plans_sold_but_page_keeps_the_not_available_hint")
	add(plans.Offered() && !c.premiumRow && answerTo(model.PremiumNumbers).Unread == "", "premium_row_missing_though_plans_sold")
	add(minutes.StatedPlans > 0 && minutes.State == model.Yes && minutes.StatedPlans != minutes.Plans.Len(),
		"stated_option_count_differs", countArg("stated", minutes.StatedPlans), countArg("listed", minutes.Plans.Len()))
	add(toll.State.Offered() && toll.Scope == model.ScopeNotApplicable, "toll_numbers_available_but_city_list_not_applicable")
	add(toll.State == model.No && cities > 0, "toll_numbers_not_available_but_city_list_given")
	add(toll.State == model.OnRequest && cities > 0 && requested == 0, "toll_on_request_but_no_city_marked_on_request")
	add(toll.State == model.Yes && cities > 0 && requested == cities, "toll_yes_without_request_but_every_city_on_request")
	if c.citiesRead {
		for city := range auto.Cities.Values() {
			name := city.Names.In(model.English)
			add(city.Known() && !hasCity(toll, name), "auto_assigned_city_not_in_toll_city_list", model.ArgOf("city", name))
		}
	}
	return append(warnings, derivedWarnings(answerTo)...)
}

// countOnRequest counts the cities of a that are on request.
func countOnRequest(a model.Answer) int {
	n := 0
	for city := range a.Cities.Values() {
		if city.OnRequest {
			n++
		}
	}
	return n
}

// hasCity reports whether a lists the city of that name, perhaps behind its
// state, as in "Illinois, Chicago".
func hasCity(a model.Answer, name string) bool {
	for city := range a.Cities.Values() {
		if en := city.Names.In(model.English); en == name || strings.HasSuffix(en, ", "+name) {
			return true
		}
	}
	return false
}

// warnOfSharedPool adds a warning to the United States and Puerto Rico if their
// users share minutes, but the two pages have different numbers of minutes.
func warnOfSharedPool(records []model.Record) {
	us, pr := findRecord(records, "US"), findRecord(records, "PR")
	if us == nil || pr == nil || !us.Answers[model.Minutes].HasCondition("us_and_puerto_rico_share_minutes") {
		return
	}
	n, m := us.Answers[model.Minutes].LargestDomestic(), pr.Answers[model.Minutes].LargestDomestic()
	if n == m || n == 0 || m == 0 {
		return
	}
	w := newWarning("shared_pool_stated_but_minutes_differ", countArg("united_states", n), countArg("puerto_rico", m))
	for _, r := range []*model.Record{us, pr} {
		r.Warnings = model.ListOf(append([]model.Warning{w}, r.Warnings.Slice()...)...)
	}
}

// findRecord returns the record of the country with that code; nil without one.
func findRecord(records []model.Record, iso2 string) *model.Record {
	for i := range records {
		if records[i].ISO2 == iso2 {
			return &records[i]
		}
	}
	return nil
}
