// Package info is the pane that explains: what a service or feature is, what it
// takes and what to beware of, and all that the answers pane folds away: every
// city, the links behind the next steps, the destinations of outbound calls.
package info

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/kit"
)

// Pane explains one topic. Make one with [New].
type Pane struct {
	atlas *model.Atlas

	look    *kit.Look
	keys    keys
	w, h    int
	other   bool // speak the other language
	country *model.Country
	topic   model.Topic

	fixed fixed
	text  kit.Text
	top   int // first line in view
}

// New is the pane for an atlas.
func New(atlas *model.Atlas) *Pane {
	return &Pane{atlas: atlas, topic: model.Topic{Service: model.AudioConferencing}}
}

// Show explains topic, with what it means in c; c may be nil.
func (p *Pane) Show(c *model.Country, topic model.Topic) {
	if topic != p.topic {
		p.top = 0
	}
	p.country, p.topic = c, topic
	p.arrange()
}

// Translate shows the text in the other language, or in that of the interface
// again.
func (p *Pane) Translate() {
	p.other = !p.other
	p.arrange()
}

// Dress lays the text out anew.
func (p *Pane) Dress(look *kit.Look) {
	p.look, p.keys, p.other, p.fixed = look, newKeys(look), false, fixed{}
	p.arrange()
}

// Resize sets the size of the pane.
func (p *Pane) Resize(w, h int) {
	p.h = h
	if w != p.w {
		p.w = w
		p.arrange()
	}
	p.scroll(0)
}

// Typing is false: letters are commands here.
func (p *Pane) Typing() bool { return false }

// Paste does nothing here.
func (p *Pane) Paste(string) kit.Intent { return nil }

// Cursor is nowhere: nothing is typed here.
func (p *Pane) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Title is the pane's name, and how far one has read where that matters.
func (p *Pane) Title() string { return p.look.Voice.Text("ui.info") }

// View is the part of the text in view.
func (p *Pane) View() []string { return p.text.View(p.top, p.h) }

// More reports whether there is text below the view.
func (p *Pane) More() bool { return p.top+p.h < p.text.Len() }

// Key handles a key press.
func (p *Pane) Key(msg tea.KeyPressMsg) kit.Intent {
	switch {
	case key.Matches(msg, p.keys.up):
		p.scroll(-1)
	case key.Matches(msg, p.keys.down):
		p.scroll(+1)
	case key.Matches(msg, p.keys.pageUp):
		p.scroll(-max(p.h-1, 1))
	case key.Matches(msg, p.keys.pageDown):
		p.scroll(max(p.h-1, 1))
	case key.Matches(msg, p.keys.first):
		p.scroll(-p.text.Len())
	case key.Matches(msg, p.keys.last):
		p.scroll(p.text.Len())
	case key.Matches(msg, p.keys.back):
		return kit.Back{}
	}
	return nil
}

func (p *Pane) scroll(n int) { p.top = kit.Clamp(p.top+n, 0, max(p.text.Len()-p.h, 0)) }
