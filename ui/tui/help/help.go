// Package help is the overlay with every key, made from the bindings
// themselves, and with what the marks mean.
package help

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Group is bindings that work in the same place.
type Group struct {
	Title string
	Keys  []key.Binding
}

// Pane is the help. Make one with [New].
type Pane struct {
	look    *pane.Look
	closing key.Binding
	scroll  pane.Scroller
	w, h    int
	groups  []Group
	lines   []text.Line // of the text, while it is laid out
	text    *text.LazyLines
}

// New is a help without bindings; [Pane.Show] gives it some.
func New() *Pane { return &Pane{} }

// Show shows groups of bindings from the top.
func (p *Pane) Show(groups []Group) {
	p.groups, p.scroll.Top = groups, 0
	p.layoutHelp()
}

// SetLook sets the look.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.closing = look.Bind("close", "esc", "q", "enter")
	p.scroll.SetLook(look)
	p.layoutHelp()
}

// Resize sets the size of the pane.
func (p *Pane) Resize(w, h int) {
	again := w != p.w
	p.w, p.h = w, h
	if again {
		p.layoutHelp()
	}
	p.scroll.Clamp(p.text.Len(), h)
}

// HandleKey handles a key press; Back closes the help.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	if key.Matches(msg, p.closing) {
		return pane.FocusPrevious{}
	}
	p.scroll.Scroll(msg, p.text.Len(), p.h)
	return nil
}

// Paste does nothing here.
func (p *Pane) Paste(string) pane.Intent { return nil }

// Title is the pane's name.
func (p *Pane) Title() string { return p.look.Localizer.Text("ui.help") }

// View is the part of the help in view.
func (p *Pane) View() []string { return p.text.View(p.scroll.Top, p.h) }

// Cursor is nowhere: nothing is typed here.
func (p *Pane) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Keys are the bindings of the help itself.
func (p *Pane) Keys() []key.Binding {
	return append([]key.Binding{p.closing}, p.scroll.Keys()...)
}

// Typing is false: letters are commands here.
func (p *Pane) Typing() bool { return false }

// layoutHelp lays out the bindings and the marks.
func (p *Pane) layoutHelp() {
	if p.look == nil || p.w <= 0 || len(p.groups) == 0 {
		return
	}
	p.lines = nil
	column := 0
	for _, g := range p.groups {
		for _, k := range g.Keys {
			column = max(column, text.Width(k.Help().Key))
		}
	}
	column = min(column, p.w/2)
	for i, g := range p.groups {
		p.groupHeading(i > 0, g.Title)
		for _, k := range g.Keys {
			if k.Enabled() {
				p.bindingLines(k.Help().Key, k.Help().Desc, column)
			}
		}
	}
	p.groupHeading(true, p.look.Localizer.Text("ui.marks"))
	t := p.look.Theme
	for _, s := range model.States() {
		p.appendLines(text.Line{{Text: " "}, {Text: say.Mark(s, p.look.ASCII) + "  " + p.look.Localizer.State(s), Style: t.State(s)}})
	}
	p.appendLines(text.WithPrefix(text.Span{Text: " " + say.ChangedMark + "  ", Style: t.Match}, p.look.Localizer.Text("ui.changed_mark"), t.Match, p.w)...)
	p.text = text.NewLazyLines(p.w, p.lines)
	p.scroll.Clamp(p.text.Len(), p.h)
}

func (p *Pane) appendLines(lines ...text.Line) { p.lines = append(p.lines, lines...) }

func (p *Pane) groupHeading(gap bool, title string) {
	if gap {
		p.appendLines(text.Line{})
	}
	p.appendLines(text.Wrapped(title, p.look.Theme.Strong, 1, p.w)...)
}

// bindingLines is the keys, in a column, and what they do.
func (p *Pane) bindingLines(keys, words string, column int) {
	t := p.look.Theme
	lead := " " + keys + strings.Repeat(" ", max(column-text.Width(keys), 0)) + "  "
	if text.Width(lead) > column+3 {
		p.appendLines(text.Wrapped(keys, t.Match, 1, p.w)...)
		lead = strings.Repeat(" ", column+3)
	}
	p.appendLines(text.WithPrefix(text.Span{Text: lead, Style: t.Match}, words, t.Text, p.w)...)
}
