package countries

import (
	"cmp"
	"slices"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
	"voxatlas/ui/tui/pane"
)

// heading is a kind of row without a country.
type heading uint8

const (
	noHeading        heading = iota
	guessHeading             // above guesses, and above the hits for a place that is not listed
	mineHeading              // above the user's own countries
	othersHeading            // above all others
	conditionHeading         // above the countries that meet the filter with a condition
	unreadHeading            // above those whose pages could not be read
	failsHeading             // above those that fail
	hiddenHeading            // below hits: so many do not meet the filter
)

// isPlain reports whether the list without a query is every country in one group, sorted
// by names.
func (p *Pane) isPlain() bool { return !p.filter.inForce() && len(p.mine) == 0 && p.sortBy == 0 }

// allRows returns a row for every country, sorted by names.
func (p *Pane) allRows() *rowTable {
	type key struct {
		atlas   *model.Atlas
		w       int
		columns int
	}
	return pane.Memoize(p.look, key{p.atlas, p.w, len(p.columnFeatures())}, func() *rowTable { return newRowTable(rowsOf(p.sortedCountries())) })
}

// rowsOf returns a row for each country.
func rowsOf(countries []*model.Country) []countryRow {
	list := make([]countryRow, len(countries))
	for i, c := range countries {
		list[i].country = c
	}
	return list
}

// sortedCountries returns all countries in the order of a dictionary of the
// language.
func (p *Pane) sortedCountries() []*model.Country {
	type key struct{ atlas *model.Atlas }
	return pane.Memoize(p.look, key{p.atlas}, func() []*model.Country {
		countries := slices.Collect(p.atlas.Countries())
		names.SortByName(countries, p.look.Localizer.Lang(), (*model.Country).ISO2)
		return countries
	})
}

// orderedCountries returns all countries in the order of the list: by the answer that it
// is sorted by, else by names.
func (p *Pane) orderedCountries() []*model.Country {
	if p.sortBy == 0 {
		return p.sortedCountries()
	}
	type key struct {
		atlas   *model.Atlas
		feature model.Feature
	}
	return pane.Memoize(p.look, key{p.atlas, p.sortBy}, func() []*model.Country {
		countries := slices.Collect(p.atlas.Countries())
		rows.SortBy(countries, rows.SortKey{Feature: p.sortBy}, p.look.Localizer.Lang(), func(c *model.Country) *model.Country { return c })
		return countries
	})
}

// groupedRows returns the rows of the list without a query. With a filter they stand in
// groups, else the user's own countries come first, in the user's order.
func (p *Pane) groupedRows() []countryRow {
	countries := p.orderedCountries()
	if p.filter.inForce() {
		rows, _ := p.groupByVerdict(rowsOf(countries))
		return rows
	}
	var own, others []countryRow
	for _, r := range rowsOf(countries) {
		if slices.Contains(p.mine, r.country.ISO2()) {
			own = append(own, r)
		} else {
			others = append(others, r)
		}
	}
	if len(own) == 0 {
		return others
	}
	if p.sortBy == 0 {
		slices.SortFunc(own, func(x, y countryRow) int {
			return cmp.Compare(slices.Index(p.mine, x.country.ISO2()), slices.Index(p.mine, y.country.ISO2()))
		})
	}
	return slices.Concat([]countryRow{{heading: mineHeading, count: int32(len(own))}}, own, []countryRow{{heading: othersHeading, count: int32(len(others))}}, others)
}

// lists reports whether the list has a country with the verdict on c.
func (f *filter) lists(c *model.Country) bool {
	return f.failing || f.verdicts[c] >= query.Conditional
}

// groupByVerdict groups rows by the verdict of the filter, which is in force: those of
// countries that meet it, then, below headings, those that meet it with a condition, and
// those that do not, if they are to be listed. hidden lists the others. Within a group
// the rows keep their order.
func (p *Pane) groupByVerdict(rows []countryRow) (grouped []countryRow, hidden []*model.Country) {
	var groups [query.Meets + 1][]countryRow
	for _, r := range rows {
		v := p.filter.verdicts[r.country]
		if !p.filter.lists(r.country) {
			hidden = append(hidden, r.country)
			continue
		}
		r.dim = v < query.Conditional
		groups[v] = append(groups[v], r)
	}
	grouped = groups[query.Meets]
	headings := [...]heading{query.Fails: failsHeading, query.NotRead: unreadHeading, query.Conditional: conditionHeading}
	for _, v := range []query.Verdict{query.Conditional, query.NotRead, query.Fails} {
		if len(groups[v]) > 0 {
			grouped = append(append(grouped, countryRow{heading: headings[v], count: int32(len(groups[v]))}), groups[v]...)
		}
	}
	return grouped, hidden
}

// searchRows returns the rows for a query, the best hit first, and the country of the
// best one in the list. A heading stands above guesses, and above the hits for a place
// that the atlas does not list; unlistedPlace names that place.
func (p *Pane) searchRows(text string) (rows []countryRow, best *model.Country) {
	r := p.edition.Index().Query(text, p.look.Localizer.Lang())
	if r.Unlisted.ISO2 != "" {
		p.unlistedPlace = r.Unlisted.Names.In(p.look.Localizer.Lang())
	}
	hits := make([]countryRow, len(r.Hits))
	for i := range r.Hits {
		hits[i] = countryRow{country: r.Hits[i].Country, hit: &r.Hits[i]}
		if best == nil && (!p.filter.inForce() || p.filter.lists(r.Hits[i].Country)) {
			best = r.Hits[i].Country
		}
	}
	if len(hits) > 0 && (p.unlistedPlace != "" || r.Hits[0].IsGuess()) {
		rows = append(rows, countryRow{heading: guessHeading})
	}
	if !p.filter.inForce() {
		return append(rows, hits...), best
	}
	listed, hidden := p.groupByVerdict(hits)
	p.filter.hidden = hidden
	if len(listed) == 0 {
		return nil, nil
	}
	rows = append(rows, listed...)
	if len(hidden) > 0 {
		rows = append(rows, countryRow{heading: hiddenHeading, count: int32(len(hidden))})
	}
	return rows, best
}
