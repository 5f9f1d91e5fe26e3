// Package countries is the pane with the list of countries and regions, and the search
// box and the filter above it:
//
//	/ taiwan                    the search box
//	Filter cp !tollfree 31 + 4  the filter, while there is one, and how many meet it
//	 Toll numbers, sorted       the answer that is shown for every country, if one is
//	>✓ Denmark            ◉ DK  a country, its answer, the mark of a marked one
//	-- With conditions (4) ---  a rule above the countries that meet it with a condition
//	 ✓ Japan                JP
//
// It has three modes. In the search box, letters go into the query, and the list shows
// its hits, the best first. In the filter line, they go into an expression of package
// query, and the list shows the countries that meet it. While browsing, letters are
// commands. Query and filter stay when the user starts browsing, and work together.
//
// The rows follow from all of them, and from the order, in rows.go alone.
package countries

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Pane is the list of countries and its search box. Make one with [New].
type Pane struct {
	library *library.Library
	edition *library.Edition
	atlas   *model.Atlas

	look   *pane.Look
	keys   *searchListKeys
	w, h   int
	input  pane.TextField
	typing bool

	*rowTable            // the list shown now
	cursor        int    // index of a row with a country; -1 when there is none
	top           int    // first row in view
	unlistedPlace string // the name of a place in the query that the atlas does not list

	filter *filter          // nil for none
	marked []*model.Country // of any edition, in the order of marking
	mine   []string         // ISO codes of the user's own
	remote bool             // nothing of the user's own is kept

	feature model.Feature   // of the answer under the cursor of the answers
	fixed   []model.Feature // the answers that are always shown for every country
	column  bool            // the list shows that answer of every country
	sortBy  model.Feature   // the answer that the list is sorted by; 0 for names
}

// rowTable holds the rows of a list, and each row as it is drawn without the
// cursor. Several panes may share one.
type rowTable struct {
	rows  []countryRow
	drawn text.DrawnLines

	countries   int // in the rows
	conditional int // of these, under the heading of those that meet the filter with a condition
}

func newRowTable(rows []countryRow) *rowTable {
	t := &rowTable{rows: rows, drawn: text.NewDrawnLines(len(rows))}
	for _, r := range rows {
		switch {
		case r.country != nil:
			t.countries++
		case r.heading == conditionHeading:
			t.conditional = int(r.count)
		}
	}
	return t
}

// countryRow is a row of the list: a hit of the query, or a country of the full
// list. A row without a country is a heading.
type countryRow struct {
	country *model.Country
	hit     *search.Hit // nil when there is no query
	heading heading
	dim     bool  // the country does not meet the filter
	count   int32 // of the countries under the heading
}

// New returns the list of the countries of an edition of a library. The cursor stands
// on the country at, or on the first one if at is nil. remote says that no countries of
// the user's own are kept.
func New(lib *library.Library, e *library.Edition, at *model.Country, remote bool) *Pane {
	p := &Pane{library: lib, edition: e, atlas: e.Atlas(), remote: remote, feature: model.ConferencingPurchase, typing: true, cursor: -1, rowTable: &rowTable{}}
	if at != nil {
		p.rowTable = newRowTable([]countryRow{{country: at}})
		p.cursor = 0
	}
	return p
}

// query returns the typed text.
func (p *Pane) query() string { return p.input.Text() }

// SetLook sorts the list in the order of the language and draws it anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.keys = newSearchListKeys(look)
	p.layoutBelow()
	p.refreshRows(p.Country())
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	widthChanged := w != p.w
	p.w, p.h = w, h
	p.layoutBelow()
	switch {
	case widthChanged && p.query() == "" && p.isPlain():
		p.rowTable = p.allRows()
	case widthChanged:
		p.rowTable = newRowTable(p.rows)
	}
	p.reveal()
}

// Country returns the country under the cursor, or nil.
func (p *Pane) Country() *model.Country {
	if p.cursor < 0 || p.cursor >= len(p.rows) {
		return nil
	}
	return p.rows[p.cursor].country
}

// Typing reports whether letters go into the query, or into the filter line.
func (p *Pane) Typing() bool { return p.typing }

// SetTyping switches between typing and browsing. Text that is typed then replaces
// the query from before.
func (p *Pane) SetTyping(on bool) {
	if on && (!p.typing || p.TypesFilter()) {
		p.input.Select()
	}
	p.typing = on
	if p.TypesFilter() {
		p.filter.typing = false
		p.propose()
		p.reveal()
	}
}

