// Package help is the overlay that names the command which prints the present view,
// lists every key and explains the marks. The list is made from the bindings, so it
// cannot be wrong about them.
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

// Group is the bindings that work in one place, as in the list or while typing.
type Group struct {
	Title string
	Keys  []key.Binding
}

// Pane is the help. Make one with [New].
type Pane struct {
	pane.TextView

	groups  func() []Group
	command string

	look    *pane.Look
	closing key.Binding
	w       int
}

// New returns a help for the bindings that groups returns, and for the command that
// prints the view. groups is called again for another look: bindings carry words of a
// language.
func New(groups func() []Group, command string) *Pane { return &Pane{groups: groups, command: command} }

// SetLook lays out the help anew, from its top.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.closing = look.Bind("close", "esc", "q", "enter")
	p.TextView.SetLook(look)
	p.Top = 0
	p.layoutHelp()
}

// Resize sets the size of the body.
func (p *Pane) Resize(w, h int) {
	if w != p.w {
		p.w = w
		p.layoutHelp()
	}
	p.ResizeView(w, h)
}

// HandleKey searches, scrolls, or closes the help.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	if !p.HandleViewKey(msg) && key.Matches(msg, p.closing) {
		return pane.CloseOverlay{}
	}
	return nil
}

// Title returns the name of the help.
func (p *Pane) Title() string { return p.look.Localizer.Text("ui.help") }

// Keys returns the bindings of the help itself.
func (p *Pane) Keys() []key.Binding {
	if p.Searching() {
		return p.TextView.Keys()
	}
	return append([]key.Binding{p.closing}, p.TextView.Keys()...)
}

// layoutHelp lays out the command, the groups of bindings, and the marks.
func (p *Pane) layoutHelp() {
	if p.look == nil || p.w <= 0 {
		return
	}
	lines := p.groupHeading(false, p.look.Localizer.Text("ui.view_command"))
	lines = append(lines, text.Wrapped(p.command, p.look.Theme.Accent, 1, p.w)...)
	groups := p.groups()
	column := p.keyColumn(groups)
	for _, g := range groups {
		lines = append(lines, p.groupHeading(true, g.Title)...)
		for _, k := range g.Keys {
			if k.Enabled() {
				lines = append(lines, p.bindingLines(k.Help(), column)...)
			}
		}
	}
	lines = append(lines, p.groupHeading(true, p.look.Localizer.Text("ui.marks"))...)
	p.SetText(text.NewLazyLines(p.w, append(lines, p.markLines()...)))
}

// keyColumn returns the width of the column of keys, in cells: at most half of the
// view.
func (p *Pane) keyColumn(groups []Group) int {
	column := 0
	for _, g := range groups {
		for _, k := range g.Keys {
			column = max(column, text.Width(k.Help().Key))
		}
	}
	return min(column, p.w/2)
}

func (p *Pane) groupHeading(gap bool, title string) []text.Line {
	lines := text.Wrapped(title, p.look.Theme.Strong, 1, p.w)
	if gap {
		lines = append([]text.Line{{}}, lines...)
	}
	return lines
}

// bindingLines returns the keys of a binding, in a column, and its words. Keys that
// are wider than the column have a line of their own.
func (p *Pane) bindingLines(h key.Help, column int) []text.Line {
	t := p.look.Theme
	var lines []text.Line
	lead := " " + h.Key + strings.Repeat(" ", max(column-text.Width(h.Key), 0)) + "  "
	if text.Width(lead) > column+3 {
		lines = text.Wrapped(h.Key, t.Accent, 1, p.w)
		lead = strings.Repeat(" ", column+3)
	}
	return append(lines, text.WithPrefix(text.Span{Text: lead, Style: t.Accent}, h.Desc, t.Text, p.w)...)
}

// markLines returns the mark of each state, and of not read, with its letter and its
// word, and the other marks with their meanings.
func (p *Pane) markLines() []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	var lines []text.Line
	for _, s := range model.ShownStates() {
		lines = append(lines, text.Line{{Text: " "}, {Text: say.Mark(s, p.look.ASCII) + " " + say.Letter(s) + "  " + loc.State(s), Style: t.State(s)}})
	}
	for _, m := range [][2]string{
		{say.LimitedMark + "    ", loc.Text("ui.limited_mark")},
		{say.ChangedMark + "    ", loc.Text("ui.changed_mark")},
		{say.MarkedMark(p.look.ASCII) + "    ", loc.Text("ui.marked_mark")},
		{say.LaterMark(2) + "   ", loc.Text("ui.later_mark")},
		{"3 + 1 ", loc.Text("ui.met_mark")},
	} {
		lines = append(lines, text.WithPrefix(text.Span{Text: " " + m[0], Style: t.Accent}, m[1], t.Accent, p.w)...)
	}
	return lines
}
