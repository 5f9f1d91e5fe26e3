package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/kit"
	"voxatlas/ui/tui/layout"
)

// View is the frame for a renderer that wants it as one text.
func (a *App) View() tea.View {
	v := tea.NewView(strings.Join(a.lines(), "\n"))
	v.AltScreen = true
	v.WindowTitle = a.title()
	if x, y, ok := a.cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

// block is a rectangle of the frame and its lines, at most as many and as long
// as it has room for.
type block struct {
	layout.Rect
	lines []string
}

// blocks are the rectangles of the frame, by rows and from left to right.
func (a *App) blocks() []block {
	p := a.plan
	if p.Footer.Empty() {
		return []block{{layout.Rect{W: p.Width, H: p.Height}, a.tooSmall()}}
	}
	var bs []block
	if a.helping {
		bs = append(bs,
			block{layout.Rect{W: p.Width, H: 1}, []string{a.bar(a.help, p.Width)}},
			block{layout.Rect{Y: 1, W: p.Width, H: p.Height - 2}, a.help.View()})
	} else {
		for _, s := range p.Shown() {
			pane, title := a.panes()[s], p.Title(s)
			bs = append(bs, block{title, []string{a.bar(pane, title.W)}}, block{p.Panes[s], pane.View()})
		}
	}
	return append(bs, block{p.Footer, []string{a.footer(p.Footer.W)}})
}

// lines are the rows of the screen, each exactly as wide as it.
func (a *App) lines() []string {
	rows := make([]strings.Builder, a.plan.Height)
	widths := make([]int, a.plan.Height)
	for _, b := range a.blocks() {
		for i, line := range b.lines {
			y := b.Y + i
			rows[y].WriteString(strings.Repeat(" ", b.X-widths[y]))
			rows[y].WriteString(kit.Fit(line, b.W))
			widths[y] = b.X + b.W
		}
	}
	lines := make([]string, len(rows))
	for y := range rows {
		lines[y] = rows[y].String() + strings.Repeat(" ", max(a.plan.Width-widths[y], 0))
	}
	return lines
}

// bar is the title bar of a pane.
func (a *App) bar(p kit.Pane, w int) string {
	style := a.look.Theme.Title
	if p == a.pane() {
		style = a.look.Theme.Focused
	}
	return style.Render(kit.Fit(" "+p.Title(), w))
}

// narrow is the width below which the footer has room for the date alone.
const narrow = 40

// footer is the key hints, or a notice, and at its end the date and source of
// the facts, which are always in sight.
func (a *App) footer(w int) string {
	v, t, e := a.look.Voice, &a.look.Theme, a.config.Atlas.Edition()
	asOf := e.Date
	if w >= narrow {
		asOf = v.AsOf(e) + " " + v.Text("ui.source")
	}
	if w >= narrow/2+len(e.Date) && say.Width(asOf) > w*2/3 {
		asOf = v.AsOf(e)
	}
	room := w - say.Width(asOf) - 3
	left := kit.Cut(a.notice, room)
	if a.notice == "" {
		left = a.hintLine(room)
	}
	return t.Footer.Render(kit.Between(" "+left, asOf+" ", w))
}

// hintLine is as many key hints as fit.
func (a *App) hintLine(room int) string {
	var b strings.Builder
	for _, k := range a.hints() {
		if !k.Enabled() {
			continue
		}
		hint := k.Help().Key + " " + k.Help().Desc
		if b.Len() > 0 {
			hint = "  " + hint
		}
		if say.Width(b.String())+say.Width(hint) > room {
			break
		}
		b.WriteString(hint)
	}
	return b.String()
}

// tooSmall is the screen when there is no room for panes.
func (a *App) tooSmall() []string {
	if a.plan.Width <= 0 || a.plan.Height <= 0 {
		return nil
	}
	text := a.look.Voice.Text("ui.too_small", "width", layout.MinWidth, "height", layout.MinHeight)
	lines := say.Wrap(text, a.plan.Width)
	for i := range lines {
		lines[i] = kit.Cut(lines[i], a.plan.Width)
	}
	return kit.Window(lines, 0, a.plan.Height)
}

// cursor is where the terminal's cursor belongs, in cells of the screen.
func (a *App) cursor() (x, y int, ok bool) {
	r := a.plan.Panes[layout.List]
	if a.helping || a.focus != layout.List || r.Empty() {
		return 0, 0, false
	}
	x, y, ok = a.list.Cursor()
	return r.X + x, r.Y + y, ok
}

// title is the title of the terminal's window.
func (a *App) title() string {
	if c := a.list.Country(); c != nil {
		return "voxatlas: " + model.Clean(c.Name(a.look.Voice.Lang()), 60)
	}
	return "voxatlas"
}
