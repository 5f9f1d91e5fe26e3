package cli

import (
	"slices"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rollout"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// countryOffices is a country of some offices.
type countryOffices struct {
	country *model.Country
	offices int
	plans   []*rollout.Plan // of the offices, each once
}

// countries lists the countries of the offices, in the order of the list.
func (r *rolloutReport) countries() []*countryOffices {
	var list []*countryOffices
	known, seen := map[*model.Country]*countryOffices{}, map[*rollout.Plan]bool{}
	for _, o := range r.Offices {
		if o.Plan == nil {
			continue
		}
		c := known[o.Plan.Country]
		if c == nil {
			c = &countryOffices{country: o.Plan.Country}
			known[c.country] = c
			list = append(list, c)
		}
		if c.offices++; !seen[o.Plan] {
			seen[o.Plan] = true
			c.plans = append(c.plans, o.Plan)
		}
	}
	return list
}

// addCountry adds the offer of a country: all answers if an office there has no need,
// the plans, the cities of toll numbers, and the next steps of its offices.
func (r *rolloutReport) addCountry(page factPage, o *countryOffices) {
	loc, c := page.localizer, o.country
	brief := o.isBrief()
	name := page.withEnglish(func(l say.Localizer) string { return c.Name(l.Lang()) })
	page.AddText(0, c.ISO2()+" "+loc.WithRemark(name, loc.Count("rollout.offices", o.offices)), page.theme.Strong)
	if brief {
		page.addBriefAnswers(c, model.Features())
	}
	for _, f := range offerFeatures() {
		r.addOffer(page, c, f, brief)
	}
	r.addSteps(page, o.plans)
}

// offerFeatures lists the answers that a plan shows for every country: Calling Plans and toll
// numbers.
func offerFeatures() []model.Feature {
	return []model.Feature{model.CallingPlansPurchase, model.TollNumbers}
}

// offerNotes numbers the later notes about the offer of a country, unless they stand with
// all answers of the country.
func (r *rolloutReport) offerNotes(o *countryOffices) {
	if o.isBrief() {
		return
	}
	for _, f := range offerFeatures() {
		r.offerNumbers(o.country, f)
	}
}

// offerNumbers returns the numbers of the later notes about an offer. Those about plans
// stand with their purchase.
func (r *rolloutReport) offerNumbers(c *model.Country, f model.Feature) []int {
	features := []model.Feature{f}
	if f == model.CallingPlansPurchase {
		features = append(features, model.Minutes)
	}
	return r.notes.numbersOf(c, r.program.laterNotes(c, features...))
}

// isBrief reports whether all answers of the country are listed: an office has no need.
func (o *countryOffices) isBrief() bool {
	return slices.ContainsFunc(o.plans, func(plan *rollout.Plan) bool { return plan.Outcome == rollout.NoNeed })
}

// addSteps adds the next steps of the offices of a country, other routes before others.
func (r *rolloutReport) addSteps(page factPage, plans []*rollout.Plan) {
	var heads []string
	steps := map[string][]string{}
	for _, plan := range plans {
		for _, step := range r.wordsOf(plan).steps {
			if steps[step.head] == nil {
				heads = append(heads, step.head)
			}
			if !slices.Contains(steps[step.head], step.Text) {
				steps[step.head] = append(steps[step.head], step.Text)
			}
		}
	}
	for _, head := range heads {
		page.AddItems(answerIndent, page.localizer.Labelled(head, ""), steps[head], page.localizer.Text("reason.separator"))
	}
}

// addLinks adds the pages of all next steps, each once.
func (r *rolloutReport) addLinks(page factPage, countries []*countryOffices) {
	var names []string
	links := map[string][]string{}
	for _, c := range countries {
		for _, plan := range c.plans {
			for _, step := range r.wordsOf(plan).steps {
				switch {
				case step.URL == "" || slices.Contains(links[step.Text], step.URL):
					continue
				case links[step.Text] == nil:
					names = append(names, step.Text)
				}
				links[step.Text] = append(links[step.Text], step.URL)
			}
		}
	}
	if len(names) > 0 {
		page.AddBlank()
		page.AddText(0, page.localizer.Text("rollout.links"), page.theme.Strong)
	}
	for _, name := range names {
		page.AddHanging(answerIndent, name, page.theme.Text)
		for _, url := range links[name] {
			page.AddLine(answerIndent+2, text.Span{Text: url, Style: page.theme.Link})
		}
	}
}

// addOffer adds the state of an answer, unless it stands above, and the plans or the cities
// of a country.
func (r *rolloutReport) addOffer(page factPage, c *model.Country, f model.Feature, brief bool) {
	loc := page.localizer
	var items []string
	key := "answer.cities"
	if f == model.CallingPlansPurchase {
		key = "answer.plans"
		for plan := range c.Answer(model.Minutes).Plans.Values() {
			items = append(items, loc.PlanLine(loc.PlanText(plan)))
		}
	} else if c.Answer(f).State.Offered() {
		for city := range c.Answer(f).Cities.Values() {
			items = append(items, loc.CityName(city))
		}
	}
	cell := rows.Cell{Country: c, Feature: f, State: c.Answer(f).Shown()}
	words := cell.Words(loc)
	if len(items) > 0 {
		words = loc.StateOf(f, cell.State) // their number follows
	}
	if !brief {
		page.AddHanging(answerIndent, r.program.withNotes(loc.Labelled(loc.FeatureLabel(f), words), r.offerNumbers(c, f)), page.theme.State(cell.State))
	}
	if len(items) == 0 {
		return
	}
	head := loc.Count(key, len(items))
	if brief && f == model.TollNumbers {
		head = loc.Text("export.column.toll_cities")
	}
	page.AddItems(answerIndent+2, loc.Labelled(head, ""), items, loc.Text("reason.separator"))
}

// addTotals adds the number of offices with each outcome, and of their users.
func (r *rolloutReport) addTotals(page factPage) {
	loc := page.localizer
	t := &text.Table{Columns: []text.Column{{}, {Right: true}, {Right: true}}}
	addRow := func(style text.Style, label string, total rollout.Total) {
		row := []string{label, assets.Number(total.Offices)}
		if r.Given.Users {
			row = append(row, assets.Number(total.Users))
		}
		t.AddRow(style, row...)
	}
	heads := []string{loc.Text("export.column.verdict"), loc.Text("rollout.total.offices")}
	if r.Given.Users {
		heads = append(heads, loc.Text("export.column.users"))
	}
	t.AddRow(page.theme.Strong, heads...)
	var all rollout.Total
	for o, total := range r.Totals {
		if total.Offices > 0 {
			addRow(page.theme.Text, rollout.Outcome(o).In(loc), total)
		}
		all.Offices += total.Offices
		all.Users += total.Users
	}
	addRow(page.theme.Text, loc.Text("stats.total"), all)
	page.AddBlank()
	if !page.plain && t.Width() <= page.Width {
		page.AddTable(0, t)
		return
	}
	for _, line := range r.TotalLines(r.program.localizer) {
		page.AddHanging(0, line, page.theme.Text)
	}
}
