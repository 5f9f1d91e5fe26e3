package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// chinaISO2 is the code of China. Its page alone has terms about purchases from
// China.
const chinaISO2 = "CN"

// readConferencing reads whether Audio Conferencing can be bought.
func (c *countryReader) readConferencing(r answerRow) {
	const f = model.ConferencingPurchase
	text := plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(answer.meaning)
	perMinutes := hasMarkedLink(r.Cell, markMinute) || c.vocabulary.mentions(text, perMinute)
	name, page := findPartnerLink(r.Cell)
	switch {
	case name != "":
		c.addCondition("audio_conferencing_third_party", model.ArgOf("partner", name))
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
	case state == model.Yes && perMinutes:
		c.addCondition("audio_conferencing_pay_per_minute_only")
		c.setAnswer(r, f, model.Answer{State: model.PayPerMinute}, answer.mistranslated)
	case state == model.Yes && c.iso2 == chinaISO2 && c.vocabulary.mentions(answer.rest, abroadOnly):
		c.addCondition("audio_conferencing_for_users_abroad_only")
		c.setAnswer(r, f, model.Answer{State: model.Restricted}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedTerms)
	}
}

// partnerWithPage returns the partner of that name with the linked page. A link
// that must not be shown is replaced by the partner's known page.
func (c *countryReader) partnerWithPage(name, page string) model.Partner {
	if !isPrintable(page) || len(page) > 300 || len(page) < 9 || page[:8] != "https://" {
		page = c.reference.Site.partnerPage(name)
	}
	return model.Partner{Name: name, URL: page}
}

// readAutoAssigned reads whether numbers are assigned automatically, and in
// which cities.
func (c *countryReader) readAutoAssigned(r answerRow) {
	const f = model.AutoAssignedNumbers
	text := plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, notApplicable, available, notAvailable)
	before, items, _ := r.ListItems()
	if findMailbox(r.Cell) != "" {
		answer = c.vocabulary.readClause(plainText(withoutLinks(r.Cell, isMailLink)), no, notAvailable)
	}
	switch state := plainState(answer.meaning); {
	case state == model.No && findMailbox(r.Cell) != "" && len(splitSentences(answer.rest)) <= 1:
		c.addCondition("auto_assigned_numbers_contact_desk", model.ArgOf("mailbox", findMailbox(r.Cell)))
		c.setAnswer(r, f, model.Answer{State: model.No}, answer.mistranslated)
	case answer.meaning == notApplicable && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable, Scope: model.ScopeNotApplicable}, answer.mistranslated)
	case len(items) == 0 && c.vocabulary.mentions(text, nonGeographic):
		c.addCondition("auto_assigned_numbers_non_geographic")
		c.setAnswer(r, f, model.Answer{Scope: model.NonGeographic}, false)
		c.confidence[f] = NotStated // the page gives neither yes nor no
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	case state == model.Yes || normalize(before) == "" && len(items) > 0:
		c.readAutoCities(r, answer, items)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

// readAutoCities reads the cities with automatically assigned numbers. A list
// without a word before it says yes by its position.
func (c *countryReader) readAutoCities(r answerRow, answer clause, items []pages.Part) {
	const f = model.AutoAssignedNumbers
	var list cityList
	if len(items) > 0 {
		list = c.readCities(items)
	} else if first := splitSentences(answer.rest); len(first) == 1 {
		list = c.findCitiesInSentence(first[0])
	}
	a := model.Answer{State: model.Yes}
	if list.localsOnly {
		a.State = model.Restricted
		c.addCondition("auto_assigned_numbers_local_organizations_only")
	}
	cities, byPosition, ok := c.matchCities(list, f)
	if !ok && answer.meaning == "" {
		c.reportUnreadable(r, f, ExpectedCities)
		return
	}
	c.autoList = &listedCities{r, list, ok}
	if ok {
		a.Cities, a.Scope = model.ListOf(cities...), model.Cities
	}
	r.byPosition = r.byPosition || byPosition || answer.meaning == ""
	c.setAnswer(r, f, a, answer.mistranslated)
}

// readCallMe reads whether dialling out is possible, and on which terms.
func (c *countryReader) readCallMe(r answerRow) {
	const f = model.CallMe
	text := plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(answer.meaning)
	switch v := c.vocabulary; {
	case state == model.Yes && c.iso2 == chinaISO2 && v.mentions(answer.rest, notFromChina):
		c.addCondition("call_me_not_for_purchases_from_china")
		c.setAnswer(r, f, model.Answer{State: model.Restricted}, answer.mistranslated)
	case v.mentions(text, credits) && v.mentions(text, perMinute) && !v.mentions(text, unneeded):
		c.addCondition("call_me_charged_per_minute_from_credits")
		c.setAnswer(r, f, model.Answer{State: model.NeedsCredits}, false)
	case v.mentions(text, credits) && v.mentions(text, needs) && !v.mentions(text, unneeded) && len(splitSentences(text)) == 1:
		c.addCondition("call_me_needs_communications_credits")
		c.setAnswer(r, f, model.Answer{State: model.NeedsCredits}, false)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedTerms)
	}
}
