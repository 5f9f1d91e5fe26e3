package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// plans reads whether Calling Plans can be bought.
func (c *country) plans(r row) {
	const f = model.CallingPlansPurchase
	if name, page := partnerLink(r.Cell); name != "" {
		c.note("calling_plan_sold_by_partner", model.ArgOf("partner", name))
		c.set(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	before, items, _ := r.ListItems()
	text := plainText(r.Cell)
	said := c.words.begins(text, yes, no, available, notAvailable)
	state := yesNo(said.says)
	switch skus := r.CodeTexts(); {
	case state == model.Yes && len(skus) > 0 && len(items) > 0 && before != "" && allPrintable(skus):
		c.note("country_specific_plan_skus", model.ArgOf("skus", skus...))
		c.set(r, f, model.Answer{State: model.Yes}, said.slip)
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	default:
		c.miss(r, f, WantYesNo)
	}
}

func allPrintable(list []string) bool {
	return len(list) <= 20 && !slices.ContainsFunc(list, func(s string) bool { return !printable(s) || len(s) > 200 })
}

// minutes reads the plans on offer.
func (c *country) minutes(r row) {
	const f = model.Minutes
	if name, page := partnerLink(r.Cell); name != "" {
		c.set(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	text := plainText(r.Cell)
	if said := c.words.begins(text, notApplicable); said.says != "" && bare(said.rest) == "" {
		c.set(r, f, model.Answer{State: model.NotApplicable}, said.slip)
		return
	}
	before, items, after := r.ListItems()
	a := model.Answer{State: model.Yes}
	var options []model.Option
	if len(items) > 0 {
		a.StatedOptions = c.stated(r, before)
	} else if plan, more := onePlan(text); plan != "" {
		items, after = []pages.Part{{Runs: []pages.Run{{Text: plan}}}}, nil
		if bare(more) != "" && !c.domesticNote(more) {
			c.find(r.line, f, more, WantNote)
		}
	}
	for _, item := range items {
		if bare(item.TextContent()) == "" {
			continue
		}
		o, byPlace, ok := c.option(item.TextContent())
		r.byPlace = r.byPlace || byPlace
		if !ok {
			c.miss(r, f, WantPlans)
			return
		}
		options = append(options, o)
	}
	if len(options) == 0 {
		c.miss(r, f, WantPlans)
		return
	}
	a.Options = model.ListOf(options...)
	c.set(r, f, a, false)
	c.documents(r, after)
}

// option reads one plan: its kind from its words, its minutes from its numbers,
// the domestic ones first. That what stands in brackets after two numbers says
// that one of them ends both is told by its place where its words are not known.
func (c *country) option(text string) (o model.Option, byPlace, ok bool) {
	w := c.words
	minutes := numbers(text)
	outside, inside := w.says(text, international), lackingSays(w, text)
	aside, bracket := bracketed(text)
	bracket = bracket && len(numbers(aside)) == 0 // else the minutes stand there, and no term
	switch {
	case slices.Contains(minutes, -1) || slices.Contains(minutes, 0):
		return o, false, false
	case len(minutes) == 0 && w.says(text, payAsYouGo):
		o.Kind = model.PayAsYouGo
	case len(minutes) == 1 && inside && !outside:
		o.Kind, o.DomesticMinutes, o.Limited = model.Domestic, minutes[0], bracket && w.says(aside, limited)
		if bracket && !o.Limited {
			return o, false, false
		}
	case len(minutes) == 2 && outside && minutes[0] >= minutes[1]:
		o.Kind, o.DomesticMinutes, o.InternationalMinutes = model.DomesticAndInternational, minutes[0], minutes[1]
		byPlace = bracket && !w.says(text, whicheverFirst)
		o.WhicheverFirst = bracket || w.says(text, whicheverFirst)
		o.Printed = printedKind(w, text)
	default:
		return o, false, false
	}
	return o, byPlace, max(o.DomesticMinutes, o.InternationalMinutes) <= 100_000
}

// lackingSays reports whether text says domestic apart from where it says
// international, which holds the other word in many languages.
func lackingSays(w *vocabulary, text string) bool {
	rest := w.lacking(text, international)
	for _, p := range w.phrases[domestic] {
		if strings.Contains(rest, p.bare) {
			return true
		}
	}
	return false
}

// printedKind is what a plan calls itself before the colon, in English.
func printedKind(w *vocabulary, text string) string {
	i := strings.IndexAny(text, ":：")
	if i < 0 {
		return ""
	}
	switch name := text[:i]; {
	case w.says(name, international) && lackingSays(w, name):
		return "domestic and international"
	case w.says(name, international):
		return "international"
	}
	return ""
}

// bracketed is the first text in round brackets, if there is one.
func bracketed(s string) (string, bool) {
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
func (c *country) stated(r row, text string) int {
	var found []int
	for _, n := range numbers(text) {
		if n > 1 && n < 10 {
			found = append(found, n)
		}
	}
	for i, m := range []meaning{"two", "three", "four", "five", "six", "seven", "eight"} {
		if c.words.word(text, m) {
			found = append(found, i+2)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		c.find(r.line, model.Minutes, text, WantCount)
	}
	return 0
}

// documents reads the links that follow the plans.
func (c *country) documents(r row, after []pages.Part) {
	links := pages.Cell{Parts: after}.Links()
	if len(links) == 0 {
		if text := (pages.Cell{Parts: after}).TextContent(); bare(text) != "" {
			c.find(r.line, model.Minutes, text, WantNote)
		}
		return
	}
	key := documentKind(links)
	links = ConditionLinks(key, links)
	if key == "" || !allLinks(links) {
		c.find(r.line, model.Minutes, pages.Cell{Parts: after}.TextContent(), WantNote)
		return
	}
	c.note(key, model.ArgOf("links", links...))
}

// documentKind is the condition that documents behind links stand for.
func documentKind(links []string) string {
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

func allLinks(links []string) bool {
	return len(links) > 0 && len(links) <= 20 && !slices.ContainsFunc(links, func(l string) bool {
		return !strings.HasPrefix(l, "https://") || !printable(l) || len(l) > 500
	})
}

// premium reads whether premium-rate numbers can be called.
func (c *country) premium(r row) {
	const f = model.PremiumNumbers
	text := plainText(r.Cell)
	said := c.words.begins(text, yes, no, available, notAvailable, notSupported, notApplicable)
	withCredits := c.words.says(text, credits)
	if withCredits && c.words.says(r.label, french) {
		defer c.note("premium_row_covers_french_numbers_only")
		c.remarks = append(c.remarks, "premium_row_label_names_french_numbers")
	}
	switch state := yesNo(said.says); {
	case c.words.says(text, partial):
		c.sharedCost(r, text)
	case said.says == notSupported && bare(said.rest) == "", c.words.says(text, notSupported) && len(sentences(text)) == 1 && len(numbers(text)) == 0:
		c.set(r, f, model.Answer{State: model.No}, said.slip)
	case said.says == notApplicable && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: model.NotApplicable}, said.slip)
	case state == model.Yes && c.fully(said.rest):
		c.set(r, f, model.Answer{State: model.Yes}, said.slip)
	case state == model.Yes && withCredits:
		c.note("premium_calls_need_communications_credits")
		c.set(r, f, model.Answer{State: model.Yes}, said.slip)
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	default:
		c.miss(r, f, WantYesNo)
	}
}

// fully reports whether text says that all of it is supported, and nothing else.
func (c *country) fully(text string) bool {
	ok, _ := c.words.is(text, supported)
	return ok
}

// sharedCost reads the United Kingdom's: some prefixes only. Translations print
// prefixes twice.
func (c *country) sharedCost(r row, text string) {
	var prefixes []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !digit(r) }) {
		if len(word) == 5 && strings.HasPrefix(word, "44") && !slices.Contains(prefixes, word) {
			prefixes = append(prefixes, word)
		}
	}
	excluded := strings.Contains(strings.ToLower(text), "449xx")
	if len(prefixes) == 0 || !excluded {
		c.miss(r, model.PremiumNumbers, WantTerms)
		return
	}
	if c.words.says(text, credits) {
		c.note("premium_calls_need_communications_credits")
	} else {
		c.find(r.line, model.PremiumNumbers, text, WantTerms) // how the others are paid is not understood
	}
	c.note("premium_shared_cost_prefixes_only", model.ArgOf("prefixes", prefixes...), model.ArgOf("excluded", "449xx"))
	c.set(r, model.PremiumNumbers, model.Answer{State: model.Partial}, false)
}

// outbound reads where plan users may call.
func (c *country) outbound(r row) {
	const f = model.OutboundCalls
	if name, page := partnerLink(r.Cell); name != "" {
		c.set(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
		return
	}
	text := plainText(r.Cell)
	if said := c.words.begins(text, notApplicable, no, notAvailable); said.says != "" && bare(said.rest) == "" {
		state := model.No
		if said.says == notApplicable {
			state = model.NotApplicable
		}
		c.set(r, f, model.Answer{State: state}, said.slip)
		return
	}
	n, links := numbers(text), r.Links()
	if len(n) != 1 || n[0] < 10 || n[0] > 1000 || len(links) != 1 {
		c.miss(r, f, WantReach)
		return
	}
	if !strings.HasPrefix(target(links[0]), destinationsPrefix) {
		c.remarks = append(c.remarks, "outbound_link_points_to_another_page")
	}
	c.set(r, f, model.Answer{
		State:        model.Yes,
		Destinations: model.Destinations{Stated: n[0], Listed: c.listed, Plan: model.DomesticAndInternational},
	}, false)
}
