package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/model"
)

func TestCheckAcceptsAValidAtlas(t *testing.T) {
	if err := valid().atlas().Check(); err != nil {
		t.Error(err)
	}
}

// Each case makes a valid atlas violate one rule.
func TestCheckReportsEachViolation(t *testing.T) {
	edition := func(change func(*model.EditionInfo)) func(*draft) {
		return func(d *draft) { change(&d.edition) }
	}
	source := func(change func(*model.Source)) func(*draft) {
		return func(d *draft) { change(&d.edition.Source) }
	}
	country := func(change func(*model.Record)) func(*draft) {
		return func(d *draft) { change(&d.countries[0]) }
	}
	answer := func(f model.Feature, change func(*model.Answer)) func(*draft) {
		return func(d *draft) {
			a := d.countries[0].Answers[f]
			change(&a)
			d.countries[0].Answers[f] = a
		}
	}
	plan := func(o model.Plan) func(*draft) {
		return answer(model.Minutes, func(a *model.Answer) { a.Plans = model.ListOf(o) })
	}
	city := func(cities ...model.City) func(*draft) {
		return answer(model.TollNumbers, func(a *model.Answer) { a.Cities = model.ListOf(cities...) })
	}
	condition := func(f model.Feature, key string, args ...model.Arg) func(*draft) {
		return answer(f, func(a *model.Answer) {
			a.Conditions = model.ListOf(model.Condition{Key: key, Args: model.ListOf(args...)})
		})
	}
	warning := func(key string, fs []model.Feature, args ...model.Arg) func(*draft) {
		return country(func(r *model.Record) {
			r.Warnings = model.ListOf(model.Warning{Key: key, Features: model.ListOf(fs...), Args: model.ListOf(args...)})
		})
	}
	step := func(steps ...model.Step) func(*draft) {
		return answer(model.CallMe, func(a *model.Answer) { a.Next = model.ListOf(steps...) })
	}
	destination := func(change func(*model.Destination)) func(*draft) {
		return func(d *draft) { change(&d.destinations[0]) }
	}

	for _, tt := range []struct {
		breaks func(*draft)
		want   string // behind "edition 2023-01-26: "; for a country behind "taiwan: "
	}{
		{edition(func(e *model.EditionInfo) { e.AppliesTo = model.List[string]{} }), `does not say which products it applies to`},
		{edition(func(e *model.EditionInfo) { e.AppliesTo = model.ListOf("Te\u200bams") }), `product has the character U+200B, which may not be shown`},
		{source(func(s *model.Source) { s.Repository = "repo" }), `source: repository "repo" is not owner/name`},
		{source(func(s *model.Source) { s.Repository = "" }), `source: repository "" is not owner/name`},
		{source(func(s *model.Source) { s.Repository = "a/b/c" }), `source: repository "a/b/c" is not owner/name`},
		{source(func(s *model.Source) { s.Commit = "0f67a55" }), `source: commit "0f67a55" is not 40 hex digits`},
		{source(func(s *model.Source) { s.CommitDate = "2023-01" }), `source: commit date "2023-01" is neither RFC 3339 nor a day`},
		{source(func(s *model.Source) { s.Licence = "" }), `source: licence or attribution is missing`},
		{source(func(s *model.Source) { s.Attribution = "" }), `source: licence or attribution is missing`},
		{source(func(s *model.Source) { s.Branch = "li\x1bve" }), `source: branch has the character U+001B, which may not be shown`},
		{source(func(s *model.Source) { s.Folder = "Te\u202eams" }), `source: folder has the character U+202E, which may not be shown`},
		{source(func(s *model.Source) { s.Website = "ftp://x/" }), `source: website "ftp://x/" is no http or https address`},
		{source(func(s *model.Source) { s.PagesRead = -1 }), `source: -1 pages; 0 to 1000 are allowed`},
		{source(func(s *model.Source) { s.PagesNotRead = 1001 }), `source: 1001 pages; 0 to 1000 are allowed`},

		{source(func(s *model.Source) { s.CommitDate = "2023-01-26T00:39:07." + strings.Repeat("1", 30) + "Z" }),
			`source: commit date "2023-01-26T00:39:07.11111111111111111111..." is neither RFC 3339 nor a day`},
		{edition(func(e *model.EditionInfo) { e.AppliesTo = many("Teams", 51) }), `has 51 products; the limit is 50`},
		{func(d *draft) { d.countries = slices.Repeat(d.countries, 1001) }, `has 1001 countries; the limit is 1000`},
		{country(func(r *model.Record) { r.Dial = many("886", 51) }), `taiwan: has 51 calling codes; the limit is 50`},
		{country(func(r *model.Record) { r.Page.Remarks = many("x", 51) }), `taiwan: has 51 remarks; the limit is 50`},
		{country(func(r *model.Record) {
			texts := map[model.Lang]string{}
			for i := range 51 {
				texts[model.Lang(fmt.Sprintf("x-%d", i))] = "\x1b"
			}
			r.Printed = model.NamesOf(texts)
		}), `taiwan: has 51 languages of its printed name; the limit is 50`},
		{country(func(r *model.Record) { r.Warnings = many(r.Warnings.At(0), 51) }), `taiwan: has 51 warnings; the limit is 50`},
		{country(func(r *model.Record) { r.Warnings = many(r.Warnings.At(0), 2) }), `taiwan: warning outbound_destinations_count_differs stands twice`},
		{warning("premium_row_missing_though_plans_sold", slices.Repeat([]model.Feature{model.Minutes}, 15)),
			`taiwan: has 15 features of the warning premium_row_missing_though_plans_sold; the limit is 14`},
		{city(slices.Repeat([]model.City{{}}, 1001)...), `taiwan: service_numbers.toll: has 1001 cities; the limit is 1000`},
		{answer(model.Minutes, func(a *model.Answer) { a.Plans = many(model.Plan{}, 1001) }), `taiwan: calling_plans.minutes: has 1001 plans; the limit is 1000`},
		{answer(model.CallMe, func(a *model.Answer) { a.Conditions = many(model.Condition{}, 51) }), `taiwan: audio_conferencing.call_me: has 51 conditions; the limit is 50`},
		{step(slices.Repeat([]model.Step{{}}, 51)...), `taiwan: audio_conferencing.call_me: has 51 next steps; the limit is 50`},
		{condition(model.CallMe, "call_me_not_for_purchases_from_china", slices.Repeat([]model.Arg{{}}, 51)...),
			`taiwan: audio_conferencing.call_me: has 51 arguments of call_me_not_for_purchases_from_china; the limit is 50`},
		{condition(model.CallingPlansPurchase, "local_terms_documents", model.Arg{Name: "links", Values: many("", 1001)}),
			`taiwan: calling_plans.purchase: has 1001 values of the argument links; the limit is 1000`},
		{func(d *draft) {
			d.countries[0].Answers[model.OutboundCalls] = model.Answer{}
			d.destinations = make([]model.Destination, 1001)
		}, `has 1001 destinations; the limit is 1000`},

		{func(d *draft) { d.countries = nil }, `no countries`},
		{func(d *draft) { d.countries = append(d.countries, d.countries[0]) }, `taiwan stands twice`},
		{func(d *draft) {
			other := d.countries[0]
			other.Slug, other.ISO3 = "formosa", "FMS"
			d.countries = append(d.countries, other)
		}, `taiwan and formosa are both TW`},
		{func(d *draft) {
			other := d.countries[0]
			other.Slug, other.ISO2 = "formosa", "FM"
			d.countries = append(d.countries, other)
		}, `taiwan and formosa are both TWN`},

		{country(func(r *model.Record) { r.Slug = "Tai--wan" }), `Tai--wan: slug "Tai--wan" is not words joined by hyphens`},
		{country(func(r *model.Record) { r.Slug = "" }), `: slug "" is not words joined by hyphens`},
		{country(func(r *model.Record) { r.Slug = "../taiwan" }), `../taiwan: slug "../taiwan" is not words joined by hyphens`},
		{country(func(r *model.Record) { r.ISO2 = "tw" }), `taiwan: codes "tw" and "TWN" are not ISO 3166`},
		{country(func(r *model.Record) { r.ISO3 = "" }), `taiwan: codes "TW" and "" are not ISO 3166`},
		{country(func(r *model.Record) { r.Dial = model.ListOf("+886") }), `taiwan: calling code "+886" is not digits`},
		{country(func(r *model.Record) { r.Dial = model.ListOf("0886") }), `taiwan: calling code "0886" is not digits`},
		{country(func(r *model.Record) { r.Dial = model.ListOf("88612345") }), `taiwan: calling code "88612345" is not digits`},
		{country(func(r *model.Record) { r.Names = both("", "台灣") }), `taiwan: name has no text in en`},
		{country(func(r *model.Record) { r.Printed = both("Tai\twan", "") }), `taiwan: printed name has the character U+0009, which may not be shown`},
		{country(func(r *model.Record) { r.Printed = model.NamesOf(map[model.Lang]string{"e\x1bn": "Taiwan"}) }),
			`taiwan: printed name is in "e?n", which is no language tag`},
		{country(func(r *model.Record) { r.Page.Date = "25.01.2022" }), `taiwan: page date "25.01.2022" is no date; write it as 2023-01-26`},
		{country(func(r *model.Record) { r.Page.Date = "2022-02-30" }), `taiwan: page date "2022-02-30" is no date; write it as 2023-01-26`},
		{country(func(r *model.Record) { r.Page.URL = "" }), `taiwan: page "" is no https or mailto link`},
		{country(func(r *model.Record) { r.Page.URL = "http://learn.microsoft.com" }), `taiwan: page "http://learn.microsoft.com" is no https or mailto link`},
		{country(func(r *model.Record) { r.Page.URL = "javascript:alert(1)" }), `taiwan: page "javascript:alert(1)" is no https or mailto link`},
		{country(func(r *model.Record) { r.Page.URL = "https:///path" }), `taiwan: page "https:///path" is no https or mailto link`},
		{country(func(r *model.Record) { r.Page.URL = "https://x/\a" }), `taiwan: page has the character U+0007, which may not be shown`},
		{country(func(r *model.Record) { r.Page.URL = "https://x/" + strings.Repeat("x", 1000) }), `taiwan: page is 1010 bytes long; the limit is 1000`},
		{country(func(r *model.Record) { r.Page.Remarks = model.ListOf("\xff") }), `taiwan: remark has the character U+FFFD, which may not be shown`},

		{answer(model.Voicemail, func(a *model.Answer) { a.State = model.NeedsCredits }), `taiwan: phone_system.voicemail: cannot be "needs_credits"`},
		{answer(model.TollFreeNumbers, func(a *model.Answer) { a.State = model.Restricted }), `taiwan: service_numbers.toll_free: cannot be "restricted"`},
		{answer(model.Voicemail, func(a *model.Answer) { a.State = 99 }), `taiwan: phone_system.voicemail: cannot be "State(99)"`},
		{answer(model.CallMe, func(a *model.Answer) { a.Scope = model.NonGeographic }),
			`taiwan: audio_conferencing.call_me: has cities or a scope; only automatically assigned and toll numbers have`},
		{answer(model.CallMe, func(a *model.Answer) { a.OtherCitiesOnRequest = true }),
			`taiwan: audio_conferencing.call_me: has cities or a scope; only automatically assigned and toll numbers have`},
		{answer(model.AutoAssignedNumbers, func(a *model.Answer) { a.Scope = model.Cities }),
			`taiwan: audio_conferencing.auto_assigned_numbers: has scope "cities" and 0 cities`},
		{answer(model.TollNumbers, func(a *model.Answer) { a.Scope = model.NonGeographic }), `taiwan: service_numbers.toll: has scope "non_geographic" and 1 cities`},
		{answer(model.CallMe, func(a *model.Answer) { a.StatedPlans = 1 }),
			`taiwan: audio_conferencing.call_me: has plan options; only calling_plans.minutes has`},
		{answer(model.Minutes, func(a *model.Answer) { a.Plans = model.List[model.Plan]{} }), `taiwan: calling_plans.minutes: is "yes" with 0 plan options`},
		{answer(model.Minutes, func(a *model.Answer) { a.State = model.No }), `taiwan: calling_plans.minutes: is "no" with 3 plan options`},
		{answer(model.Minutes, func(a *model.Answer) { a.StatedPlans = -1 }), `taiwan: calling_plans.minutes: states -1 plans`},
		{answer(model.Minutes, func(a *model.Answer) { a.StatedPlans = 1e6 }), `taiwan: calling_plans.minutes: states 1000000 plans`},

		{answer(model.OutboundCalls, func(a *model.Answer) { a.State = model.No }), `taiwan: calling_plans.outbound_calls: is "no" with 196 destinations`},
		{answer(model.OutboundCalls, func(a *model.Answer) { a.Destinations = model.Destinations{} }), `taiwan: calling_plans.outbound_calls: is "yes" with 0 destinations`},
		{answer(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Stated = -196 }), `taiwan: calling_plans.outbound_calls: states -196 destinations`},
		{answer(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Listed = 198 }),
			`taiwan: calling_plans.outbound_calls: lists 198 destinations; the edition has 1`},
		{answer(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Plan = 0 }),
			`taiwan: calling_plans.outbound_calls: does not say for which plan its destinations hold`},

		{answer(model.ConferencingPurchase, func(a *model.Answer) { a.State = model.Yes }), `taiwan: audio_conferencing.purchase: is "yes" with partner "Telstra"`},
		{answer(model.ConferencingPurchase, func(a *model.Answer) { a.Partner.Name = "" }), `taiwan: audio_conferencing.purchase: is "partner" with partner ""`},
		{answer(model.ConferencingPurchase, func(a *model.Answer) { a.Partner.Name = "Tel\u2066stra" }),
			`taiwan: audio_conferencing.purchase: partner has the character U+2066, which may not be shown`},
		{answer(model.ConferencingPurchase, func(a *model.Answer) { a.Partner.URL = "file:///etc/passwd" }),
			`taiwan: audio_conferencing.purchase: partner's page "file:///etc/passwd" is no https or mailto link`},

		{city(model.City{Names: both("Taipei", "台北")}, model.City{Names: both("Taipei", "台北")}), `taiwan: service_numbers.toll: city Taipei stands twice`},
		{city(model.City{Names: both("", "台北")}), `taiwan: service_numbers.toll: city 台北 has no text in en`},
		{city(model.City{Names: model.NamesOf(map[model.Lang]string{"en": "Taipei", "sluck": "x"})}), `taiwan: service_numbers.toll: unknown member "sluck"`},
		{city(model.City{Names: both("Taipei", "台\x9b北")}), `taiwan: service_numbers.toll: city Taipei has the character U+FFFD, which may not be shown`},
		{city(model.City{Names: both("Taipei", "台北"), Printed: "Tai\npei"}), `taiwan: service_numbers.toll: printed city has the character U+000A, which may not be shown`},

		{plan(model.Plan{}), `taiwan: calling_plans.minutes: plan 1 has no kind`},
		{plan(model.Plan{Kind: model.Domestic}), `taiwan: calling_plans.minutes: plan 1 is domestic with 0 domestic and 0 international minutes`},
		{plan(model.Plan{Kind: model.Domestic, DomesticMinutes: 120, InternationalMinutes: 60}),
			`taiwan: calling_plans.minutes: plan 1 is domestic with 120 domestic and 60 international minutes`},
		{plan(model.Plan{Kind: model.PayAsYouGo, DomesticMinutes: 1}), `taiwan: calling_plans.minutes: plan 1 is pay_as_you_go with 1 domestic and 0 international minutes`},
		{plan(model.Plan{Kind: model.Domestic, DomesticMinutes: -120}),
			`taiwan: calling_plans.minutes: plan 1 has -120 domestic and 0 international minutes; 0 to 100000 are possible`},
		{plan(model.Plan{Kind: model.Domestic, DomesticMinutes: 1e9}),
			`taiwan: calling_plans.minutes: plan 1 has 1000000000 domestic and 0 international minutes; 0 to 100000 are possible`},
		{plan(model.Plan{Kind: model.Domestic, DomesticMinutes: 120, WhicheverFirst: true}), `taiwan: calling_plans.minutes: plan 1 has no international minutes to end first`},
		{plan(model.Plan{Kind: model.PayAsYouGo, Printed: "\x1b"}), `taiwan: calling_plans.minutes: printed plan has the character U+001B, which may not be shown`},

		{condition(model.CallMe, "call_me_is_free"), `taiwan: audio_conferencing.call_me: unknown condition "call_me_is_free"`},
		{condition(model.CallMe, "\x1b[2J"), `taiwan: audio_conferencing.call_me: unknown condition "?[2J"`},
		{condition(model.CallMe, "toll_free_on_request"), `taiwan: audio_conferencing.call_me: condition toll_free_on_request belongs to [service_numbers.toll_free]`},
		{condition(model.CallMe, "call_me_not_for_purchases_from_china", model.ArgOf("city", "x")),
			`taiwan: audio_conferencing.call_me: call_me_not_for_purchases_from_china takes no argument "city"`},
		{condition(model.CallMe, "call_me_not_for_purchases_from_china", model.ArgOf("\x1b]0;\a", "\x1b")),
			`taiwan: audio_conferencing.call_me: call_me_not_for_purchases_from_china takes no argument "?]0;?"`},
		{condition(model.CallingPlansPurchase, "calling_plan_sold_by_partner"),
			`taiwan: calling_plans.purchase: calling_plan_sold_by_partner lacks the argument partner`},
		{condition(model.CallingPlansPurchase, "calling_plan_sold_by_partner", model.ArgOf("partner")),
			`taiwan: calling_plans.purchase: calling_plan_sold_by_partner: argument partner has 0 values`},
		{condition(model.CallingPlansPurchase, "calling_plan_sold_by_partner", model.ArgOf("partner", "Telstra", "SoftBank")),
			`taiwan: calling_plans.purchase: calling_plan_sold_by_partner: argument partner has 2 values`},
		{condition(model.CallingPlansPurchase, "calling_plan_sold_by_partner", model.ArgOf("partner", "Telstra"), model.ArgOf("partner", "SoftBank")),
			`taiwan: calling_plans.purchase: calling_plan_sold_by_partner: argument partner stands twice`},
		{condition(model.CallingPlansPurchase, "calling_plan_sold_by_partner", model.ArgOf("partner", "Tel\u202estra")),
			`taiwan: calling_plans.purchase: calling_plan_sold_by_partner: argument partner has the character U+202E, which may not be shown`},
		{condition(model.CallingPlansPurchase, "local_terms_documents", model.ArgOf("links", "ftp://example.com")),
			`taiwan: calling_plans.purchase: local_terms_documents: link "ftp://example.com" is no https or mailto link`},
		{answer(model.CallMe, func(a *model.Answer) {
			k := model.Condition{Key: "call_me_needs_communications_credits"}
			a.Conditions = model.ListOf(k, k)
		}), `taiwan: audio_conferencing.call_me: condition call_me_needs_communications_credits stands twice`},

		{step(model.Step{Key: "give_up"}), `taiwan: audio_conferencing.call_me: unknown next step "give_up"`},
		{step(model.Step{Key: "set_up_credits", URL: "gopher://x"}), `taiwan: audio_conferencing.call_me: next step set_up_credits "gopher://x" is no https or mailto link`},
		{step(model.Step{Key: "account_team"}, model.Step{Key: "account_team"}), `taiwan: audio_conferencing.call_me: next step account_team stands twice`},

		{warning("earth_is_flat", nil), `taiwan: unknown warning "earth_is_flat"`},
		{warning("premium_row_missing_though_plans_sold", []model.Feature{model.Minutes}),
			`taiwan: warning premium_row_missing_though_plans_sold stands beside [calling_plans.minutes], not beside [calling_plans.premium_numbers]`},
		{warning("auto_assigned_city_not_in_toll_city_list", []model.Feature{model.AutoAssignedNumbers, model.TollNumbers}),
			`taiwan: auto_assigned_city_not_in_toll_city_list lacks the argument city`},

		{destination(func(d *model.Destination) { d.ISO2 = "" }), `destination 1: code "" is not ISO 3166, or stands twice`},
		{destination(func(d *model.Destination) { d.Printed = "" }), `destination 1: has no printed name`},
		{destination(func(d *model.Destination) { d.Printed = "Bru\u00adnei" }), `destination 1: printed name has the character U+00AD, which may not be shown`},
		{destination(func(d *model.Destination) { d.Remark = strings.Repeat("長", 400) }), `destination 1: note is 1200 bytes long; the limit is 1000`},
		{destination(func(d *model.Destination) { d.Names = both("", "汶萊") }), `destination 1: name has no text in en`},
	} {
		d := valid()
		tt.breaks(d)
		err := d.atlas().Check()
		if err == nil {
			t.Errorf("passes, want %s", tt.want)
			continue
		}
		if want := "edition 2023-01-26: " + tt.want; err.Error() != want {
			t.Errorf("the violation is reported as (-want +got)\n%s", cmp.Diff(want, err.Error()))
		}
	}
}

