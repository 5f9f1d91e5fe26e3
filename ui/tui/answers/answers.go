// Package answers is the pane with the answers of one country, grouped by
// service. Its cursor stands on a service or on an answer, which the info pane
// explains:
//
//	 United States  US  +1                       the country
//	 Audio Conferencing                          a service
//	>✓ Purchase                     Available    an answer: mark, name, state
//	    Next step: Buy and assign ...            the lines under it
package answers

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Pane shows the answers of a country. Make one with [New].
type Pane struct {
	edition model.EditionInfo
	age     model.Age         // of the edition, to be shown; unknown for none
	before  *model.Comparison // with the edition before; nil for none

	look    *pane.Look
	keys    *answersKeys
	country *model.Country
	focused bool
	h       int // of the pane: the verdict and the answers

	verdict *filterVerdict // nil for none

	pane.List[model.Topic]
}

// New returns a pane for countries of an edition, compared with the edition before; before
// may be nil. It shows no country yet.
func New(edition model.EditionInfo, before *model.Comparison) *Pane {
	p := &Pane{edition: edition, before: before}
	p.Select(model.Topic{Service: model.AudioConferencing})
	return p
}

// SetEdition prepares for the countries of another edition. Marks show how they differ
// from the edition before; before may be nil. Call [Pane.ShowCountry] next.
func (p *Pane) SetEdition(edition model.EditionInfo, before *model.Comparison) {
	p.edition, p.before = edition, before
}

// SetAge shows the age of the edition beside its date; an unknown one is not shown.
func (p *Pane) SetAge(age model.Age) {
	if age != p.age {
		p.age = age
		p.layoutAnswers()
		p.Reveal()
	}
}

// ShowCountry shows the answers of c; c may be nil. The cursor stays on its topic.
func (p *Pane) ShowCountry(c *model.Country) {
	p.country = c
	p.layoutAnswers()
	p.Top = 0
	p.revealService()
}

// Topic returns the topic under the cursor.
func (p *Pane) Topic() model.Topic { return p.Selected() }

// SelectService moves the cursor to the heading of a service,
// and scrolls so that its answers are in view.
func (p *Pane) SelectService(s model.Service) {
	p.Select(model.Topic{Service: s})
	p.revealService()
}

// revealService scrolls so that the cursor is in view; if it stands on the heading of
// a service, together with the service's answers.
func (p *Pane) revealService() { p.RevealGroup(len(p.Topic().Service.Features())) }

// PreviousService returns the service under the cursor if the cursor stands on one of
// its answers, else the service before it, or the first.
func (p *Pane) PreviousService() model.Service {
	t := p.Topic()
	if t.Feature != 0 {
		return t.Feature.Service()
	}
	return max(t.Service-1, model.Services()[0])
}

// NextService returns the service after that of the cursor, or the last.
func (p *Pane) NextService() model.Service {
	t, all := p.Topic(), model.Services()
	return min(max(t.Service, t.Feature.Service())+1, all[len(all)-1])
}

// SetLook lays out the answers anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look, p.keys = look, newAnswersKeys(look)
	p.List.SetLook(look)
	p.layoutVerdict()
	p.layoutAnswers()
	p.Reveal()
}

// Resize sets the size of the body, in cells. Another width or another amount of
// room lays out the answers anew.
func (p *Pane) Resize(w, h int) {
	tight, roomy := p.tight(), p.roomy()
	widthChanged := w != p.W
	p.W, p.h = w, h
	p.layoutVerdict()
	if widthChanged || p.tight() != tight || p.roomy() != roomy {
		p.layoutAnswers()
	}
	p.Reveal()
}

// tight reports whether the pane is too low for blank lines, roomy whether it is
// high enough for answers that take their usual rows everywhere.
func (p *Pane) tight() bool { return p.h < 12 }
func (p *Pane) roomy() bool { return p.h >= 36 }

// Title returns the name of the pane. While the heading is scrolled out of view it
// names the country, and the date of its page where there is room.
func (p *Pane) Title() string {
	loc := p.look.Localizer
	if p.country == nil || p.Top == 0 {
		return loc.Text("ui.answers")
	}
	title, date := loc.Text("ui.answers")+" "+p.country.Name(loc.Lang()), loc.PageDate(p.country)
	if text.Width(title)+2+text.Width(date)+2 > p.W {
		return title
	}
	return text.Justify(title, date, p.W-2)
}

// HandleKey moves the cursor or the focus.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case key.Matches(msg, p.keys.open):
		return pane.FocusNext{}
	case key.Matches(msg, p.keys.back):
		return pane.FocusPrevious{}
	case p.MoveCursor(msg):
		return pane.TopicSelected{}
	}
	return nil
}

// Keys returns the bindings of the pane.
func (p *Pane) Keys() []key.Binding {
	return append([]key.Binding{p.keys.open, p.keys.back}, p.List.Keys()...)
}

// SetFocused gives the focus to the pane, or takes it away. With the focus, its selected
// row has a background, and the next steps are links. The addresses of links are most of
// the bytes of a country, and users see many countries as they move through the list.
func (p *Pane) SetFocused(on bool) {
	if on == p.focused {
		return
	}
	p.focused = on
	p.layoutAnswers()
}
