package cli

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
	"voxatlas/ui/rows"
)

// table returns the table with a row for each office, in the order of the list. If some
// office has no need, there is a column for every answer.
func (r *rollout) table() export.Table {
	p := r.program
	t := p.newTable("rollout", r.edition.Atlas().Info())
	m := rolloutTable{rollout: r, shared: map[*officePlan][]export.Cell{}}
	m.addColumns(&t)
	if r.totals[withoutNeed].offices > 0 {
		m.addAnswers(&t)
	}
	t.Foot = slices.Concat(r.totalLines(), t.Foot)
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, o := range r.offices {
			if !yield(m.row(o)) {
				return
			}
		}
	}
	return t
}

// rolloutTable makes the rows of the table.
type rolloutTable struct {
	*rollout
	given   []string                         // keys of the columns with texts of the list
	shared  map[*officePlan][]export.Cell    // the cells behind the office's own
	answers map[*model.Country][]export.Cell // nil without columns of answers
	empty   []export.Cell                    // in place of both
	cells   []export.Cell                    // of the row
}

// addColumns adds the columns of the offices and of what they can have.
func (m *rolloutTable) addColumns(t *export.Table) {
	p := m.program
	t.Columns = []export.Column{p.column("line"), p.column("site"), p.column("iso2"), {Key: "slug", Title: p.localizer.Text("export.column.name")}}
	t.Columns[0].Numbers, t.Frozen = true, 2
	for _, column := range []struct {
		key   string
		given bool
	}{{"place", m.rollout.given.place}, {"country", m.rollout.given.country}, {"city", m.rollout.given.city}, {"phone", m.rollout.given.phone}} {
		if column.given {
			m.given = append(m.given, column.key)
			given := p.column("given_" + column.key)
			given.Width = 18
			t.Columns = append(t.Columns, given)
		}
	}
	for _, key := range []string{"users", "need", "verdict", "reasons", "toll_city", "minutes", "plans", "toll_cities", "next", "next_url"} {
		column := p.column(key)
		column.Numbers = key == "users" || key == "minutes"
		switch key {
		case "reasons", "toll_cities":
			column.Width = 40
		case "need", "plans", "next", "next_url":
			column.Width = 26
		}
		t.Columns = append(t.Columns, column)
	}
	m.empty = make([]export.Cell, 5)
}

// addAnswers adds the columns of all answers, and their notes.
func (m *rolloutTable) addAnswers(t *export.Table) {
	p := m.program
	var countries []*model.Country
	for _, o := range m.offices {
		if plan := o.plan; plan != nil && !slices.Contains(countries, plan.country) {
			countries = append(countries, plan.country)
		}
	}
	answers := rows.NewAnswers(countries, model.Features(), rows.CountriesDown)
	sheet := answers.Table(p.localizer, false, false)
	var labels []string
	for _, f := range answers.Features {
		labels = append(labels, p.localizer.FeatureLabel(f))
	}
	names := newNoteNames(answers, labels)
	byCountry := p.sheetTable(export.Table{}, sheet, names, func(int) []export.Cell { return nil })
	t.Columns, t.Notes = append(t.Columns, byCountry.Columns...), byCountry.Notes
	m.answers = map[*model.Country][]export.Cell{}
	i := 0
	for cells := range byCountry.Rows {
		m.answers[countries[i]] = cells
		i++
	}
	m.empty = make([]export.Cell, len(m.empty)+len(byCountry.Columns))
}

// row returns the row of an office, which is valid until the next one.
func (m *rolloutTable) row(o *plannedOffice) []export.Cell {
	m.cells = append(m.cells[:0], export.NumberCell(o.line, ""), export.Cell{Text: o.site, Own: true, Style: xlsx.Label})
	if o.iso2 == "" {
		m.cells = append(m.cells, export.Cell{}, export.Cell{})
	} else if c := m.locator.Listed(o.iso2); c != nil {
		m.cells = append(m.cells, export.Cell{Text: o.iso2}, export.Cell{Text: m.placeName(o.iso2), Key: c.Slug()})
	} else {
		m.cells = append(m.cells, export.Cell{Text: o.iso2}, export.Cell{Text: m.placeName(o.iso2), Key: m.program.env.Localizers[0].CountryName(o.iso2)})
	}
	for _, key := range m.given {
		m.cells = append(m.cells, export.Cell{Text: map[string]string{"place": o.name, "country": o.country, "city": o.city, "phone": o.phone}[key], Own: true})
	}
	users, need := export.Cell{}, export.Cell{Own: true}
	if o.hasUsers {
		users = export.NumberCell(o.users, assets.Number(o.users))
	}
	if o.need != nil {
		need.Text = o.need.text
	}
	m.cells = append(m.cells, users, need, export.Cell{Text: m.outcomeWord(o.verdict), Key: o.verdict.String(), Style: outcomeStyle(o.verdict)}, m.reasonsCell(o), m.cityCell(o))
	if o.plan == nil {
		return append(m.cells, m.empty...)
	}
	shared, known := m.shared[o.plan]
	if !known {
		shared = append(m.offerCells(o.plan), m.answers[o.plan.country]...)
		m.shared[o.plan] = shared
	}
	return append(m.cells, shared...)
}

