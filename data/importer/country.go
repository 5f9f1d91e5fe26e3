package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// country reads one page.
type country struct {
	*compiler
	words   *vocabulary
	page    *pages.Page
	slug    string
	iso2    string
	base    *model.Country // nil for none
	english bool           // the text is English, by its locale or as one half of it
	answers map[model.Feature]model.Answer
	sure    map[model.Feature]Sureness
	notes   []model.Condition // in page order

	alternative model.Alternative
	hinted      bool // the page says what to do where plans are not sold
	premiumRow  bool
	citiesRead  bool         // the cities of toll numbers are known, even if there are none
	auto        *namedCities // of numbers that are assigned automatically; nil when the page lists none
	tollItems   []cityItem   // the cities of toll numbers, as they stand on the page
	remarks     []string
}

// find reports a text of the page that is not understood.
func (c *country) find(line int, f model.Feature, text string, want Want) {
	c.report.find(Finding{c.page.File, line, f, text, want})
}

// miss reports the cell of r, whose answer stays unstated.
func (c *country) miss(r row, f model.Feature, want Want) {
	c.find(r.line, f, r.TextContent(), want)
	c.answers[f], c.sure[f] = model.Answer{}, Unread
}

// set is the answer to f, read by the cell of r.
func (c *country) set(r row, f model.Feature, a model.Answer, slip bool) {
	c.answers[f] = a
	switch {
	case slip:
		c.sure[f] = BySlip
	case r.byPlace:
		c.sure[f] = ByPlace
	default:
		c.sure[f] = ByName
	}
}

// note adds a condition of the country, once.
func (c *country) note(key string, args ...model.Arg) {
	for _, n := range c.notes {
		if n.Key == key {
			return
		}
	}
	c.notes = append(c.notes, model.Condition{Key: key, Args: model.ListOf(args...)})
}

// read reads the page and says what it says.
func (c *country) read() model.Record {
	c.answers, c.sure = map[model.Feature]model.Answer{}, map[model.Feature]Sureness{}
	services := c.gather()
	for _, anchor := range anchors() {
		s, ok := services[anchor]
		if !ok {
			_, features := layout(anchor)
			c.find(0, features[0], anchor, WantSection)
			continue
		}
		c.section(anchor, s)
	}
	c.compareCities()
	c.apply()
	return model.Record{
		Slug:     c.slug,
		ISO2:     c.iso2,
		Page:     model.Page{URL: PageURL(c.slug), Date: c.page.FrontMatter.Date, Remarks: model.ListOf(c.remarks...)},
		Answers:  c.answers,
		Warnings: model.ListOf(c.warnings()...),
	}
}

// service is what a page has about a service: the rows of its section, its
// notes, and the sections below it.
type service struct {
	line  int
	rows  []pages.Row
	notes []pages.Note
	below []pages.Section
}

// gather finds the services by their anchors. The order is a remark when it is
// not the usual one.
func (c *country) gather() map[string]*service {
	services := map[string]*service{}
	var current *service
	level := 0
	for _, s := range c.page.Sections {
		keys, _ := layout(s.Anchor)
		switch {
		case keys != nil:
			if services[s.Anchor] == nil {
				services[s.Anchor] = &service{line: s.Line}
			}
			current, level = services[s.Anchor], s.Level
			for _, t := range s.Tables {
				current.rows = append(current.rows, t.Rows...)
			}
			current.notes = append(current.notes, s.Notes...)
		case current != nil && s.Level > level:
			current.below = append(current.below, s)
		default:
			current = nil
		}
	}
	return services
}

// section reads the rows and notes of a service.
func (c *country) section(anchor string, s *service) {
	rows := c.rows(anchor, s.rows)
	c.report.Rows += len(s.rows)
	keys, _ := layout(anchor)
	for _, key := range keys {
		r, ok := rows[key]
		switch {
		case ok && r.key == "": // stands twice
		case ok:
			c.cell(r)
		case key == model.PremiumNumbers.Key():
			// stands only where Microsoft sells plans: see apply
		default:
			c.find(s.line, featureOf(key), anchor+": "+key, WantRow)
		}
	}
	c.sectionNotes(anchor, s)
}

// cell reads the cell of a row.
func (c *country) cell(r row) {
	switch r.key {
	case tollCities:
		c.tollCities(r)
		return
	case model.PremiumNumbers.Key():
		c.premiumRow = true
	}
	switch r.feature {
	case model.ConferencingPurchase:
		c.conferencing(r)
	case model.AutoAssignedNumbers:
		c.autoAssigned(r)
	case model.CallMe:
		c.callMe(r)
	case model.CallingPlansPurchase:
		c.plans(r)
	case model.Minutes:
		c.minutes(r)
	case model.PremiumNumbers:
		c.premium(r)
	case model.OutboundCalls:
		c.outbound(r)
	case model.TollNumbers:
		c.toll(r)
	case model.TollFreeNumbers:
		c.tollFree(r)
	default:
		c.simple(r)
	}
}

// simple reads a cell that says yes or no and nothing else.
func (c *country) simple(r row) {
	said := c.words.begins(plainText(r.Cell), yes, no, available, notAvailable)
	state := yesNo(said.says)
	if state == model.Unstated || bare(said.rest) != "" {
		c.miss(r, r.feature, WantYesNo)
		return
	}
	c.set(r, r.feature, model.Answer{State: state}, said.slip)
}

// yesNo is the state of a plain answer; Unstated for another meaning.
func yesNo(m meaning) model.State {
	switch m {
	case yes, available:
		return model.Yes
	case no, notAvailable:
		return model.No
	}
	return model.Unstated
}

// apply puts the conditions beside the answers that they limit, adds what
// follows from several answers, and the next steps.
func (c *country) apply() {
	if !c.premiumRow {
		sold := c.answers[model.CallingPlansPurchase].State
		if c.sure[model.PremiumNumbers] = Silent; sold == model.No {
			c.answers[model.PremiumNumbers] = model.Answer{State: model.NotApplicable}
			c.sure[model.PremiumNumbers] = ByName
		}
	}
	// Page order, but what holds for all service numbers first.
	slices.SortStableFunc(c.notes, func(a, b model.Condition) int { return general(b) - general(a) })
	conditions := map[model.Feature][]model.Condition{}
	for _, n := range c.notes {
		for _, f := range model.ConditionFeatures(n.Key) {
			conditions[f] = append(conditions[f], n)
		}
	}
	credits := c.answers[model.CreditsPurchase].State
	for _, f := range model.Features() {
		a := c.answers[f]
		a.Conditions = model.ListOf(conditions[f]...)
		a.Next = model.ListOf(model.NextSteps(f, a, c.alternative, credits, c.edition)...)
		c.answers[f] = a
		c.report.Answers[c.sure[f]]++
	}
}

// general is 1 for a condition of all service numbers.
func general(n model.Condition) int {
	if strings.HasPrefix(n.Key, "service_numbers_") {
		return 1
	}
	return 0
}
