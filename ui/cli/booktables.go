package cli

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
	"voxatlas/ui/rows"
)

// newBookTable returns a table of the workbook with columns of keys in the catalogs.
func (p *program) newBookTable(frozen int, keys ...string) export.Table {
	t := export.Table{Frozen: frozen}
	for _, key := range keys {
		column := p.column(key)
		switch key {
		case "later", "added", "removed", "notes":
			column.Width = bookTextWidth
		case "feature", "source", "from", "to", "note":
			column.Width = detailWidth
		}
		t.Columns = append(t.Columns, column)
	}
	return t
}

// bookTextWidth is the most characters of a column of sentences in the workbook.
const bookTextWidth = 45

// setRows sets the rows of a table.
func setRows(t export.Table, list [][]export.Cell) export.Table {
	t.Rows = slices.Values(list)
	return t
}

// stateCell returns an answer in words.
func (p *program) stateCell(c *model.Country, f model.Feature) export.Cell {
	a := c.Answer(f)
	return export.Cell{Text: p.localizer.StateOf(f, a.Shown()), Key: a.Shown().String(), Style: stateStyle(a.Shown())}
}

// plansTable returns the table with a row for each plan, and for each country where
// plans are offered without a list of them.
func (p *program) plansTable(c chosen) export.Table {
	t := p.newBookTable(2, "iso2", "name", "sold", "partner", "plan", "minutes", "minutes_international", "note", "notes")
	for i := range t.Columns {
		t.Columns[i].Numbers = strings.HasPrefix(t.Columns[i].Key, "minutes")
	}
	loc := p.localizer
	var list [][]export.Cell
	for _, country := range c.groups.Countries() {
		sold, minutes := country.Answer(model.CallingPlansPurchase), country.Answer(model.Minutes)
		if !sold.State.Offered() && !minutes.State.Offered() {
			continue
		}
		head := append(p.countryCells(country), p.stateCell(country, model.CallingPlansPurchase), export.Cell{Text: cmp.Or(sold.Partner.Name, minutes.Partner.Name)})
		notes := export.Cell{Text: p.conditionTexts(country, model.CallingPlansPurchase, model.Minutes)}
		if minutes.Plans.Len() == 0 {
			list = append(list, append(head, export.Cell{}, export.Cell{}, export.Cell{}, export.Cell{Text: loc.Text("export.book.no_plans")}, notes))
		}
		for plan := range minutes.Plans.Values() {
			words := loc.PlanText(plan)
			list = append(list, append(head[:len(head):len(head)], export.Cell{Text: words.Name, Key: plan.Kind.String()},
				minutesCell(plan.DomesticMinutes), minutesCell(plan.InternationalMinutes), export.Cell{Text: words.Remark}, notes))
		}
	}
	return setRows(t, list)
}

// minutesCell returns a number of minutes; an empty cell for none.
func minutesCell(n int) export.Cell {
	if n == 0 {
		return export.Cell{}
	}
	return export.NumberCell(n, "")
}

// conditionTexts returns the notes of answers of a country, a line each.
func (p *program) conditionTexts(c *model.Country, features ...model.Feature) string {
	var lines []string
	for _, note := range rows.NewAnswers([]*model.Country{c}, features, rows.FeaturesDown).Notes() {
		lines = append(lines, note.In(p.localizer).Text)
	}
	return strings.Join(lines, "\n")
}

// citiesTable returns the table with a row for each city of each kind of numbers; with
// the English names beside those of another language.
func (p *program) citiesTable(c chosen) export.Table {
	loc := p.localizer
	columns := []string{"iso2", "name", "city", "city_english", "numbers", "state", "note"}
	if loc.Lang() == model.English {
		columns = slices.Delete(columns, 3, 4)
	}
	t := p.newBookTable(3, columns...)
	var list [][]export.Cell
	for _, country := range c.groups.Countries() {
		for _, f := range []model.Feature{model.AutoAssignedNumbers, model.TollNumbers} {
			a := country.Answer(f)
			add := func(city, english, note string) {
				row := append(p.countryCells(country), export.Cell{Text: city, Style: xlsx.Label})
				if loc.Lang() != model.English {
					row = append(row, export.Cell{Text: english})
				}
				list = append(list, append(row, export.Cell{Text: loc.FeatureLabel(f), Key: f.Key()}, p.stateCell(country, f), export.Cell{Text: note}))
			}
			for city := range a.Cities.Values() {
				note := ""
				if city.OnRequest {
					note = loc.Text("answer.city_on_request")
				}
				add(city.Names.In(loc.Lang()), city.Names.In(model.English), note)
			}
			switch {
			case a.OtherCitiesOnRequest:
				add("", "", loc.Text("answer.other_cities"))
			case a.Scope == model.NonGeographic && a.State.Offered():
				add("", "", loc.Text("scope.non_geographic"))
			}
		}
	}
	return setRows(t, list)
}

