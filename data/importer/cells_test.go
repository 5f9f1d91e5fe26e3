package importer_test

import (
	"bytes"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// TestCells reads each kind of cell in English. A cell that is not understood
// is reported, and its answer stays unstated.
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
		{"france", countryPage("ac=Yes"), ac, "yes", 0},
		{"france", countryPage("ac=yes ."), ac, "yes", 0},
		{"france", countryPage("ac=Yes, [pay-per-minute](../audio-conferencing-pay-per-minute.md) only"), ac, "pay_per_minute +audio_conferencing_pay_per_minute_only", 0},
		{"france", countryPage("ac=Yes. Pay-per-minute-only"), ac, "pay_per_minute +audio_conferencing_pay_per_minute_only", 0},
		{"france", countryPage("ac=Yes, on Sundays"), ac, "unread", 1},
		{"france", countryPage("ac=Perhaps"), ac, "unread", 1},
		{"france", countryPage("ac= "), ac, "unread", 1},
		{"france", countryPage("ac=Yes|No"), ac, "yes", 0}, // a third cell is not a column of the table
		{"china", countryPage("ac=Yes, for use by users located outside of China. Please contact your account team."), ac, "restricted +audio_conferencing_for_users_abroad_only", 0},
		{"india", countryPage("ac=Microsoft doesn't sell Audio Conferencing in India. [TATA Communications](https://www.tatacommunications.com/x/) offers a dial-in and dial-out service that is compatible with Microsoft Teams Meetings."), ac, "partner Tata Communications +audio_conferencing_third_party", 0},

		{"france", countryPage("auto=Yes, for: <br/><ul><li> Riga</ul>" + howToSentence), auto, "yes cities Riga", 0},
		{"france", countryPage("auto=Yes, for: <ul><li>Riga<li>Nice</ul>"), auto, "yes cities Riga Nice", 0},
		{"chile", countryPage("auto=Yes, for:<ul><li> Riga (only available to organizations within Chile)</ul>" + howToSentence), auto, "restricted cities Riga +auto_assigned_numbers_local_organizations_only", 0},
		{"france", countryPage("auto=Phone numbers aren't linked to a specific city or location. " + howToSentence), auto, "unstated non_geographic +auto_assigned_numbers_non_geographic", 0},
		{"france", countryPage("auto=Not applicable"), auto, "not_applicable not_applicable", 0},
		{"australia", countryPage("auto=No. [Please contact us](mailto:desk@example.org)."), auto, "no +auto_assigned_numbers_contact_desk[desk@example.org]", 0},
		{"france", countryPage("auto=Yes, for Nowhere. " + howToSentence), auto, "unread", 1},
		{"france", countryPage("auto=Yes, sometimes"), auto, "unread", 1},
		{"france", countryPage("auto=<ul><li>Riga<li>Nice</ul>"), auto, "yes cities Riga Nice", 0},
		{"france", countryPage("auto=Everywhere but in: <ul><li>Riga<li>Nice</ul>"), auto, "unread", 1},
		{"france", countryPage("auto=No, not for: <ul><li>Riga<li>Nice</ul>"), auto, "unread", 1},

		{"france", countryPage("callme=Requires communication credits"), call, "needs_credits +call_me_needs_communications_credits", 0},
		{"france", countryPage("callme=Doesn't require communication credits"), call, "unread", 1},
		{"france", countryPage("callme=Available with Communications Credits pay per minute"), call, "needs_credits +call_me_charged_per_minute_from_credits", 0},
		{"china", countryPage("callme=Yes, except for customers who purchase the service from China. Dial-out capabilities are disabled for customers who purchase the service from China."), call, "restricted +call_me_not_for_purchases_from_china", 0},
		{"france", countryPage("callme=Not available"), call, "no", 0},

		{"france", countryPage("aa=Coming soon"), aa, "unread", 1},
		{"japan", countryPage("cp=Yes, see [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)."), cp, "partner SoftBank +calling_plan_sold_by_partner", 0},
		{"japan", countryPage("cp=Yes, see [Other Calling](https://example.org/plan)."), cp, "unread", 1},
		{"japan", countryPage("minutes=See [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)."), minutes, "partner SoftBank", 0},
		{"france", countryPage("cp=Yes. Buy these. <ul><li>Plan</li><ul><li>**SKU:** `Plan_(Mexico)`</li></ul></ul>"), cp, "yes +country_specific_plan_skus[Plan_(Mexico)]", 0},

		{"france", countryPage("minutes=There are two plan options: <ul><li>120 minute Domestic Calling Plan (availability is limited)</li></li><li>3000 minute Domestic Calling Plan</ul>"), minutes, "yes domestic:120/0! domestic:3000/0", 0},
		{"france", countryPage("minutes=There are three plan options: <ul><li>Pay-as-you-go Calling Plan<li>International Calling Plan: 1 200 minutes of domestic or 600 minutes of international calling (whichever comes first)"), minutes, "yes pay_as_you_go:0/0 domestic_and_international:1200/600", 0},
		{"france", countryPage("minutes=<ul><li>120 minute Domestic Calling Plan (on Sundays)</ul>"), minutes, "unread", 1},
		{"france", countryPage("minutes=<ul><li>120 minute Domestic Calling Plan<li>Domestic and International Calling Plan 600 minutes</ul>"), minutes, `yes domestic:120/0 "Domestic and International Calling Plan 600 minutes"`, 1},
		{"france", countryPage("minutes=<ul><li>Free Calling Plan</ul>"), minutes, "unread", 1},
		{"france", countryPage("minutes=<ul><li>120 minute Lunar Calling Plan</ul>"), minutes, "unread", 1},
		{"france", countryPage("minutes=<ul><li>600 international or 1200 domestic minutes</ul>"), minutes, "unread", 1},
		{"france", countryPage("minutes=Many"), minutes, "unread", 1},
		{"italy", countryPage("minutes=<ul><li>120 minute Domestic Calling Plan</ul>[Tariffs](https://www.microsoft.com/download/details.aspx?id=1) [Tariffs](https://www.microsoft.com/download/details.aspx?id=1)"), minutes, "yes domestic:120/0 +tariff_transparency_documents[https://www.microsoft.com/download/details.aspx?id=1]", 0},
		{"italy", countryPage("minutes=<ul><li>120 minute Domestic Calling Plan</ul>[Evil](javascript:x)"), minutes, "yes domestic:120/0", 1},
		{"puerto-rico", countryPage("minutes=3000 domestic minutes or 600 international minutes (whichever is reached first). United States domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users assigned with the license usage location of U.S. and/or Puerto Rico share the same pool of minutes."), minutes, "yes domestic_and_international:3000/600 +us_and_puerto_rico_share_minutes", 0},

		{"france", countryPage("premium=Not supported at this time."), premium, "no", 0},
		{"france", countryPage("premium=Yes, fully supported when using Communications Credits to pay per minute.", "label-premium=Can make outbound calls to French premium numbers?"), premium, "yes +premium_calls_need_communications_credits +premium_row_covers_french_numbers_only", 0},
		{"france", countryPage("premium=Partially supported: Calls to shared cost numbers (prefixes 44843, 44844, 44843) are supported using Communications Credits to pay per minute. Calls to 449XX prefixes are not supported."), premium, "partial +premium_calls_need_communications_credits +premium_shared_cost_prefixes_only[44843 44844][449xx]", 0},
		{"france", countryPage("premium=Partially supported."), premium, "unread", 1},
		{"france", countryPage(), premium, "not_applicable", 0},
		{"france", countryPage("cp=Yes"), premium, "unstated", 0},
		{"france", countryPage("outbound=To 196 countries, including " + listLink + "."), outbound, "yes", 0},
		{"france", countryPage("outbound=To many countries, including " + listLink + "."), outbound, "unread", 1},
		{"france", countryPage("outbound=To 196 countries."), outbound, "unread", 1},

		{"france", countryPage("cities=<ul><li>Riga <li>Ho Chi Minh "+requestLink+"<li>Other cities [on request]"+deskLink+"</ul>", "toll=Yes"), toll, "yes cities Riga Ho Chi Minh* others* +toll_other_cities_on_request", 0},
		{"france", countryPage("cities=Riga "+requestLink, "toll=Yes "+requestLink), toll, "on_request cities Riga* +toll_numbers_on_request", 0},
		{"france", countryPage("cities=Riga", "toll=Yes "+requestLink+" <br/> Toll numbers are only accessible from within the country."), toll, "on_request cities Riga +toll_numbers_on_request +toll_numbers_reachable_in_country_only", 0},
		{"france", countryPage("cities=Riga", "toll=Yes "+requestLink+" <br/> Only on Sundays."), toll, "unread cities Riga", 1},
		{"france", countryPage("cities=Riga", "toll=No "+requestLink), toll, "unread cities Riga", 1},
		{"france", countryPage("cities=Non-geographic. Phone numbers aren't linked to a specific city or location.", "toll=Non-geographic "+requestLink), toll, "on_request non_geographic +toll_numbers_non_geographic +toll_numbers_on_request", 0},
		{"chile", countryPage("cities=Riga <br/> **Note:** Only available to organizations within Chile.", "toll=Yes <br/> **Note:** Only available to organizations within Chile."), toll, "restricted cities Riga +toll_numbers_local_organizations_only", 0},
		{"chile", countryPage("cities=Riga <br/> **Note:** Only on Sundays.", "toll=Yes"), toll, "unread", 1},
		{"france", countryPage("cities=Ri\u202ega", "toll=Yes"), toll, "unread", 1},
		{"france", countryPage("cities=Ri\x1b[31mga", "toll=Yes"), toll, "unread", 1},
		{"france", countryPage("cities=<ul><li>Riga<li>Riga</ul>", "toll=Yes"), toll, `yes cities "Riga" "Riga"`, 1},
		{"france", countryPage("cities=リガ", "toll=Yes"), toll, "unread", 1}, // in no language that the page owns up to
		{"france", countryPage("cities=Riga (preview)", "toll=Yes"), toll, "unread", 1},
		{"china", countryPage("tollfree=Yes " + requestLink + ", except for customers who purchase the service from China. Toll-free numbers are not available for customers who purchase the service from China."), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"india", countryPage("tollfree=Yes", "@cities=Note that in India, service numbers can only be used for Audio Conferencing. So, see [Getting numbers](../getting-service-phone-numbers.md)."), free, "yes +service_numbers_audio_conferencing_only", 0},
		{"australia", countryPage("tollfree=Yes", "@cities=If you want to get toll and toll-free phone numbers for auto attendants, call queues or audio conferencing service numbers, please [contact us](mailto:desk@example.org)."), free, "yes +service_numbers_contact_desk[desk@example.org]", 0},
		{"australia", countryPage("tollfree=Yes", "@cities=If you want to get toll and toll-free phone numbers for auto attendants and call queues, see [Telstra Calling for Office 365](https://aka.ms/TelstraVoicePlan). For audio conferencing service numbers, [please contact us](mailto:desk@example.org)."), free, "yes +service_numbers_partner_or_contact_desk[desk@example.org]", 0},
		{"australia", countryPage("tollfree=Yes", "@cities=If you want to get toll-free phone numbers on Sundays, see [Telstra Calling for Office 365](https://aka.ms/TelstraVoicePlan). For audio conferencing service numbers, [please contact us](mailto:desk@example.org)."), free, "yes", 1},
		{"france", countryPage("tollfree=Yes", "@cities=Numbers are painted blue."), free, "yes", 1},

		{"canada", countryPage("outbound=To 196 countries, including "+listLink, "@cp=> [!NOTE]\n> Calls to the U.S. are treated as domestic calls."), outbound, "yes +calls_to_us_are_domestic", 0},
		{"the-united-states-u-s", countryPage("outbound=To 196 countries, including "+listLink, "@cp=> [!Note]\n> Calls to Canada are treated as domestic calls.\n\n> [!Note]\n> United States domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users assigned with the license usage location of U.S. and/or Puerto Rico share the same pool of minutes."), outbound, "yes +calls_to_canada_are_domestic +us_domestic_covers_50_states_and_puerto_rico", 0},
		{"canada", countryPage("outbound=To 196 countries, including "+listLink, "@cp=When a Calling Plan (domestic or domestic and international) user in the U.S. dials a phone number in Canada, it will be treated as a domestic call. This is also the case when a user in Canada dials a phone number in the U.S. However, if you also use calling plan policies to limit user dial-out to “domestic” only, a U.S. user won't be able to call Canada and likewise, a Canada user won't be able to call a U.S. user."), outbound, "yes +us_canada_calls_mutually_domestic +us_canada_blocked_by_domestic_only_policy", 0},
		{"canada", countryPage("@cp=Calls to the moon are treated as lunar calls."), outbound, "not_applicable", 1},
		{"france", countryPage("@cp=If Calling Plans are not available to purchase, consider using [Direct Routing](../direct-routing-landing-page.md)."), cp, "no", 0},
		{"japan", countryPage("cp=Yes, see [SoftBank](https://aka.ms/SoftBankVoicePlan)", "@before-cp=> [!IMPORTANT]\n> Only available through SoftBank for Japanese-based tenants. For more information, see [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)).\n\n",
			"@cp=> [!IMPORTANT]\n> To delete user (subscriber) numbers in Japan (Provided by SoftBank) please contact SoftBank directly.\n> To update emergency address information for user (subscriber) numbers in Japan (Provided by SoftBank) please contact SoftBank directly.\n> For more information, see [SoftBank Calling](https://aka.ms/SoftBankVoicePlan)."),
			cp, "partner SoftBank +calling_plan_sold_by_partner +calling_plan_partner_tenant_in_country_only +partner_deletes_numbers_and_updates_emergency_addresses", 0},
		{"japan", bytes.Replace(countryPage("cp=Yes, see [SoftBank](https://aka.ms/SoftBankVoicePlan)"), []byte("\nHere are"), []byte("\n> [!IMPORTANT]\n> Using SoftBank for calling in Japan is currently only available to Early Adopters (EA).\n\nHere are"), 1),
			cp, "partner SoftBank +calling_plan_early_adopters_only +calling_plan_sold_by_partner", 0},
		{"australia", countryPage("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)", "@before-cp=> [!IMPORTANT]\n> Currently only available for preview and early adoption in Australia. For more information, see [Telstra Calling for Office 365](https://aka.ms/TelstraVoicePlan).\n\n"),
			cp, "partner Telstra +calling_plan_sold_by_partner +calling_plan_early_adopters_only", 0},
		{"australia", countryPage("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)", "@before-cp=> [!IMPORTANT]\n> Currently only available for preview and early adoption on Sundays. For more information, see [Telstra Calling for Office 365](https://aka.ms/TelstraVoicePlan).\n\n"),
			cp, "partner Telstra +calling_plan_sold_by_partner", 1},
		{"australia", countryPage("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)",
			"@cp=### If your tenant is located outside Australia\n\nStarting September 1, 2019, if your tenant is located outside Australia, you can purchase Calling Plans for users who are located in Australia.\n\n|F|D|\n|-|-|\n|Americas|United States|\n|APAC|Bhutan, Laos|\n|EMEA|Svalbard, Jan Mayen|\n\nNote that Telstra Calling will show up as an add-on only for users who are located in Australia and the countries and regions listed above, once provisioned by Telstra. For more information, see [Telstra Calling](https://aka.ms/TelstraVoicePlan)."),
			cp, "partner Telstra +calling_plan_sold_by_partner +calling_plan_partner_tenant_abroad_allowed[2019-09-01][US][BT LA][SJ] +calling_plan_partner_addon_visibility", 0},
		{"australia", countryPage("cp=Yes, see [Telstra](https://aka.ms/TelstraVoicePlan)",
			"@cp=### If your tenant is located outside Australia\n\nStarting September 1, 2019, if your tenant is located outside Australia, you can purchase Calling Plans for users who are located in Australia.\n\n|F|D|\n|-|-|\n|Americas|Atlantis|\n|APAC|Bhutan|\n|EMEA|Svalbard|\n"), cp, "partner Telstra +calling_plan_sold_by_partner", 2},
	} {
		e, r := compilePages(t, nil, map[string][]byte{"availability-in-" + tt.slug + ".md": tt.page})
		got := describeAnswer(e.Countries[0].Answers[tt.f])
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

// TestNamesThatRunTogether: the names of a list that has lost its marks are no city.
func TestNamesThatRunTogether(t *testing.T) {
	base, _ := compilePages(t, nil, map[string][]byte{"availability-in-latvia.md": countryPage("cities=<ul><li>Riga<li>Jurmala</ul>", "toll=Yes")})
	for cities, want := range map[string]string{
		"Riga Jurmala":            `yes cities "Riga Jurmala"`,
		"Riga Liepaja":            `yes cities "Riga Liepaja"`,
		"<ul><li>Riga Sur</ul>":   `yes cities "Riga Sur"`,
		"<ul><li>Riga, Ogre</ul>": "yes cities Riga, Ogre",
		"<ul><li>Rigas Gate</ul>": "yes cities Rigas Gate",
	} {
		e, _ := compilePages(t, atlasOf(base), map[string][]byte{"availability-in-latvia.md": countryPage("cities="+cities, "toll=Yes")})
		if got := describeAnswer(e.Countries[0].Answers[model.TollNumbers]); got != want {
			t.Errorf("%s: %s, want %s", cities, got, want)
		}
	}
}
