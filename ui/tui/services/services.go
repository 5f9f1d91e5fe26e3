// Package services is the pane with the answers of one country, grouped by
// service. Its cursor stands on a service or on an answer: what the info pane
// explains.
package services

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/kit"
)

// Pane is the answers of a country. Make one with [New].
type Pane struct {
	edition model.Edition

	look    *kit.Look
	keys    *keys
	w, h    int
	country *model.Country

	sheet   *sheet      // the answers as they are laid out now, shared with other panes
	topic   model.Topic // under the cursor, also while no country is shown
	cursor  int         // index of the block with that topic
	top     int         // first line in view
	focused bool
}

// sheet is laid-out answers. It is never changed.
type sheet struct {
	blocks []block
	text   *kit.Text // all blocks, without the cursor
}

// block is a few lines that belong together: the head, a service, an answer
// with all that stands under it.
type block struct {
	topic model.Topic // zero where the cursor cannot stand
	lines []kit.Line
	at    int // its first line among all
}

// New is the pane for countries of an edition; it shows none yet.
func New(edition model.Edition) *Pane {
	return &Pane{edition: edition, sheet: &sheet{}, topic: model.Topic{Service: model.AudioConferencing}}
}

// Show shows the answers of c, or of no country. The cursor stays on its topic.
func (p *Pane) Show(c *model.Country) {
	p.country = c
	p.arrange()
	p.top = 0
	p.reveal()
}

// Topic is the topic under the cursor.
func (p *Pane) Topic() model.Topic { return p.topic }

// Dress lays the answers out anew.
func (p *Pane) Dress(look *kit.Look) {
	p.look, p.keys = look, newKeys(look)
	p.arrange()
	p.reveal()
}

// Resize sets the size of the pane.
func (p *Pane) Resize(w, h int) {
	tight, roomy := p.tight(), p.roomy()
	again := w != p.w
	p.w, p.h = w, h
	if again || p.tight() != tight || p.roomy() != roomy {
		p.arrange()
	}
	p.reveal()
}

// tight reports whether the pane is too low for blank lines, roomy whether it is
// high enough for answers that take their usual rows everywhere.
func (p *Pane) tight() bool { return p.h < 12 }
func (p *Pane) roomy() bool { return p.h >= 36 }

// Typing is false: letters are commands here.
func (p *Pane) Typing() bool { return false }

// Paste does nothing here.
func (p *Pane) Paste(string) kit.Intent { return nil }

// Cursor is nowhere: nothing is typed here.
func (p *Pane) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Title is the pane's name and, once the head is scrolled out of view, the
// country's, with the date of its page where there is room.
func (p *Pane) Title() string {
	v := p.look.Voice
	if p.country == nil || p.top == 0 {
		return v.Text("ui.answers")
	}
	title, date := v.Text("ui.answers")+" "+p.country.Name(v.Lang()), v.Text("ui.page_date", "date", p.country.Page().Date)
	if say.Width(title)+2+say.Width(date)+2 > p.w {
		return title
	}
	return kit.Between(title, date, p.w-2)
}

// Key handles a key press.
func (p *Pane) Key(msg tea.KeyPressMsg) kit.Intent {
	switch {
	case key.Matches(msg, p.keys.up):
		return p.move(-1)
	case key.Matches(msg, p.keys.down):
		return p.move(+1)
	case key.Matches(msg, p.keys.pageUp):
		return p.scroll(-max(p.h-1, 1))
	case key.Matches(msg, p.keys.pageDown):
		return p.scroll(max(p.h-1, 1))
	case key.Matches(msg, p.keys.first):
		return p.jump(0, +1)
	case key.Matches(msg, p.keys.last):
		return p.jump(len(p.sheet.blocks)-1, -1)
	case key.Matches(msg, p.keys.open):
		return kit.Onward{}
	case key.Matches(msg, p.keys.back):
		return kit.Back{}
	}
	return nil
}

// move puts the cursor on the next block with a topic in that direction. A block
// taller than the pane is scrolled through first.
func (p *Pane) move(direction int) kit.Intent {
	if p.country == nil || p.cursor >= len(p.sheet.blocks) {
		return nil
	}
	b := p.sheet.blocks[p.cursor]
	if direction > 0 && b.at+len(b.lines) > p.top+p.h {
		p.top++
		return nil
	}
	if direction < 0 && b.at < p.top {
		p.top--
		return nil
	}
	return p.jump(p.cursor+direction, direction)
}

// jump puts the cursor on block i, or on the next one with a topic in that
// direction.
func (p *Pane) jump(i, direction int) kit.Intent {
	for i >= 0 && i < len(p.sheet.blocks) && p.sheet.blocks[i].topic == (model.Topic{}) {
		i += direction
	}
	if i < 0 { // above the first topic stands the head
		p.top = 0
		return nil
	}
	if i >= len(p.sheet.blocks) { // under the last one stand the sources
		p.top = max(p.sheet.text.Len()-p.h, 0)
		return nil
	}
	if i == p.cursor {
		p.reveal()
		return nil
	}
	p.cursor, p.topic = i, p.sheet.blocks[i].topic
	p.reveal()
	return kit.Asked{}
}

// scroll moves the view by n lines, and the cursor to the last topic in view on
// the way down, to the first on the way up.
func (p *Pane) scroll(n int) kit.Intent {
	if p.country == nil {
		return nil
	}
	p.top = kit.Clamp(p.top+n, 0, max(p.sheet.text.Len()-p.h, 0))
	at := p.cursor
	for i, b := range p.sheet.blocks {
		if b.topic == (model.Topic{}) || b.at >= p.top+p.h {
			continue
		}
		if n > 0 || b.at >= p.top {
			at = i
		}
		if n < 0 && b.at >= p.top {
			break
		}
	}
	if at == p.cursor {
		return nil
	}
	p.cursor, p.topic = at, p.sheet.blocks[at].topic
	return kit.Asked{}
}

// reveal scrolls so that the block under the cursor is in view, from its head.
func (p *Pane) reveal() {
	if p.cursor >= len(p.sheet.blocks) {
		p.top = 0
		return
	}
	b := p.sheet.blocks[p.cursor]
	top := b.at
	if p.firstTopic() == p.cursor {
		top = 0 // with the head of the country
	}
	p.top = kit.Clamp(p.top, min(b.at+len(b.lines)-p.h, top), top)
	p.top = kit.Clamp(p.top, 0, max(p.sheet.text.Len()-p.h, 0))
}

func (p *Pane) firstTopic() int {
	for i, b := range p.sheet.blocks {
		if b.topic != (model.Topic{}) {
			return i
		}
	}
	return 0
}

// Focus tells the pane whether keys go to it.
func (p *Pane) Focus(on bool) { p.focused = on }