// Query returns the typed text.
func (p *Pane) Query() string { return strings.TrimSpace(p.query()) }

// Searches reports whether the list shows hits of a query.
func (p *Pane) Searches() bool { return p.query() != "" }

// HandleKey handles a key press of the current mode.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case p.TypesFilter():
		return p.handleFilterKey(msg)
	case p.typing:
		return p.handleTypingKey(msg)
	}
	switch k := p.keys; {
	case key.Matches(msg, k.first):
		return p.moveCursor(0, +1)
	case key.Matches(msg, k.last):
		return p.moveCursor(len(p.rows)-1, -1)
	case key.Matches(msg, k.browseOpen):
		return pane.FocusNext{}
	case key.Matches(msg, k.halfUp):
		return p.moveCursor(p.cursor-max(p.listHeight()/2, 1), -1)
	case key.Matches(msg, k.halfDown):
		return p.moveCursor(p.cursor+max(p.listHeight()/2, 1), +1)
	case key.Matches(msg, k.clearSearch) && p.query() == "" && p.filter != nil:
		return p.dropFilter()
	case key.Matches(msg, k.clearSearch):
		return p.clearQuery()
	case key.Matches(msg, k.mark) && p.cursor >= 0:
		p.ToggleMark(p.Country())
		return nil
	default:
		intent, _ := p.moveByKey(msg, k.browseUp, k.browseDown)
		return intent
	}
}

// moveByKey moves the cursor by a row or a page. It reports whether msg is a key
// for that.
func (p *Pane) moveByKey(msg tea.KeyPressMsg, up, down key.Binding) (intent pane.Intent, done bool) {
	switch {
	case key.Matches(msg, up):
		return p.moveCursor(p.cursor-1, -1), true
	case key.Matches(msg, down):
		return p.moveCursor(p.cursor+1, +1), true
	case key.Matches(msg, p.keys.pageUp):
		return p.moveCursor(p.cursor-p.pageSize(), -1), true
	case key.Matches(msg, p.keys.pageDown):
		return p.moveCursor(p.cursor+p.pageSize(), +1), true
	}
	return nil, false
}

// handleTypingKey handles a key press in the search box.
func (p *Pane) handleTypingKey(msg tea.KeyPressMsg) pane.Intent {
	if intent, done := p.moveByKey(msg, p.keys.up, p.keys.down); done {
		return intent
	}
	switch {
	case key.Matches(msg, p.keys.open):
		return pane.FocusNext{}
	case key.Matches(msg, p.keys.clear):
		if p.query() == "" {
			p.typing = false
			return nil
		}
		return p.clearQuery()
	}
	if msg.Text != "" {
		return p.Paste(msg.Text)
	}
	return p.changeQuery(func(f *pane.TextField) { f.Edit(msg.String()) })
}

// clearQuery shows every country. The cursor stays on its country.
func (p *Pane) clearQuery() pane.Intent {
	p.input = pane.TextField{}
	return p.listAnew(p.Country())
}

// Paste inserts text into the filter line while that is typed, else into the query at
// the cursor, or instead of the query from before browsing, and starts typing. Line ends
// and tabs become blanks; characters that must not reach a terminal are dropped.
func (p *Pane) Paste(text string) pane.Intent {
	if p.TypesFilter() {
		return p.insertInFilter(text)
	}
	p.SetTyping(true)
	if text = pane.CleanText(text); text == "" {
		return nil
	}
	return p.changeQuery(func(f *pane.TextField) { f.Insert(text) })
}

// changeQuery searches if change changes the query. A blank query is none: so a blank
// that is typed into an empty box changes nothing.
func (p *Pane) changeQuery(change func(*pane.TextField)) pane.Intent {
	before := p.query()
	change(&p.input)
	if strings.TrimSpace(p.query()) == "" {
		p.input = pane.TextField{}
	}
	if p.query() == before {
		return nil
	}
	return p.listAnew(nil)
}

// listAnew lists the hits of the query and the countries that meet the filter. The
// cursor stays on the country keep, if that is listed. The intent reports another country
// under the cursor, or perhaps another verdict on it.
func (p *Pane) listAnew(keep *model.Country) pane.Intent {
	before := p.Country()
	p.refreshRows(keep)
	if p.Country() == before && p.filter == nil {
		return nil
	}
	return pane.CountrySelected{Country: p.Country()}
}
