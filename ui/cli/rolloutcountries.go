package cli

import (
	"slices"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// addCountries adds what the countries of the offices have to offer, in the order of the
// list.
func (r *rollout) addCountries(page factPage) {
	plans := map[*model.Country][]*officePlan{}
	counts := map[*model.Country]int{}
	var countries []*model.Country
	for _, o := range r.offices {
		if o.plan == nil {
			continue
		}
		c := o.plan.country
		if counts[c]++; counts[c] == 1 {
			countries = append(countries, c)
		}
		if !containsPlan(plans[c], o.plan) {
			plans[c] = append(plans[c], o.plan)
		}
	}
	for _, c := range countries {
		page.AddBlank()
		r.addCountry(page, c, counts[c], plans[c])
	}
}

func containsPlan(plans []*officePlan, plan *officePlan) bool {
	for _, p := range plans {
		if p == plan {
			return true
		}
	}
	return false
}

// addCountry adds what a country has to offer: all answers if an office there has no need,
// the plans, the cities of toll numbers, and the next steps of its offices.
func (r *rollout) addCountry(page factPage, c *model.Country, n int, plans []*officePlan) {
	loc := page.localizer
	brief := false
	for _, plan := range plans {
		brief = brief || plan.verdict == withoutNeed
	}
	name := page.withEnglish(func(l say.Localizer) string { return c.Name(l.Lang()) })
	page.AddText(0, c.ISO2()+" "+loc.WithRemark(name, loc.Count("rollout.offices", n)), page.theme.Strong)
	if brief {
		page.addBriefAnswers(c, model.Features())
	}
	for _, f := range []model.Feature{model.CallingPlansPurchase, model.TollNumbers} {
		r.addOffer(page, c, f, brief)
	}
	r.addSteps(page, plans)
}

// addSteps adds the next steps of the offices of a country, other routes before others.
func (r *rollout) addSteps(page factPage, plans []*officePlan) {
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
func (r *rollout) addLinks(page factPage) {
	var names []string
	links := map[string][]string{}
	for _, o := range r.offices {
		plan := o.plan
		if plan == nil || plan.words.linked {
			continue
		}
		plan.words.linked = true
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
func (r *rollout) addOffer(page factPage, c *model.Country, f model.Feature, brief bool) {
	loc := page.localizer
	var items []string
	key := "answer.cities"
	if f == model.CallingPlansPurchase {
		key = "answer.plans"
		for plan := range c.Answer(model.Minutes).Plans.Values() {
			items = append(items, loc.PlanLine(loc.Plan(plan)))
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
		page.AddHanging(answerIndent, loc.Labelled(loc.FeatureLabel(f), words), page.theme.State(cell.State))
	}
	if len(items) == 0 {
		return
	}
	head := loc.Count(key, len(items))
	if brief && f == model.TollNumbers {
		head = loc.WithRemark(loc.FeatureLabel(f), head)
	}
	page.AddItems(answerIndent+2, loc.Labelled(head, ""), items, loc.Text("reason.separator"))
}

// addTotals adds the number of offices with each outcome, and of their users.
func (r *rollout) addTotals(page factPage) {
	loc := page.localizer
	t := &text.Table{Columns: []text.Column{{}, {Right: true}, {Right: true}}}
	addRow := func(style text.Style, label string, total officeTotal) {
		row := []string{label, assets.Number(total.offices)}
		if r.given.users {
			row = append(row, assets.Number(total.users))
		}
		t.AddRow(style, row...)
	}
	heads := []string{loc.Text("export.column.verdict"), loc.Text("rollout.total.offices")}
	if r.given.users {
		heads = append(heads, loc.Text("export.column.users"))
	}
	t.AddRow(page.theme.Strong, heads...)
	var all officeTotal
	for o, total := range r.totals {
		if total.offices > 0 {
			addRow(page.theme.Text, r.outcomeWord(outcome(o)), total)
		}
		all.offices += total.offices
		all.users += total.users
	}
	addRow(page.theme.Text, loc.Text("stats.total"), all)
	page.AddBlank()
	if t.Width() <= page.Width {
		page.AddTable(0, t)
		return
	}
	for _, line := range r.totalLines() {
		page.AddHanging(0, line, page.theme.Text)
	}
}
