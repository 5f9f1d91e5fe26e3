package importer_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// one is a country's page in English with some of its cells changed: KEY=CELL,
// with the keys of filters, and cities; more is text under a section, @KEY=TEXT.
func one(changes ...string) []byte {
	cells := map[string]string{
		"ac": "Yes", "auto": "No", "callme": "Available", "ps": "Yes", "aa": "Available", "cq": "Available", "vm": "Available",
		"cp": "No", "minutes": "Not applicable", "premium": "", "outbound": "Not applicable",
		"cities": "Not applicable", "toll": "No", "tollfree": "No", "credits": "No",
	}
	notes := map[string]string{}
	for _, c := range changes {
		key, cell, _ := strings.Cut(c, "=")
		if name, ok := strings.CutPrefix(key, "@"); ok {
			notes[name] = cell
		} else {
			cells[key] = cell
		}
	}
	var b strings.Builder
	b.WriteString("---\nms.lasthandoff: 03/23/2021\n---\n# Availability in Somewhere Else\n\nHere are the services for Nowhere.\n")
	for _, s := range []struct {
		title string
		rows  []string
	}{
		{"Audio Conferencing", []string{"ac|Is Audio Conferencing available for purchase?", "auto|Are phone numbers automatically assigned for Audio Conferencing?", "callme|Dial-out capability using the Call Me feature"}},
		{"Phone System", []string{"ps|Is Phone System available for purchase?", "aa|Auto attendants", "cq|Call queues", "vm|Voicemail"}},
		{"Calling Plans", []string{"cp|Calling Plans are available to purchase?", "minutes|Minutes available for Calling Plans.", "premium|Can make outbound calls to premium numbers?", "outbound|Can make outbound calls to?", "documents|Documents"}},
		{"Toll and toll-free numbers for services", []string{"cities|What capitals or major cities can you get toll numbers for?", "toll|Are toll numbers available?", "tollfree|Are toll free numbers available?"}},
		{"Communications Credits", []string{"credits|Are Communications Credits available?"}},
	} {
		key, _, _ := strings.Cut(s.rows[0], "|")
		fmt.Fprintf(&b, "\n## %s\n\n%s|F|D|\n|-|-|\n", s.title, notes["before-"+key])
		for _, r := range s.rows {
			key, label, _ := strings.Cut(r, "|")
			if l, ok := cells["label-"+key]; ok {
				label = l
			}
			if cells[key] != "" {
				fmt.Fprintf(&b, "|%s|%s|\n", label, cells[key])
			}
		}
		fmt.Fprintf(&b, "\n%s\n", notes[key])
	}
	return []byte(b.String())
}

const (
	lists   = "[these](users-can-make-outbound-calls-to-these-countries-and-regions.md)"
	request = "([on request]" + deskLink + ")"
	howTo   = "If you want dedicated numbers, see [Getting numbers](../getting-service-phone-numbers.md)."
)

// told is the state, conditions and what else an answer has, in short.
func told(a model.Answer) string {
	s := a.State.String()
	if a.Partner.Name != "" {
		s += " " + a.Partner.Name
	}
	if a.Scope != 0 {
		s += " " + a.Scope.String()
	}
	for c := range a.Cities.Values() {
		s += " " + c.Names.In(model.English)
		if c.OnRequest {
			s += "*"
		}
	}
	if a.OtherCitiesOnRequest {
		s += " others*"
	}
	for o := range a.Options.Values() {
		s += fmt.Sprintf(" %s:%d/%d", o.Kind, o.DomesticMinutes, o.InternationalMinutes)
		if o.Limited {
			s += "!"
		}
	}
	for k := range a.Conditions.Values() {
		s += " +" + k.Key
		for arg := range k.Args.Values() {
			if arg.Name != "partner" {
				s += fmt.Sprint(arg.Values.Slice())
			}
		}
	}
	return s
}

