package importer

import (
	"slices"
	"strconv"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// Attribution is the credit that the licence of the pages demands; Licence is the
// licence's SPDX identifier.
const (
	Attribution = "Microsoft Teams documentation, © Microsoft Corporation and contributors, CC BY 4.0"
	Licence     = "CC-BY-4.0"
)

// PagesFolder is the folder of the country pages in the documentation's repository.
const PagesFolder = "Teams/" + pages.IndexName

// countryPage returns the address of a country's page on Microsoft's site.
func (s Site) countryPage(slug string) string {
	return s.Page(pages.IndexName + "/" + pages.CountryPrefix + slug)
}

// tenantAbroadSince is the day since which tenants outside of Australia can buy
// Telstra's plans.
const tenantAbroadSince = "2019-09-01"

// The partners of Microsoft that the pages name.
const (
	partnerTata     = "Tata Communications"
	partnerTelstra  = "Telstra"
	partnerSoftBank = "SoftBank"
)

// partnerPage returns the page that the sources link to for a partner; "" for an
// unknown name.
func (s Site) partnerPage(name string) string {
	switch name {
	case partnerTata:
		return s.Link("tata")
	case partnerTelstra:
		return s.Link("telstra")
	case partnerSoftBank:
		return s.Link("softbank")
	}
	return ""
}

// partnerSpellings lists how pages and addresses write the partners, in lower case.
// Machines translate names, too.
func partnerSpellings() []struct{ partner, spelling string } {
	return []struct{ partner, spelling string }{
		{partnerTelstra, "telstra"}, {partnerTelstra, "тельстра"}, {partnerTelstra, "телстра"}, {partnerTelstra, "テルストラ"}, {partnerTelstra, "텔스트라"},
		{partnerTelstra, "澳洲電訊"}, {partnerTelstra, "澳洲电讯"},
		{partnerSoftBank, "softbank"}, {partnerSoftBank, "soft bank"}, {partnerSoftBank, "софтбанк"}, {partnerSoftBank, "ソフトバンク"}, {partnerSoftBank, "소프트뱅크"},
		{partnerSoftBank, "소프트 뱅크"}, {partnerSoftBank, "소프트 은행"}, {partnerSoftBank, "軟體銀行"}, {partnerSoftBank, "軟銀"}, {partnerSoftBank, "软银"},
		{partnerTata, "tatacommunications"}, {partnerTata, "tata communications"},
	}
}

// partnerNamedIn returns the partner that a link or text names; "" for none.
func partnerNamedIn(s string) string {
	s = strings.ToLower(s)
	for _, p := range partnerSpellings() {
		if strings.Contains(s, p.spelling) {
			return p.partner
		}
	}
	return ""
}

// withoutPartners returns s without the English names of partners.
func withoutPartners(s string) string {
	for _, name := range []string{"TATA Communications", "Tata Communications", "TATA", partnerTelstra, partnerSoftBank} {
		s = strings.ReplaceAll(s, name, "")
	}
	return s
}

// regionCode returns the code of a country or region by the name in a list of
// destinations or of regions. The function code knows all names but the unusual
// ones.
func regionCode(name string, code func(string) string) string {
	switch name {
	case "U.S. Outlying Islands":
		return "UM"
	case "Svalbard", "Jan Mayen": // they share one
		return "SJ"
	case "Åland Islands":
		return "AX"
	case "Bouvet Island":
		return "BV"
	case "Brunei", "Bunei Darussalam": // misprinted in the list of destinations
		return "BN"
	case "Guernsey":
		return "GG"
	case "Isle of Man":
		return "IM"
	case "Jersey":
		return "JE"
	case "Timor-Leste":
		return "TL"
	case "Vatican City":
		return "VA"
	case "United States":
		return "US"
	case "Laos":
		return "LA"
	case "Macao":
		return "MO"
	case "Maldives":
		return "MV"
	case "Vietnam":
		return "VN"
	case "United Kingdom":
		return "GB"
	case "Gialtar": // as the lists of destinations of 2018 and 2019 print it
		return "GI"
	}
	return code(name)
}

// rateSheetsURL is the address of the rate sheets of Mexico's telecoms
// regulator. The terms of use, number management, emergency calls, support and
// the charter of rights in the same list of documents have other addresses.
const rateSheetsURL = "https://sert.ift.org.mx/tarifasVE/"

// ofCondition returns the links that belong to a condition, of all in its source
// line: absolute, each once.
func (s Site) ofCondition(key string, links []string) []string {
	var out []string
	for _, link := range links {
		if key == "regulator_rate_sheets" && !strings.HasPrefix(link, rateSheetsURL) {
			continue
		}
		if rel, ok := strings.CutPrefix(link, "../"); ok {
			link = s.Page(strings.TrimSuffix(strings.TrimPrefix(rel, "./"), ".md"))
		}
		if !slices.Contains(out, link) {
			out = append(out, link)
		}
	}
	return out
}

// newWarning returns the warning of that key with the features that it belongs
// to.
func newWarning(key string, args ...model.Arg) model.Warning {
	return model.Warning{Key: key, Features: model.ListOf(model.WarningFeatures(key)...), Args: model.ListOf(args...)}
}

// countArg returns an argument with a number.
func countArg(name string, n int) model.Arg { return model.ArgOf(name, strconv.Itoa(n)) }

// derivedWarnings returns the warnings that follow from answers alone: Call Me
// is stated though Audio Conferencing is not sold; the page's number of
// destinations differs from the list; toll-free numbers are offered where the
// credits that pay their calls are not sold; auto attendants and call queues are
// offered where every service number is on request.
func derivedWarnings(answer func(model.Feature) model.Answer) []model.Warning {
	var warnings []model.Warning
	callMe := answer(model.CallMe).State
	if answer(model.ConferencingPurchase).State == model.No && callMe != model.No && callMe != model.Unstated {
		warnings = append(warnings, newWarning("audio_conferencing_not_sold_but_call_me_stated"))
	}
	if d := answer(model.OutboundCalls).Destinations; d.Stated != d.Listed && d.Listed > 0 {
		warnings = append(warnings, newWarning("outbound_destinations_count_differs", countArg("stated", d.Stated), countArg("listed", d.Listed)))
	}
	tollFree := answer(model.TollFreeNumbers).State
	if tollFree.Offered() && answer(model.CreditsPurchase).State == model.No {
		warnings = append(warnings, newWarning("toll_free_needs_credits_but_credits_not_available"))
	}
	attendants, queues := answer(model.AutoAttendants).State, answer(model.CallQueues).State
	if attendants == model.Yes && queues == model.Yes && onRequestOnly(answer(model.TollNumbers).State, tollFree) {
		warnings = append(warnings, newWarning("attendants_and_queues_need_numbers_on_request_only"))
	}
	return warnings
}

// onRequestOnly reports whether numbers of both kinds, or of the one kind that is
// offered, are on request.
func onRequestOnly(toll, tollFree model.State) bool {
	return (toll == model.OnRequest || tollFree == model.OnRequest) &&
		(toll == model.OnRequest || toll == model.No) && (tollFree == model.OnRequest || tollFree == model.No)
}
