package importer

import "strings"

// meaning is the sense of a wording, as named in words/LANG.txt.
type meaning string

// The meanings of whole clauses.
const (
	yes           meaning = "yes"
	no            meaning = "no"
	available     meaning = "available"
	notAvailable  meaning = "not_available"
	notApplicable meaning = "not_applicable"
	notSupported  meaning = "not_supported"
	noCity        meaning = "no_city" // a word in the place of a city's name, of English pages
	supported     meaning = "supported"
)

// The meanings that a text may mention anywhere.
const (
	perMinute        meaning = "per_minute"
	credits          meaning = "credits"
	needs            meaning = "needs"
	unneeded         meaning = "unneeded"
	partial          meaning = "partial"
	nonGeographic    meaning = "non_geographic"
	onRequest        meaning = "on_request"
	abroadOnly       meaning = "abroad_only"
	notFromChina     meaning = "not_from_china"
	localsOnly       meaning = "locals_only"
	inCountryOnly    meaning = "in_country_only"
	otherCities      meaning = "other_cities"
	limited          meaning = "limited"
	whicheverFirst   meaning = "first"
	domestic         meaning = "domestic"
	international    meaning = "international"
	payAsYouGo       meaning = "pay_as_you_go"
	french           meaning = "french"
	canada           meaning = "canada"
	unitedStates     meaning = "united_states"
	share            meaning = "share"
	policy           meaning = "policy"
	tenant           meaning = "tenant"
	conferencingOnly meaning = "conferencing_only"
	doubt            meaning = "doubt" // words that could reverse an answer
)

// The meanings of words that may stand beside others in a cell. Each of the words may
// stand anywhere in it.
const (
	besidePerMinute    meaning = "beside.per_minute"
	besideCredits      meaning = "beside.credits"
	besidePremium      meaning = "beside.premium"
	besideNotSupported meaning = "beside.not_supported"
	besideCities       meaning = "beside.cities"
	besideRequest      meaning = "beside.on_request"
	besidePartner      meaning = "beside.partner"
	besideCount        meaning = "beside.count"
	besidePlan         meaning = "beside.plan"
)

// The meanings of whole sentences of English pages, and of the head of a note.
const (
	noteHead              meaning = "sentence.note"
	sentenceThirdParty    meaning = "sentence.third_party"
	sentenceAbroad        meaning = "sentence.abroad"
	sentenceNotFromChina  meaning = "sentence.not_from_china"
	sentenceContact       meaning = "sentence.contact"
	sentenceNonGeographic meaning = "sentence.non_geographic"
	sentenceInCountryOnly meaning = "sentence.in_country_only"
	sentenceLocalsOnly    meaning = "sentence.locals_only"
	sentenceSharedCost    meaning = "sentence.shared_cost"
	sentenceReach         meaning = "sentence.reach"
	sentenceHowTo         meaning = "sentence.how_to"
	titleHowTo            meaning = "sentence.how_to_title"
	sentenceIntro         meaning = "sentence.intro"
	sentenceIndex         meaning = "sentence.index"
	sentenceCredits       meaning = "sentence.credits"
	sentenceRouting       meaning = "sentence.direct_routing"
	sentencePSTN          meaning = "sentence.pstn"
	sentencePartner       meaning = "sentence.partner"
	sentenceEarly         meaning = "sentence.early"
	sentenceTenants       meaning = "sentence.tenants"
	sentenceNumbers       meaning = "sentence.numbers"
	sentenceByUse         meaning = "sentence.numbers_by_use"
	sentenceDomestic      meaning = "sentence.domestic"
	sentenceConferencing  meaning = "sentence.conferencing_only"
)

// isWhole reports whether a wording of m must be whole: all of a clause, of a sentence
// or of a word. Wordings of other meanings may begin longer words.
func (m meaning) isWhole() bool {
	switch m {
	case yes, no, available, notAvailable, notApplicable:
		return true
	}
	kind, _, _ := strings.Cut(string(m), ".")
	return kind == "beside" || kind == "sentence" || kind == "label"
}

// separator returns the text between two wordings of m in a file.
func (m meaning) separator() string {
	if strings.HasPrefix(string(m), "beside.") {
		return " "
	}
	return " | "
}

// rowMeaning returns the meaning of the label of the row with that key.
func rowMeaning(key string) meaning { return meaning("row." + key) }

// labelMeaning returns the meaning of whole labels of the row with that key.
func labelMeaning(key string) meaning { return meaning("label." + key) }
