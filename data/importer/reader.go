package importer

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// countryReader reads the page of one country.
type countryReader struct {
	*compiler
	vocabulary  *vocabulary
	page        *pages.Page
	slug        string
	iso2        string
	baseCountry *model.Country // nil for none
	english     bool           // and not a translation
	answers     map[model.Feature]model.Answer
	confidence  map[model.Feature]Confidence
	conditions  []model.Condition // in page order

	alternative     model.Alternative
	hinted          bool           // the page names the alternative to plans
	premiumRow      bool           // the page has a row about premium numbers
	tollTerm        string         // the list of cities of toll numbers, if something beside a city is not understood
	citiesRead      bool           // the cities of toll numbers are known, even if there are none
	autoList        *matchedCities // of automatically assigned numbers; nil when the page has none
	tollList        *matchedCities // of toll numbers; likewise
	remarks         []string       // on the page, for its record
	cityNames       map[model.Feature]*cityNames
	readings        []Reading // without the answers
	unknownRows     []string  // rows of the present section that ask something else
	unknownSections []string  // anchors of sections with tables that are no service's
}

// reportText adds a finding about a text of the page.
func (c *countryReader) reportText(line int, f model.Feature, text string, expected Expected) {
	c.report.addFinding(Finding{c.page.File, line, f, text, expected})
}

// reportUnreadable adds a finding about the cell of r and marks the answer as not read.
func (c *countryReader) reportUnreadable(r answerRow, f model.Feature, expected Expected) {
	c.reportText(r.line, f, r.TextContent(), expected)
	c.answers[f] = model.Answer{}
	c.setUnread(f, r.TextContent())
}

// setUnread marks the answer to f as one of which the text could not be read. The
// cities of its other row stay.
func (c *countryReader) setUnread(f model.Feature, text string) {
	a := c.answers[f]
	a.State, a.Unread = model.Unstated, unreadText(text)
	c.answers[f], c.confidence[f] = a, NotUnderstood
}

// unreadText makes a text of a page safe to keep in an edition: one line of at most
// maxUnread bytes.
func unreadText(s string) string {
	s = safeText(s)
	if len(s) > maxUnread {
		s = strings.ToValidUTF8(s[:maxUnread], "") + "..."
	}
	return cmp.Or(s, "?")
}

// maxUnread is the length of the longest text of a page that an edition keeps where it
// could not be read.
const maxUnread = 900

// setAnswer keeps the answer that the cell of r gives to f, with its
// confidence.
func (c *countryReader) setAnswer(r answerRow, f model.Feature, a model.Answer, mistranslated bool) {
	c.answers[f] = a
	switch {
	case mistranslated:
		c.confidence[f] = ByKnownMistranslation
	case r.byPosition:
		c.confidence[f] = ByPosition
	default:
		c.confidence[f] = ByWording
	}
}

// addCondition adds a condition of the country, unless it has one of that key.
func (c *countryReader) addCondition(key string, args ...model.Arg) {
	for _, n := range c.conditions {
		if n.Key == key {
			return
		}
	}
	c.conditions = append(c.conditions, model.Condition{Key: key, Args: model.ListOf(args...)})
}

// readPage reads the whole page as a record.
func (c *countryReader) readPage() model.Record {
	c.answers, c.confidence = map[model.Feature]model.Answer{}, map[model.Feature]Confidence{}
	services := c.findServices()
	for _, anchor := range serviceAnchors() {
		s, ok := services[anchor]
		if !ok {
			c.missSection(anchor)
			continue
		}
		c.readService(anchor, s)
	}
	c.compareCities()
	c.completeAnswers()
	return model.Record{
		Slug:     c.slug,
		ISO2:     c.iso2,
		Page:     model.Page{URL: c.reference.Site.countryPage(c.slug), Date: c.page.FrontMatter.Date, Remarks: model.ListOf(c.remarks...)},
		Answers:  c.answers,
		Warnings: model.ListOf(c.contradictions()...),
	}
}

// missSection reports that the page has no section of a service. Of a page with an unknown
// section, that may be the one.
func (c *countryReader) missSection(anchor string) {
	_, features := serviceRows(anchor)
	c.reportText(0, features[0], anchor, ExpectedSection)
	for _, f := range features {
		c.confidence[f] = NotStated
		if len(c.unknownSections) > 0 {
			c.setUnread(f, strings.Join(c.unknownSections, " | "))
		}
	}
}

