// Package changes is the overlay that lists the changes between an edition and
// the one before it: every change of every country, gains before losses. Its
// cursor stands on a change; enter opens the country there.
package changes

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/pane"
)

// Pane is the list of changes of an edition. Make one with [New].
type Pane struct {
	before   *model.Comparison // nil for the oldest edition
	atlas    *model.Atlas
	from, to *library.Edition
	mine     []string         // codes of the user's own countries, which stand first
	only     []*model.Country // those whose changes are listed; nil for all
	where    string           // the expression that chose them, as a shell has it; "" for none

	look          *pane.Look
	open, closing key.Binding

	pane.List[changeRef]
}

// changeRef identifies a change.
type changeRef struct {
	country *model.Country // of the later edition that has it
	field   model.Field
}

// New returns the changes from the edition before to, in the library, to it. It
// opens both. The cursor stands on the first change of the country at, if it has
// changed; at may be nil. The countries with the codes mine stand first.
func New(lib *library.Library, to *library.Edition, at *model.Country, mine []string) *Pane {
	p := &Pane{from: lib.Before(to), to: to, atlas: to.Atlas(), mine: mine}
	if p.from == nil {
		return p
	}
	p.before = lib.Comparison(to)
	for f := range p.before.Difference(at).Fields.All() {
		p.Select(changeRef{at, f})
		break
	}
	return p
}

// SetLook lays out the list anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.open = look.Bind("open_country", "enter", "l", "right")
	p.closing = look.Bind("close_list", "esc", "q")
	p.List.SetLook(look)
	p.layoutChanges()
	p.Reveal()
}

// ShowOnly lists the changes of some countries alone.
func (p *Pane) ShowOnly(countries []*model.Country) { p.only = countries }

// ShowMeeting lists the changes of the countries that meet an expression, which is given as a shell
// has it.
func (p *Pane) ShowMeeting(where string, countries []*model.Country) {
	p.where, p.only = where, countries
	p.layoutChanges()
	p.Reveal()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) { p.List.Resize(w, h, p.layoutChanges) }

// HandleKey searches, moves the cursor, opens the country of a change, or closes the list.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case p.HandleFindKey(msg):
		return nil
	case key.Matches(msg, p.open):
		if at := p.Selected(); p.atlas.Counterpart(at.country) == at.country && at.country != nil {
			return pane.OpenCountry{Country: at.country, Feature: p.changedFeature(at)}
		}
		return nil // nothing, or a country that the edition no longer has
	case key.Matches(msg, p.closing):
		return pane.CloseOverlay{}
	}
	p.MoveCursor(msg)
	return nil
}

// changedFeature returns the answer that changed. If conditions changed, it returns the
// first answer that they limit. It returns 0 for a change of no answer.
func (p *Pane) changedFeature(at changeRef) model.Feature {
	was := p.before.Was(at.country)
	if at.field != model.FieldConditions || was == nil {
		return at.field.Feature()
	}
	for _, use := range append(at.country.ConditionUsesNotIn(was), was.ConditionUsesNotIn(at.country)...) {
		return use.Features.At(0)
	}
	return 0
}

// Command returns the command that prints the changes.
func (p *Pane) Command() commandline.Command {
	c := commandline.Command{Name: commandline.Changes, Where: p.where}
	if p.where == "" {
		c.Countries = p.only
	}
	if p.from != nil {
		c.From, c.To = p.from, p.to
	}
	return c
}

// Title returns the name of the list with the editions that it compares.
func (p *Pane) Title() string {
	loc := p.look.Localizer
	if p.before == nil {
		return loc.Text("ui.changes")
	}
	return loc.ComparisonTitle(label(loc, p.from), label(loc, p.to))
}

// label names an edition by its date, and says if it is the user's own file.
func label(loc say.Localizer, e *library.Edition) string {
	if e.Own {
		return loc.WithRemark(e.Date, loc.Text("ui.edition_own"))
	}
	return e.Date
}

// View returns the part of the list in view.
func (p *Pane) View() []string { return p.List.View(p.look.Theme, true) }

// Keys returns the bindings of the list.
func (p *Pane) Keys() []key.Binding { return p.OverlayKeys(p.open, p.closing) }