// TestCells: what each kind of cell means, in English; a line that is not
// understood is reported and the answer stays unstated.
func TestCells(t *testing.T) {
	const (
		ac, auto, call, cp, minutes = model.ConferencingPurchase, model.AutoAssignedNumbers, model.CallMe, model.CallingPlansPurchase, model.Minutes
		premium, outbound           = model.PremiumNumbers, model.OutboundCalls
		toll, free, aa              = model.TollNumbers, model.TollFreeNumbers, model.AutoAttendants
	)
	for _, tt := range []struct {
		slug   string
		page   []byte
		f      model.Feature
		want   string
		unread int
	}{
		{"france", one("ac=Yes"), ac, "yes", 0},
		{"france", one("ac=yes ."), ac, "yes", 0},
		{"france", one("ac=Yes, [pay-per-minute](../audio-conferencing-pay-per-minute.md) only"), ac, "pay_per_minute +audio_conferencing_pay_per_minute_only", 0},
		{"france", one("ac=Yes. Pay-per-minute-only"), ac, "pay_per_minute +audio_conferencing_pay_per_minute_only", 0},
		{"france", one("ac=Yes, on Sundays"), ac, "unstated", 1},
		{"france", one("ac=Perhaps"), ac, "unstated", 1},
		{"france", one("ac= "), ac, "unstated", 1},
		{"france", one("ac=Yes|No"), ac, "yes", 0}, // a third cell is not a column of the table
		{"china", one("ac=Yes, for use by users located outside of China. Please contact your account team."), ac, "restricted +audio_conferencing_for_users_abroad_only", 0},
		{"india", one("ac=Microsoft doesn't sell it. See [TATA](https://www.tatacommunications.com/x/)."), ac, "partner Tata Communications +audio_conferencing_third_party", 0},

		{"france", one("auto=Yes, for: <br/><ul><li> Riga</ul>" + howTo), auto, "yes cities Riga", 0},
		{"france", one("auto=Yes, for: <ul><li>Riga<li>Nice</ul>"), auto, "yes cities Riga Nice", 0},
		{"chile", one("auto=Yes, for:<ul><li> Riga (only available to organizations within Chile)</ul>" + howTo), auto, "restricted cities Riga +auto_assigned_numbers_local_organizations_only", 0},
		{"france", one("auto=Phone numbers aren't linked to a specific city or location. " + howTo), auto, "unstated non_geographic +auto_assigned_numbers_non_geographic", 0},
		{"france", one("auto=Not applicable"), auto, "not_applicable not_applicable", 0},
		{"australia", one("auto=No. [Please contact us](mailto:desk@example.org)."), auto, "no +auto_assigned_numbers_contact_desk[desk@example.org]", 0},
		{"france", one("auto=Yes, for Nowhere. " + howTo), auto, "yes", 1},
		{"france", one("auto=Yes, sometimes"), auto, "yes", 1},
		{"france", one("auto=<ul><li>Riga<li>Nice</ul>"), auto, "yes cities Riga Nice", 0},
		{"france", one("auto=Everywhere but in: <ul><li>Riga<li>Nice</ul>"), auto, "unstated", 1},
		{"france", one("auto=No, not for: <ul><li>Riga<li>Nice</ul>"), auto, "unstated", 1},

		{"france", one("callme=Requires communication credits"), call, "needs_credits +call_me_needs_communications_credits", 0},
		{"france", one("callme=Doesn't require communication credits"), call, "unstated", 1},
		{"france", one("callme=Available with Communications Credits pay per minute"), call, "needs_credits +call_me_charged_per_minute_from_credits", 0},
		{"china", one("callme=Yes, except for customers who purchase the service from China. It is disabled for them."), call, "restricted +call_me_not_for_purchases_from_china", 0},
		{"france", one("callme=Not available"), call, "no", 0},

		{"france", one("aa=Coming soon"), aa, "unstated", 1},
		{"japan", one("cp=Yes, see [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)."), cp, "partner SoftBank +calling_plan_sold_by_partner", 0},
		{"japan", one("cp=Yes, see [Other Calling](https://example.org/plan)."), cp, "unstated", 1},
		{"japan", one("minutes=See [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)."), minutes, "partner SoftBank", 0},
		{"france", one("cp=Yes. Buy these. <ul><li>Plan</li><ul><li>**SKU:** `Plan_(Mexico)`</li></ul></ul>"), cp, "yes +country_specific_plan_skus[Plan_(Mexico)]", 0},

		{"france", one("minutes=There are two plan options: <ul><li>120 minute Domestic Calling Plan (availability is limited)</li></li><li>3000 minute Domestic Calling Plan</ul>"), minutes, "yes domestic:120/0! domestic:3000/0", 0},
		{"france", one("minutes=There are three plan options: <ul><li>Pay-as-you-go Calling Plan<li>International Calling Plan: 1 200 minutes of domestic or 600 minutes of international calling (whichever comes first)"), minutes, "yes pay_as_you_go:0/0 domestic_and_international:1200/600", 0},
		{"france", one("minutes=<ul><li>120 minute Domestic Calling Plan (on Sundays)</ul>"), minutes, "unstated", 1},
		{"france", one("minutes=<ul><li>120 minute Domestic Calling Plan<li>Domestic and International Calling Plan 600 minutes</ul>"), minutes, "unstated", 1},
		{"france", one("minutes=<ul><li>Free Calling Plan</ul>"), minutes, "unstated", 1},
		{"france", one("minutes=<ul><li>120 minute Lunar Calling Plan</ul>"), minutes, "unstated", 1},
		{"france", one("minutes=<ul><li>600 international or 1200 domestic minutes</ul>"), minutes, "unstated", 1},
		{"france", one("minutes=Many"), minutes, "unstated", 1},
		{"italy", one("minutes=<ul><li>120 minute Domestic Calling Plan</ul>[Tariffs](https://www.microsoft.com/download/details.aspx?id=1) [Tariffs](https://www.microsoft.com/download/details.aspx?id=1)"), minutes, "yes domestic:120/0 +tariff_transparency_documents[https://www.microsoft.com/download/details.aspx?id=1]", 0},
		{"italy", one("minutes=<ul><li>120 minute Domestic Calling Plan</ul>[Evil](javascript:x)"), minutes, "yes domestic:120/0", 1},
		{"puerto-rico", one("minutes=3000 domestic minutes or 600 international minutes (whichever is reached first). United States domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users share the same pool of minutes."), minutes, "yes domestic_and_international:3000/600 +us_and_puerto_rico_share_minutes", 0},

		{"france", one("premium=Not supported at this time."), premium, "no", 0},
		{"france", one("premium=Yes, fully supported when using Communications Credits to pay per minute.", "label-premium=Can make outbound calls to French premium numbers?"), premium, "yes +premium_calls_need_communications_credits +premium_row_covers_french_numbers_only", 0},
		{"france", one("premium=Partially supported: prefixes 44843, 44844, 44843 with Communications Credits. Calls to 449XX are not supported."), premium, "partial +premium_calls_need_communications_credits +premium_shared_cost_prefixes_only[44843 44844][449xx]", 0},
		{"france", one("premium=Partially supported."), premium, "unstated", 1},
		{"france", one(), premium, "not_applicable", 0},
		{"france", one("cp=Yes"), premium, "unstated", 0},
		{"france", one("outbound=To 196 countries, including " + lists + "."), outbound, "yes", 0},
		{"france", one("outbound=To many countries, including " + lists + "."), outbound, "unstated", 1},
		{"france", one("outbound=To 196 countries."), outbound, "unstated", 1},

		{"france", one("cities=<ul><li>Riga <li>Ho Chi Minh "+request+"<li>Other cities [on request]"+deskLink+"</ul>", "toll=Yes"), toll, "yes cities Riga Ho Chi Minh* others* +toll_other_cities_on_request", 0},
		{"france", one("cities=Riga "+request, "toll=Yes "+request), toll, "on_request cities Riga* +toll_numbers_on_request", 0},
		{"france", one("cities=Riga", "toll=Yes "+request+" <br/> Toll numbers are only accessible from within the country."), toll, "on_request cities Riga +toll_numbers_on_request +toll_numbers_reachable_in_country_only", 0},
		{"france", one("cities=Riga", "toll=Yes "+request+" <br/> Only on Sundays."), toll, "unstated cities Riga", 1},
		{"france", one("cities=Riga", "toll=No "+request), toll, "unstated cities Riga", 1},
		{"france", one("cities=Non-geographic. Phone numbers aren't linked to a specific city or location.", "toll=Non-geographic "+request), toll, "on_request non_geographic +toll_numbers_non_geographic +toll_numbers_on_request", 0},
		{"chile", one("cities=Riga <br/> **Note:** Only available to organizations within Chile.", "toll=Yes <br/> **Note:** Only available to organizations within Chile."), toll, "restricted cities Riga +toll_numbers_local_organizations_only", 0},
		{"chile", one("cities=Riga <br/> **Note:** Only on Sundays.", "toll=Yes"), toll, "yes", 1},
		{"france", one("cities=Ri\u202ega", "toll=Yes"), toll, "yes", 1},
		{"france", one("cities=Ri\x1b[31mga", "toll=Yes"), toll, "yes", 1},
		{"france", one("cities=<ul><li>Riga<li>Riga</ul>", "toll=Yes"), toll, "yes", 1},
		{"france", one("cities=リガ", "toll=Yes"), toll, "yes", 1}, // in no language that the page owns up to
		{"france", one("cities=Teesside (Middlesbrough)", "toll=Yes"), toll, "yes cities Teesside (Middlesbrough)", 0},
		{"china", one("tollfree=Yes " + request + ", except for customers who purchase the service from China. They are not available for them."), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"india", one("tollfree=Yes", "@cities=Note that in India, service numbers can only be used for Audio Conferencing. So, see [Getting numbers](../getting-service-phone-numbers.md)."), free, "yes +service_numbers_audio_conferencing_only", 0},
		{"australia", one("tollfree=Yes", "@cities=If you want numbers, [contact us](mailto:desk@example.org)."), free, "yes +service_numbers_contact_desk[desk@example.org]", 0},
		{"france", one("tollfree=Yes", "@cities=Numbers are painted blue."), free, "yes", 1},

		{"canada", one("outbound=To 196 countries, including "+lists, "@cp=> [!NOTE]\n> Calls to the U.S. are treated as domestic calls."), outbound, "yes +calls_to_us_are_domestic", 0},
		{"the-united-states-u-s", one("outbound=To 196 countries, including "+lists, "@cp=> [!Note]\n> Calls to Canada are treated as domestic calls.\n\n> [!Note]\n> United States domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users share the same pool of minutes."), outbound, "yes +calls_to_canada_are_domestic +us_domestic_covers_50_states_and_puerto_rico", 0},
		{"canada", one("outbound=To 196 countries, including "+lists, "@cp=When a user in the U.S. dials a number in Canada it is a domestic call. This is also so from Canada to the U.S. However, a policy may restrict calls to domestic ones."), outbound, "yes +us_canada_calls_mutually_domestic +us_canada_blocked_by_domestic_only_policy", 0},
		{"canada", one("@cp=Calls to the moon are treated as lunar calls."), outbound, "not_applicable", 1},
		{"france", one("@cp=If not, consider [Direct Routing](../direct-routing-landing-page.md)."), cp, "no", 0},
		{"japan", one("cp=Yes, see [SoftBank](https://aka.ms/SoftBankVoicePlan)", "@before-cp=> [!IMPORTANT]\n> Only through SoftBank for Japanese-based tenants. See [SoftBank](https://aka.ms/SoftBankVoicePlan)).\n\n",
			"@cp=> [!IMPORTANT]\n> To delete numbers please contact SoftBank directly.\n> To update addresses please contact SoftBank directly.\n> For more, see [SoftBank](https://aka.ms/SoftBankVoicePlan)."),
			cp, "partner SoftBank +calling_plan_sold_by_partner +calling_plan_partner_tenant_in_country_only +partner_deletes_numbers_and_updates_emergency_addresses", 0},
		{"australia", one("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)",
			"@cp=### If your tenant is located outside Australia\n\nStarting September 1, 2019, if your tenant is located outside Australia, you can purchase.\n\n|F|D|\n|-|-|\n|Americas|United States|\n|APAC|Bhutan, Laos|\n|EMEA|Svalbard, Jan Mayen|\n\nNote that Telstra shows up as an add-on. See [Telstra](https://aka.ms/TelstraVoicePlan)."),
			cp, "partner Telstra +calling_plan_sold_by_partner +calling_plan_partner_tenant_abroad_allowed[2019-09-01][US][BT LA][SJ] +calling_plan_partner_addon_visibility", 0},
		{"australia", one("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)",
			"@cp=### If your tenant is located outside Australia\n\nStarting in 2019, you can.\n\n|F|D|\n|-|-|\n|Americas|Atlantis|\n|APAC|Bhutan|\n|EMEA|Svalbard|\n"), cp, "partner Telstra +calling_plan_sold_by_partner", 2},
	} {
		e, r := compile(t, nil, map[string][]byte{"availability-in-" + tt.slug + ".md": tt.page})
		got := told(e.Countries[0].Answers[tt.f])
		var unread []importer.Finding
		for _, f := range r.Findings {
			if f.Expected != importer.ExpectedIndex && f.Expected != importer.ExpectedList {
				unread = append(unread, f)
			}
		}
		if got != tt.want || len(unread) != tt.unread {
			t.Errorf("%s: %s\n   is %s\n want %s, %d findings\n%+v", tt.slug, tt.f, got, tt.want, tt.unread, unread)
		}
		for _, f := range r.Findings {
			if strings.ContainsAny(f.Text+f.File, "\x1b\u202e") {
				t.Errorf("the report shows what a terminal would obey: %q", f.Text)
			}
		}
	}
}

