package cli

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// The text has a row for each office, in the order of the list; what its countries have to
// offer, once for each country; and the totals:
//
//	Office   Country/region  Users  Verdict  Toll numbers  Why
//	HQ       TW Taiwan         120  Fails    Taipei        Calling Plans (Purchase): Not available
//
// Where there is no room for the reasons beside it, each office becomes a paragraph.

// printText prints the offices, the plans of their countries and the totals.
func (r *rollout) printText() {
	page := r.program.newSheetPage()
	t := r.newOfficeLines(page)
	t.print()
	page.addSheetNotes(rows.Sheet{Notes: r.notes.list})
	r.addCountries(page)
	r.addLinks(page)
	r.addTotals(page)
	page.AddBlank()
	page.addFoot(r.edition.Atlas().Info(), r.program.age(r.edition.Date))
	r.program.printLines(page.Lines)
}

// The columns of the rows of offices.
const (
	labelColumn = iota
	placeColumn
	usersColumn
	verdictColumn
	cityColumn
	whyColumn
	numOfficeColumns
)

// maxLabelCells is the width of the first column. A longer name has a line of its own.
const maxLabelCells = 32

// officeLines lays out the rows of offices.
type officeLines struct {
	*rollout
	page   factPage
	heads  [numOfficeColumns]string
	widths [numOfficeColumns]int // 0 for a column that is left out
	beside int                   // cells before the reasons; 0: each office is a paragraph
}

// newOfficeLines measures the columns.
func (r *rollout) newOfficeLines(page factPage) *officeLines {
	l := &officeLines{rollout: r, page: page}
	for i, key := range []string{"site", "name", "users", "verdict", "toll_city", "reasons"} {
		l.heads[i] = r.program.localizer.Text("export.column." + key)
	}
	for i := range r.offices {
		for column, field := range l.fields(&r.offices[i]) {
			l.widths[column] = max(l.widths[column], text.Width(field))
		}
	}
	if page.Width < unlimitedWidth {
		l.widths[labelColumn] = min(l.widths[labelColumn], maxLabelCells)
	}
	for column := range whyColumn {
		if l.widths[column] > 0 {
			l.widths[column] = max(l.widths[column], text.Width(l.heads[column]))
			l.beside += l.widths[column] + 2
		}
	}
	if page.Width-l.beside < minReasonCells {
		l.beside = 0
	}
	return l
}

// fields returns the fields of an office but for the reasons.
func (l *officeLines) fields(o *plannedOffice) [numOfficeColumns]string {
	loc := l.program.localizer
	fields := [numOfficeColumns]string{labelColumn: o.label(loc), verdictColumn: l.outcomeWord(o.verdict), cityColumn: l.cityWords(o)}
	if o.iso2 != "" {
		fields[placeColumn] = o.iso2 + " " + l.placeName(o.iso2)
	}
	if o.hasUsers {
		fields[usersColumn] = assets.Number(o.users)
	}
	return fields
}

// print prints the heads and all offices.
func (l *officeLines) print() {
	if l.beside > 0 {
		l.program.print(l.row(l.heads, l.page.theme.Strong, l.page.theme.Strong, []string{l.heads[whyColumn]})...)
	}
	for i := range l.offices {
		o := &l.offices[i]
		if l.beside > 0 {
			l.program.print(l.row(l.fields(o), l.page.theme.Text, l.verdictStyle(o.verdict), l.whyLines(o, l.page.Width-l.beside))...)
		} else {
			l.program.print(l.paragraph(o)...)
		}
	}
}

// row returns the lines of an office, with its reasons beside it.
func (l *officeLines) row(fields [numOfficeColumns]string, style, verdict text.Style, why []string) []string {
	var lines []string
	if text.Width(fields[labelColumn]) > l.widths[labelColumn] {
		lines = append(lines, text.Line{{Text: fields[labelColumn], Style: style}}.Render())
		fields[labelColumn] = ""
	}
	var line text.Line
	for column := range whyColumn {
		if l.widths[column] == 0 {
			continue
		}
		field := text.Span{Text: text.Fit(fields[column], l.widths[column]) + "  ", Style: style}
		switch column {
		case usersColumn:
			field.Text = strings.Repeat(" ", l.widths[column]-text.Width(fields[column])) + fields[column] + "  "
		case verdictColumn:
			field.Style = verdict
		}
		line = append(line, field)
	}
	for i, part := range why {
		if i > 0 {
			line = text.Line{{Text: strings.Repeat(" ", l.beside)}}
		}
		if part == "" { // no blanks at the end of a line
			line[len(line)-1].Text = strings.TrimRight(line[len(line)-1].Text, " ")
		} else {
			line = append(line, text.Span{Text: part, Style: style})
		}
		lines = append(lines, line.Render())
	}
	return lines
}

// whyLines returns the reasons of an office, broken to w cells; at least one line.
func (l *officeLines) whyLines(o *plannedOffice, w int) []string {
	if o.plan == nil {
		return text.WrapWhole(l.why(o), w, 0)
	}
	words := l.wordsOf(o.plan)
	if words.wrapped == nil {
		words.wrapped = text.WrapWhole(words.numbered, w, 0)
	}
	return words.wrapped
}

// paragraph returns the lines of an office on a narrow terminal.
func (l *officeLines) paragraph(o *plannedOffice) []string {
	loc, theme, page := l.program.localizer, l.page.theme, text.PrintedPage{Width: l.page.Width}
	fields := l.fields(o)
	page.AddText(0, fields[labelColumn], theme.Strong)
	head := fields[verdictColumn]
	var facts []string
	if fields[placeColumn] != "" && fields[placeColumn] != fields[labelColumn] {
		facts = append(facts, fields[placeColumn])
	}
	if o.hasUsers {
		facts = append(facts, loc.Count("rollout.users", o.users))
	}
	if len(facts) > 0 {
		page.AddHanging(answerIndent, loc.JoinList(facts), theme.Text)
	}
	page.AddHanging(answerIndent, head, l.verdictStyle(o.verdict))
	for _, why := range l.whyLines(o, l.page.Width-answerIndent-2) {
		if why != "" {
			page.AddLine(answerIndent+2, text.Span{Text: why, Style: theme.Text})
		}
	}
	if fields[cityColumn] != "" {
		page.AddHanging(answerIndent, loc.Labelled(l.heads[cityColumn], fields[cityColumn]), theme.Text)
	}
	lines := make([]string, len(page.Lines))
	for i, line := range page.Lines {
		lines[i] = line.Render()
	}
	return lines
}

// verdictStyle returns the style of the word of an outcome.
func (l *officeLines) verdictStyle(o outcome) text.Style {
	switch o {
	case meets:
		return l.page.theme.State(model.Yes)
	case meetsConditionally, notRead:
		return l.page.theme.State(model.Restricted)
	case failsNeed, notListed:
		return l.page.theme.State(model.No)
	case inDoubt:
		return l.page.theme.Warning
	}
	return l.page.theme.Text
}

// addCountries adds what the countries of the offices have to offer, in the order of the
// list.
func (r *rollout) addCountries(page factPage) {
	plans := map[*model.Country][]*officePlan{}
	counts := map[*model.Country]int{}
	var countries []*model.Country
	for i := range r.offices {
		o := &r.offices[i]
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
	for i := range r.offices {
		plan := r.offices[i].plan
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
	cell := rows.Cell{Country: c, Feature: f, State: c.Answer(f).State}
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
	page.AddTable(0, t)
}
