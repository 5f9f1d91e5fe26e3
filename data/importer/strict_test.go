package importer_test

import (
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// TestNothingBesideKnownWords: a cell that says more than the importer knows is not read
// as if it did not.
func TestNothingBesideKnownWords(t *testing.T) {
	const (
		ac, auto, call, minutes = model.ConferencingPurchase, model.AutoAssignedNumbers, model.CallMe, model.Minutes
		cp, premium, outbound   = model.CallingPlansPurchase, model.PremiumNumbers, model.OutboundCalls
		toll, free              = model.TollNumbers, model.TollFreeNumbers
		telstra                 = "[Telstra Calling](https://aka.ms/TelstraVoicePlan)"
		payLink                 = "(../audio-conferencing-pay-per-minute.md)"
	)
	english := map[string][]byte{
		"availability-in-latvia.md":    countryPage("auto=Yes, for: <ul><li>Riga</ul>", "cities=Riga", "toll=Yes"),
		"availability-in-chile.md":     countryPage("auto=Yes, for: <ul><li>Santiago</ul>", "cities=Santiago", "toll=Yes"),
		"availability-in-france.md":    countryPage(),
		"availability-in-australia.md": countryPage(),
	}
	checkReadings(t, english, []reading{
		// terms in brackets, exceptions
		{"", "latvia", countryPage("auto=Yes, for: <ul><li>Riga (only new customers)</ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, for: <ul><li>Riga (preview)</ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, but not for: <ul><li>Riga</ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, for: <ul><li>Riga</ul> From May 2024."), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, for Riga (only existing customers). " + howToSentence), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, but not for Riga."), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, for: <ul><li>Riga for new customers only</ul>"), auto, "unread", 1},
		{"de-DE", "latvia", countryPage("auto=Ja, für: <ul><li>Riga nur für Neukunden</ul>"), auto, "unread", 1},
		{"zh-TW", "latvia", countryPage("auto=是，適用於： <ul><li>里加僅限新客戶</ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("auto=Yes. Not in all cities, see [Getting service phone numbers](../getting-service-phone-numbers.md)."), auto, "unread", 1},
		{"", "chile", countryPage("auto=Yes, for: <ul><li>Santiago (only available to organizations within Peru)</ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("cities=<ul><li>Riga (only new customers)</ul>", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=All but: <ul><li>Riga</ul>", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=Riga "+requestLink+" (not for new customers)", "toll=Yes"), toll, "unread", 1},
		{"de-DE", "latvia", countryPage("auto=Ja, für: <ul><li>Riga (nur Bestandskunden)</ul>"), auto, "unread", 1},
		{"de-DE", "latvia", countryPage("auto=Ja, aber nicht für: <ul><li>Riga</ul>"), auto, "unread", 1},
		{"de-DE", "latvia", countryPage("auto=Ja, für Neukunden."), auto, "unread", 1},
		{"zh-TW", "latvia", countryPage("auto=是，適用於：<ul><li>里加 (新客戶)</ul>"), auto, "unread", 1},
		{"zh-TW", "latvia", countryPage("auto=是，但不適用於：<ul><li>里加</ul>"), auto, "unread", 1},
		{"zh-TW", "latvia", countryPage("auto=是，適用於新客戶。"), auto, "unread", 1},
		{"ja-JP", "latvia", countryPage("cities=<ul><li>リガ (新規のお客様)</ul>", "toll=はい"), toll, "unread", 1},

		// struck out, and marks of footnotes
		{"", "latvia", countryPage("vm=~~Available~~"), model.Voicemail, "unread", 1},
		{"", "latvia", countryPage("vm=<s>Available</s>"), model.Voicemail, "unread", 1},
		{"", "latvia", countryPage("ac=Yes<sup>1</sup>"), ac, "unread", 1},
		{"", "latvia", countryPage("auto=Yes, for: <ul><li><del>Riga</del></ul>"), auto, "unread", 1},
		{"", "latvia", countryPage("cities=~~Riga~~", "toll=Yes"), toll, "unread", 1},
		{"de-DE", "latvia", countryPage("ac=~~Ja~~"), ac, "unread", 1},
		{"", "latvia", countryPage("ac=Yes*"), ac, "unread", 1},
		{"", "latvia", countryPage("vm=Available †"), model.Voicemail, "unread", 1},
		{"", "latvia", countryPage("cities=<ul><li>Riga<li>Liepaja*</ul>", "toll=Yes"), toll, "unread", 1},

		// no name of one city
		{"", "latvia", countryPage("cities=None", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=Latvia", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=-", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=<ul><li>Riga<li>Various</ul>", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=Riga/Liepaja", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=Riga; Liepaja", "toll=Yes"), toll, "unread", 1},
		{"", "latvia", countryPage("cities=<ul><li>Daugavpils, Riga</ul>", "toll=Yes"), toll, "unread", 1},

		// turned round
		{"", "france", countryPage("ac=Yes, standard or pay-per-minute"), ac, "unread", 1},
		{"", "france", countryPage("ac=Yes, [not pay-per-minute]" + payLink), ac, "unread", 1},
		{"", "france", countryPage("ac=Yes. Pay-per-minute only until May."), ac, "unread", 1},
		{"de-DE", "france", countryPage("ac=Ja, Standard oder Zahlung pro Minute"), ac, "unread", 1},
		{"zh-TW", "france", countryPage("ac=是，標準或按分鐘付費"), ac, "unread", 1},
		{"", "france", countryPage("callme=No longer requires communication credits"), call, "unread", 1},
		{"", "france", countryPage("callme=Requires communication credits for new customers"), call, "unread", 1},
		{"fr-FR", "france", countryPage("callme=Ne nécessite plus de crédits de communication"), call, "unread", 1},
		{"ru-RU", "france", countryPage("callme=Больше не требуются кредиты связи"), call, "unread", 1},
		{"ja-JP", "france", countryPage("callme=通信クレジットは不要"), call, "unread", 1},
		{"", "france", countryPage("premium=Yes, except satellite numbers, which are not supported"), premium, "unread", 1},
		{"", "france", countryPage("premium=Yes, when using Communications Credits to pay per minute, except to satellites"), premium, "unread", 1},
		{"es-ES", "france", countryPage("premium=Sí, excepto satélites, que no se admiten"), premium, "unread", 1},
		{"", "france", countryPage("outbound=To 196 countries, including " + listLink + ". Not from hotels."), outbound, "unread", 1},
		{"", "france", countryPage("minutes=Withdrawn: <ul><li>120 minute Domestic Calling Plan</ul>"), minutes, "unread", 1},
		{"", "france", countryPage("minutes=<ul><li>120 minute Domestic Calling Plan without mobile numbers</ul>"), minutes, "unread", 1},
		{"", "australia", countryPage("cp=No longer, see " + telstra), cp, "unread", 1},
		{"", "australia", countryPage("cp=Yes, see " + telstra + ". Only for schools."), cp, "unread", 1},
		{"de-DE", "australia", countryPage("cp=Ja, aber nicht mehr über " + telstra), cp, "unread", 1},
		{"", "france", countryPage("cities=Riga", "toll=Yes <br/> **Note:** Only available to organizations within France until May."), toll, "unread cities Riga", 1},
		{"", "france", countryPage("tollfree=Yes " + requestLink + ", preview"), free, "unread", 1},

		// a question, and marks against the word
		{"", "france", countryPage("ac=Available?"), ac, "unread", 1},
		{"", "france", countryPage("ac=Yes (?)"), ac, "unread", 1},
		{"zh-TW", "france", countryPage("ac=是？"), ac, "unread", 1},
		{"", "france", countryPage("ac=Yes ✗"), ac, "unread", 1},
		{"", "france", countryPage("ac=Yes ❌"), ac, "unread", 1},
		{"", "france", countryPage("ac=No ✓"), ac, "unread", 1},

		// the second number in brackets
		{"", "france", countryPage("minutes=<ul><li>Domestic and International Calling Plan: 3000 minutes of domestic (600 minutes of international calling), whichever is reached first</ul>"), minutes, "yes domestic_and_international:3000/600", 0},
		{"zh-TW", "france", countryPage("minutes=<ul><li>國內及國際通話方案：3000 分鐘 (600 分鐘國際通話，以先到達者為準)</ul>"), minutes, "yes domestic_and_international:3000/600", 0},
	})
}

// TestNewRows: a row that asks something new is reported, and never taken for the row
// that stood in its place.
func TestNewRows(t *testing.T) {
	for name, tt := range map[string]struct {
		page   []byte
		f      model.Feature
		want   string
		quoted string
	}{
		"in the place of premium numbers": {countryPage("label-premium=Is Operator Connect available?", "premium=Yes", "cp=Yes"), model.PremiumNumbers, "unread", "Is Operator Connect available? | Yes"},
		"in the place of voicemail":       {countryPage("label-vm=Call recording", "vm=Not available"), model.Voicemail, "unread", "Call recording | Not available"},
		"one more":                        {countryPage("documents=Yes"), model.OutboundCalls, "not_applicable", "Documents | Yes"},
		"a question turned round":         {countryPage("label-toll=Are toll numbers no longer available?", "toll=Yes"), model.TollNumbers, "unread not_applicable", "Are toll numbers no longer available? | Yes"},
	} {
		e, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": tt.page})
		if got := describeAnswer(e.Countries[0].Answers[tt.f]); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		if !hasFinding(r, importer.ExpectedRow, tt.quoted) {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}

// TestEveryNoteCounts: a note is read as what it says, or reported, wherever it stands and
// wherever its links lead.
func TestEveryNoteCounts(t *testing.T) {
	const routing = "[Direct Routing](../direct-routing-landing-page.md)"
	for _, tt := range []struct {
		locale string
		page   string
		quoted string
	}{
		{"", string(countryPage("@cp=" + routing + " is not available here.")), "Direct Routing is not available here."},
		{"", string(countryPage("@cp=Plans end in May. See [Calling Plans](../calling-plans-for-office-365.md).")), "Plans end in May. See Calling Plans."},
		{"", string(countryPage("@credits=Not for schools. See [Set up](../set-up-communications-credits-for-your-organization.md).")), "Not for schools. See Set up."},
		{"", string(countryPage("@cities=Numbers end in May, see [Getting service phone numbers](../getting-service-phone-numbers.md).")), "Numbers end in May, see Getting service phone numbers."},
		{"", string(countryPage("@ps=Only for schools.")), "Only for schools."},
		{"de-DE", string(countryPage("@cp=Ende im Mai. Nur für Schulen. Siehe " + routing + ".")), "Ende im Mai. Nur für Schulen. Siehe Direct Routing."},
		{"", strings.Replace(string(countryPage()), "\nHere are", "\n> [!IMPORTANT]\n> Calling in Japan is only for early adopters.\n\nHere are", 1), "Calling in Japan is only for early adopters."},
		{"", strings.Replace(string(countryPage()), "\nHere are", "\nNothing here holds in May.\n\nHere are", 1), "Nothing here holds in May."},
		{"ja-JP", strings.Replace(string(countryPage()), "\nHere are", "\n> [!IMPORTANT]\n> 早期導入者のみ。\n\nHere are", 1), "早期導入者のみ。"},
		{"", string(countryPage()) + "\n## Operator Connect\n\nIt is available.\n", "It is available."},
		{"", string(countryPage()) + "\n## Related topics\n\nAll of this ends in May. [More](x.md)\n", "All of this ends in May. More"},
	} {
		page := []byte(tt.page)
		if tt.locale != "" {
			page = withLocale(tt.locale, page)
		}
		_, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": page})
		if !hasFinding(r, importer.ExpectedNote, tt.quoted) {
			t.Errorf("%q is not reported: %+v", tt.quoted, r.Findings)
		}
	}
	_, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": append(countryPage(), "\n## Operator Connect\n\nIt is available.\n"...)})
	if !hasFinding(r, importer.ExpectedSection, "operator-connect") {
		t.Errorf("%+v", r.Findings)
	}
	for _, intro := range []string{"Here are the Microsoft Teams services available for Türkiye.", "Here are the Microsoft 365 services for Microsoft Teams available for Bosnia and Herzegovina."} {
		page := strings.Replace(string(countryPage()), "\nHere are", "\n"+intro+"\n\nHere are", 1)
		if _, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": []byte(page)}); hasFinding(r, importer.ExpectedNote, intro) {
			t.Errorf("%+v", r.Findings)
		}
	}
}

// TestListsOfLines: lists without list items, as some authors write them.
func TestListsOfLines(t *testing.T) {
	const auto, minutes, toll = model.AutoAssignedNumbers, model.Minutes, model.TollNumbers
	english := map[string][]byte{"availability-in-france.md": countryPage("cities=<ul><li>Nice<li>Paris</ul>", "toll=Yes", "auto=Yes, for: <ul><li>Nice<li>Paris</ul>")}
	checkReadings(t, english, []reading{
		{"", "france", countryPage("cities=Nice <br/> Paris", "toll=Yes"), toll, "yes cities Nice Paris", 0},
		{"", "france", countryPage("cities=Nice "+requestLink+" <br/> Paris <br/>", "toll=Yes"), toll, "yes cities Nice* Paris", 0},
		{"", "france", countryPage("cities=- Nice<br/>- Paris "+requestLink, "toll=Yes"), toll, "yes cities Nice Paris*", 0},
		{"", "france", countryPage("cities=Nice <br/> from May on", "toll=Yes"), toll, "unread", 1},
		{"", "france", countryPage("auto=Yes, for: <br/>- Nice<br/>- Paris<br/>"), auto, "yes cities Nice Paris", 0},
		{"", "france", countryPage("auto=Yes, but not for: <br/>- Nice<br/>- Paris<br/>"), auto, "unread", 1},
		{"", "france", countryPage("minutes=There are two plan options available per calendar month:<br/>- 120 minute Domestic Calling Plan<br/>- International Calling Plan: 1200 minutes of domestic or 600 minutes of international calling (whichever is reached first in the calendar month)"), minutes, "yes domestic:120/0 domestic_and_international:1200/600", 0},
		{"de-DE", "france", countryPage("cities=Nizza <br/> Paris", "toll=Ja"), toll, "yes cities Nice Paris", 0},
		{"zh-TW", "france", countryPage("auto=是，適用於：<br/>- 尼斯<br/>- 巴黎<br/>"), auto, "yes cities Nice Paris", 0},
	})
}

// TestMoreWordsOfTranslations: wordings of other days of the same pages.
func TestMoreWordsOfTranslations(t *testing.T) {
	const auto, premium = model.AutoAssignedNumbers, model.PremiumNumbers
	english := map[string][]byte{
		"availability-in-france.md": countryPage("auto=Yes, for: <ul><li>Nice<li>Paris</ul>"),
	}
	withCredits := "yes +premium_calls_need_communications_credits"
	checkReadings(t, english, []reading{
		{"zh-CN", "france", countryPage("auto=是，为： <ul><li>尼斯<li>巴黎</ul>"), auto, "yes cities Nice Paris", 0},
		{"zh-CN", "france", countryPage("auto=是，不为： <ul><li>尼斯<li>巴黎</ul>"), auto, "unread", 1},
		{"ko-KR", "france", countryPage("premium=예, 분당 결제를 위해 Communications 크레딧을 사용할 때 완전히 지원됩니다."), premium, withCredits, 0},
		{"ru-RU", "france", countryPage("premium=Да, полностью поддерживаются при использовании кредитов Communications с поминутной оплатой."), premium, withCredits, 0},
		{"ru-RU", "france", countryPage("premium=Да, не поддерживаются при использовании кредитов Communications с поминутной оплатой."), premium, "unread", 1},
		{"de-DE", "france", countryPage("premium=Ja, wird vollständig unterstützt, wenn Sie Communications-Guthaben zur Zahlung pro Minute verwenden."), premium, withCredits, 0},
		{"de-DE", "france", countryPage("premium=Ja, wird nicht unterstützt, wenn Sie Communications-Guthaben zur Zahlung pro Minute verwenden."), premium, "unread", 1},
		{"fr-FR", "france", countryPage("premium=Oui, entièrement pris en charge lorsque vous utilisez des crédits de communication pour payer à la minute."), premium, withCredits, 0},
		{"it-IT", "france", countryPage("premium=Sì, completamente supportato quando si usano i crediti di comunicazione per pagare al minuto."), premium, withCredits, 0},
	})
}

// hasFinding reports whether the report has a finding of that kind and text.
func hasFinding(r *importer.Report, expected importer.Expected, text string) bool {
	for _, f := range r.Findings {
		if f.Expected == expected && f.Text == text {
			return true
		}
	}
	return false
}
