package countries

import (
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// refreshRows fills the list with the hits of the query, or with every country.
// The cursor moves to keep, or to the first country if keep is not in the list.
func (p *Pane) refreshRows(keep *model.Country) {
	p.unlistedPlace = ""
	if query := p.query(); strings.TrimSpace(query) == "" {
		p.rowTable = p.allRows()
	} else {
		p.rowTable = newRowTable(p.searchRows(query))
	}
	p.cursor = -1
	for i, r := range p.rows {
		if r.country != nil && (p.cursor < 0 || r.country == keep) {
			p.cursor = i
		}
	}
	p.top = 0
	p.reveal()
}

// SetAtlas shows the countries of another edition; index returns the index that
// searches them. The query stays, and the cursor stays on its country if the
// edition has it.
func (p *Pane) SetAtlas(atlas *model.Atlas, index func() *search.Index) {
	at := atlas.Counterpart(p.Country())
	p.atlas, p.index = atlas, index
	p.refreshRows(at)
}

// SelectCountry clears the query and moves the cursor to c.
func (p *Pane) SelectCountry(c *model.Country) {
	p.input, p.typing = pane.TextField{}, false
	p.refreshRows(c)
}

// allRows returns a row for every country: the list without a query.
func (p *Pane) allRows() *rowTable {
	type key struct {
		atlas *model.Atlas
		w     int
	}
	return pane.Memoize(p.look, key{p.atlas, p.w}, func() *rowTable {
		countries := p.sortedCountries()
		rows := make([]countryRow, len(countries))
		for i, c := range countries {
			rows[i].country = c
		}
		return newRowTable(rows)
	})
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

// searchRows returns the rows for a query, the best hit first. A heading stands
// above guesses, and above the hits for a place that the atlas does not list;
// unlistedPlace names that place.
func (p *Pane) searchRows(query string) []countryRow {
	r := p.index().Query(query, p.look.Localizer.Lang())
	if r.Unlisted.ISO2 != "" {
		p.unlistedPlace = r.Unlisted.Names.In(p.look.Localizer.Lang())
	}
	rows := make([]countryRow, 0, len(r.Hits)+1)
	if len(r.Hits) > 0 && (p.unlistedPlace != "" || r.Hits[0].IsGuess()) {
		rows = append(rows, countryRow{})
	}
	for i := range r.Hits {
		rows = append(rows, countryRow{r.Hits[i].Country, &r.Hits[i]})
	}
	return rows
}

// moveCursor moves the cursor to row to, or to the next row in a direction, +1 or
// -1, if that row is the heading.
func (p *Pane) moveCursor(to, direction int) pane.Intent {
	if p.cursor < 0 {
		return nil
	}
	to = text.Clamp(to, 0, len(p.rows)-1)
	if p.rows[to].country == nil {
		to += direction
	}
	if to < 0 { // the heading is the first row
		to = 1
	}
	if to == p.cursor {
		return nil
	}
	p.cursor = to
	p.reveal()
	return pane.CountrySelected{Country: p.Country()}
}

// pageSize returns the number of rows that a page key moves by.
func (p *Pane) pageSize() int { return max(p.listHeight()-1, 1) }

// listHeight returns the height of the list under the search box.
func (p *Pane) listHeight() int { return max(p.h-1, 0) }

// reveal scrolls so that the cursor is in view and no line stays empty that could
// show a row. A cursor that leaves the view moves to its middle: the rows after it
// are seen, and the list is not drawn anew at every step.
func (p *Pane) reveal() {
	h := p.listHeight()
	if at := max(p.cursor, 0); at < p.top || at >= p.top+h {
		p.top = at - h/2
	}
	if p.cursor == 1 && p.rows[0].country == nil {
		p.top = 0 // keep the heading in view above the first guess
	}
	p.top = text.Clamp(p.top, 0, max(len(p.rows)-h, 0))
}
