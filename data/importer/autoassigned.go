package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// readAutoAssigned reads whether numbers are assigned automatically, and in
// which cities.
func (c *countryReader) readAutoAssigned(r answerRow) {
	const f = model.AutoAssignedNumbers
	text := c.plainText(r.Cell)
	answer := c.vocabulary.readClause(text, yes, no, notApplicable, available, notAvailable)
	_, items, _ := r.ListItems()
	if findMailbox(r.Cell) != "" {
		answer = c.vocabulary.readClause(c.plainText(withoutLinks(r.Cell, isMailLink)), no, notAvailable)
	}
	switch state := plainState(answer.meaning); {
	case state == model.No && findMailbox(r.Cell) != "" && c.knowsSentences(answer.rest, sentenceContact, 1):
		c.addCondition("auto_assigned_numbers_contact_desk", model.ArgOf("mailbox", findMailbox(r.Cell)))
		c.setAnswer(r, f, model.Answer{State: model.No}, answer.mistranslated)
	case answer.meaning == notApplicable && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: model.NotApplicable, Scope: model.ScopeNotApplicable}, answer.mistranslated)
	case len(items) == 0 && c.saysNonGeographic(text):
		c.addCondition("auto_assigned_numbers_non_geographic")
		c.setAnswer(r, f, model.Answer{Scope: model.NonGeographic}, false)
		c.confidence[f] = NotStated // the page gives neither yes nor no
	case state != model.Unstated && normalize(answer.rest) == "":
		c.setAnswer(r, f, model.Answer{State: state}, answer.mistranslated)
	case len(items) > 0 && state != model.No:
		c.readAutoList(r, answer, items)
	case state == model.Yes:
		c.readAutoSentence(r, answer)
	default:
		c.reportUnreadable(r, f, ExpectedYesNo)
	}
}

// saysNonGeographic reports whether text says that numbers belong to no city, and
// nothing else.
func (c *countryReader) saysNonGeographic(text string) bool {
	return c.vocabulary.mentions(text, nonGeographic) && c.knowsSentences(text, sentenceNonGeographic, 2)
}

// readAutoList reads a list of cities with automatically assigned numbers. Beside it
// stands "yes, for", or nothing, which says yes by the list's place.
func (c *countryReader) readAutoList(r answerRow, answer clause, items []pages.Part) {
	beside := c.plainText(withoutItems(r.Cell))
	if !c.saysNothingBut(beside, yes, available, besideCities) {
		c.reportUnreadable(r, r.feature, ExpectedYesNo)
		return
	}
	r.byPosition = r.byPosition || normalize(beside) == ""
	c.setAutoCities(r, answer, c.readCities(items, r.feature))
}

// withoutItems returns c without its list items.
func withoutItems(c pages.Cell) pages.Cell {
	var out pages.Cell
	for _, p := range c.Parts {
		if p.Depth == 0 {
			out.Parts = append(out.Parts, p)
		}
	}
	return out
}

// readAutoSentence reads a city within a sentence: "Yes, for Santiago". Nothing may
// stand beside the names of known cities; an unknown name must be one in the page's
// list of toll numbers.
func (c *countryReader) readAutoSentence(r answerRow, answer clause) {
	known := c.citiesFor(r.feature)
	found, rest := known.takeOut(answer.rest)
	name := c.vocabulary.leftover(rest, besideCities)
	if _, ok := known.find(name); ok || name != "" && c.hasTollItem(name) {
		found, name = append(found, name), ""
	}
	if len(splitSentences(answer.rest)) != 1 || len(found) != 1 || name != "" {
		c.reportUnreadable(r, r.feature, ExpectedYesNo)
		return
	}
	c.setAutoCities(r, answer, cityList{feature: r.feature, items: []cityItem{{text: found[0]}}})
}

// hasTollItem reports whether name is all of a cell, or of an item, in the section about
// service numbers.
func (c *countryReader) hasTollItem(name string) bool {
	for _, s := range c.page.Sections {
		if _, features := serviceRows(s.Anchor); len(features) == 0 || features[0] != model.TollNumbers {
			continue
		}
		for _, t := range s.Tables {
			for _, row := range t.Rows {
				for _, p := range answerCell(row).Parts {
					if normalize(p.TextContent()) == normalize(name) {
						return true
					}
				}
			}
		}
	}
	return false
}

// setAutoCities sets the answer that list gives.
func (c *countryReader) setAutoCities(r answerRow, answer clause, list cityList) {
	m := c.matchCities(r, list)
	if list.hasUnreadText || len(list.items) == 0 || len(list.items) > maxCities || answer.meaning == "" && len(m.unknown()) > 0 {
		c.reportUnreadable(r, r.feature, ExpectedCities)
		return
	}
	a := model.Answer{State: model.Yes}
	if list.localsOnly {
		a.State = model.Restricted
		c.addCondition("auto_assigned_numbers_local_organizations_only")
	}
	c.autoList = m
	c.setAnswer(r, r.feature, a, answer.mistranslated)
}
