package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readMinutes reads the plans on offer.
func (c *countryReader) readMinutes(r answerRow) {
	const f = model.Minutes
	if name, page := findPartnerLink(r.Cell); name != "" && c.saysSeePartner(r.Cell) {
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
		return
	}
	text := c.plainText(r.Cell)
	if answer := c.vocabulary.readClause(text, notApplicable); answer.meaning != "" && normalize(answer.rest) == "" {
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable}, answer.mistranslated)
		return
	}
	before, items, after := r.ListItems()
	a := model.Answer{State: model.Yes}
	var plans []model.Plan
	if len(items) > 0 {
		a.StatedPlans = c.statedPlans(r, before)
		if c.english && !c.saysNothingBut(withoutDigits(before), append(countMeanings(), besideCount)...) {
			c.reportUnreadable(r, f, ExpectedPlans)
			return
		}
	} else if plan, more := splitOnePlan(text); plan != "" {
		items, after = []pages.Part{{Runs: []pages.TextRun{{Text: plan}}}}, nil
		if normalize(more) != "" && !c.readDomesticNote(more) {
			c.reportText(r.line, f, more, ExpectedNote)
		}
	}
	if plans = c.readPlans(&r, items); len(plans) == 0 {
		c.reportUnreadable(r, f, ExpectedPlans)
		return
	}
	a.Plans = model.ListOf(plans...)
	c.setAnswer(r, f, a, false)
	c.readDocuments(r, after)
}

// readPlans reads the plans of a list, and reports each that it cannot read: the others
// hold. It returns none if it can read none.
func (c *countryReader) readPlans(r *answerRow, items []pages.Part) []model.Plan {
	var plans []model.Plan
	var unread []string
	for _, item := range items {
		text := item.TextContent()
		if normalize(text) == "" {
			continue
		}
		plan, byPosition, ok := c.readPlan(text)
		if r.byPosition = r.byPosition || byPosition; !ok {
			plan = model.Plan{Printed: unreadText(text)}
			unread = append(unread, text)
		}
		plans = append(plans, plan)
	}
	if len(unread) == len(plans) {
		return nil
	}
	for _, text := range unread {
		c.reportText(r.line, model.Minutes, text, ExpectedPlans)
	}
	return plans
}

// readPlan reads one plan: its kind by words, its minutes by numbers, the
// domestic ones first. Text in brackets after two numbers means "whichever is
// reached first"; in unknown words that is read by position.
func (c *countryReader) readPlan(text string) (plan model.Plan, byPosition, ok bool) {
	v := c.vocabulary
	minutes := numbers(text)
	outside, inside := v.mentions(text, international), mentionsDomestic(v, text)
	aside, hasAside := firstInBrackets(text)
	hasAside = hasAside && len(numbers(aside)) == 0 // else the minutes stand there, and no term
	switch {
	case c.english && !c.saysNothingBut(withoutDigits(text), domestic, international, payAsYouGo, limited, whicheverFirst, besidePlan):
		return plan, false, false
	case slices.Contains(minutes, -1) || slices.Contains(minutes, 0):
		return plan, false, false
	case len(minutes) == 0 && v.mentions(text, payAsYouGo):
		plan.Kind = model.PayAsYouGo
	case len(minutes) == 1 && inside && !outside:
		plan.Kind, plan.DomesticMinutes, plan.Limited = model.Domestic, minutes[0], hasAside && v.mentions(aside, limited)
		if hasAside && !plan.Limited {
			return plan, false, false
		}
	case len(minutes) == 2 && outside && minutes[0] >= minutes[1]:
		plan.Kind, plan.DomesticMinutes, plan.InternationalMinutes = model.DomesticAndInternational, minutes[0], minutes[1]
		byPosition = hasAside && !v.mentions(text, whicheverFirst)
		plan.WhicheverFirst = hasAside || v.mentions(text, whicheverFirst)
		plan.Printed = printedPlanKind(v, text)
	default:
		return plan, false, false
	}
	return plan, byPosition, max(plan.DomesticMinutes, plan.InternationalMinutes) <= 100_000
}

// mentionsDomestic reports whether text mentions "domestic" outside of the
// wordings for "international". In many languages these hold the other word.
func mentionsDomestic(v *vocabulary, text string) bool {
	rest := v.withoutMeaning(text, international)
	for _, p := range v.phrases[domestic] {
		if strings.Contains(rest, p.normalized) {
			return true
		}
	}
	return false
}

// printedPlanKind returns the name of a plan before its colon, in English; ""
// for the usual ones.
func printedPlanKind(v *vocabulary, text string) string {
	i := strings.IndexAny(text, ":：")
	if i < 0 {
		return ""
	}
	switch name := text[:i]; {
	case v.mentions(name, international) && mentionsDomestic(v, name):
		return "domestic and international"
	case v.mentions(name, international):
		return "international"
	}
	return ""
}

// firstInBrackets returns the first text in round brackets; false without one.
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

// statedPlans returns the number of plans that text states in words or digits;
// 0 without one.
func (c *countryReader) statedPlans(r answerRow, text string) int {
	var counts []int
	for _, n := range numbers(text) {
		if n > 1 && n < 10 {
			counts = append(counts, n)
		}
	}
	for i, m := range countMeanings() {
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

// countMeanings returns the meanings of the numbers from two on.
func countMeanings() []meaning {
	return []meaning{"two", "three", "four", "five", "six", "seven", "eight"}
}

// splitOnePlan splits the text of a cell without a list into the plan, which is
// its first sentence, and the rest. Translation may drop the stop after the
// brackets at the end of the plan.
func splitOnePlan(text string) (plan, more string) {
	first := splitSentences(text)
	if len(first) == 0 {
		return "", ""
	}
	plan, more = first[0], strings.Join(first[1:], " ")
	if end := strings.IndexAny(plan, ")）"); end >= 0 && len(numbers(plan[:end])) == 2 {
		_, size := utf8.DecodeRuneInString(plan[end:])
		plan, more = plan[:end+size], plan[end+size:]+" "+more
	}
	return plan, strings.TrimLeft(more, " .。")
}