// readService reads the rows and notes of one service.
func (c *countryReader) readService(anchor string, s *serviceSections) {
	c.unknownRows = nil
	rows := c.matchRows(anchor, s.rows)
	c.report.Rows += len(s.rows)
	keys, _ := serviceRows(anchor)
	for _, key := range keys {
		r, ok := rows[key]
		switch {
		case ok && r.key == "": // stands twice
			c.setUnread(featureOfRow(key), r.TextContent())
		case ok:
			c.readCell(r)
		case key == model.PremiumNumbers.Key():
			// stands only where Microsoft sells plans: see completeAnswers
		default:
			c.reportText(s.line, featureOfRow(key), anchor+": "+key, ExpectedRow)
			c.confidence[featureOfRow(key)] = NotStated
		}
		if !ok && len(c.unknownRows) > 0 { // one of them may be the row
			c.setUnread(featureOfRow(key), strings.Join(c.unknownRows, " | "))
		}
	}
	c.readNotes(anchor, s)
}

// readCell reads the answer in a row.
func (c *countryReader) readCell(r answerRow) {
	c.readings = append(c.readings, Reading{File: safeText(c.page.File), Line: r.line, Row: r.key, Feature: r.feature, Text: model.Clean(r.TextContent(), pages.MaxPage)})
	switch r.key {
	case tollCities:
		c.readTollCities(r)
		return
	case model.PremiumNumbers.Key():
		c.premiumRow = true
	}
	if strings.ContainsAny(r.TextContent(), doubtfulSigns) {
		c.reportUnreadable(r, r.feature, ExpectedYesNo)
		return
	}
	switch r.feature {
	case model.ConferencingPurchase:
		c.readConferencing(r)
	case model.AutoAssignedNumbers:
		c.readAutoAssigned(r)
	case model.CallMe:
		c.readCallMe(r)
	case model.CallingPlansPurchase:
		c.readPlansPurchase(r)
	case model.Minutes:
		c.readMinutes(r)
	case model.PremiumNumbers:
		c.readPremium(r)
	case model.OutboundCalls:
		c.readOutbound(r)
	case model.TollNumbers:
		c.readToll(r)
	case model.TollFreeNumbers:
		c.readTollFree(r)
	default:
		c.readYesNo(r)
	}
}

// readYesNo reads a cell that says yes or no and nothing else.
func (c *countryReader) readYesNo(r answerRow) {
	answer := c.vocabulary.readClause(c.plainText(r.Cell), yes, no, available, notAvailable, notSupported)
	state := plainState(answer.meaning)
	if state == model.Unstated || normalize(answer.rest) != "" {
		c.reportUnreadable(r, r.feature, ExpectedYesNo)
		return
	}
	c.setAnswer(r, r.feature, model.Answer{State: state}, answer.mistranslated)
}

// plainState returns Yes or No for a plain answer; Unstated for another
// meaning.
func plainState(m meaning) model.State {
	switch m {
	case yes, available:
		return model.Yes
	case no, notAvailable, notSupported:
		return model.No
	}
	return model.Unstated
}

// completeAnswers adds to each answer its conditions and next steps, and
// answers the row about premium numbers where the page has none.
func (c *countryReader) completeAnswers() {
	if !c.premiumRow {
		sold, unread := c.answers[model.CallingPlansPurchase].State, c.answers[model.PremiumNumbers].Unread != ""
		switch {
		case sold == model.No:
			c.answers[model.PremiumNumbers] = model.Answer{State: model.NotApplicable}
			c.confidence[model.PremiumNumbers] = ByWording
		case !unread:
			c.confidence[model.PremiumNumbers] = NotStated
		}
	}
	// Page order, but conditions of all service numbers first.
	slices.SortStableFunc(c.conditions, func(a, b model.Condition) int { return generality(b) - generality(a) })
	conditions := map[model.Feature][]model.Condition{}
	for _, n := range c.conditions {
		for _, f := range model.ConditionFeatures(n.Key) {
			conditions[f] = append(conditions[f], n)
		}
	}
	credits := c.answers[model.CreditsPurchase].State
	for _, f := range model.Features() {
		a := c.answers[f]
		a.Conditions = model.ListOf(conditions[f]...)
		a.Next = model.ListOf(model.NextSteps(f, a, c.alternative, credits, c.date, c.reference.Site.Link)...)
		c.answers[f] = a
		c.report.Answers[c.confidence[f]]++
	}
	for _, r := range c.readings {
		r.State, r.Confidence = c.answers[r.Feature].State, c.confidence[r.Feature]
		for _, m := range []*matchedCities{c.autoList, c.tollList} {
			if m != nil && m.key == r.Row {
				r.Cities = m.printed()
			}
		}
		c.report.Readings = append(c.report.Readings, r)
	}
}

// generality is 1 for a condition of all service numbers, otherwise 0.
func generality(n model.Condition) int {
	if strings.HasPrefix(n.Key, "service_numbers_") {
		return 1
	}
	return 0
}
