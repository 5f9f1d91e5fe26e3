// Package compare is the overlay that shows some countries side by side: answers down,
// countries across. Answers that differ are marked. Its cursor stands on an answer,
// which the lines at the bottom explain.
//
//	                         Japan           Taiwan
//	 Calling Plans
//	>*Purchase              [& Via partner ] ✗ Not available
//	  Premium-rate calls     - Not ...       - Not applicable
package compare

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
	"voxatlas/ui/tui/pane"
)

// Pane is the comparison. Make one with [New].
type Pane struct {
	isMarked  func(*model.Country) bool
	atlas     *model.Atlas
	countries []*model.Country // a column each
	ofMarked  bool             // they are the marked ones
	hidesSame bool             // answers that are the same everywhere are left out
	only      []model.Feature  // the answers that are shown; nil for all

	look    *pane.Look
	keys    *compareKeys
	answers *rows.Answers
	differ  []model.Feature // to which the countries have different answers
	unequal []model.Feature // these, and those with an answer that could not be read
	list    []model.Topic   // a topic per row; the zero Topic is a hint
	at      cellPlace       // of the cursor
	h       int

	pane.Grid
}

// cellPlace is the answer of a country to a feature.
type cellPlace struct {
	country *model.Country
	feature model.Feature
}

type compareKeys struct {
	*pane.ViewKeys
	hide, show key.Binding
}

// maxFiltered is the largest number of countries of a filter that are compared.
const maxFiltered = 6

// New compares the countries of a selection: the marked ones; a single one with that
// under the cursor; without marks the first that meet the filter, else the one under the
// cursor. isMarked tells which countries are marked now.
func New(s pane.Selection, isMarked func(*model.Country) bool) *Pane {
	p := &Pane{isMarked: isMarked, atlas: s.Atlas, at: cellPlace{s.At, s.Feature}}
	marked := slices.Clone(s.Marked)
	if len(marked) == 1 && s.At != nil && s.At != marked[0] {
		marked = append(marked, s.At)
	}
	switch {
	case len(marked) > 1 || len(marked) == 1 && s.Filter == "":
		p.countries, p.ofMarked = marked, true
	case s.Filter != "":
		p.countries = slices.Concat(s.Meets, s.Depends)
		p.countries = p.countries[:min(len(p.countries), maxFiltered)]
	case s.At != nil:
		p.countries = []*model.Country{s.At}
	}
	if len(p.countries) < 2 {
		p.at.feature = 0 // at the top, below the hint
	}
	return p
}

// SetSelection compares the same countries in another edition, as far as it has them.
func (p *Pane) SetSelection(s pane.Selection) {
	var list []*model.Country
	for _, c := range p.countries {
		if now := s.Atlas.Counterpart(c); now != nil {
			list = append(list, now)
		}
	}
	p.atlas, p.countries, p.at.country = s.Atlas, list, s.Atlas.Counterpart(p.at.country)
	p.layoutAnswers()
}

// SetLook lays out the comparison anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look, p.keys = look, bindKeys(look)
	p.Grid.SetLook(look)
	p.layoutAnswers()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	p.h = h
	p.Grid.Resize(w, h)
	p.layoutAnswers()
}

func bindKeys(look *pane.Look) *compareKeys {
	type compareKeysID struct{}
	return pane.Memoize(look, compareKeysID{}, func() *compareKeys {
		return &compareKeys{pane.NewViewKeys(look), look.Bind("hide_same", "="), look.Bind("show_same", "=")}
	})
}

// Current returns the country and the answer under the cursor; nil for none.
func (p *Pane) Current() (*model.Country, model.Feature) { return p.at.country, p.at.feature }

// ShownCountries returns the countries that are compared; nil for fewer than two.
func (p *Pane) ShownCountries() []*model.Country {
	if len(p.countries) < 2 {
		return nil
	}
	return p.countries
}

// Command returns the command that prints the comparison, or the answers of the one
// country that there is; without one, the list.
func (p *Pane) Command() commandline.Command {
	switch len(p.countries) {
	case 0:
		return commandline.Command{Name: commandline.List}
	case 1:
		return commandline.Command{Name: commandline.Show, Countries: p.countries}
	}
	return commandline.Command{Name: commandline.Compare, Countries: p.countries, Diff: p.hidesSame, Only: p.only}
}

// ShowOnly shows some answers; all for none.
func (p *Pane) ShowOnly(features []model.Feature) {
	p.only = features
	p.layoutAnswers()
}

// HideSame says whether answers that are the same everywhere are left out.
func (p *Pane) HideSame(hide bool) {
	p.hidesSame = hide
	p.layoutAnswers()
}

// HandleKey searches, moves the cursor, hides answers that are the same everywhere, marks
// a country, opens it, or closes the comparison.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch k := p.keys; {
	case p.HandleFindKey(msg):
	case key.Matches(msg, k.Closing):
		return pane.CloseOverlay{}
	case key.Matches(msg, k.hide) && len(p.countries) > 1:
		p.hidesSame = !p.hidesSame
		p.layoutAnswers()
		return nil
	case p.at.country == nil:
	case key.Matches(msg, k.Open):
		return pane.OpenCountry{Country: p.at.country, Feature: p.at.feature}
	case key.Matches(msg, k.Mark):
		return p.toggleMark()
	case k.MoveService(msg, p.at.feature.Service(), p.moveToService):
	default:
		p.MoveCursor(msg)
	}
	p.rememberCursor()
	return nil
}

// Paste inserts text into the search.
func (p *Pane) Paste(s string) pane.Intent {
	p.Grid.Paste(s)
	p.rememberCursor()
	return nil
}

// rememberCursor keeps the place of the cursor for another layout.
func (p *Pane) rememberCursor() {
	if row := p.Row(); row >= 0 {
		p.at.feature = p.list[row].Feature
	}
	if column := p.Column(); column >= 0 {
		p.at.country = p.countries[column]
	}
}

// moveToService moves the cursor to the first answer of a service that is listed, and
// reports whether there is one.
func (p *Pane) moveToService(s model.Service) bool {
	row := slices.IndexFunc(p.list, func(t model.Topic) bool { return t.Feature.Service() == s })
	if row >= 0 {
		p.MoveTo(row, p.Column())
	}
	return row >= 0
}

// toggleMark marks the country under the cursor, or takes its mark away. If the marked
// countries are compared, it leaves the comparison then.
func (p *Pane) toggleMark() pane.Intent {
	c := p.at.country
	if p.ofMarked && p.isMarked(c) {
		i := p.Column()
		p.countries = slices.Delete(slices.Clone(p.countries), i, i+1)
		p.at.country = nil
		if len(p.countries) > 0 {
			p.at.country = p.countries[min(i, len(p.countries)-1)]
		}
		p.layoutAnswers()
	}
	return pane.MarkToggled{Country: c}
}

// Title returns the name of the comparison, the number of countries, and that of the
// answers that are left out.
func (p *Pane) Title() string {
	loc := p.look.Localizer
	title := loc.Count("ui.compared", len(p.countries))
	if p.hidesSame {
		title += "  " + loc.Count("ui.same_hidden", len(slices.DeleteFunc(p.wanted(), p.isUnequal)))
	}
	return title
}

// Link returns none: the cells are answers.
func (p *Pane) Link() string { return "" }

// Keys returns the bindings of the comparison.
func (p *Pane) Keys() []key.Binding {
	hide := p.keys.hide
	if p.hidesSame {
		hide = p.keys.show
	}
	hide.SetEnabled(len(p.countries) > 1)
	return p.keys.Bindings(&p.Grid, hide)
}
