package cli

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
	"voxatlas/ui/rollout"
	"voxatlas/ui/rows"
)

// table returns the table with a row for each office, in the order of the list. If some
// office has no need, there is a column for every answer.
func (r *rolloutReport) table() export.Table {
	p := r.program
	t := p.newTable("rollout", r.edition.Atlas().Info())
	m := rolloutTable{rolloutReport: r, shared: map[*rollout.Plan][]export.Cell{}}
	m.addColumns(&t)
	if r.Totals[rollout.NoNeed].Offices > 0 {
		m.addAnswers(&t)
	}
	t.Summary = r.TotalLines(p.localizer)
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, o := range r.Offices {
			if !yield(m.row(o)) {
				return
			}
		}
	}
	return t
}

// rolloutTable makes the rows of the table.
type rolloutTable struct {
	*rolloutReport
	given   []string                         // keys of the columns with texts of the list
	shared  map[*rollout.Plan][]export.Cell  // the cells behind the office's own
	answers map[*model.Country][]export.Cell // nil without columns of answers
	empty   []export.Cell                    // in place of both
	cells   []export.Cell                    // of the row
}

// addColumns adds the columns of the offices and of their offers.
func (m *rolloutTable) addColumns(t *export.Table) {
	p := m.program
	t.Columns = []export.Column{p.column("line"), p.column("site"), p.column("iso2"), {Key: "slug", Title: p.localizer.Text("export.column.name")}}
	t.Columns[0].Numbers, t.Frozen, t.Pages = true, 2, 3
	for _, column := range []struct {
		key   string
		given bool
	}{{"place", m.Given.Place}, {"country", m.Given.Country}, {"city", m.Given.City}, {"phone", m.Given.Phone}} {
		if column.given {
			m.given = append(m.given, column.key)
			given := p.column("given_" + column.key)
			given.Width = 18
			t.Columns = append(t.Columns, given)
		}
	}
	for _, key := range []string{"users", "need", "verdict", "reasons", "later", "toll_city", "minutes", "plans", "toll_cities", "next", "next_url"} {
		column := p.column(key)
		if key == "later" {
			column = p.laterColumn()
		}
		column.Numbers = key == "users" || key == "minutes"
		column.Width = officeWidth(key)
		t.Columns = append(t.Columns, column)
	}
	m.empty = make([]export.Cell, 5)
}

// officeWidth returns the most characters of a column in a workbook: many, so that a row
// has few lines, even in a country with dozens of cities. 0 is the usual width.
func officeWidth(key string) int {
	switch key {
	case "need":
		return 26
	case "next":
		return 40
	case "reasons", "later":
		return 50
	case "plans":
		return 60
	case "next_url":
		return 90
	case "toll_cities":
		return 100
	}
	return 0
}

// addAnswers adds the columns of all answers, and their notes.
func (m *rolloutTable) addAnswers(t *export.Table) {
	p := m.program
	var countries []*model.Country
	for _, o := range m.Offices {
		if plan := o.Plan; plan != nil && !slices.Contains(countries, plan.Country) {
			countries = append(countries, plan.Country)
		}
	}
	answers := rows.NewAnswers(countries, model.Features(), rows.CountriesDown)
	sheet := answers.TableSheet(p.localizer, false, false)
	var labels []string
	for _, f := range answers.Features {
		labels = append(labels, p.localizer.FeatureLabel(f))
	}
	names := newNoteNames(answers, labels)
	byCountry := p.sheetTable(export.Table{}, sheet, names, func(int) []export.Cell { return nil })
	t.Columns, t.Notes, t.Pages = append(t.Columns, byCountry.Columns...), byCountry.Notes, t.Pages+2
	m.answers = map[*model.Country][]export.Cell{}
	i := 0
	for cells := range byCountry.Rows {
		m.answers[countries[i]] = cells
		i++
	}
	m.empty = make([]export.Cell, len(m.empty)+len(byCountry.Columns))
}

// row returns the row of an office, which is valid until the next one.
func (m *rolloutTable) row(o *rollout.Office) []export.Cell {
	m.cells = append(m.cells[:0], export.NumberCell(o.Line, ""), export.Cell{Text: o.Site, Own: true, Style: xlsx.Label})
	if o.ISO2 == "" {
		m.cells = append(m.cells, export.Cell{}, export.Cell{})
	} else if c := m.Listed(o.ISO2); c != nil {
		m.cells = append(m.cells, export.Cell{Text: o.ISO2}, export.Cell{Text: m.PlaceName(m.program.localizer, o.ISO2), Key: c.Slug()})
	} else {
		m.cells = append(m.cells, export.Cell{Text: o.ISO2}, export.Cell{Text: m.PlaceName(m.program.localizer, o.ISO2), Key: m.program.env.Localizers[0].CountryName(o.ISO2)})
	}
	for _, key := range m.given {
		m.cells = append(m.cells, export.Cell{Text: given(o, key), Own: true})
	}
	users, need := export.Cell{}, export.Cell{Own: true}
	if o.HasUsers {
		users = export.NumberCell(o.Users, assets.Number(o.Users))
	}
	if o.Need != nil {
		need.Text = o.Need.Text
	}
	m.cells = append(m.cells, users, need, export.Cell{Text: o.Outcome.In(m.program.localizer), Key: o.Outcome.String(), Style: outcomeStyle(o.Outcome)}, m.reasonsCell(o), m.laterCell(o), m.cityCell(o))
	if o.Plan == nil {
		m.cells = append(m.cells, m.empty...)
		return m.cells
	}
	shared, known := m.shared[o.Plan]
	if !known {
		shared = append(m.offerCells(o.Plan), m.answers[o.Plan.Country]...)
		if len(m.shared) < maxPlans {
			m.shared[o.Plan] = shared
		}
	}
	m.cells = append(m.cells, shared...)
	return m.cells
}

