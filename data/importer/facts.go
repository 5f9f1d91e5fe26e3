package importer

import (
	"slices"
	"strconv"
	"strings"

	"voxatlas/model"
)

// Attribution is the credit that the licence of the pages asks for, and Licence
// its SPDX identifier.
const (
	Attribution = "Microsoft Teams documentation, © Microsoft Corporation and contributors, CC BY 4.0"
	Licence     = "CC-BY-4.0"
)

// Folder is where the country pages stand in the documentation's repository.
const Folder = "Teams/" + folderName

const folderName = "country-and-region-availability-for-audio-conferencing-and-calling-plans"

// PageURL is the page of the country with that slug, as Microsoft publishes it.
func pageURL(slug string) string {
	return model.LearnURL(folderName + "/" + countryPagePrefix + slug)
}

const countryPagePrefix = "availability-in-"

// TenantAbroadSince is the day since when Telstra's plans are sold to tenants
// outside of Australia.
const tenantAbroadSince = "2019-09-01"

// The partners of Microsoft that the pages name.
const (
	partnerTata     = "Tata Communications"
	partnerTelstra  = "Telstra"
	partnerSoftBank = "SoftBank"
)

// PartnerPage is the page that the sources link to for a partner; "" for an
// unknown one.
func partnerPageURL(name string) string {
	switch name {
	case partnerTata:
		return "https://www.tatacommunications.com/for-you/tata-communications-connections-for-microsoft-teams/"
	case partnerTelstra:
		return "https://aka.ms/TelstraVoicePlan"
	case partnerSoftBank:
		return "https://aka.ms/SoftBankVoicePlan"
	}
	return ""
}

// partnerOf is the partner that a link or text names; "" for none.
func partnerNamedIn(s string) string {
	switch s = strings.ToLower(s); {
	case strings.Contains(s, "telstra"):
		return partnerTelstra
	case strings.Contains(s, "softbank"):
		return partnerSoftBank
	case strings.Contains(s, "tatacommunications"), strings.Contains(s, "tata communications"):
		return partnerTata
	}
	return ""
}

// Region is the code of a country or region as the table of tenants abroad of
// Australia's page or the list of destinations names it; code knows all that are named as elsewhere.
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

// rateSheets is where Mexico's telecoms regulator keeps the rate sheets. Of a
// list of documents, the terms of use, number management, emergency calls,
// support and the charter of rights are none.
const rateSheetsURL = "https://sert.ift.org.mx/tarifasVE/"

// ConditionLinks are the links that belong to a condition, of those in its
// source line: absolute, each once.
func conditionLinks(key string, links []string) []string {
	var out []string
	for _, link := range links {
		if key == "regulator_rate_sheets" && !strings.HasPrefix(link, rateSheetsURL) {
			continue
		}
		if rel, ok := strings.CutPrefix(link, "../"); ok {
			link = model.LearnURL(strings.TrimSuffix(strings.TrimPrefix(rel, "./"), ".md"))
		}
		if !slices.Contains(out, link) {
			out = append(out, link)
		}
	}
	return out
}

// NewWarning is the warning of that key, beside the answers that it stands
// beside.
func newWarning(key string, args ...model.Arg) model.Warning {
	return model.Warning{Key: key, Features: model.ListOf(model.WarningFeatures(key)...), Args: model.ListOf(args...)}
}

// Number is an argument that counts something.
func countArg(name string, n int) model.Arg { return model.ArgOf(name, strconv.Itoa(n)) }

// Derived are the warnings that no page states and that follow from answers:
// Call Me stated though Audio Conferencing is not sold, and the destinations that
// a page counts otherwise than the list has them.
func derivedWarnings(answer func(model.Feature) model.Answer) []model.Warning {
	var ws []model.Warning
	callMe := answer(model.CallMe).State
	if answer(model.ConferencingPurchase).State == model.No && callMe != model.No && callMe != model.Unstated {
		ws = append(ws, newWarning("audio_conferencing_not_sold_but_call_me_stated"))
	}
	if d := answer(model.OutboundCalls).Destinations; d.Stated != d.Listed && d.Listed > 0 {
		ws = append(ws, newWarning("outbound_destinations_count_differs", countArg("stated", d.Stated), countArg("listed", d.Listed)))
	}
	return ws
}
