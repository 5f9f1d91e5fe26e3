package importer_test

import (
	"strings"
	"testing"

	"voxatlas/model"
)

// withLocale gives a page another locale.
func withLocale(locale string, page []byte) []byte {
	return []byte(strings.Replace(string(page), "---\nms", "---\nms.contentlocale: "+locale+"\nms", 1))
}

// TestRareCellsInTranslation reads translations of cells and notes that few
// countries have, from pages of several years.
func TestRareCellsInTranslation(t *testing.T) {
	const (
		ac, auto, call, minutes = model.ConferencingPurchase, model.AutoAssignedNumbers, model.CallMe, model.Minutes
		premium, outbound       = model.PremiumNumbers, model.OutboundCalls
		toll, free              = model.TollNumbers, model.TollFreeNumbers
	)
	english := map[string][]byte{
		"availability-in-chile.md":                 countryPage("auto=Yes, for: <ul><li>Santiago</ul>", "cities=Santiago", "toll=Yes"),
		"availability-in-india.md":                 countryPage("cities=<ul><li>Chennai<li>Mumbai<li>Other cities [on request]"+deskLink+"</ul>", "toll=Yes"),
		"availability-in-latvia.md":                countryPage("cities=Riga "+requestLink, "toll=Yes"),
		"availability-in-china.md":                 countryPage("cities=Beijing", "toll=Yes"),
		"availability-in-france.md":                countryPage(),
		"availability-in-the-united-states-u-s.md": countryPage(),
		"availability-in-canada.md":                countryPage(),
	}
	checkReadings(t, english, []reading{
		{"ja-JP", "chile", countryPage("auto=次の場合は、はい:<br/><ul><li> アルゼンチン (チリ内の組織でのみ利用可能)</ul>"), auto, "restricted cities Santiago +auto_assigned_numbers_local_organizations_only", 0},
		{"ja-JP", "chile", countryPage("cities=サンティアゴ <br/> **注:** チリ内の組織でのみ利用できます。", "toll=はい <br/> **注:** チリ内の組織でのみ利用できます。"), toll, "restricted cities Santiago +toll_numbers_local_organizations_only", 0},
		{"de-DE", "chile", countryPage("cities=Santiago <br/> **Hinweis:** Nur für Organisationen in Chile verfügbar.", "toll=Ja <br/> **Hinweis:** Nur für Organisationen in Chile verfügbar."), toll, "restricted cities Santiago +toll_numbers_local_organizations_only", 0},
		{"zh-TW", "chile", countryPage("auto=是，適用於： <ul><li> 聖地牙哥 (只有智利境內組織) </ul>"), auto, "restricted cities Santiago +auto_assigned_numbers_local_organizations_only", 0},
		{"zh-TW", "chile", countryPage("cities=聖地牙哥 **注意：** 僅適用于智利內的組織。", "toll=是 **注意：** 僅適用于智利內的組織。"), toll, "restricted cities Santiago +toll_numbers_local_organizations_only", 0},

		{"ja-JP", "india", countryPage("cities=<ul><li>チェンナイ</li><li>ムンバイ<li>要求に応 [じて他の都市]"+deskLink+"</ul>", "toll=はい", "@cities=サービス番号は電話会議にのみ。 次に[番号](../getting-service-phone-numbers.md)。"), toll, "yes cities Chennai Mumbai others* +service_numbers_audio_conferencing_only +toll_other_cities_on_request", 0},
		{"de-DE", "india", countryPage("cities=<ul><li>Chennai</li><li>Mumbai<li>Andere Städte [auf Anfrage]"+deskLink+"</ul>", "toll=Ja", "@cities=Beachten Sie, dass Dienstnummern nur für Audiokonferenzen verwendet werden können. Lesen Sie [Abrufen](../getting-service-phone-numbers.md)"), toll, "yes cities Chennai Mumbai others* +service_numbers_audio_conferencing_only +toll_other_cities_on_request", 0},
		{"de-DE", "india", countryPage("ac=Microsoft verkauft audio conferencing in Indien nicht. Siehe [TATA.](https://www.tatacommunications.com/x/)"), ac, "partner Tata Communications +audio_conferencing_third_party", 0},

		{"zh-TW", "latvia", countryPage("cities=Riga ([要求) ]"+deskLink, "toll=是"), toll, "yes cities Riga*", 0},
		{"zh-TW", "latvia", countryPage("cities=根據[ (，) ]"+deskLink, "toll=是 ([要求]"+deskLink+")"), toll, "on_request cities Riga* +toll_numbers_on_request", 0},
		{"zh-TW", "latvia", countryPage("cities=根據 [要求]"+deskLink+" ()", "toll=可以 ([要求) ]"+deskLink+" <br/> 只能從國內撥這些號碼。"), toll, "on_request cities Riga* +toll_numbers_on_request +toll_numbers_reachable_in_country_only", 0},
		{"fr-FR", "latvia", countryPage("cities=Riga[(sur demande)]"+deskLink, "toll=Oui ([sur demande]"+deskLink+")"), toll, "on_request cities Riga* +toll_numbers_on_request", 0},
		{"ja-JP", "latvia", countryPage("cities=リガ "+requestLink, "toll=はい ([要求に応じて]"+deskLink+") <br/> 国内からのみつながります。"), toll, "on_request cities Riga* +toll_numbers_on_request +toll_numbers_reachable_in_country_only", 0},
		{"de-DE", "latvia", countryPage("cities=Riga", "toll=Ja ([auf Anfrage]"+deskLink+") <br/> Anrufe gehen nur innerhalb des Landes."), toll, "on_request cities Riga +toll_numbers_on_request +toll_numbers_reachable_in_country_only", 0},
		{"zh-TW", "france", countryPage("cities=非地理位置。 電話號碼不會連結到特定城市或位置。", "toll=要求) 的非[地理 (]"+deskLink), toll, "on_request non_geographic +toll_numbers_non_geographic +toll_numbers_on_request", 0},
		{"zh-TW", "france", countryPage("cities=非地理位置。", "toll=根據要求 ([非) ]"+deskLink), toll, "on_request non_geographic +toll_numbers_non_geographic +toll_numbers_on_request", 0},
		{"de-DE", "france", countryPage("cities=Nicht geografisch. Keine Stadt.", "toll=Nicht geografisch[(auf Anfrage)]"+deskLink), toll, "on_request non_geographic +toll_numbers_non_geographic +toll_numbers_on_request", 0},

		{"ja-JP", "china", countryPage("ac=はい。中国以外のユーザー向け。 担当者へ。"), ac, "restricted +audio_conferencing_for_users_abroad_only", 0},
		{"de-DE", "china", countryPage("ac=Ja, für Benutzer außerhalb Chinas. Wenden Sie sich an Ihr Kontoteam."), ac, "restricted +audio_conferencing_for_users_abroad_only", 0},
		{"ja-JP", "china", countryPage("callme=はい(中国で購入した顧客を除く)。 無効です。"), call, "restricted +call_me_not_for_purchases_from_china", 0},
		{"de-DE", "china", countryPage("callme=Ja, mit Ausnahme von Kunden aus China. Deaktiviert."), call, "restricted +call_me_not_for_purchases_from_china", 0},
		{"ja-JP", "china", countryPage("tollfree=はい ([要求あり)。]" + deskLink + "中国の顧客を除く。 利用できません。"), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"zh-TW", "china", countryPage("tollfree=可以 ([要求) ，]" + deskLink + " 但中國的客戶除外。 他們無法使用。"), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"de-DE", "china", countryPage("cities=Beijing (Peking)", "toll=Ja"), toll, "yes cities Beijing", 0},

		{"de-DE", "france", countryPage("callme=Erfordert Kommunikation haben"), call, "needs_credits +call_me_needs_communications_credits", 0},
		{"zh-TW", "france", countryPage("callme=提供通訊信用額度每分鐘付款"), call, "needs_credits +call_me_charged_per_minute_from_credits", 0},
		{"zh-TW", "france", countryPage("ac=是 [，僅按分鐘](../audio-conferencing-pay-per-minute.md) 付費"), ac, "pay_per_minute +audio_conferencing_pay_per_minute_only", 0},
		{"ja-JP", "france", countryPage("label-premium=フランスのプレミアム番号への発信", "premium=はい。通信クレジットで 1 分あたり支払えば、完全にサポートされます。"), premium, "yes +premium_calls_need_communications_credits +premium_row_covers_french_numbers_only", 0},
		{"ko-KR", "france", countryPage("premium=부분적으로 지원: 44843, 44844 통신 크레딧. 449XXX 지원되지 않음."), premium, "partial +premium_calls_need_communications_credits +premium_shared_cost_prefixes_only[44843 44844][449xx]", 0},
		{"ko-KR", "france", countryPage("outbound=이러한 국가를 포함하여 196개 [](users-can-make-outbound-calls-to-these-countries-and-regions.md)국가에<br/>"), outbound, "yes", 0},
		{"ja-JP", "france", countryPage("minutes=プラン オプションは 2 種類です。 <ul><li>120 分国内通話プラン (空き時間制限)</li><li>国内通話プランと国際通話プラン: 国内通話の 3,000 分 -OR - 600 分の国際通話 (カレンダー月の最初に到達した方)</li></li>"), minutes, "yes domestic:120/0! domestic_and_international:3000/600", 0},
		{"de-DE", "france", countryPage("minutes=Es stehen zwei Tarifoptionen zur Verfügung: <ul><li>120 Minutentarif für Inlandsanrufe (Verfügbarkeit ist begrenzt)</li><li>Plan für Inlands-und Auslandsgespräche: 3000 Minuten der Inlands-oder-600-Minuten für Auslandsanrufe (je nachdem)</li></li>"), minutes, "yes domestic:120/0! domestic_and_international:3000/600", 0},
		{"de-DE", "france", countryPage("minutes=Es gibt zwei Planoptionen: <ul><li>120 minute nationalen aufrufen planen </li><li>Nationalen und internationalen aufrufen planen: 1200 Minuten nationalen OR - 600 Minuten internationaler</li></li>"), minutes, "yes domestic:120/0 domestic_and_international:1200/600", 0},

		{"de-DE", "the-united-states-u-s", countryPage("outbound=In 196 Länder "+listLink, "@cp=> [!Note]\n> Nach Kanada: Inlandsgespräche.\n\n>[!Note] \n> Inlandsgespräche gelten in 50 Bundesstaaten und Puerto Rico. Alle haben denselben Minuten Pool."), outbound, "yes +calls_to_canada_are_domestic +us_domestic_covers_50_states_and_puerto_rico", 0},
		{"zh-TW", "canada", countryPage("@cp=> [!NOTE]\n> 打到加拿大會視為國內通話。 這也是加拿大使用者打到美國的情況。不過，如果您也使用通話方案政策，則將無法撥打。"), outbound, "not_applicable +us_canada_calls_mutually_domestic +us_canada_blocked_by_domestic_only_policy", 0},
		{"zh-TW", "canada", countryPage("@cp=> [!NOTE]\n> 打到加拿大會視為國內通話。 這也是加拿大使用者打到美國的情況。不過，將無法撥打。"), outbound, "not_applicable +us_canada_calls_mutually_domestic", 1},
		{"zh-TW", "canada", countryPage("outbound=到 196 個國家 "+listLink, "@cp=> [!NOTE]\n> 打到加拿大視為國內通話，加拿大打到美國也是。不過，若有原則，將無法撥打。\n\n> [!NOTE]\n> 打到美國視為國內通話。"), outbound, "yes +us_canada_calls_mutually_domestic +us_canada_blocked_by_domestic_only_policy +calls_to_us_are_domestic", 0},
	})
}