func TestCheckQuotesABadDate(t *testing.T) {
	d := valid()
	d.edition.Date = "\x1b[31mtoday"
	const want = `edition ?[31mtoday: date "?[31mtoday" is no date; write it as 2023-01-26`
	if err := d.atlas().Check(); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// Every violation at once, in the order of the edition, so that one reading of the
// message is enough to mend a file.
func TestCheckReportsAllViolationsAtOnce(t *testing.T) {
	d := valid()
	d.edition.Source.Commit = "none"
	d.edition.Source.Licence = "\a"
	d.edition.Source.Folder = "\a"
	d.edition.Source.PagesRead, d.edition.Source.PagesNotRead = 1001, -1
	d.countries[0].Page.Date = "yesterday"
	d.countries[0].Answers[model.Voicemail] = model.Answer{State: model.Partial}
	d.destinations[0].Printed = ""
	const want = `edition 2023-01-26: source: commit "none" is not 40 hex digits
edition 2023-01-26: source: 1001 pages; 0 to 1000 are allowed
edition 2023-01-26: source: -1 pages; 0 to 1000 are allowed
edition 2023-01-26: source: folder has the character U+0007, which may not be shown
edition 2023-01-26: source: licence has the character U+0007, which may not be shown
edition 2023-01-26: taiwan: page date "yesterday" is no date; write it as 2023-01-26
edition 2023-01-26: taiwan: phone_system.voicemail: cannot be "partial"
edition 2023-01-26: destination 1: has no printed name`
	if diff := cmp.Diff(want, fmt.Sprint(d.atlas().Check())); diff != "" {
		t.Errorf("violations (-want +got)\n%s", diff)
	}
}

func TestCheckCountsViolationsBeyondTheFirst(t *testing.T) {
	d := valid()
	d.countries[0].Answers[model.OutboundCalls] = model.Answer{State: model.No}
	d.destinations = make([]model.Destination, 50) // each lacks code, printed name and English name
	err := d.atlas().Check()
	var violations *model.ViolationsError
	if !errors.As(err, &violations) || len(violations.Problems) != model.MaxViolations || violations.More != 130 {
		t.Errorf("%+v", violations)
	}
	lines := strings.Split(fmt.Sprint(err), "\n")
	if len(lines) != model.MaxViolations+1 || lines[model.MaxViolations] != "and 130 more" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}
