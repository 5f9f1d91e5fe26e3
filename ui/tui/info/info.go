// Package info is the pane that explains the topic under the cursor of the
// answers: a service or a feature, its licences and caveats, and the parts of the
// answer that are too long for the answers pane: every city, the links of the next
// steps, the destinations of outbound calls. One key replaces the explanation by
// the history: since when the answer holds, and the answers before it.
package info

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/pane"
)

// Pane explains one topic. Make one with [New].
type Pane struct {
	pane.TextView

	atlas      *model.Atlas
	versionsOf VersionReader

	look          *pane.Look
	back          key.Binding
	w             int
	otherLanguage bool // shows the other language of the look
	showHistory   bool // in place of the explanation
	country       *model.Country
	topic         model.Topic
}

// A VersionReader returns the record of a country in every edition, the oldest first, to be
// asked for the answers to some features alone. It opens no edition.
type VersionReader func(c *model.Country, features ...model.Feature) []model.Version

// New returns the pane for an atlas.
func New(atlas *model.Atlas, versionsOf VersionReader) *Pane {
	return &Pane{atlas: atlas, versionsOf: versionsOf, topic: model.Topic{Service: model.AudioConferencing}}
}

// SetAtlas prepares for another edition. Call [Pane.ShowTopic] next.
func (p *Pane) SetAtlas(atlas *model.Atlas) { p.atlas = atlas }

// ToggleHistory switches between the explanation and the history of the answer in
// all editions.
func (p *Pane) ToggleHistory() {
	p.showHistory = !p.showHistory
	p.Top = 0
	p.layoutTopic()
}

// ShowsHistory reports whether the pane shows history.
func (p *Pane) ShowsHistory() bool { return p.showHistory }

// ShowTopic explains a topic, and the answer of the country c; c may be nil.
func (p *Pane) ShowTopic(c *model.Country, topic model.Topic) {
	if topic != p.topic {
		p.Top = 0
	}
	p.country, p.topic = c, topic
	p.layoutTopic()
}

// ToggleLanguage switches between the language of the interface and the other
// language of the look.
func (p *Pane) ToggleLanguage() {
	p.otherLanguage = !p.otherLanguage
	p.layoutTopic()
}

// ShowsOtherLanguage reports whether the text is in the other language of the look.
func (p *Pane) ShowsOtherLanguage() bool { return p.otherLanguage }

// SetLook lays out the text anew, in the language of the interface.
func (p *Pane) SetLook(look *pane.Look) {
	p.look, p.otherLanguage = look, false
	p.back = look.Bind("back", "esc", "h", "left")
	p.TextView.SetLook(look)
	p.layoutTopic()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	if w != p.w {
		p.w = w
		p.layoutTopic()
	}
	p.ResizeView(w, h)
}

// Title returns the name of the pane and, if the text is longer than the view, the
// number of the last line in view: "Info 20/57".
func (p *Pane) Title() string {
	title := p.look.Localizer.Text("ui.info")
	if p.showHistory {
		title = p.look.Localizer.Text("ui.history")
	}
	if last, all := p.LastShown(); last < all || p.Top > 0 {
		title += " " + p.look.Localizer.Text("ui.position", "line", last, "lines", all)
	}
	return title
}

// HandleKey searches, scrolls, or moves the focus back.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	if !p.HandleViewKey(msg) && key.Matches(msg, p.back) {
		return pane.FocusPrevious{}
	}
	return nil
}

// HelpKeys returns all bindings of the pane, also those of a search that is not open.
func (p *Pane) HelpKeys() []key.Binding { return append([]key.Binding{p.back}, p.AllKeys()...) }

// Keys returns the bindings of the pane.
func (p *Pane) Keys() []key.Binding {
	if p.Searching() {
		return p.TextView.Keys()
	}
	return append([]key.Binding{p.back}, p.TextView.Keys()...)
}
