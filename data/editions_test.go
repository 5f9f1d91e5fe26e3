package data_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
)

const (
	first  = "2021-03-23"
	second = "2023-01-26"
)

func open(t testing.TB, date string) *model.Atlas {
	t.Helper()
	a, err := data.Open(date)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestEditions(t *testing.T) {
	dates := data.Editions()
	if !slices.IsSorted(dates) || !slices.Contains(dates, first) || !slices.Contains(dates, second) {
		t.Errorf("editions are %v; want them sorted, %s and %s among them", dates, first, second)
	}
	if got := data.Newest(); got != dates[len(dates)-1] {
		t.Errorf("the newest of %v is %s", dates, got)
	}
	_, err := data.Open("2022-02-02\x1b[2J")
	var unknown *data.UnknownEditionError
	want := "no edition 2022-02-02?[2J; there are " + strings.Join(dates, ", ")
	if !errors.As(err, &unknown) || err.Error() != want {
		t.Errorf("an unknown date: %v, want %s", err, want)
	}
}

// TestEditionsKeepEveryPromise checks the embedded editions, since Open does not.
func TestEditionsKeepEveryPromise(t *testing.T) {
	for _, date := range data.Editions() {
		a := open(t, date)
		if err := a.Check(); err != nil {
			t.Error(err)
		}
		if got := a.Info().Date; got != date {
			t.Errorf("the edition in %s.json is of %s", date, got)
		}
	}
}

// slugs lists the countries of a for which has is true.
func slugs(a *model.Atlas, has func(*model.Country) bool) []string {
	var out []string
	for c := range a.Countries() {
		if has(c) {
			out = append(out, c.Slug())
		}
	}
	return out
}

func everything(*model.Country) bool { return true }

func TestBothEditionsHaveTheSame114Countries(t *testing.T) {
	a, b := slugs(open(t, first), everything), slugs(open(t, second), everything)
	if len(a) != 114 || !slices.Equal(a, b) {
		t.Errorf("%d and %d countries; the difference is\n%s", len(a), len(b), cmp.Diff(a, b))
	}
}

func TestCredits(t *testing.T) {
	for date, products := range map[string][]string{
		first:  {"Skype for Business", "Microsoft Teams"},
		second: {"Microsoft Teams"},
	} {
		e := open(t, date).Info()
		if e.Source.Licence != "CC-BY-4.0" || e.Source.Attribution != "Microsoft Teams documentation, © Microsoft Corporation and contributors, CC BY 4.0" {
			t.Errorf("%s: licence %q, attribution %q", date, e.Source.Licence, e.Source.Attribution)
		}
		if got := e.AppliesTo.Slice(); !slices.Equal(got, products) {
			t.Errorf("%s applies to %v", date, got)
		}
	}
}

// TestRecount compares counts in the embedded editions with counts in the facts, which
// another program made.
func TestRecount(t *testing.T) {
	state := func(f model.Feature, states ...model.State) func(*model.Country) int {
		return func(c *model.Country) int {
			if slices.Contains(states, c.Answer(f).State) {
				return 1
			}
			return 0
		}
	}
	scope := func(s model.Scope) func(*model.Country) int {
		return func(c *model.Country) int {
			if c.Answer(model.TollNumbers).Scope == s {
				return 1
			}
			return 0
		}
	}
	cities := func(f model.Feature, accept func(model.City) bool) func(*model.Country) int {
		return func(c *model.Country) int {
			n := 0
			for city := range c.Answer(f).Cities.Values() {
				if accept(city) {
					n++
				}
			}
			return n
		}
	}
	plans := func(accept func(model.Plan) bool) func(*model.Country) int {
		return func(c *model.Country) int {
			n := 0
			for o := range c.Answer(model.Minutes).Plans.Values() {
				if accept(o) {
					n++
				}
			}
			return n
		}
	}
	each := func(model.City) bool { return true }

	atlases := map[string]*model.Atlas{first: open(t, first), second: open(t, second)}
	for _, tt := range []struct {
		what          string
		first, second int
		count         func(*model.Country) int
	}{
		{"Audio Conferencing can be bought", 107, 107, state(model.ConferencingPurchase, model.Yes, model.PayPerMinute, model.Restricted)},
		{"– of these: per-minute billing only", 33, 33, state(model.ConferencingPurchase, model.PayPerMinute)},
		{"– of these: only for users outside the country", 1, 1, state(model.ConferencingPurchase, model.Restricted)},
		{"Audio Conferencing cannot be bought", 7, 7, state(model.ConferencingPurchase, model.No, model.ViaPartner)},
		{"– of these: from a partner (India)", 1, 1, state(model.ConferencingPurchase, model.ViaPartner)},
		{"numbers assigned automatically: yes", 54, 54, state(model.AutoAssignedNumbers, model.Yes, model.Restricted)},
		{"numbers assigned automatically: no", 53, 53, state(model.AutoAssignedNumbers, model.No)},
		{"numbers assigned automatically: page gives no yes/no", 7, 7, state(model.AutoAssignedNumbers, model.Unstated, model.NotApplicable)},
		{"– of these: not applicable (Brunei)", 1, 1, state(model.AutoAssignedNumbers, model.NotApplicable)},
		{"Call Me: included", 43, 43, state(model.CallMe, model.Yes)},
		{"Call Me: needs Communications Credits", 70, 70, state(model.CallMe, model.NeedsCredits)},
		{"Call Me: not for purchases from China", 1, 1, state(model.CallMe, model.Restricted)},
		{"Phone System can be bought", 114, 114, state(model.PhoneSystemPurchase, model.Yes)},
		{"auto attendants", 114, 114, state(model.AutoAttendants, model.Yes)},
		{"call queues", 114, 114, state(model.CallQueues, model.Yes)},
		{"voicemail", 114, 114, state(model.Voicemail, model.Yes)},
		{"Calling Plans can be bought", 18, 35, state(model.CallingPlansPurchase, model.Yes, model.ViaPartner)},
		{"– of these: through a partner", 2, 2, state(model.CallingPlansPurchase, model.ViaPartner)},
		{"– of these: options listed", 16, 33, state(model.Minutes, model.Yes)},
		{"– of these: with a pay-as-you-go option", 0, 32, plans(func(p model.Plan) bool { return p.Kind == model.PayAsYouGo })},
		{"premium numbers: supported", 2, 2, state(model.PremiumNumbers, model.Yes)},
		{"premium numbers: partially supported", 1, 1, state(model.PremiumNumbers, model.Partial)},
		{"premium numbers: not supported", 13, 30, state(model.PremiumNumbers, model.No)},
		{"premium numbers: row missing", 2, 2, state(model.PremiumNumbers, model.Unstated)},
		{"outbound calls to 196 countries", 16, 33, func(c *model.Country) int {
			d := c.Answer(model.OutboundCalls).Destinations
			if d == (model.Destinations{Stated: 196, Listed: 198, Plan: model.DomesticAndInternational}) {
				return 1
			}
			return 0
		}},
		{"toll numbers available", 84, 84, state(model.TollNumbers, model.Yes, model.Restricted, model.OnRequest)},
		{"– of these: on request", 12, 12, state(model.TollNumbers, model.OnRequest)},
		{"– of these: for organizations of the country (Chile)", 1, 1, state(model.TollNumbers, model.Restricted)},
		{"toll cities listed", 73, 73, scope(model.Cities)},
		{"toll numbers not tied to a city", 11, 11, scope(model.NonGeographic)},
		{"toll city row: not applicable", 30, 30, scope(model.ScopeNotApplicable)},
		{"toll-free numbers available", 86, 86, state(model.TollFreeNumbers, model.Yes, model.OnRequest)},
		{"– of these: on request", 2, 2, state(model.TollFreeNumbers, model.OnRequest)},
		{"Communications Credits available", 103, 103, state(model.CreditsPurchase, model.Yes)},
		{"cities listed for toll numbers", 247, 247, cities(model.TollNumbers, each)},
		{"cities listed for automatic assignment", 57, 57, cities(model.AutoAssignedNumbers, each)},

		{"cities on request", 10, 10, cities(model.TollNumbers, func(c model.City) bool { return c.OnRequest })},
		{"misprinted cities", 3, 3, cities(model.TollNumbers, func(c model.City) bool { return c.Printed != "" })},
		{"other cities on request", 2, 2, func(c *model.Country) int {
			if c.Answer(model.TollNumbers).OtherCitiesOnRequest {
				return 1
			}
			return 0
		}},
		{"plan options", 61, 162, plans(func(model.Plan) bool { return true })},
		{"plan options of limited availability", 2, 0, plans(func(p model.Plan) bool { return p.Limited })},
		{"the page names Direct Routing", 96, 2, step("direct_routing")},
		{"the page names PSTN connectivity", 0, 77, step("pstn_connectivity")},
	} {
		for _, column := range []struct {
			edition string
			want    int
		}{{first, tt.first}, {second, tt.second}} {
			got := 0
			for c := range atlases[column.edition].Countries() {
				got += tt.count(c)
			}
			if got != column.want {
				t.Errorf("%s: %s: %d, the facts count %d", column.edition, tt.what, got, column.want)
			}
		}
	}
}

// step counts the Calling Plan answers that name this next step.
func step(key string) func(*model.Country) int {
	return func(c *model.Country) int {
		for s := range c.Answer(model.CallingPlansPurchase).Next.Values() {
			if s.Key == key {
				return 1
			}
		}
		return 0
	}
}

func TestRecountOfCitiesAndDestinations(t *testing.T) {
	for _, date := range []string{first, second} {
		a := open(t, date)
		pairs := map[string]bool{}
		for c := range a.Countries() {
			for _, f := range model.Features() {
				for city := range c.Answer(f).Cities.Values() {
					pairs[c.Slug()+": "+city.Names.In(model.English)] = true
				}
			}
		}
		if len(pairs) != 252 {
			t.Errorf("%s: %d pairs of a country and a city, want 252", date, len(pairs))
		}
		if n := a.Destinations().Len(); n != 198 {
			t.Errorf("%s: %d destinations, want 198", date, n)
		}
	}
}

// TestWarnings compares the countries of every warning with those of the facts: the
// same in both editions, unless there are two lists.
func TestWarnings(t *testing.T) {
	list := strings.Fields
	want := map[string][2][]string{}
	same := func(key, countries string) { want[key] = [2][]string{list(countries), list(countries)} }
	since2023 := func(key, countries string) { want[key] = [2][]string{nil, list(countries)} }

	same("audio_conferencing_not_sold_but_call_me_included", "india")
	same("audio_conferencing_not_sold_but_numbers_auto_assigned", "bahrain india pakistan")
	same("audio_conferencing_not_sold_but_call_me_stated", "bahrain brunei kazakhstan macedonia nicaragua pakistan")
	same("auto_assigned_city_not_in_toll_city_list", "south-korea")
	same("call_me_needs_credits_but_credits_not_available", "bahrain kazakhstan macedonia nicaragua pakistan the-ukraine")
	since2023("plans_sold_but_page_keeps_the_not_available_hint", "mexico south-africa")
	same("premium_row_missing_though_plans_sold", "australia japan")
	since2023("shared_pool_stated_but_minutes_differ", "puerto-rico the-united-states-u-s")
	since2023("stated_option_count_differs", "the-united-states-u-s")
	same("toll_numbers_available_but_city_list_not_applicable", "bosniaherzegovina south-korea")
	same("toll_numbers_not_available_but_city_list_given", "bahrain indonesia")
	same("toll_on_request_but_no_city_marked_on_request", "albania guatemala")
	same("toll_yes_without_request_but_every_city_on_request", "latvia")
	same("toll_free_needs_credits_but_credits_not_available", "china india macedonia south-korea taiwan")
	same("attendants_and_queues_need_numbers_on_request_only", "albania algeria bangladesh cameroon guatemala jordan kazakhstan nicaragua uganda")

	got := map[string][2][]string{}
	for i, date := range []string{first, second} {
		a := open(t, date)
		outbound := slugs(a, func(c *model.Country) bool { return c.Answer(model.OutboundCalls).State == model.Yes })
		lists := want["outbound_destinations_count_differs"]
		lists[i] = outbound
		want["outbound_destinations_count_differs"] = lists
		for c := range a.Countries() {
			for w := range c.Warnings().Values() {
				lists := got[w.Key]
				lists[i] = append(lists[i], c.Slug())
				got[w.Key] = lists
			}
		}
	}
	for _, lists := range got {
		slices.Sort(lists[0])
		slices.Sort(lists[1])
	}
	for _, lists := range want {
		slices.Sort(lists[0])
		slices.Sort(lists[1])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("countries of the warnings (-want +got)\n%s", diff)
	}
	if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, model.Warnings()) {
		t.Errorf("the editions have the warnings %v, the model has %v", keys, model.Warnings())
	}
}

