package importer_test

import (
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// TestGermanAndRomance reads cells as machines translated them to German,
// French, Spanish, Italian and Portuguese between 2018 and 2022, on pages of
// our own.
func TestGermanAndRomance(t *testing.T) {
	const (
		ac, auto, call, minutes = model.ConferencingPurchase, model.AutoAssignedNumbers, model.CallMe, model.Minutes
		premium, outbound       = model.PremiumNumbers, model.OutboundCalls
		toll, free              = model.TollNumbers, model.TollFreeNumbers
	)
	const plan = "yes domestic_and_international:3000/600"
	english := map[string][]byte{
		"availability-in-chile.md":                 countryPage("auto=Yes, for: <ul><li>Santiago</ul>", "cities=Santiago", "toll=Yes"),
		"availability-in-latvia.md":                countryPage("cities=<ul><li>Nice<li>Montreal</ul>", "toll=Yes"),
		"availability-in-china.md":                 countryPage("cities=Beijing", "toll=Yes"),
		"availability-in-france.md":                countryPage(),
		"availability-in-italy.md":                 countryPage(),
		"availability-in-india.md":                 countryPage(),
		"availability-in-the-united-states-u-s.md": countryPage(),
		"availability-in-puerto-rico.md":           countryPage(),
	}
	checkReadings(t, english, []reading{
		// The link to the number desk holds the comma, or a blank is lost.
		{"fr-FR", "china", countryPage("tollfree=Oui[(sur demande),]" + deskLink + "sauf pour les clients qui l'achètent en Chine. Non disponibles pour eux."), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"pt-BR", "china", countryPage("tollfree=Sim ([a pedido]" + deskLink + "), exceto para clientes da China. Não para eles."), free, "on_request +toll_free_on_request +toll_free_not_for_purchases_from_china", 0},
		{"it-IT", "china", countryPage("callme=Sì, fatta eccezione per i clienti cinesi. Disabilitate per loro."), call, "restricted +call_me_not_for_purchases_from_china", 0},
		{"de-DE", "china", countryPage("ac=Ja, nicht am Sonntag."), ac, "unread", 1},

		// One plan without a list, and what counts as domestic after it.
		{"de-DE", "puerto-rico", countryPage("minutes=3000 Minuten Inlandsanrufe oder 600 Minuten Auslandsanrufe (je nachdem) Inlandsanrufe reichen in 50 Staaten. Alle nutzen den gleichen Minutenpool."), minutes, plan + " +us_and_puerto_rico_share_minutes", 0},
		{"es-ES", "puerto-rico", countryPage("minutes=3000 minutos nacionales o 600 minutos internacionales (lo que llegue antes). Las llamadas nacionales llegan a los 50 estados. Los usuarios de EE. UU. o de la isla comparten el mismo grupo."), minutes, plan + " +us_and_puerto_rico_share_minutes", 0},
		{"es-ES", "the-united-states-u-s", countryPage("outbound=A 196 países "+listLink, "@cp=Llamadas nacionales a los 50 estados de EE. UU. Los usuarios comparten los minutos."), outbound, "yes +us_domestic_covers_50_states_and_puerto_rico", 0},
		{"es-ES", "the-united-states-u-s", countryPage("minutes=3000 minutos nacionales o 600 minutos internacionales (primero)", "@cp=Llamadas nacionales a los 50 estados de EE. UU. Los usuarios comparten los minutos."), minutes, plan + " +us_and_puerto_rico_share_minutes", 0},
		{"de-DE", "puerto-rico", countryPage("minutes=3000 Minuten Inlandsanrufe oder 600 Minuten Auslandsanrufe (je nachdem) Nur sonntags."), minutes, plan, 1},
		{"de-DE", "france", countryPage("minutes=3000 Minuten im Inland (mit 600 Minuten ins Ausland)"), minutes, "yes domestic_and_international:3000/600", 0},
		{"de-DE", "france", countryPage("minutes=<ul><li>Inlandsanrufplan (120 Minuten)<li>Inlandsanrufplan 240 Minuten (nur sonntags)</ul>"), minutes, `yes domestic:120/0 "Inlandsanrufplan 240 Minuten (nur sonntags)"`, 1},
		{"de-DE", "france", countryPage("minutes=<ul><li>Inlandsanrufplan (120 Minuten)<li>Anrufplan mit nutzungsbasierter Bezahlung</ul>"), minutes, "yes domestic:120/0 pay_as_you_go:0/0", 0},
		{"fr-FR", "france", countryPage("minutes=<ul><li>120 minutes planifier l’appel interne<li>Forfait internationaux : 1 200 minutes d’intérieurs - ou-600 minutes internationaux (premier)</ul>"), minutes, "yes domestic:120/0 domestic_and_international:1200/600", 0},
		{"es-ES", "france", countryPage("minutes=<ul><li>120 minuto al llamar a planear nacionales<li>Planear internacional: 1200 minutos OR 600 nacionales internacionales (primero)</ul>"), minutes, "yes domestic:120/0 domestic_and_international:1200/600", 0},
		{"it-IT", "france", countryPage("minutes=<ul><li>Piano per chiamate pay-as-you-go<li>Piano nazionale da 3.000 minuti</ul>"), minutes, "yes pay_as_you_go:0/0 domestic:3000/0", 0},

		// Premium numbers.
		{"de-DE", "france", countryPage("premium=Zu diesem Zeitpunkt unterstützt nicht."), premium, "no", 0},
		{"it-IT", "france", countryPage("premium=Non è supportata in questo momento."), premium, "no", 0},
		{"fr-FR", "france", countryPage("premium=Ceci n’est pas pris en charge pour le moment."), premium, "no", 0},
		{"fr-FR", "france", countryPage("premium=Oui, entièrement pris en charge pour l’instant."), premium, "yes", 0},
		{"fr-FR", "france", countryPage("premium=Oui, entièrement pris en charge le dimanche. Non le lundi."), premium, "unread", 1},
		{"fr-FR", "france", countryPage("premium=Oui, entièrement pris en charge le dimanche."), premium, "unread", 1},
		{"es-ES", "france", countryPage("premium=Sí, totalmente compatibles cuando se usa Communications créditos pagando por minuto."), premium, "yes +premium_calls_need_communications_credits", 0},
		{"it-IT", "france", countryPage("premium=Parzialmente supportato: prefissi 44843 e 44872 tramite Crediti comunicazioni. 449XX no."), premium, "partial +premium_calls_need_communications_credits +premium_shared_cost_prefixes_only[44843 44872][449xx]", 0},

		// Cities, by name but for accents, and organizations in the country only.
		{"fr-FR", "latvia", countryPage("cities=<ul><li>Nice<li>Montréal</ul>", "toll=Oui"), toll, "yes cities Nice Montreal", 0},
		{"es-ES", "france", countryPage("cities=Los números no se vinculan a una ciudad o ubicación.", "toll=Sí"), toll, "yes non_geographic +toll_numbers_non_geographic", 0},
		{"de-DE", "latvia", countryPage("cities=<ul><li>Nizza<li>Königsberg</ul>", "toll=Ja"), toll, "yes cities Nice Montreal", 0},
		{"de-DE", "latvia", countryPage("cities=<ul><li>Nizza ([auf Anfrage]"+deskLink+")<li>Königsberg</ul>", "toll=Ja"), toll, `yes cities "Nizza"* "Königsberg"`, 1}, // not the base's city
		{"es-ES", "latvia", countryPage("cities=<ul><li>Montréal<li>Niza</ul>", "toll=Sí"), toll, `yes cities Montreal "Niza"`, 1},
		{"es-ES", "chile", countryPage("cities=Santiago <br/> **Nota:** Sólo está disponible para las organizaciones dentro de Chile.", "toll=Sí <br/> **Nota:** Sólo está disponible para las organizaciones dentro de Chile."), toll, "restricted cities Santiago +toll_numbers_local_organizations_only", 0},
		{"es-ES", "chile", countryPage("auto=Sí, para:<ul><li>Santiago (sólo está disponible en las organizaciones dentro de Chile)</ul>"), auto, "restricted cities Santiago +auto_assigned_numbers_local_organizations_only", 0},
		{"es-ES", "chile", countryPage("auto=Sí, para:<ul><li>Santiago (los domingos nada más)</ul>"), auto, "unread", 1},
		{"ja-JP", "chile", countryPage("auto=次の場合は、はい:<ul><li>サンティアゴ (日曜日にのみご利用いただけます)</ul>"), auto, "unread", 1},
		{"ja-JP", "chile", countryPage("auto=次の場合は、はい:<ul><li>サンティアゴ (首都)</ul>"), auto, "unread", 1},
		{"de-DE", "chile", countryPage("auto=Ja, für:<ul><li>Sankt Jakob (Santiago de Chile)</ul>"), auto, "yes cities Santiago", 0},
		{"de-DE", "chile", countryPage("auto=Ja, für:<ul><li>Sankt Jakob (Santiago)</ul>"), auto, "yes cities Santiago", 0},
		{"it-IT", "italy", countryPage("auto=Non. [Contattaci](mailto:desk@example.org)."), auto, "no +auto_assigned_numbers_contact_desk[desk@example.org]", 0},
		{"it-IT", "india", countryPage("tollfree=Sì", "@cities=Si usano solo per le audioconferenze. Quindi [qui](../getting-service-phone-numbers.md)."), free, "yes +service_numbers_audio_conferencing_only", 0},
		{"pt-BR", "italy", countryPage("cp=Sim", "@cp=Teams/some-folder/some-page.md"), model.CallingPlansPurchase, "yes", 0},
	})
}

// TestSameCity: equal names in both lists of a page are the same city, so one
// list identifies the other's cities.
func TestSameCity(t *testing.T) {
	english, _ := compilePages(t, nil, map[string][]byte{
		"availability-in-italy.md": countryPage("auto=Yes, for: <ul><li>Munich</ul>", "cities=<ul><li>Frankfurt<li>Munich</ul>", "toll=Yes"),
		"availability-in-china.md": countryPage("cities=Beijing", "toll=Yes"),
	})
	base := atlasOf(english)
	for name, tt := range map[string]struct {
		slug string
		page []byte
		want string
	}{
		"the same in both":            {"italy", countryPage("auto=Sì, per: <ul><li>Monaco</ul>", "cities=<ul><li>Francoforte<li>Monaco</ul>", "toll=Sì"), "yes cities Munich"},
		"the other one":               {"italy", countryPage("auto=Sì, per: <ul><li>Francoforte</ul>", "cities=<ul><li>Francoforte<li>Monaco</ul>", "toll=Sì"), `yes cities "Francoforte"`},
		"by its name":                 {"italy", countryPage("auto=Sì, per: <ul><li>Frankfurt</ul>", "cities=<ul><li>Frankfurt<li>Monaco</ul>", "toll=Sì"), "yes cities Frankfurt"},
		"the only one":                {"italy", countryPage("auto=Sì, per: <ul><li>Francoforte</ul>", "cities=Francoforte", "toll=Sì"), `yes cities "Francoforte"`},
		"elsewhere":                   {"italy", countryPage("auto=Sì, per: <ul><li>Monaco</ul>", "cities=Non applicabile", "toll=No"), "yes cities Munich"},
		"not in the base":             {"china", countryPage("auto=Sì, per: <ul><li>Pechino</ul>", "cities=Pechino", "toll=Sì"), "yes cities Beijing"},
		"not in the base, nor listed": {"china", countryPage("auto=Sì, per: <ul><li>Nanchino</ul>", "cities=Pechino", "toll=Sì"), `yes cities "Nanchino"`},
		"twice":                       {"china", countryPage("auto=Sì, per: <ul><li>Pechino<li>Pechino</ul>", "cities=Pechino", "toll=Sì"), `yes cities "Pechino" "Pechino"`},
	} {
		e, r := compilePages(t, base, map[string][]byte{"availability-in-" + tt.slug + ".md": withLocale("it-IT", tt.page)})
		if got := describeAnswer(e.Countries[0].Answers[model.AutoAssignedNumbers]); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		reported := false
		for _, f := range r.Findings {
			reported = reported || f.Expected == importer.ExpectedKnownCities && f.Feature == model.AutoAssignedNumbers
		}
		if reported != strings.Contains(tt.want, `"`) {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}