// reasonsCell says why an office has its outcome. Its key has the reasons of a verdict, or
// the kind of the doubt and the codes of the places that may be meant.
func (m *rolloutTable) reasonsCell(o *plannedOffice) export.Cell {
	cell := export.Cell{Text: m.why(o)}
	switch {
	case o.plan != nil && o.verdict != withoutNeed:
		cell.Key = m.wordsOf(o.plan).reasonKeys
	case o.doubt != nil:
		cell.Key = strings.TrimSpace(string(o.doubt.Kind) + " " + strings.Join(o.doubt.Places, " "))
	case o.verdict == inDoubt:
		cell.Key = needDoubt
	case o.verdict == notListed:
		cell.Key = o.verdict.String()
	}
	return cell
}

// cityCell says whether there are toll numbers in the city of an office. Its key is the
// city's English name, if there are.
func (m *rolloutTable) cityCell(o *plannedOffice) export.Cell {
	cell := export.Cell{Text: m.cityWords(o)}
	if o.plan == nil || cell.Text == "" {
		return cell
	}
	answer := o.plan.country.Answer(model.TollNumbers)
	switch cell.Key = answer.Shown().String(); {
	case !answer.State.Offered():
	case o.own.found:
		cell.Key = answer.Cities.At(o.own.index).NameIn(model.English)
	case answer.UnknownCities() > 0:
		cell.Key = model.Unread.String()
	case answer.Cities.Len() > 0 && o.own.known:
		cell.Key = "other_cities"
	case answer.Cities.Len() > 0:
		cell.Key = "cities"
	case answer.Scope == model.NonGeographic:
		cell.Key = answer.Scope.String()
	}
	return cell
}

// offerCells returns the cells of what a country has to offer, and of the next steps.
func (m *rolloutTable) offerCells(plan *officePlan) []export.Cell {
	loc, english := m.program.localizer, m.program.env.Localizers[0]
	minutes, toll := plan.country.Answer(model.Minutes), plan.country.Answer(model.TollNumbers)
	var largest export.Cell
	if n := minutes.LargestDomestic(); n > 0 {
		largest = export.NumberCell(n, assets.Number(n))
	}
	var plans, planKeys, cities, cityKeys, steps, stepKeys, urls, englishURLs []string
	for o := range minutes.Plans.Values() {
		plans, planKeys = append(plans, loc.PlanLine(loc.Plan(o))), append(planKeys, planKey(o))
	}
	if toll.State.Offered() {
		for city := range toll.Cities.Values() {
			cities, cityKeys = append(cities, loc.CityName(city)), append(cityKeys, city.NameIn(model.English))
		}
	}
	for _, step := range m.wordsOf(plan).steps {
		steps, stepKeys = append(steps, step.Text), append(stepKeys, step.Key)
	}
	for _, s := range m.stepsOf(plan) {
		if url := loc.Step(s.Step).URL; url != "" {
			urls, englishURLs = append(urls, url), append(englishURLs, english.Step(s.Step).URL)
		}
	}
	return []export.Cell{
		largest, {Text: strings.Join(plans, "\n"), Key: strings.Join(planKeys, "; ")}, {Text: loc.JoinList(cities), Key: strings.Join(cityKeys, "; ")},
		{Text: strings.Join(steps, "\n"), Key: strings.Join(stepKeys, " ")}, linkCell(urls, englishURLs),
	}
}

// outcomeStyle returns the look of an outcome in a workbook.
func outcomeStyle(o outcome) xlsx.Style {
	switch o {
	case meets:
		return xlsx.Positive
	case meetsConditionally:
		return xlsx.Conditional
	case failsNeed, notListed:
		return xlsx.Negative
	case notRead, inDoubt:
		return xlsx.Unknown
	}
	return xlsx.Plain
}

// totalLines returns a line for each outcome with the number of offices and users.
func (r *rollout) totalLines() []string {
	loc := r.program.localizer
	var lines []string
	for o, total := range r.totals {
		if total.offices == 0 {
			continue
		}
		line := loc.Labelled(r.outcomeWord(outcome(o)), loc.Count("rollout.offices", total.offices))
		if r.given.users {
			line += loc.Text("list.separator") + loc.Count("rollout.users", total.users)
		}
		lines = append(lines, line)
	}
	return lines
}