// TestRows: labels decide where they are understood, places where not, and what
// contradicts is not guessed.
func TestRows(t *testing.T) {
	swapped := strings.NewReplacer("|Auto attendants|Available|\n|Call queues|Not available|", "|Call queues|Not available|\n|Auto attendants|Available|").
		Replace(string(one("cq=Not available")))
	garbled := string(one("label-aa=Automatons", "cq=Not available"))
	for name, tt := range map[string]struct {
		page   string
		aa, cq model.State
		sure   importer.Confidence
		wants  []importer.Expected
	}{
		"as always":            {string(one("cq=Not available")), model.Yes, model.No, importer.ByWording, nil},
		"in another order":     {swapped, model.Yes, model.No, importer.ByWording, nil},
		"one label garbled":    {garbled, model.Yes, model.No, importer.ByPosition, nil},
		"labels contradict":    {string(one("label-aa=Call queues", "label-cq=Auto attendants", "label-vm=Mail")), model.Unstated, model.Unstated, importer.NotUnderstood, []importer.Expected{importer.ExpectedRow, importer.ExpectedRow, importer.ExpectedRow, importer.ExpectedRow}},
		"a row twice":          {strings.Replace(string(one()), "|Call queues|", "|Call queues|Not available|\n|Call queues|", 1), model.Yes, model.Unstated, importer.ByWording, []importer.Expected{importer.ExpectedRowOnce}},
		"a row too many":       {strings.Replace(string(one()), "|Call queues|", "|Bells|Available|\n|Call queues|", 1), model.Yes, model.Yes, importer.ByWording, []importer.Expected{importer.ExpectedRow}},
		"a row missing":        {string(one("cq=")), model.Yes, model.Unstated, importer.ByWording, []importer.Expected{importer.ExpectedRow}},
		"the section missing":  {strings.Replace(string(one()), "## Phone System", "## Fax System", 1), model.Unstated, model.Unstated, importer.NotUnderstood, []importer.Expected{importer.ExpectedSection}},
		"nothing but headings": {"## Phone System\n\n", model.Unstated, model.Unstated, importer.NotUnderstood, nil},
	} {
		e, r := compile(t, nil, map[string][]byte{"availability-in-france.md": []byte(tt.page), "availability-in-latvia.md": one()})
		answers := e.Countries[0].Answers
		if answers[model.AutoAttendants].State != tt.aa || answers[model.CallQueues].State != tt.cq {
			t.Errorf("%s: auto attendants %s, call queues %s", name, answers[model.AutoAttendants].State, answers[model.CallQueues].State)
		}
		if tt.wants != nil {
			var wants []importer.Expected
			for _, f := range r.Findings {
				if f.File == "availability-in-france.md" {
					wants = append(wants, f.Expected)
				}
			}
			if !slices.Equal(wants, tt.wants) {
				t.Errorf("%s: %+v", name, r.Findings)
			}
		}
		if tt.sure == importer.ByPosition && r.Answers[importer.ByPosition] == 0 {
			t.Errorf("%s: %v", name, r.Answers)
		}
	}
}

