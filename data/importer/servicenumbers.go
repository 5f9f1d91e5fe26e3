package importer

import (
	"voxatlas/model"
)

// readTollCities reads the cities that toll numbers belong to.
func (c *countryReader) readTollCities(r answerRow) {
	const f = model.TollNumbers
	a := c.answers[f]
	text := plainText(r.Cell)
	_, items, _ := r.ListItems()
	answer := c.vocabulary.readClause(text, notApplicable)
	switch {
	case answer.meaning != "" && normalize(answer.rest) == "":
		a.Scope, c.citiesRead = model.ScopeNotApplicable, true
	case len(items) == 0 && c.vocabulary.mentions(text, nonGeographic):
		c.addCondition("toll_numbers_non_geographic")
		a.Scope, c.citiesRead = model.NonGeographic, true
	default:
		if len(items) == 0 {
			items = r.Parts
		}
		list := c.readCities(items)
		c.tollItems = list.items
		if list.localsOnly {
			c.addCondition("toll_numbers_local_organizations_only")
		}
		if list.othersOnRequest {
			a.OtherCitiesOnRequest = true
			c.addCondition("toll_other_cities_on_request")
		}
		cities, byPosition, ok := c.matchCities(list, f)
		if !ok {
			c.reportText(r.line, f, r.TextContent(), ExpectedKnownCities)
			break
		}
		c.citiesRead = true
		a.Cities, a.Scope = model.ListOf(cities...), model.Cities
		if byPosition {
			c.confidence[f] = ByPosition
		}
	}
	c.answers[f] = a
}

// readToll reads whether there are toll numbers.
func (c *countryReader) readToll(r answerRow) {
	const f = model.TollNumbers
	a, citiesConfidence := c.answers[f], c.confidence[f]
	whole := plainText(r.Cell)
	text := plainText(withoutLinks(r.Cell, isServiceDesk))
	answer := c.answerBesideDeskLink(r)
	state := plainState(answer.meaning)
	requested := hasMarkedLink(r.Cell, markDesk) || c.vocabulary.mentions(text, onRequest)
	rest, inCountry, locals := c.splitLimits(answer.rest)
	switch {
	case requested && state == model.No:
		c.reportUnreadableToll(r, ExpectedTerms)
		return
	case requested && c.vocabulary.mentions(whole, nonGeographic) && len(splitSentences(text)) <= 1:
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
	if citiesConfidence == ByPosition {
		c.confidence[f] = ByPosition
	}
}

// reportUnreadableToll adds a finding about the cell on toll numbers and keeps
// the cities from the row before.
func (c *countryReader) reportUnreadableToll(r answerRow, expected Expected) {
	c.reportText(r.line, r.feature, r.TextContent(), expected)
	c.confidence[r.feature] = NotUnderstood
}

// splitLimits takes the sentences that limit toll numbers out of text.
func (c *countryReader) splitLimits(text string) (rest string, inCountry, locals bool) {
	for _, s := range splitSentences(text) {
		switch {
		case c.vocabulary.mentions(s, inCountryOnly):
			inCountry = true
		case c.vocabulary.mentions(s, localsOnly):
			locals = true
		case len([]rune(normalize(s))) <= 12 && (inCountry || locals || s != text) && endsInColon(s):
			// "Note:"
		default:
			rest += s + " "
		}
	}
	return rest, inCountry, locals
}

// endsInColon reports whether the last rune of s is a colon.
func endsInColon(s string) bool {
	switch r := []rune(s); r[len(r)-1] {
	case ':', '：':
		return true
	}
	return false
}

// saysOnRequestOnly reports whether text says "on request" or nothing.
func (c *countryReader) saysOnRequestOnly(text string) bool {
	if normalize(text) == "" {
		return true
	}
	if ok, _ := c.vocabulary.matches(text, onRequest); ok {
		return true
	}
	return len(splitSentences(text)) == 1 && c.vocabulary.mentions(text, onRequest) && len([]rune(normalize(text))) <= maxOnRequest
}

// maxOnRequest is the largest number of letters of "on request" in any language. "Not on
// request" has more.
const maxOnRequest = 10

// answerBesideDeskLink reads the answer in r apart from the link to the number
// service desk: the words of the link vary and move in translations. If the link
// has swallowed the answer, it reads the whole cell.
func (c *countryReader) answerBesideDeskLink(r answerRow) clause {
	answer := c.vocabulary.readClause(plainText(withoutLinks(r.Cell, isServiceDesk)), yes, no, available, notAvailable)
	if answer.meaning == "" && hasMarkedLink(r.Cell, markDesk) {
		answer = c.vocabulary.readClause(plainText(r.Cell), yes, no, available, notAvailable)
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
	text := plainText(withoutLinks(r.Cell, isServiceDesk))
	answer := c.answerBesideDeskLink(r)
	state := plainState(answer.meaning)
	requested := hasMarkedLink(r.Cell, markDesk) || c.vocabulary.mentions(text, onRequest)
	switch {
	case requested && state == model.No:
		c.reportUnreadable(r, f, ExpectedTerms)
	case state == model.Yes && requested && c.iso2 == chinaISO2 && c.vocabulary.mentions(answer.rest, notFromChina):
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