// editionChangesTable returns the table with all changes of countries up to the edition,
// those of the newest edition first.
func (p *program) editionChangesTable(c chosen) export.Table {
	t := p.newBookTable(4, append([]string{"date_from", "date_to", "iso2", "name"}, changeColumns()...)...)
	wanted := map[string]bool{}
	for _, country := range c.groups.Countries() {
		wanted[country.Slug()] = true
	}
	var list [][]export.Cell
	for to := c.edition; to != nil; to = p.library.Before(to) {
		from := p.library.Before(to)
		if from == nil {
			break
		}
		for _, k := range p.localizer.ByCountry(p.library.Compare(from, to).All()) {
			if !wanted[k.Country.Slug()] && c.expr.String() != "" {
				continue
			}
			for _, change := range k.Changes {
				dates := []export.Cell{{Text: from.Date}, {Text: to.Date}}
				list = append(list, slices.Concat(dates, p.countryCells(k.Country), p.changeCells(change)))
			}
		}
	}
	return setRows(t, list)
}

// laterTable returns the table with a row for each statement that is later than the
// edition, those about every country first.
func (p *program) laterTable(c chosen) export.Table {
	loc := p.localizer
	t := p.newBookTable(3, "date", "iso2", "name", "feature", "later", "source", "url")
	type statement struct {
		model.LaterNote
		country  *model.Country // nil for all
		features []model.Feature
	}
	var all []statement
	for _, country := range c.groups.Countries() {
		for n := range country.Later().Values() {
			i := -1
			if n.General {
				i = slices.IndexFunc(all, func(s statement) bool {
					return s.country == nil && s.Date == n.Date && s.Kind == n.Kind && s.URL == n.URL && s.Text.Equal(n.Text)
				})
			}
			switch {
			case i >= 0:
				all[i].features = append(all[i].features, n.Features.Slice()...)
			case n.General:
				all = append(all, statement{n, nil, n.Features.Slice()})
			default:
				all = append(all, statement{n, country, n.Features.Slice()})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b statement) int { return cmp.Compare(b.Date, a.Date) })
	var list [][]export.Cell
	for _, s := range all {
		place := []export.Cell{{}, {Text: loc.Text("export.book.everywhere"), Style: xlsx.Label}}
		if s.country != nil {
			place = p.countryCells(s.country)
		}
		var features []string
		for _, f := range model.Features() {
			if slices.Contains(s.features, f) {
				features = append(features, loc.ShortTitle(model.Topic{Feature: f}))
			}
		}
		url := loc.URL(s.URL)
		list = append(list, slices.Concat([]export.Cell{{Text: s.Date}}, place,
			[]export.Cell{{Text: strings.Join(features, "\n")}, {Text: s.Text.In(loc.Lang())}, {Text: s.Source}, {Text: url, Link: url}}))
	}
	return setRows(t, list)
}

// namesTable returns the table with the names of countries in every language, their codes
// and their pages.
func (p *program) namesTable(c chosen) export.Table {
	loc := p.localizer
	t := p.newBookTable(1, "iso2", "iso3", "dial")
	for _, l := range p.env.Localizers {
		t.Columns = append(t.Columns, export.Column{Title: loc.Text("export.column.name_in", "lang", string(l.Lang())), Key: "name." + string(l.Lang())})
	}
	t.Columns = append(t.Columns, p.column("slug"), p.column("page_date"), p.column("page_url"))
	var list [][]export.Cell
	for _, country := range c.groups.Countries() {
		cells := []export.Cell{{Text: country.ISO2(), Style: xlsx.Label}, {Text: country.ISO3()}, {Text: strings.Join(country.Dial().Slice(), "\n")}}
		for _, l := range p.env.Localizers {
			cells = append(cells, export.Cell{Text: country.Name(l.Lang())})
		}
		url := loc.URL(country.Page().URL)
		list = append(list, append(cells, export.Cell{Text: country.Slug()}, export.Cell{Text: country.PageDate()}, export.Cell{Text: url, Link: url}))
	}
	return setRows(t, list)
}