// TestWhatChanged: between the editions, 17 countries gained Calling Plans, none lost
// them, and no answer about another service changed.
func TestWhatChanged(t *testing.T) {
	before, after := open(t, first), open(t, second)
	var gained, lost []string
	for c := range after.Countries() {
		old := before.Country(c.Slug())
		for _, f := range model.Features() {
			was, is := old.Answer(f), c.Answer(f)
			switch {
			case f == model.CallingPlansPurchase && was.State == model.No && is.State != model.No:
				gained = append(gained, c.Slug())
			case f == model.CallingPlansPurchase && was.State != model.No && is.State == model.No:
				lost = append(lost, c.Slug())
			case f.Service() != model.CallingPlans:
				was.Next, is.Next = model.List[model.Step]{}, model.List[model.Step]{} // the page of Microsoft's number desk moved
				a, b := data.AnswerOf(was), data.AnswerOf(is)
				if diff := cmp.Diff(a, b, cmp.AllowUnexported(model.Arg{}, model.List[string]{})); diff != "" {
					t.Errorf("%s: %s changed\n%s", c.Slug(), f, diff)
				}
			}
		}
	}
	slices.Sort(gained)
	want := strings.Fields("croatia estonia finland hungary latvia lithuania luxembourg mexico new-zealand norway poland romania singapore slovakia slovenia south-africa the-czech-republic")
	if !slices.Equal(gained, want) || len(lost) > 0 {
		t.Errorf("gained plans: %v\nlost plans: %v", gained, lost)
	}
}

