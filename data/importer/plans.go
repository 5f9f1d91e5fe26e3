package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readPlansPurchase reads whether Calling Plans can be bought.
func (c *countryReader) readPlansPurchase(r answerRow) {
	const f = model.CallingPlansPurchase
	if name, page := findPartnerLink(r.Cell); name != "" && c.saysSeePartner(r.Cell) {
		c.addCondition("calling_plan_sold_by_partner", model.ArgOf("partner", name))
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
		return
	}
	before, items, _ := r.ListItems()
	text := c.plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(answer.meaning)
	switch skus := r.CodeTexts(); {
	case state == model.Yes && len(skus) > 0 && len(items) > 0 && before != "" && allPrintable(skus):
		c.addCondition("country_specific_plan_skus", model.ArgOf("skus", skus...))
		c.setAnswer(r, f, model.Answer{State: model.Yes}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

// saysSeePartner reports whether a cell with a link to a partner's page says nothing but
// "yes, see there". A translation says it in one sentence behind the yes.
func (c *countryReader) saysSeePartner(cell pages.Cell) bool {
	text := c.plainText(cell)
	if answer := c.vocabulary.readClause(text, yes, available); answer.meaning != "" {
		text = answer.rest
	}
	if c.english {
		return c.saysNothingBut(withoutPartners(text), besidePartner)
	}
	return len(splitSentences(text)) <= 1 && !c.vocabulary.mentionsWord(text, doubt)
}

// allPrintable reports whether the strings may stand in an edition as names of
// products.
func allPrintable(list []string) bool {
	return len(list) <= 20 && !slices.ContainsFunc(list, func(s string) bool { return !isPrintable(s) || len(s) > 200 })
}

// readPremium reads whether premium-rate numbers can be called.
func (c *countryReader) readPremium(r answerRow) {
	const f = model.PremiumNumbers
	text := c.plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, available, notAvailable, notSupported, notApplicable)
	withCredits := c.vocabulary.mentions(text, credits)
	if withCredits && c.vocabulary.mentions(r.label, french) {
		defer c.addCondition("premium_row_covers_french_numbers_only")
		c.remarks = append(c.remarks, "premium_row_label_names_french_numbers")
	}
	switch state := plainState(answer.meaning); {
	case c.vocabulary.mentions(text, partial):
		c.readSharedCost(r, text)
	case answer.meaning == notSupported && normalize(answer.rest) == "", c.vocabulary.mentions(text, notSupported) && c.saysNothingBut(text, notSupported, besideNotSupported):
		c.setAnswer(r, f, model.Answer{State: model.No}, answer.mistranslated)
	case answer.meaning == notApplicable && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable}, answer.mistranslated)
	case state == model.Yes && c.saysSupported(answer.rest):
		c.setAnswer(r, f, model.Answer{State: model.Yes}, answer.mistranslated)
	case state == model.Yes && withCredits && c.saysNothingBut(answer.rest, supported, credits, perMinute, besidePerMinute, besidePremium):
		c.addCondition("premium_calls_need_communications_credits")
		c.setAnswer(r, f, model.Answer{State: model.Yes}, answer.mistranslated)
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

// saysSupported reports whether text says that all of it is supported, and
// nothing else.
func (c *countryReader) saysSupported(text string) bool {
	ok, _ := c.vocabulary.matches(text, supported)
	return ok
}

// readSharedCost reads the United Kingdom's answer: some prefixes only.
// Translations print prefixes twice.
func (c *countryReader) readSharedCost(r answerRow, text string) {
	var prefixes []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isDigit(r) }) {
		if len(word) == 5 && strings.HasPrefix(word, "44") && !slices.Contains(prefixes, word) {
			prefixes = append(prefixes, word)
		}
	}
	excluded := strings.Contains(normalize(text), "449xx")
	if len(prefixes) == 0 || !excluded || !c.knowsSentences(text, sentenceSharedCost, 3) {
		c.reportUnreadable(r, model.PremiumNumbers, ExpectedTerms)
		return
	}
	switch {
	case c.vocabulary.mentions(text, credits):
		c.addCondition("premium_calls_need_communications_credits")
	case !c.english:
		c.reportText(r.line, model.PremiumNumbers, text, ExpectedTerms) // how the others are paid is not understood
	}
	c.addCondition("premium_shared_cost_prefixes_only", model.ArgOf("prefixes", prefixes...), model.ArgOf("excluded", "449xx"))
	c.setAnswer(r, model.PremiumNumbers, model.Answer{State: model.Partial}, false)
}

// readOutbound reads how many countries plan users may call.
func (c *countryReader) readOutbound(r answerRow) {
	const f = model.OutboundCalls
	if name, page := findPartnerLink(r.Cell); name != "" && c.saysSeePartner(r.Cell) {
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
		return
	}
	text := c.plainText(r.Cell)
	if answer := c.vocabulary.readClause(text, notApplicable, no, notAvailable); answer.meaning != "" && normalize(answer.rest) == "" {
		state := model.No
		if answer.meaning == notApplicable {
			state = model.NotApplicable
		}
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
		return
	}
	n, links := numbers(text), r.Links()
	if len(n) != 1 || n[0] < 10 || n[0] > 1000 || len(links) != 1 || !c.knowsSentences(text, sentenceReach, 1) {
		c.reportUnreadable(r, f, ExpectedReach)
		return
	}
	if !strings.HasPrefix(pages.NameOf(links[0]), pages.DestinationsPrefix) {
		c.remarks = append(c.remarks, "outbound_link_points_to_another_page")
	}
	c.setAnswer(r, f, model.Answer{
		State:        model.Yes,
		Destinations: model.Destinations{Stated: n[0], Listed: c.listed, Plan: model.DomesticAndInternational},
	}, false)
}
