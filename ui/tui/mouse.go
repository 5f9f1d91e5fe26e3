package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
)

// mouse remembers the last click, since a terminal reports no double clicks.
type mouse struct {
	x, y int
	at   time.Time
	once bool // it has selected something, and the next click there may be the second one
}

// doubleClick is the longest time between the clicks of a double click.
const doubleClick = 500 * time.Millisecond

// wheelLines is the number of lines that a step of the wheel scrolls by.
const wheelLines = 3

// handleMouse handles a click or a step of the wheel. A click selects the row or cell that
// it points at and gives its pane the focus; a second one at once acts as enter. The
// wheel scrolls the pane under the pointer. Everything has a key, too. While the line at
// the bottom is open, the mouse does nothing.
func (a *App) handleMouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if !a.config.Mouse || a.outputs.line != nil || a.arrangement.Footer.IsEmpty() {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		lines := map[tea.MouseButton]int{tea.MouseWheelUp: -wheelLines, tea.MouseWheelDown: wheelLines}[m.Button]
		if p, _, ok := a.paneAt(m.X, m.Y); ok && lines != 0 {
			a.notice, a.mouse.once = nil, false
			a.handleIntent(p.Scroll(lines))
		}
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft && m.Mod == 0 {
			a.notice = nil
			return a.click(m.X, m.Y)
		}
	}
	return nil
}

// click handles a click at a cell of the screen. The second one acts on the row or cell that
// the first one selected, which may stand elsewhere now.
func (a *App) click(x, y int) tea.Cmd {
	at := mouse{x: x, y: y, at: a.config.now()}
	if last := a.mouse; last.once && last.x == x && last.y == y && at.at.Sub(last.at) <= doubleClick {
		a.mouse.once = false
		return a.handleKey(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	if slot, ok := a.slotAt(x, y); ok && a.overlay == nil && slot != a.focus {
		body := a.arrangement.Panes[slot]
		x, y = x-body.X, y-body.Y
		a.setFocus(slot) // the panes may stand elsewhere now
		body = a.arrangement.Panes[slot]
		x, y = x+body.X, y+body.Y
	}
	a.mouse = at
	p, body, ok := a.paneAt(x, y)
	if !ok {
		return nil
	}
	intent, found := p.PointAt(x-body.X, y-body.Y)
	a.mouse.once = found
	a.handleIntent(intent) // the cursor may have moved
	return nil
}

// slotAt returns the slot of the pane at a cell of the screen, with its title bar.
func (a *App) slotAt(x, y int) (layout.Slot, bool) {
	for _, s := range a.arrangement.Shown() {
		if r := a.arrangement.Panes[s]; x >= r.X && x < r.X+r.W && y >= r.Y-1 && y < r.Y+r.H {
			return s, true
		}
	}
	return 0, false
}

// paneAt returns the overlay or pane with its body at a cell of the screen, and the place
// of that body.
func (a *App) paneAt(x, y int) (pane.Pointable, layout.Rect, bool) {
	body, shown := a.overlayRect(), pane.Pane(nil)
	if a.overlay != nil {
		shown = a.overlay.Pane
	} else if slot, ok := a.slotAt(x, y); ok {
		body, shown = a.arrangement.Panes[slot], a.panes()[slot]
	}
	p, ok := shown.(pane.Pointable)
	inside := x >= body.X && x < body.X+body.W && y >= body.Y && y < body.Y+body.H
	return p, body, ok && inside
}
