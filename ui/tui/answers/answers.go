// Package answers is the pane with the answers of one country, grouped by
// service. Its cursor stands on a service or on an answer: what the info pane
// explains.
package answers

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Pane is the answers of a country. Make one with [New].
type Pane struct {
	edition model.Edition
	before  *model.Atlas // the edition before, whose answers are compared; or nil

	look    *pane.Look
	keys    *answersKeys
	country *model.Country
	focused bool

	pane.List[model.Topic] // over the answers as they are laid out now
}

// New is the pane for countries of an edition; it shows none yet.
func New(edition model.Edition) *Pane {
	p := &Pane{edition: edition}
	p.Select(model.Topic{Service: model.AudioConferencing})
	return p
}

// SetEdition is for countries of another edition from now on, compared with the one
// before it; [Pane.Show] has to follow.
func (p *Pane) SetEdition(edition model.Edition, before *model.Atlas) {
	p.edition, p.before = edition, before
}

// CompareWith marks the answers that are not as in the edition before, which may be
// nil.
func (p *Pane) CompareWith(before *model.Atlas) {
	p.before = before
	p.layoutAnswers()
	p.Reveal()
}

// ShowCountry shows the answers of c, or of no country. The cursor stays on its topic.
func (p *Pane) ShowCountry(c *model.Country) {
	p.country = c
	p.layoutAnswers()
	p.Top = 0
	p.Reveal()
}

// Topic is the topic under the cursor.
func (p *Pane) Topic() model.Topic { return p.Selected() }

// SetLook lays the answers out anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look, p.keys = look, newAnswersKeys(look)
	p.List.SetLook(look)
	p.layoutAnswers()
	p.Reveal()
}

// Resize sets the size of the pane.
func (p *Pane) Resize(w, h int) {
	tight, roomy := p.tight(), p.roomy()
	again := w != p.W
	p.W, p.H = w, h
	if again || p.tight() != tight || p.roomy() != roomy {
		p.layoutAnswers()
	}
	p.Reveal()
}

// tight reports whether the pane is too low for blank lines, roomy whether it is
// high enough for answers that take their usual rows everywhere.
func (p *Pane) tight() bool { return p.H < 12 }
func (p *Pane) roomy() bool { return p.H >= 36 }

// Title is the pane's name and, once the head is scrolled out of view, the
// country's, with the date of its page where there is room.
func (p *Pane) Title() string {
	loc := p.look.Localizer
	if p.country == nil || p.Top == 0 {
		return loc.Text("ui.answers")
	}
	title, date := loc.Text("ui.answers")+" "+p.country.Name(loc.Lang()), loc.Text("ui.page_date", "date", p.country.Page().Date)
	if text.Width(title)+2+text.Width(date)+2 > p.W {
		return title
	}
	return text.Between(title, date, p.W-2)
}

// HandleKey handles a key press.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case key.Matches(msg, p.keys.open):
		return pane.FocusNext{}
	case key.Matches(msg, p.keys.back):
		return pane.FocusPrevious{}
	case p.List.MoveCursor(msg):
		return pane.TopicSelected{}
	}
	return nil
}

// Keys are the bindings of the pane.
func (p *Pane) Keys() []key.Binding {
	return append([]key.Binding{p.keys.open, p.keys.back}, p.List.Keys()...)
}

// View is the part of the answers around the cursor.
func (p *Pane) View() []string { return p.List.View(p.look.Theme, p.focused) }

// SetFocused tells the pane whether keys go to it.
func (p *Pane) SetFocused(on bool) { p.focused = on }
