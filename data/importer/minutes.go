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
	if name, page := findPartnerLink(r.Cell); name != "" {
		c.setAnswer(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerWithPage(name, page)}, false)
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

// readPlan reads one plan: its kind by words, its minutes by numbers, the
// domestic ones first. Text in brackets after two numbers means "whichever is
// reached first"; in unknown words that is read by position.
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

// mentionsDomestic reports whether text mentions "domestic" outside of the
// wordings for "international". In many languages these hold the other word.
func mentionsDomestic(w *vocabulary, text string) bool {
	rest := w.withoutMeaning(text, international)
	for _, p := range w.phrases[domestic] {
		if strings.Contains(rest, p.normalized) {
			return true
		}
	}
	return false
}

// printedPlanKind returns the name of a plan before its colon, in English; ""
// for the usual ones.
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
