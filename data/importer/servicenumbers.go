package importer

import (
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readTollCities reads the cities that toll numbers belong to.
func (c *countryReader) readTollCities(r answerRow) {
	const f = model.TollNumbers
	a := c.answers[f]
	text := c.plainText(r.Cell)
	_, items, _ := r.ListItems()
	answer := c.vocabulary.readClause(text, notApplicable)
	switch {
	case answer.meaning != "" && normalize(answer.rest) == "":
		a.Scope, c.citiesRead = model.ScopeNotApplicable, true
	case len(items) == 0 && c.saysNonGeographic(text):
		c.addCondition("toll_numbers_non_geographic")
		a.Scope, c.citiesRead = model.NonGeographic, true
	default:
		list := c.readTollList(r, items)
		if list.localsOnly {
			c.addCondition("toll_numbers_local_organizations_only")
		}
		if list.othersOnRequest {
			a.OtherCitiesOnRequest = true
			c.addCondition("toll_other_cities_on_request")
		}
		if list.hasUnreadText || len(list.items) == 0 || len(list.items) > maxCities {
			c.tollTerm = r.TextContent()
			c.reportText(r.line, f, r.TextContent(), ExpectedCities)
			break
		}
		c.tollList = c.matchCities(r, list)
		c.citiesRead = len(c.tollList.unknown()) == 0
	}
	c.answers[f] = a
}

// readTollList reads the cities in list items, or in a cell that is one bare name.
// Nothing may stand beside a list.
func (c *countryReader) readTollList(r answerRow, items []pages.Part) cityList {
	if len(items) == 0 {
		return c.readCities(c.splitNames(r.Parts, r.feature), r.feature)
	}
	list := c.readCities(items, r.feature)
	list.hasUnreadText = list.hasUnreadText || !c.saysNothingBut(c.plainText(withoutItems(r.Cell)), besideCities)
	return list
}

// splitNames splits a cell without a list into a part for each line, if all lines may be
// names of cities: "Riga<br/>Nice". A line that limits numbers stays with the name.
func (c *countryReader) splitNames(parts []pages.Part, f model.Feature) []pages.Part {
	var lines []pages.Part
	for _, p := range parts {
		lines = append(lines, splitLines(p)...)
	}
	for _, line := range lines {
		name := cityName(line.TextWithout(func(r pages.TextRun) bool { return isServiceDesk(r.Link) }))
		rest, inCountry, locals := c.splitLimits(name)
		if inCountry || locals || normalize(rest) == "" || strings.ContainsAny(name, ":：") || !c.mayBeName(name, f) {
			return parts
		}
	}
	return lines
}

// readToll reads whether there are toll numbers.
func (c *countryReader) readToll(r answerRow) {
	const f = model.TollNumbers
	a := c.answers[f]
	whole := c.plainText(r.Cell)
	text := c.plainText(withoutLinks(r.Cell, isServiceDesk))
	answer := c.answerBesideDeskLink(r)
	state := plainState(answer.meaning)
	requested := hasMarkedLink(r.Cell, markDesk) || c.vocabulary.mentions(text, onRequest)
	rest, inCountry, locals := c.splitLimits(answer.rest)
	switch {
	case c.tollTerm != "" && state != model.No: // a term of some city, perhaps of all
		c.setUnread(f, c.tollTerm)
		return
	case requested && state == model.No:
		c.reportUnreadableToll(r, ExpectedTerms)
		return
	case requested && c.vocabulary.mentions(whole, nonGeographic) && c.knowsSentences(text, sentenceNonGeographic, 1):
		c.addCondition("toll_numbers_non_geographic")
		c.addCondition("toll_numbers_on_request")
		a.State = model.OnRequest
	case requested && state == model.Yes && c.saysOnRequestOnly(rest):
		c.addCondition("toll_numbers_on_request")
		a.State = model.OnRequest
	case state != model.Unstated && normalize(rest) == "":
		a.State = state
	default:
		c.reportUnreadableToll(r, ExpectedYesNo)
		return
	}
	if inCountry {
		c.addCondition("toll_numbers_reachable_in_country_only")
	}
	if locals {
		c.addCondition("toll_numbers_local_organizations_only")
	}
	if a.State == model.Yes && c.hasCondition("toll_numbers_local_organizations_only") {
		a.State = model.Restricted
	}
	c.setAnswer(r, f, a, answer.mistranslated)
}

// reportUnreadableToll adds a finding about the cell on toll numbers and keeps
// the cities from the row before.
func (c *countryReader) reportUnreadableToll(r answerRow, expected Expected) {
	c.reportText(r.line, r.feature, r.TextContent(), expected)
	c.setUnread(r.feature, r.TextContent())
}

// splitLimits takes the sentences that limit toll numbers out of text.
func (c *countryReader) splitLimits(text string) (rest string, inCountry, locals bool) {
	for _, s := range splitSentences(text) {
		switch {
		case c.saysInCountryOnly(s):
			inCountry = true
		case c.saysLocalsOnly(s):
			locals = true
		case c.isNoteHead(s):
		default:
			rest += s + " "
		}
	}
	return rest, inCountry, locals
}

// saysInCountryOnly reports whether a sentence says that toll numbers can be reached
// from within the country only.
func (c *countryReader) saysInCountryOnly(s string) bool {
	return c.vocabulary.mentions(s, inCountryOnly) && c.isLimit(s, sentenceInCountryOnly)
}

// saysLocalsOnly reports whether a sentence says that numbers are only for organizations
// in the country.
func (c *countryReader) saysLocalsOnly(s string) bool {
	return c.vocabulary.mentions(s, localsOnly) && c.isLimit(s, sentenceLocalsOnly)
}

// isLimit reports whether s has a limit of numbers and nothing more: in English one of
// m, in other languages one sentence without numbers.
func (c *countryReader) isLimit(s string, m meaning) bool {
	if c.english {
		return c.isKnownSentence(c.withoutNoteHead(s), m)
	}
	return len(numbers(s)) == 0 && len([]rune(s)) <= maxLimit
}

// maxLimit is the largest number of runes of a limit in any language.
const maxLimit = 120

// isNoteHead reports whether s is "Note" and nothing else.
func (c *countryReader) isNoteHead(s string) bool {
	ok, _ := c.vocabulary.matches(s, noteHead)
	return ok
}

// withoutNoteHead returns s without "Note:" before it.
func (c *countryReader) withoutNoteHead(s string) string {
	if i := strings.IndexAny(s, ":："); i > 0 && c.isNoteHead(s[:i]) {
		return s[i:]
	}
	return s
}

// saysOnRequestOnly reports whether text says "on request" or nothing.
func (c *countryReader) saysOnRequestOnly(text string) bool {
	return c.saysNothingBut(text, onRequest, besideRequest)
}

// answerBesideDeskLink reads the answer in r apart from the link to the number
// service desk: the words of the link vary and move in translations. If the link
// has swallowed the answer, it reads the whole cell.
func (c *countryReader) answerBesideDeskLink(r answerRow) clause {
	answer := c.vocabulary.readClause(c.plainText(withoutLinks(r.Cell, isServiceDesk)), yes, no, available, notAvailable, notSupported)
	if answer.meaning == "" && hasMarkedLink(r.Cell, markDesk) {
		answer = c.vocabulary.readClause(c.plainText(r.Cell), yes, no, available, notAvailable, notSupported)
	}
	return answer
}

// hasCondition reports whether the country has a condition of that key.
func (c *countryReader) hasCondition(key string) bool {
	for _, n := range c.conditions {
		if n.Key == key {
			return true
		}
	}
	return false
}

// readTollFree reads whether there are toll-free numbers.
func (c *countryReader) readTollFree(r answerRow) {
	const f = model.TollFreeNumbers
	text := c.plainText(withoutLinks(r.Cell, isServiceDesk))
	answer := c.answerBesideDeskLink(r)
	state := plainState(answer.meaning)
	requested := hasMarkedLink(r.Cell, markDesk) || c.vocabulary.mentions(text, onRequest)
	switch {
	case requested && state == model.No:
		c.reportUnreadable(r, f, ExpectedTerms)
	case state == model.Yes && requested && c.iso2 == chinaISO2 && c.vocabulary.mentions(answer.rest, notFromChina) && c.knowsSentences(answer.rest, sentenceNotFromChina, 2):
		c.addCondition("toll_free_on_request")
		c.addCondition("toll_free_not_for_purchases_from_china")
		c.setAnswer(r, f, model.Answer{State: model.OnRequest}, answer.mistranslated)
	case state == model.Yes && requested && c.saysOnRequestOnly(answer.rest):
		c.addCondition("toll_free_on_request")
		c.setAnswer(r, f, model.Answer{State: model.OnRequest}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}
