package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
	"voxatlas/ui/tui/screen"
)

// View returns the frame in the form of an unmodified Bubble Tea program.
func (a *App) View() tea.View { return a.Frame().View() }

// Frame returns the rectangles of lines that the terminal should show now.
func (a *App) Frame() screen.Frame {
	p := a.arrangement
	f := screen.Frame{W: p.Width, H: p.Height, Title: "voxatlas"}
	if a.config.Mouse {
		f.Mouse = tea.MouseModeCellMotion
	}
	put := func(r layout.Rect, lines ...string) {
		f.Rects = append(f.Rects, screen.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Lines: lines})
	}
	f.Cursor.X, f.Cursor.Y, f.Cursor.Visible = a.cursor()
	switch {
	case p.Footer.IsEmpty():
		put(layout.Rect{W: p.Width, H: p.Height}, a.tooSmall()...)
		return f
	case a.overlay != nil:
		put(layout.Rect{W: p.Width, H: 1}, a.titleBar(a.overlay, p.Width))
		put(a.overlayRect(), a.overlay.View()...)
	default:
		for _, s := range p.Shown() {
			pane, title := a.panes()[s], p.TitleBar(s)
			put(title, a.titleBar(pane, title.W))
			put(p.Panes[s], pane.View()...)
		}
	}
	put(p.Footer, a.footer(p.Footer.W))
	return f
}

// titleBar draws the title bar of a pane, w cells wide.
func (a *App) titleBar(p pane.Pane, w int) string {
	style := a.look.Theme.Title
	if p == a.focusedPane() {
		style = a.look.Theme.Focused
	}
	return style.Render(text.Fit(" "+p.Title(), w))
}

// narrowFooter is the width, in cells, below which the footer shows the date
// without the source.
const narrowFooter = 40

// footer draws the key hints, or a notice, and at its right end the date and
// source of the facts, which are always in sight.
func (a *App) footer(w int) string {
	t := a.look.Theme
	if a.outputs.line != nil {
		line, _ := a.outputs.line.View(w)
		return line.Draw(w)
	}
	asOf, gap, _ := a.asOf(w)
	style := t.Footer
	if a.age.Old() {
		style = t.Warning
	}
	room := w - text.Width(asOf) - gap - 1
	left := a.hintLine(room)
	if a.notice != nil {
		message := a.notice.fit(room)
		if text.Width(message) > room { // for once, the message is more useful than the date
			asOf, room = "", w-2
			message = a.notice.fit(room)
		}
		left = text.Line{{Text: " "}, {Text: text.Cut(message, room), Style: t.Text}}
	}
	return append(left.Fit(w-text.Width(asOf)), text.Span{Text: asOf, Style: style}).Draw(w)
}

// asOf returns the date of the facts for a footer of w cells, with as much of their
// source and age as leaves room for key hints, and the smallest gap before it. It
// reports whether the age is in it.
func (a *App) asOf(w int) (asOf string, gap int, aged bool) {
	loc, e := a.look.Localizer, a.atlas.Info()
	if w < narrowFooter {
		return e.Date, 1, false
	}
	if asOf := loc.AsOfShort(e, a.age); a.age.Known && text.Width(asOf) <= w/2 {
		return asOf, 2, true
	}
	if asOf := loc.AsOf(e); text.Width(asOf) <= w/2 {
		return asOf, 2, false
	}
	return loc.AsOfShort(e, model.Age{}), 1, false
}

// hintLine returns the key hints that fit into room cells, the most useful first.
// A hint is the first key of a binding and its words.
func (a *App) hintLine(room int) text.Line {
	t := a.look.Theme
	l := text.Line{{Text: " "}}
	for _, k := range a.footerKeys() {
		first, _, _ := strings.Cut(k.Help().Key, " ")
		hint := text.Line{{Text: first, Style: t.Strong}, {Text: " " + k.Help().Desc, Style: t.Footer}}
		if len(l) > 1 {
			hint = append(text.Line{{Text: "  "}}, hint...)
		}
		if k.Enabled() && l.Width()-1+hint.Width() <= room {
			l = append(l, hint...)
		}
	}
	return l
}

// tooSmall returns the message on a screen that has no room for panes.
func (a *App) tooSmall() []string {
	if a.arrangement.Width <= 0 || a.arrangement.Height <= 0 {
		return nil
	}
	message := a.look.Localizer.Text("ui.too_small", "width", layout.MinWidth, "height", layout.MinHeight)
	lines := text.Wrap(message, a.arrangement.Width)
	for i := range lines {
		lines[i] = text.Cut(lines[i], a.arrangement.Width)
	}
	return text.VisibleLines(lines, 0, a.arrangement.Height)
}

// cursor returns the position of the terminal's cursor, in cells of the screen. It
// stands where typed text goes, or on the selected row: input methods open there,
// and screen readers read there.
func (a *App) cursor() (x, y int, visible bool) {
	body := a.arrangement.Panes[a.focus]
	if a.overlay != nil {
		body = a.overlayRect()
	}
	if a.outputs.line != nil && !a.arrangement.Footer.IsEmpty() {
		_, cell := a.outputs.line.View(a.arrangement.Footer.W)
		return a.arrangement.Footer.X + min(cell, a.arrangement.Footer.W-1), a.arrangement.Footer.Y, true
	}
	c := a.focusedPane().Cursor()
	if a.arrangement.Footer.IsEmpty() || c.Kind == pane.NoCursor {
		return 0, 0, false
	}
	return body.X + c.X, body.Y + c.Y, true
}