// TestNextStepsAreThoseOfTheTable: the editions have the next steps of the reviewed
// table. Only the alternative to a Calling Plan depends on the page.
func TestNextStepsAreThoseOfTheTable(t *testing.T) {
	for _, date := range data.Editions() {
		for c := range open(t, date).Countries() {
			credits := c.Answer(model.CreditsPurchase).State
			for _, f := range model.Features() {
				a := c.Answer(f)
				found := false
				for _, alternative := range []model.Alternative{model.NoAlternative, model.DirectRouting, model.PSTNConnectivity} {
					found = found || slices.Equal(a.Next.Slice(), model.NextSteps(f, a, alternative, credits, date, assets.LinkURL))
				}
				if !found {
					t.Errorf("%s: %s: %s: next steps %v are not the table's", date, c.Slug(), f, a.Next.Slice())
				}
			}
		}
	}
}

// TestRateSheets: of the documents that Mexico's page lists, the three sheets
// filed with the regulator stand under the rate sheets, and nothing else.
func TestRateSheets(t *testing.T) {
	var links []string
	for k := range open(t, second).Country("mexico").Answer(model.Minutes).Conditions.Values() {
		if k.Key != "regulator_rate_sheets" {
			continue
		}
		for arg := range k.Args.Values() {
			for link := range arg.Values.Values() {
				links = append(links, link)
				if !strings.HasPrefix(link, "https://sert.ift.org.mx/tarifasVE/") {
					t.Errorf("no rate sheet: %s", link)
				}
			}
		}
	}
	if len(links) != 3 {
		t.Errorf("%d rate sheets, want 3: %q", len(links), links)
	}
}