// given returns the text of an office in a column of the list.
func given(o *rollout.Office, column string) string {
	switch column {
	case "place":
		return o.Place
	case "country":
		return o.Country
	case "city":
		return o.City
	}
	return o.Phone
}

// reasonsCell says why an office has its outcome. Its key has the reasons of a verdict, or
// the kind of the doubt and the codes of the places that may be meant.
func (m *rolloutTable) reasonsCell(o *rollout.Office) export.Cell {
	cell := export.Cell{Text: m.why(o)}
	switch {
	case o.Plan != nil && o.Outcome != rollout.NoNeed:
		cell.Key = m.wordsOf(o.Plan).reasonKeys
	case o.Doubt != nil:
		cell.Key = strings.TrimSpace(string(o.Doubt.Kind) + " " + strings.Join(o.Doubt.Places, " "))
	case o.Outcome == rollout.InDoubt:
		cell.Key = needDoubt
	case o.Outcome == rollout.Unlisted:
		cell.Key = o.Outcome.String()
	}
	return cell
}

// laterCell returns the later notes about the answers that an office's plan is about.
func (m *rolloutTable) laterCell(o *rollout.Office) export.Cell {
	if o.Plan == nil {
		return export.Cell{}
	}
	return m.wordsOf(o.Plan).later
}

// cityCell says whether there are toll numbers in the city of an office. Its key is the
// city's English name, if there are.
func (m *rolloutTable) cityCell(o *rollout.Office) export.Cell {
	cell := export.Cell{Text: o.CityText(m.program.localizer)}
	if o.Plan == nil || cell.Text == "" {
		return cell
	}
	answer := o.Plan.Country.Answer(model.TollNumbers)
	switch cell.Key = answer.Shown().String(); {
	case !answer.State.Offered():
	case o.Own.Found:
		cell.Key = answer.Cities.At(o.Own.Index).NameIn(model.English)
	case answer.UnknownCities() > 0:
		cell.Key = model.Unread.String()
	case answer.Cities.Len() > 0 && o.Own.Known:
		cell.Key = "other_cities"
	case answer.Cities.Len() > 0:
		cell.Key = "cities"
	case answer.Scope == model.NonGeographic:
		cell.Key = answer.Scope.String()
	}
	return cell
}

// offerCells returns the cells with the offer of a country and the next steps.
func (m *rolloutTable) offerCells(plan *rollout.Plan) []export.Cell {
	loc, english := m.program.localizer, m.program.env.Localizers[0]
	minutes, toll := plan.Country.Answer(model.Minutes), plan.Country.Answer(model.TollNumbers)
	var largest export.Cell
	if n := minutes.LargestDomestic(); n > 0 {
		largest = export.NumberCell(n, assets.Number(n))
	}
	var plans, planKeys, cities, cityKeys, steps, stepKeys, urls, englishURLs []string
	for o := range minutes.Plans.Values() {
		plans, planKeys = append(plans, loc.PlanLine(loc.PlanText(o))), append(planKeys, planKey(o))
	}
	if toll.State.Offered() {
		for city := range toll.Cities.Values() {
			cities, cityKeys = append(cities, loc.CityName(city)), append(cityKeys, city.NameIn(model.English))
		}
	}
	for _, step := range m.wordsOf(plan).steps {
		steps, stepKeys = append(steps, step.Text), append(stepKeys, step.Key)
	}
	for _, s := range plan.Steps() {
		if url := loc.StepText(s.Step).URL; url != "" {
			urls, englishURLs = append(urls, url), append(englishURLs, english.StepText(s.Step).URL)
		}
	}
	return []export.Cell{
		largest, {Text: strings.Join(plans, "\n"), Key: strings.Join(planKeys, "; ")}, {Text: loc.JoinList(cities), Key: strings.Join(cityKeys, "; ")},
		{Text: strings.Join(steps, "\n"), Key: strings.Join(stepKeys, " ")}, linkCell(urls, englishURLs),
	}
}

// outcomeStyle returns the look of an outcome in a workbook.
func outcomeStyle(o rollout.Outcome) xlsx.Style {
	switch o {
	case rollout.Meets:
		return xlsx.Positive
	case rollout.Conditional:
		return xlsx.Conditional
	case rollout.Fails, rollout.Unlisted:
		return xlsx.Negative
	case rollout.NotRead, rollout.InDoubt:
		return xlsx.Unknown
	}
	return xlsx.Plain
}
