// Package info is the pane that explains: what a service or feature is, what it
// takes and what to beware of, and all that the answers pane folds away: every
// city, the links behind the next steps, the destinations of outbound calls. In
// place of the explanation it shows, when asked, what each edition says.
package info

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Pane explains one topic. Make one with [New].
type Pane struct {
	pane.Scroller

	atlas    *model.Atlas
	editions []*library.Edition // the oldest first

	look          *pane.Look
	back          key.Binding
	w, h          int
	otherLanguage bool // speak the other language
	showHistory   bool // show the answer's history
	country       *model.Country
	topic         model.Topic

	text *text.LazyLines // may be shared with other panes
}

// New is the pane for an atlas, one of those editions.
func New(atlas *model.Atlas, editions []*library.Edition) *Pane {
	return &Pane{atlas: atlas, editions: editions, topic: model.Topic{Service: model.AudioConferencing}}
}

// SetAtlas is for another edition from now on; [Pane.Show] has to follow.
func (p *Pane) SetAtlas(atlas *model.Atlas) { p.atlas = atlas }

// ToggleHistory shows what each edition says about the topic, or explains it again.
func (p *Pane) ToggleHistory() {
	p.showHistory = !p.showHistory
	p.Top = 0
	p.layoutTopic()
}

// ShowsHistory reports whether the pane shows history.
func (p *Pane) ShowsHistory() bool { return p.showHistory }

// ShowTopic explains topic, with what it means in c; c may be nil.
func (p *Pane) ShowTopic(c *model.Country, topic model.Topic) {
	if topic != p.topic {
		p.Top = 0
	}
	p.country, p.topic = c, topic
	p.layoutTopic()
}

// ToggleLanguage shows the text in the other language, or in that of the interface
// again.
func (p *Pane) ToggleLanguage() {
	p.otherLanguage = !p.otherLanguage
	p.layoutTopic()
}

// SetLook lays the text out anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look, p.otherLanguage = look, false
	p.back = look.Bind("back", "esc", "h", "left")
	p.Scroller.SetLook(look)
	p.layoutTopic()
}

// Resize sets the size of the pane.
func (p *Pane) Resize(w, h int) {
	p.h = h
	if w != p.w {
		p.w = w
		p.layoutTopic()
	}
	p.Clamp(p.text.Len(), p.h)
}

// Title is the pane's name, and how far one has read where there is more.
func (p *Pane) Title() string {
	title := p.look.Localizer.Text("ui.info")
	if p.showHistory {
		title = p.look.Localizer.Text("ui.history")
	}
	if n := p.text.Len(); n > p.h {
		title += " " + strconv.Itoa(min(p.Top+p.h, n)) + "/" + strconv.Itoa(n)
	}
	return title
}

// View is the part of the text in view.
func (p *Pane) View() []string { return p.text.View(p.Top, p.h) }

// HandleKey handles a key press.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	if key.Matches(msg, p.back) {
		return pane.FocusPrevious{}
	}
	p.Scroll(msg, p.text.Len(), p.h)
	return nil
}

// Keys are the bindings of the pane.
func (p *Pane) Keys() []key.Binding { return append([]key.Binding{p.back}, p.Scroller.Keys()...) }