// TestCitiesByPlace: a translated list is placed beside the base's only when it
// is as long and does not disagree.
func TestCitiesByPlace(t *testing.T) {
	list := func(cities ...string) string { return "cities=<ul><li>" + strings.Join(cities, "<li>") + "</ul>" }
	english, _ := compile(t, nil, map[string][]byte{"availability-in-france.md": one(list("Riga", "Nice", "Hull "+request), "toll=Yes")})
	base := atlas(english)
	for name, tt := range map[string]struct {
		cities []string
		want   string
		found  int
	}{
		"translated as words": {[]string{"Riga", "好", "Schiffsrumpf [(auf Anfrage)]" + deskLink}, "yes cities Riga Nice Hull*", 0},
		"names lost":          {[]string{"Riga", "Nice", "[(，)]" + deskLink}, "yes cities Riga Nice Hull*", 0},
		"marks lost":          {[]string{"Riga", "Nice", "Hull"}, "yes cities Riga Nice Hull", 0},
		"one more":            {[]string{"Riga", "Nizza", "Hull", "Linz"}, "yes", 1},
		"one less":            {[]string{"Riga", "Nizza"}, "yes", 1},
		"another order":       {[]string{"Nice", "Riga", "Rumpf"}, "yes", 1},
		"twice":               {[]string{"Riga", "Riga", "Hull"}, "yes", 1},
	} {
		page := strings.Replace(string(one(list(tt.cities...), "toll=Ja")), "---\nms", "---\nms.contentlocale: de-DE\nms", 1)
		e, r := compile(t, base, map[string][]byte{"availability-in-france.md": []byte(page)})
		if got := told(e.Countries[0].Answers[model.TollNumbers]); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		found := 0
		for _, f := range r.Findings {
			if f.Expected == importer.ExpectedKnownCities {
				found++
			}
		}
		if found != tt.found {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}

// TestFolders: what a folder lacks or has too much of.
func TestFolders(t *testing.T) {
	index := []byte("---\nms.contentlocale: ko-KR\n---\n> - [칠레](availability-in-chile.md)\n> - [\u202e프랑스](availability-in-france.md)\n> - [인도](availability-in-india.md)\n> - [밖](../../availability-in-china.md)\n")
	e, r := compile(t, nil, map[string][]byte{
		"availability-in-france.md": one(), "availability-in-chile.md": one(), "availability-in-atlantis.md": one(), "availability-in-latvia.md": one(),
		"country-and-region-availability-for-audio-conferencing-and-calling-plans.md": index,
	})
	var slugs []string
	for _, c := range e.Countries {
		slugs = append(slugs, c.Slug)
	}
	if want := []string{"chile", "france", "latvia"}; !slices.Equal(slugs, want) {
		t.Errorf("countries %v, want %v", slugs, want)
	}
	if got := e.Countries[0].Printed.In("ko-KR"); got != "칠레" {
		t.Errorf("printed name %q", got)
	}
	if e.Countries[1].Printed.Len() != 0 {
		t.Errorf("a name with a bidi control came in: %q", e.Countries[1].Printed.In("ko-KR"))
	}
	if want := []string{"china", "india"}; !slices.Equal(r.Absent, want) {
		t.Errorf("absent %v, want %v", r.Absent, want)
	}
	var wants []importer.Expected
	for _, f := range r.Findings {
		wants = append(wants, f.Expected)
	}
	if want := []importer.Expected{importer.ExpectedList, importer.ExpectedName, importer.ExpectedCountry}; !slices.Equal(wants, want) {
		t.Errorf("findings %+v", r.Findings)
	}
	if e.Date != "2021-03-23" {
		t.Errorf("date %q", e.Date)
	}
}

func parsed(t *testing.T, name string, b []byte) *pages.Page {
	t.Helper()
	p, err := pages.Parse(name, b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOneCountryTwice(t *testing.T) {
	set := importer.PageSet{Countries: []*pages.Page{parsed(t, "availability-in-the-ukraine.md", one()), parsed(t, "availability-in-ukraine.md", one())}}
	_, _, err := importer.Compile(set, "", importer.Reference{Code: codes})
	var twice *importer.DuplicateError
	if !errors.As(err, &twice) || twice.ISO2 != "UA" {
		t.Errorf("%v", err)
	}
}

func TestDates(t *testing.T) {
	undated := importer.PageSet{Countries: []*pages.Page{parsed(t, "availability-in-france.md", []byte("# A\n"))}}
	_, _, err := importer.Compile(undated, "", importer.Reference{Code: codes})
	var none *importer.NoDateError
	if !errors.As(err, &none) {
		t.Errorf("%v", err)
	}
	e, r, err := importer.Compile(undated, "2020-01-02", importer.Reference{Code: codes})
	if err != nil || e.Date != "2020-01-02" || e.Countries[0].Page.Date != "2020-01-02" {
		t.Fatalf("%v, %+v", err, e)
	}
	if !slices.ContainsFunc(r.Findings, func(f importer.Finding) bool { return f.Expected == importer.ExpectedDate }) {
		t.Errorf("%+v", r.Findings)
	}
}

// TestContradictions: both statements are kept, and the warning says so.
func TestContradictions(t *testing.T) {
	sold := "minutes=There are five plan options: <ul><li>120 minute Domestic Calling Plan</ul>"
	for want, page := range map[string][]byte{
		"audio_conferencing_not_sold_but_numbers_auto_assigned": one("ac=No", "auto=Yes"),
		"audio_conferencing_not_sold_but_call_me_included":      one("ac=No"),
		"audio_conferencing_not_sold_but_call_me_stated":        one("ac=No"),
		"auto_assigned_city_not_in_toll_city_list":              one("auto=Yes, for: <ul><li>Seoul</ul>"),
		"call_me_needs_credits_but_credits_not_available":       one("callme=Requires communication credits"),
		"plans_sold_but_page_keeps_the_not_available_hint":      one("cp=Yes", "@cp=Consider [x](../pstn-connectivity.md)."),
		"premium_row_missing_though_plans_sold":                 one("cp=Yes"),
		"stated_option_count_differs":                           one("cp=Yes", sold),
		"toll_numbers_available_but_city_list_not_applicable":   one("toll=Yes"),
		"toll_numbers_not_available_but_city_list_given":        one("cities=Riga"),
		"toll_on_request_but_no_city_marked_on_request":         one("cities=Riga", "toll=Yes "+request),
		"toll_yes_without_request_but_every_city_on_request":    one("cities=Riga "+request, "toll=Yes"),
	} {
		e, r := compile(t, nil, map[string][]byte{"availability-in-france.md": page})
		found := false
		for w := range e.Countries[0].Warnings.Values() {
			found = found || w.Key == want
		}
		if !found || len(r.Contradictions) != e.Countries[0].Warnings.Len() {
			t.Errorf("%s: %+v", want, e.Countries[0].Warnings)
		}
	}
	us := one("minutes=<ul><li>3000 minute Domestic Calling Plan</ul>", "@cp=Domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users share the same pool.")
	e, _ := compile(t, nil, map[string][]byte{"availability-in-the-united-states-u-s.md": us, "availability-in-puerto-rico.md": one("minutes=<ul><li>1200 minute Domestic Calling Plan</ul>")})
	for _, c := range e.Countries {
		if c.Warnings.Len() == 0 || c.Warnings.At(0).Key != "shared_pool_stated_but_minutes_differ" {
			t.Errorf("%s: %+v", c.Slug, c.Warnings)
		}
	}
}
