package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// plans reads whether Calling Plans can be bought.
func (c *countryReader) readPlansPurchase(r answerRow) {
	const f = model.CallingPlansPurchase
	if name, page := findPartnerLink(r.Cell); name != "" {
		c.addCondition("calling_plan_sold_by_partner", model.ArgOf("partner", name))
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	before, items, _ := r.ListItems()
	text := plainText(r.Cell)
	said := c.vocabulary.readClause(text, yes, no, available, notAvailable)
	state := plainState(said.meaning)
	switch skus := r.CodeTexts(); {
	case state == model.Yes && len(skus) > 0 && len(items) > 0 && before != "" && allPrintable(skus):
		c.addCondition("country_specific_plan_skus", model.ArgOf("skus", skus...))
		c.setAnswer(r, f, model.Answer{State: model.Yes}, said.mistranslated)
	case state != model.Unstated && normalize(said.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, said.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

func allPrintable(list []string) bool {
	return len(list) <= 20 && !slices.ContainsFunc(list, func(s string) bool { return !printable(s) || len(s) > 200 })
}

// minutes reads the plans on offer.
func (c *countryReader) readMinutes(r answerRow) {
	const f = model.Minutes
	if name, page := findPartnerLink(r.Cell); name != "" {
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	text := plainText(r.Cell)
	if said := c.vocabulary.readClause(text, notApplicable); said.meaning != "" && normalize(said.rest) == "" {
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable}, said.mistranslated)
		return
	}
	before, items, after := r.ListItems()
	a := model.Answer{State: model.Yes}
	var options []model.Option
	if len(items) > 0 {
		a.StatedOptions = c.statedPlans(r, before)
	} else if plan, more := splitOnePlan(text); plan != "" {
		items, after = []pages.Part{{Runs: []pages.Run{{Text: plan}}}}, nil
		if normalize(more) != "" && !c.readDomesticNote(more) {
			c.reportText(r.line, f, more, ExpectedNote)
		}
	}
	for _, item := range items {
		if normalize(item.TextContent()) == "" {
			continue
		}
		o, byPosition, ok := c.readPlan(item.TextContent())
		r.byPosition = r.byPosition || byPosition
		if !ok {
			c.reportUnreadable(r, f, ExpectedPlans)
			return
		}
		options = append(options, o)
	}
	if len(options) == 0 {
		c.reportUnreadable(r, f, ExpectedPlans)
		return
	}
	a.Options = model.ListOf(options...)
	c.setAnswer(r, f, a, false)
	c.readDocuments(r, after)
}

// option reads one plan: its kind from its words, its minutes from its numbers,
// the domestic ones first. That what stands in brackets after two numbers says
// that one of them ends both is told by its place where its words are not known.
func (c *countryReader) readPlan(text string) (o model.Option, byPosition, ok bool) {
	w := c.vocabulary
	minutes := numbers(text)
	outside, inside := w.mentions(text, international), mentionsDomestic(w, text)
	aside, bracket := firstInBrackets(text)
	bracket = bracket && len(numbers(aside)) == 0 // else the minutes stand there, and no term
	switch {
	case slices.Contains(minutes, -1) || slices.Contains(minutes, 0):
		return o, false, false
	case len(minutes) == 0 && w.mentions(text, payAsYouGo):
		o.Kind = model.PayAsYouGo
	case len(minutes) == 1 && inside && !outside:
		o.Kind, o.DomesticMinutes, o.Limited = model.Domestic, minutes[0], bracket && w.mentions(aside, limited)
		if bracket && !o.Limited {
			return o, false, false
		}
	case len(minutes) == 2 && outside && minutes[0] >= minutes[1]:
		o.Kind, o.DomesticMinutes, o.InternationalMinutes = model.DomesticAndInternational, minutes[0], minutes[1]
		byPosition = bracket && !w.mentions(text, whicheverFirst)
		o.WhicheverFirst = bracket || w.mentions(text, whicheverFirst)
		o.Printed = printedPlanKind(w, text)
	default:
		return o, false, false
	}
	return o, byPosition, max(o.DomesticMinutes, o.InternationalMinutes) <= 100_000
}

// lackingSays reports whether text says domestic apart from where it says
// international, which holds the other word in many languages.
func mentionsDomestic(w *vocabulary, text string) bool {
	rest := w.withoutMeaning(text, international)
	for _, p := range w.phrases[domestic] {
		if strings.Contains(rest, p.normalized) {
			return true
		}
	}
	return false
}

// printedKind is what a plan calls itself before the colon, in English.
func printedPlanKind(w *vocabulary, text string) string {
	i := strings.IndexAny(text, ":：")
	if i < 0 {
		return ""
	}
	switch name := text[:i]; {
	case w.mentions(name, international) && mentionsDomestic(w, name):
		return "domestic and international"
	case w.mentions(name, international):
		return "international"
	}
	return ""
}

// bracketed is the first text in round brackets, if there is one.
func firstInBrackets(s string) (string, bool) {
	open := strings.IndexAny(s, "(（")
	if open < 0 {
		return "", false
	}
	rest := s[open:]
	if end := strings.IndexAny(rest, ")）"); end > 0 {
		rest = rest[:end]
	}
	return strings.TrimLeft(rest, "(（"), true
}

// stated is how many plans the page says there are, in words or digits; 0 when
// it does not say.
func (c *countryReader) statedPlans(r answerRow, text string) int {
	var counts []int
	for _, n := range numbers(text) {
		if n > 1 && n < 10 {
			counts = append(counts, n)
		}
	}
	for i, m := range []meaning{"two", "three", "four", "five", "six", "seven", "eight"} {
		if c.vocabulary.mentionsWord(text, m) {
			counts = append(counts, i+2)
		}
	}
	switch {
	case len(counts) == 1:
		return counts[0]
	case len(counts) > 1:
		c.reportText(r.line, model.Minutes, text, ExpectedCount)
	}
	return 0
}

// documents reads the links that follow the plans.
func (c *countryReader) readDocuments(r answerRow, after []pages.Part) {
	links := pages.Cell{Parts: after}.Links()
	if len(links) == 0 {
		if text := (pages.Cell{Parts: after}).TextContent(); normalize(text) != "" {
			c.reportText(r.line, model.Minutes, text, ExpectedNote)
		}
		return
	}
	key := documentCondition(links)
	links = ConditionLinks(key, links)
	if key == "" || !validLinks(links) {
		c.reportText(r.line, model.Minutes, pages.Cell{Parts: after}.TextContent(), ExpectedNote)
		return
	}
	c.addCondition(key, model.ArgOf("links", links...))
}

// documentKind is the condition that documents behind links stand for.
func documentCondition(links []string) string {
	for _, l := range links {
		switch {
		case strings.HasPrefix(l, rateSheets):
			return "regulator_rate_sheets"
		case strings.Contains(l, "microsoft.com/licensing/terms"), strings.Contains(l, "microsoft.com/licensing/product"):
			return "local_terms_documents"
		case strings.Contains(l, "microsoft.com/") && strings.Contains(l, "/download/details.aspx"):
			return "tariff_transparency_documents"
		}
	}
	return ""
}

func validLinks(links []string) bool {
	return len(links) > 0 && len(links) <= 20 && !slices.ContainsFunc(links, func(l string) bool {
		return !strings.HasPrefix(l, "https://") || !printable(l) || len(l) > 500
	})
}

// premium reads whether premium-rate numbers can be called.
func (c *countryReader) readPremium(r answerRow) {
	const f = model.PremiumNumbers
	text := plainText(r.Cell)
	said := c.vocabulary.readClause(text, yes, no, available, notAvailable, notSupported, notApplicable)
	withCredits := c.vocabulary.mentions(text, credits)
	if withCredits && c.vocabulary.mentions(r.label, french) {
		defer c.addCondition("premium_row_covers_french_numbers_only")
		c.remarks = append(c.remarks, "premium_row_label_names_french_numbers")
	}
	switch state := plainState(said.meaning); {
	case c.vocabulary.mentions(text, partial):
		c.readSharedCost(r, text)
	case said.meaning == notSupported && normalize(said.rest) == "", c.vocabulary.mentions(text, notSupported) && len(sentences(text)) == 1 && len(numbers(text)) == 0:
		c.setAnswer(r, f, model.Answer{State: model.No}, said.mistranslated)
	case said.meaning == notApplicable && normalize(said.rest) == "":
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable}, said.mistranslated)
	case state == model.Yes && c.saysSupported(said.rest):
		c.setAnswer(r, f, model.Answer{State: model.Yes}, said.mistranslated)
	case state == model.Yes && withCredits:
		c.addCondition("premium_calls_need_communications_credits")
		c.setAnswer(r, f, model.Answer{State: model.Yes}, said.mistranslated)
	case state != model.Unstated && normalize(said.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, said.mistranslated)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

// fully reports whether text says that all of it is supported, and nothing else.
func (c *countryReader) saysSupported(text string) bool {
	ok, _ := c.vocabulary.matches(text, supported)
	return ok
}

// sharedCost reads the United Kingdom's: some prefixes only. Translations print
// prefixes twice.
func (c *countryReader) readSharedCost(r answerRow, text string) {
	var prefixes []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isDigit(r) }) {
		if len(word) == 5 && strings.HasPrefix(word, "44") && !slices.Contains(prefixes, word) {
			prefixes = append(prefixes, word)
		}
	}
	excluded := strings.Contains(strings.ToLower(text), "449xx")
	if len(prefixes) == 0 || !excluded {
		c.reportUnreadable(r, model.PremiumNumbers, ExpectedTerms)
		return
	}
	if c.vocabulary.mentions(text, credits) {
		c.addCondition("premium_calls_need_communications_credits")
	} else {
		c.reportText(r.line, model.PremiumNumbers, text, ExpectedTerms) // how the others are paid is not understood
	}
	c.addCondition("premium_shared_cost_prefixes_only", model.ArgOf("prefixes", prefixes...), model.ArgOf("excluded", "449xx"))
	c.setAnswer(r, model.PremiumNumbers, model.Answer{State: model.Partial}, false)
}

// outbound reads where plan users may call.
func (c *countryReader) readOutbound(r answerRow) {
	const f = model.OutboundCalls
	if name, page := findPartnerLink(r.Cell); name != "" {
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	text := plainText(r.Cell)
	if said := c.vocabulary.readClause(text, notApplicable, no, notAvailable); said.meaning != "" && normalize(said.rest) == "" {
		state := model.No
		if said.meaning == notApplicable {
			state = model.NotApplicable
		}
		c.setAnswer(r, f, model.Answer{State: state}, said.mistranslated)
		return
	}
	n, links := numbers(text), r.Links()
	if len(n) != 1 || n[0] < 10 || n[0] > 1000 || len(links) != 1 {
		c.reportUnreadable(r, f, ExpectedReach)
		return
	}
	if !strings.HasPrefix(linkTarget(links[0]), destinationsPrefix) {
		c.remarks = append(c.remarks, "outbound_link_points_to_another_page")
	}
	c.setAnswer(r, f, model.Answer{
		State:        model.Yes,
		Destinations: model.Destinations{Stated: n[0], Listed: c.listed, Plan: model.DomesticAndInternational},
	}, false)
}
