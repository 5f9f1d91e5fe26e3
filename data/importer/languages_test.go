package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// cellTexts holds the cells of two countries in one language.
type cellTexts struct {
	yes, no, available, notApplicable, notSupported string
	perMinute, needsCredits, nonGeographic          string
	onRequest                                       string // the words of the link
	cities                                          [2]string
	yesFor, others                                  string
	five, payg, plan120, plan1200, both             string
	reach                                           string // %s is the link
}

// cellsByLanguage returns the cells in every language of the vocabularies.
func cellsByLanguage() map[string]cellTexts {
	return map[string]cellTexts{
		"en-US": {
			"Yes", "No", "Available", "Not applicable", "Not supported at this time.",
			"Yes. Pay-per-minute only.", "Requires communication credits", "Non-geographic", "on request", [2]string{"Riga", "Nice"},
			"Yes, for:", "Other cities", "There are five plan options:", "Pay-as-you-go Calling Plan", "120 minute Domestic Calling Plan", "1,200 minute Domestic Calling Plan",
			"Domestic and International Calling Plan: 1,200 minutes of domestic -OR- 600 minutes of international calling (whichever is reached first)", "To 196 countries, including %s.",
		},
		"zh-TW": {
			"是", "不。", "離線", "不適用", "目前不支援。",
			"是，僅按分鐘付費", "需要通訊信用額度", "非地理位置。", "要求", [2]string{"里加", "好"},
			"是，適用於：", "其他城市", "有五個方案選項：", "隨選即用通話方案", "120 分鐘國內通話方案", "1,200 分鐘國內通話方案",
			"國內及國際通話方案：1２００ 分鐘國內或 600 分鐘國際 (以先到達者為準)", "到 196 個國家/地區，包括%s。",
		},
		"zh-CN": {
			"是", "否", "有空", "不适用", "目前不支持。",
			"是。 仅按分钟付费。", "需要通信信用点数", "非地理位置", "请求时", [2]string{"里加", "好的"},
			"是，适用于：", "其他城市", "有五个套餐选项：", "即用即付通话套餐", "120 分钟国内通话套餐", "1,200 分钟国内通话套餐",
			"国内和国际通话套餐：1200 分钟国内或 600 分钟国际（以先达到者为准）", "可向 196 个国家/地区（包括%s）拨打。",
		},
		"ja-JP": {
			"はい", "いいえ", "連絡可能", "該当しない", "現時点ではサポートされていません。",
			"はい。 分単位の支払いのみ。", "通信クレジットが必要", "地理的ではない", "要求に応じて", [2]string{"リガ", "ニース"},
			"次の場合は、はい:", "その他の都市", "1 暦月あたり 5 つのプラン:", "従量課金制通話プラン", "120 分国内通話プラン", "1200 分国内通話プラン",
			"国内および国際通話プラン: 国内 1200 分または国際 600 分 (最初に到達した方)", "%sを含む 196 の国に発信できます。",
		},
		"ko-KR": {
			"'", "아니요", "공간이", "해당 없음", "현재 지원 되지 않습니다.",
			"예. 분당 지불만 가능합니다.", "통신 크레딧이 필요 합니다.", "지리적이 지 않음", "요청 시", [2]string{"리가", "니스"},
			"예, 다음의 경우:", "기타 도시", "월별 5개의 요금제 옵션:", "종량제 통화 요금제", "국내 통화 요금제 120분", "1,200분 국내 통화 요금제",
			"국내 및 국제 통화 요금제: 국내 1200분 -OR- 국제 600분(먼저 도달)", "%s 포함하여 196개 국가에",
		},
		"de-DE": {
			"Ja", "Nein", "Verfügbar", "Nicht zutreffend", "Wird derzeit nicht unterstützt.",
			"Ja. Nur Per-Minute-Zahlung.", "Erfordert Guthaben für Kommunikationen", "Nicht geografisch", "auf Anfrage", [2]string{"Riga", "Nizza"},
			"Ja, für:", "Andere Städte", "Es gibt fünf Planoptionen:", "Nutzungsbasierter Anrufplan", "120 Minuten Inlandsanrufplan", "1.200 Minuten nationaler Anrufplan",
			"Nationaler und internationaler Anrufplan: 1.200 Minuten national -ODER- 600 Minuten international (je nachdem, was zuerst erreicht wird)", "In 196 Länder, einschließlich %s.",
		},
		"fr-FR": {
			"Oui", "Non", "Disponibles", "Non applicable", "Non pris en charge pour le moment.",
			"Oui. Paiement à la minute uniquement.", "Nécessite des crédits de communication", "Non géographique", "sur demande", [2]string{"Riga", "Bien"},
			"Oui, pour :", "Autres villes", "Il existe cinq options :", "Forfait d’appels avec paiement à l’utilisation", "Forfait d’appels nationaux de 120 minutes", "Forfait d’appels nationaux de 1\u202f200 minutes",
			"Forfait d’appels nationaux et internationaux : 1 200 minutes nationales ou 600 minutes internationales (selon la première atteinte)", "Vers 196 pays, dont %s.",
		},
		"es-ES": {
			"Sí", "No", "Disponible", "No aplicable", "No se admite en este momento.",
			"Sí. Pago por minuto solamente.", "Requiere créditos de comunicaciones", "No geográfico", "a petición", [2]string{"Riga", "Niza"},
			"Sí, para:", "Otras ciudades", "Hay cinco opciones:", "Plan de llamadas de pago por uso", "Plan de llamadas nacionales de 120 minutos", "Plan de llamadas nacionales de 1.200 minutos",
			"Plan de llamadas nacionales e internacionales: 1.200 minutos nacionales o 600 minutos internacionales (lo que se alcance primero)", "A 196 países, incluidos %s.",
		},
		"it-IT": {
			"Sì", "No", "Disponibili", "Non applicabile", "Non supportato al momento.",
			"Sì. Solo pagamento al minuto.", "Richiede crediti di comunicazione", "Non geografiche", "su richiesta", [2]string{"Riga", "Nizza"},
			"Sì, per:", "Altre città", "Sono disponibili cinque opzioni:", "Piano per chiamate con pagamento in base al consumo", "Piano per chiamate nazionali da 120 minuti", "Piano per chiamate nazionali da 1'200 minuti",
			"Piano per chiamate nazionali e internazionali: 1200 minuti nazionali O 600 minuti internazionali (a seconda di quale venga prima)", "Verso 196 Paesi, tra cui %s.",
		},
		"pt-BR": {
			"Sim", "Não", "Disponível", "Não se aplica", "Não há suporte no momento.",
			"Sim. Somente pagamento por minuto.", "Requer créditos de comunicação", "Não geográfico", "na solicitação", [2]string{"Riga", "Legal"},
			"Sim, para:", "Outras cidades", "Há cinco opções:", "Plano de Chamadas com pagamento conforme o uso", "Plano de chamadas domésticas de 120 minutos", "Plano de chamadas domésticas de 1.200 minutos",
			"Plano de chamadas domésticas e internacionais: 1.200 minutos domésticos ou 600 minutos internacionais (o que for atingido primeiro)", "Para 196 países, incluindo %s.",
		},
		"ru-RU": {
			"Да", "Нет", "Доступно", "Неприменимо", "В настоящее время не поддерживается.",
			"Да. Только поминутная оплата.", "Требуются кредиты на связь", "Негеографические", "по запросу", [2]string{"Рига", "Ницца"},
			"Да, для:", "Другие города", "Доступно пять вариантов:", "План звонков с оплатой по мере использования", "План внутренних звонков на 120 минут", "План внутренних звонков на 1 200 минут",
			"План внутренних и международных звонков: 1200 минут внутренних или 600 минут международных звонков (что раньше)", "В 196 стран, в том числе %s.",
		},
	}
}

