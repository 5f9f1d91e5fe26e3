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
	text := c.plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(answer.meaning)
	name, page := findPartnerLink(r.Cell)
	switch {
	case name != "" && state == model.Unstated && c.knowsSentences(text, sentenceThirdParty, 4):
		c.addCondition("audio_conferencing_third_party", model.ArgOf("partner", name))
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
	case state == model.Yes && name == "" && c.saysPerMinuteOnly(r.Cell, answer.rest):
		c.addCondition("audio_conferencing_pay_per_minute_only")
		c.setAnswer(r, f, model.Answer{State: model.PayPerMinute}, answer.mistranslated)
	case state == model.Yes && c.iso2 == chinaISO2 && c.vocabulary.mentions(answer.rest, abroadOnly) && c.knowsSentences(answer.rest, sentenceAbroad, 2):
		c.addCondition("audio_conferencing_for_users_abroad_only")
		c.setAnswer(r, f, model.Answer{State: model.Restricted}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedTerms)
	}
}

// saysPerMinuteOnly reports whether rest, the text of a cell behind its yes, says that
// billing is per minute, and nothing else. The link to the page about it says it in
// every language; its words move in translations, and are part of rest.
func (c *countryReader) saysPerMinuteOnly(cell pages.Cell, rest string) bool {
	said := hasMarkedLink(cell, markMinute) || c.vocabulary.mentions(rest, perMinute)
	return said && c.saysNothingBut(rest, perMinute, besidePerMinute)
}

// partnerWithPage returns the partner of that name with the linked page. A link
// that must not be shown is replaced by the partner's known page.
func (c *countryReader) partnerWithPage(name, page string) model.Partner {
	if !isPrintable(page) || len(page) > 300 || len(page) < 9 || page[:8] != "https://" {
		page = c.reference.Site.partnerPage(name)
	}
	return model.Partner{Name: name, URL: page}
}

// readCallMe reads whether dialling out is possible, and on which terms.
func (c *countryReader) readCallMe(r answerRow) {
	const f = model.CallMe
	text := c.plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(answer.meaning)
	switch v := c.vocabulary; {
	case state == model.Yes && c.iso2 == chinaISO2 && v.mentions(answer.rest, notFromChina) && c.knowsSentences(answer.rest, sentenceNotFromChina, 2):
		c.addCondition("call_me_not_for_purchases_from_china")
		c.setAnswer(r, f, model.Answer{State: model.Restricted}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	case v.mentions(text, unneeded) || !v.mentions(text, credits):
		c.reportUnreadable(r, f, ExpectedTerms)
	case v.mentions(text, perMinute) && c.saysNothingBut(text, yes, available, credits, perMinute, besidePerMinute, besideCredits):
		c.addCondition("call_me_charged_per_minute_from_credits")
		c.setAnswer(r, f, model.Answer{State: model.NeedsCredits}, false)
	case v.mentions(text, needs) && c.saysNothingBut(text, credits, needs, besideCredits):
		c.addCondition("call_me_needs_communications_credits")
		c.setAnswer(r, f, model.Answer{State: model.NeedsCredits}, false)
	default:
		c.reportUnreadable(r, f, ExpectedTerms)
	}
}
