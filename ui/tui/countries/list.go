package countries

import (
	"strings"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// refreshRows fills the list with the hits of the query, or with every country, as far
// as they meet the filter. The cursor moves to keep; if keep is not in the list, to the
// best hit, or to the first country.
func (p *Pane) refreshRows(keep *model.Country) {
	p.unlistedPlace = ""
	if p.filter != nil {
		p.filter.hidden = nil
	}
	best := (*model.Country)(nil)
	switch query := p.query(); {
	case strings.TrimSpace(query) != "":
		var rows []countryRow
		rows, best = p.searchRows(query)
		p.rowTable = newRowTable(rows)
	case p.isPlain():
		p.rowTable = p.allRows()
	default:
		p.rowTable = newRowTable(p.groupedRows())
	}
	p.cursor = p.rowOf(keep)
	if p.cursor < 0 {
		p.cursor = p.rowOf(best)
	}
	for i := 0; i < len(p.rows) && p.cursor < 0; i++ {
		if p.rows[i].country != nil {
			p.cursor = i
		}
	}
	p.top = 0
	p.reveal()
}

// rowOf returns the index of the row of a country, or -1. c may be nil.
func (p *Pane) rowOf(c *model.Country) int {
	for i, r := range p.rows {
		if c != nil && r.country == c {
			return i
		}
	}
	return -1
}

// SetEdition shows the countries of another edition of the library. The query, the
// filter and the marks stay, and the cursor stays on its country if the edition has it.
func (p *Pane) SetEdition(e *library.Edition) {
	atlas := e.Atlas()
	at := atlas.Counterpart(p.Country())
	p.edition, p.atlas = e, atlas
	p.renewFilter()
	p.refreshRows(at)
}

// SelectCountry clears the query and moves the cursor to c. If c does not meet the
// filter, the list shows those that fail, too.
func (p *Pane) SelectCountry(c *model.Country) {
	p.input = pane.TextField{}
	p.SetTyping(false)
	if p.filter.inForce() && !p.filter.lists(c) {
		p.filter.failing = true
	}
	p.refreshRows(c)
}

// moveCursor moves the cursor to row to, or to the next country in a direction, +1 or
// -1, if that row is a heading; where there is none, to the next one in the other.
func (p *Pane) moveCursor(to, direction int) pane.Intent {
	if p.cursor < 0 {
		return nil
	}
	to = text.Clamp(to, 0, len(p.rows)-1)
	for i := to; ; i += direction {
		if i < 0 || i >= len(p.rows) {
			i, direction = to, -direction
		}
		if p.rows[i].country != nil {
			to = i
			break
		}
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

// listHeight returns the height of the list under the search box and all that stands
// between them.
func (p *Pane) listHeight() int { return max(p.h-p.headHeight(), 0) }

// reveal scrolls so that the cursor is in view and no line stays empty that could
// show a row. A cursor that leaves the view moves to its middle: the rows after it
// are seen, and the list is not drawn anew at every step.
func (p *Pane) reveal() {
	h := p.listHeight()
	if at := max(p.cursor, 0); at < p.top || at >= p.top+h {
		p.top = at - h/2
	}
	if p.cursor > 0 && p.cursor < h && p.onlyHeadingsAbove(p.cursor) {
		p.top = 0 // keep the headings in view above the first country
	}
	p.top = text.Clamp(p.top, 0, max(len(p.rows)-h, 0))
}

// onlyHeadingsAbove reports whether no country stands above row i.
func (p *Pane) onlyHeadingsAbove(i int) bool {
	for _, r := range p.rows[:i] {
		if r.country != nil {
			return false
		}
	}
	return true
}