// pageOf writes a page of sections with rows of cells. The labels of a translated page
// have no meaning.
func pageOf(locale string, sections ...[]string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nms.contentlocale: %s\nms.lasthandoff: 03/23/2021\n---\n", locale)
	for i, rows := range sections {
		anchor := []string{"audio-conferencing", "phone-system", "calling-plans", "toll-and-toll-free-numbers-for-services", "communications-credits"}[i]
		fmt.Fprintf(&b, "\n## <a name=\"%s\"></a>%d\n\n|F|D|\n|:-|:-|\n", anchor, i)
		for n, cell := range rows {
			if n == 0 || cell != "" {
				label := fmt.Sprintf("%d?", n)
				if strings.HasPrefix(locale, "en") {
					label = englishLabel(anchor, n, len(rows))
				}
				fmt.Fprintf(&b, "|%s  <br/> |%s  <br/> |\n", label, cell)
			}
		}
	}
	return []byte(b.String())
}

// englishLabel returns the label of the row at a place in an English section of so many
// rows.
func englishLabel(anchor string, place, rows int) string {
	if anchor == "calling-plans" && rows == 3 && place == 2 {
		place++ // without the row about premium numbers
	}
	return map[string][]string{
		"audio-conferencing": {"Is Audio Conferencing available for purchase?", "Are phone numbers automatically assigned for Audio Conferencing?", "Dial-out capability using the Call Me feature"},
		"phone-system":       {"Is Phone System available for purchase?", "Auto attendants", "Call queues", "Voicemail"},
		"calling-plans":      {"Calling Plans are available to purchase?", "Minutes available for Calling Plans", "Can make outbound calls to premium numbers?", "Can make outbound calls to?"},
		"toll-and-toll-free-numbers-for-services": {"What capitals or major cities can you get toll numbers for?", "Are toll numbers available?", "Are toll-free numbers available?"},
		"communications-credits":                  {"Are Communications Credits available?"},
	}[anchor][place]
}

const deskLink = "(../manage-phone-numbers-for-your-organization/contact-pstn-service-desk.md)"

