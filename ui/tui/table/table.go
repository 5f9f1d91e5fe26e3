// Package table is the overlay with the answers of many countries: countries down,
// answers across. Its cursor stands on an answer, which the lines at the bottom explain.
//
//	           Audio Conf.       Phone System     ...
//	           ac  auto  callme  ps  aa  cq  vm   ...
//	 Japan     ✓Y   ✓Y    $C     ✓Y  ✓Y  ✓Y  ✓Y
//	>Korea     ✓Y  [✓Y ]  $C     ✓Y  ✓Y  ✓Y  ✓Y
package table

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
	"voxatlas/ui/tui/pane"
)

// Pane is the table. Make one with [New].
type Pane struct {
	selection pane.Selection
	isMarked  func(*model.Country) bool

	look  *pane.Look
	keys  *tableKeys
	order rows.SortKey
	list  []*model.Country // a country per row; nil for the rule above those that depend

	only, features []model.Feature // the answers that were asked for, nil for all; a column each
	ofMarked       bool            // it is about the marked countries, also if there is only one

	pane.Grid
}

type tableKeys struct {
	*pane.ViewKeys
	sort, unsort key.Binding
}

// New returns the table of a selection in its order: of the marked countries, if there
// are at least two, else of those that meet the filter, else of all. isMarked tells which
// countries are marked now.
func New(s pane.Selection, isMarked func(*model.Country) bool) *Pane {
	return &Pane{selection: s, isMarked: isMarked, order: s.Sort, features: model.Features()}
}

// SetSelection shows another selection, as that of another edition. The order stays, and
// the cursor stays on its country and answer.
func (p *Pane) SetSelection(s pane.Selection) {
	s.At, s.Feature = s.Atlas.Counterpart(p.country()), p.feature()
	p.selection = s
	p.layoutTable()
}

// SetLook lays out the table anew.
func (p *Pane) SetLook(look *pane.Look) {
	if p.look != nil {
		p.selection.At, p.selection.Feature = p.country(), p.feature()
	}
	p.look, p.keys = look, bindKeys(look)
	p.Grid.SetLook(look)
	p.layoutTable()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	p.Grid.Resize(w, h)
	p.selection.At, p.selection.Feature = p.country(), p.feature()
	p.layoutTable()
}

func bindKeys(look *pane.Look) *tableKeys {
	type tableKeysID struct{}
	return pane.Memoize(look, tableKeysID{}, func() *tableKeys {
		return &tableKeys{pane.NewViewKeys(look), look.Bind("sort_column", "s"), look.Bind("sort_names", "s")}
	})
}

// country returns the country under the cursor, or nil.
func (p *Pane) country() *model.Country {
	if p.Row() < 0 {
		return p.selection.At
	}
	return p.list[p.Row()]
}

// feature returns the answer under the cursor.
func (p *Pane) feature() model.Feature { return p.features[min(p.Column(), len(p.features)-1)] }

// Current returns the country and the answer under the cursor; nil for none.
func (p *Pane) Current() (*model.Country, model.Feature) { return p.country(), p.feature() }

// Command returns the command that prints the table.
func (p *Pane) Command() commandline.Command {
	c := commandline.Command{Name: commandline.Table, Sort: p.order, Only: p.only}
	if p.showsMarked() {
		c.Countries = p.list
	} else {
		c.Where = p.selection.Where
	}
	return c
}

// HandleKey searches, moves the cursor, sorts, marks a country, opens it, or closes the
// table.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch k := p.keys; {
	case p.HandleFindKey(msg):
	case key.Matches(msg, k.Closing):
		return pane.CloseOverlay{}
	case p.country() == nil:
	case key.Matches(msg, k.Open):
		return pane.OpenCountry{Country: p.country(), Feature: p.feature()}
	case key.Matches(msg, k.Mark):
		return pane.MarkToggled{Country: p.country()}
	case key.Matches(msg, k.sort):
		p.toggleSort()
	case k.MoveService(msg, p.feature().Service(), p.moveToService):
	default:
		p.MoveCursor(msg)
	}
	return nil
}

// moveToService moves the cursor to the first answer of a service, and reports whether
// there is one.
func (p *Pane) moveToService(s model.Service) bool {
	i := slices.IndexFunc(p.features, func(f model.Feature) bool { return f.Service() == s })
	if i >= 0 {
		p.MoveTo(p.Row(), i)
	}
	return i >= 0
}

// ShowOnly shows the columns of some answers; all for none.
func (p *Pane) ShowOnly(features []model.Feature) {
	p.only, p.features = features, model.Features()
	if len(features) > 0 {
		p.features = slices.DeleteFunc(p.features, func(f model.Feature) bool { return !slices.Contains(features, f) })
	}
	p.layoutTable()
}

// ShowMarked makes the table one of the marked countries, also if there is only one.
func (p *Pane) ShowMarked() {
	p.ofMarked = true
	p.layoutTable()
}

// SortBy sets the order, and moves the cursor to the top if that is not by name.
func (p *Pane) SortBy(k rows.SortKey) {
	if p.order = k; k.Feature != 0 {
		p.selection.At, p.selection.Feature = nil, k.Feature
	}
	p.layoutTable()
}

// toggleSort sorts by the answer under the cursor, and moves the cursor to the top; or,
// if that is the order, sorts by name again, and the cursor stays on its country.
func (p *Pane) toggleSort() {
	p.selection.At, p.selection.Feature = p.country(), p.feature()
	if by := (rows.SortKey{Feature: p.feature()}); p.order == by {
		p.order = rows.SortKey{}
	} else {
		p.order, p.selection.At = by, nil
	}
	p.layoutTable()
}

// Title returns the name of the table, the number of countries in it, the order, and
// which countries they are.
func (p *Pane) Title() string {
	loc, s := p.look.Localizer, p.selection
	title := loc.Text("ui.table") + " " + p.counts()
	if f := p.order.Feature; f != 0 {
		title += "  " + loc.Text("ui.sorted_by", "answer", loc.ShortTitle(model.Topic{Feature: f}))
	}
	switch {
	case p.showsMarked():
		return title + "  " + loc.Text("ui.marked")
	case s.Filter != "":
		return title + "  " + s.Filter
	}
	return title
}

// Link returns none: the cells are answers.
func (p *Pane) Link() string { return "" }

// Keys returns the bindings of the table.
func (p *Pane) Keys() []key.Binding {
	sort := p.keys.sort
	if p.order.Feature != 0 && p.order.Feature == p.feature() {
		sort = p.keys.unsort
	}
	return p.keys.Bindings(&p.Grid, sort)
}