// fullPage writes the page of a country in which everything is sold.
func (c cellTexts) fullPage(locale string) []byte {
	return pageOf(locale,
		[]string{c.yes, c.yesFor + " <br/><ul><li> " + c.cities[0] + "</ul>", c.available},
		[]string{c.yes, c.available, c.available, c.available},
		[]string{
			c.yes,
			c.five + " <ul><li>" + c.payg + "</li><li>" + c.plan120 + "</li></li><li>" + c.plan1200 + "<li>" + c.both + "</li></li>",
			c.notSupported,
			fmt.Sprintf(c.reach, "[these](users-can-make-outbound-calls-to-these-countries-and-regions.md)"),
		},
		[]string{
			"<ul><li>" + c.cities[0] + " <li>" + c.cities[1] + " ([" + c.onRequest + "]" + deskLink + ")<li>" + c.others + " [" + c.onRequest + "]" + deskLink + "</ul>",
			c.yes, c.yes + " ([" + c.onRequest + "]" + deskLink + ")",
		},
		[]string{c.yes},
	)
}

// sparsePage writes the page of a country in which little is sold.
func (c cellTexts) sparsePage(locale string) []byte {
	return pageOf(locale,
		[]string{c.perMinute, c.no, c.needsCredits},
		[]string{c.yes, c.available, c.available, c.available},
		[]string{c.no, c.notApplicable, c.notApplicable},
		[]string{c.nonGeographic, c.nonGeographic + " ([" + c.onRequest + "]" + deskLink + ")", c.no},
		[]string{c.no},
	)
}

// TestEveryLanguage: the same facts are read from every language, by position
// where names are translated, and no text is left.
func TestEveryLanguage(t *testing.T) {
	all := cellsByLanguage()
	files := func(locale string) map[string][]byte {
		c := all[locale]
		return map[string][]byte{
			"availability-in-latvia.md": c.fullPage(locale), "availability-in-france.md": c.sparsePage(locale),
			"country-and-region-availability-for-audio-conferencing-and-calling-plans.md": []byte("> - [L](availability-in-latvia.md)\n> - [F](availability-in-france.md)\n"),
			"users-can-make-outbound-calls-to-these-countries-and-regions.md":             []byte("---\nms.contentlocale: " + locale + "\n---\n|A|B|\n|-|-|\n||Bhutan|\n"),
		}
	}
	english, report := compilePages(t, nil, files("en-US"))
	if len(report.Findings) != 0 || len(english.Destinations) != 1 {
		t.Fatalf("English: %+v", report.Findings)
	}
	want := english.Countries[0].Answers
	for f, state := range map[model.Feature]model.State{
		model.ConferencingPurchase: model.Yes, model.AutoAssignedNumbers: model.Yes, model.CallMe: model.Yes, model.Voicemail: model.Yes,
		model.CallingPlansPurchase: model.Yes, model.Minutes: model.Yes, model.PremiumNumbers: model.No, model.OutboundCalls: model.Yes,
		model.TollNumbers: model.Yes, model.TollFreeNumbers: model.OnRequest, model.CreditsPurchase: model.Yes,
	} {
		if want[f].State != state {
			t.Errorf("%s: %s, want %s", f, want[f].State, state)
		}
	}
	if o := want[model.Minutes].Plans; o.Len() != 4 || o.At(0).Kind != model.PayAsYouGo || o.At(2).DomesticMinutes != 1200 || o.At(3).InternationalMinutes != 600 || !o.At(3).WhicheverFirst {
		t.Errorf("plans: %+v", o)
	}
	base := atlasOf(english)
	for locale := range all {
		t.Run(locale, func(t *testing.T) {
			e, r := compilePages(t, base, files(locale))
			for _, f := range r.Findings {
				t.Errorf("not understood: %+v, want %s", f, f.Expected)
			}
			for _, c := range english.Countries {
				if d := cmp.Diff(answerLines(english, c.Slug), answerLines(e, c.Slug)); d != "" {
					t.Errorf("%s: %s", c.Slug, d)
				}
			}
		})
	}
}

// TestNoCitiesByPositionWithoutBase: without a base, names that are not known keep their
// printed form, their number and their marks.
func TestNoCitiesByPositionWithoutBase(t *testing.T) {
	c := cellsByLanguage()["ja-JP"]
	c.cities = [2]string{"橋", "良い"} // names that a machine took for words
	e, r := compilePages(t, nil, map[string][]byte{"availability-in-latvia.md": c.fullPage("ja-JP")})
	answers := e.Countries[0].Answers
	if got, want := describeAnswer(answers[model.TollNumbers]), `yes cities "橋" "良い"* others* +toll_other_cities_on_request`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := describeAnswer(answers[model.AutoAssignedNumbers]), `yes cities "橋"`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if !hasFinding(r, importer.ExpectedKnownCities, "橋, 良い") || !hasFinding(r, importer.ExpectedKnownCities, "橋") {
		t.Errorf("%+v", r.Findings)
	}
}
