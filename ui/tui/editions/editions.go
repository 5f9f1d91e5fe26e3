// Package editions is the overlay that lists the editions of the facts, each with
// its date, its source, and the products that it applies to. The user chooses the
// one that the browser shows.
package editions

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Pane is the list of editions, the newest first. Make one with [New].
type Pane struct {
	editions []*library.Edition // the oldest first
	shown    *library.Edition
	now      time.Time // zero for no clock
	dense    bool      // the edition under the cursor alone has its details

	look            *pane.Look
	choose, closing key.Binding

	pane.List[*library.Edition]
}

// New returns a list of editions, the oldest first, one of which is shown now. It
// opens them all. Their ages are those at now; at the zero time none is shown.
func New(editions []*library.Edition, shown *library.Edition, now time.Time) *Pane {
	p := &Pane{editions: editions, shown: shown, now: now}
	p.Select(shown)
	return p
}

// SetLook lays out the list anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.choose = look.Bind("choose", "enter", "l", "right")
	p.closing = look.Bind("close_list", "esc", "q")
	p.List.SetLook(look)
	p.layoutEditions()
	p.Reveal()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	before := p.H
	p.List.Resize(w, h, p.layoutEditions)
	if p.H != before {
		p.layoutEditions()
		p.Reveal()
	}
}

// HandleKey moves the cursor, chooses an edition, or closes the list.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case key.Matches(msg, p.choose):
		return pane.EditionSelected{Edition: p.Selected()}
	case key.Matches(msg, p.closing):
		return pane.CloseOverlay{}
	}
	if p.MoveCursor(msg) {
		p.cursorMoved()
	}
	return nil
}

// cursorMoved shows the details of the edition under the cursor, where no other one has any.
func (p *Pane) cursorMoved() {
	if p.dense {
		p.layoutEditions()
		p.Reveal()
	}
}

// Title returns the name of the list.
func (p *Pane) Title() string { return p.look.Localizer.Text("ui.editions") }

// View returns the part of the list in view.
func (p *Pane) View() []string { return p.List.View(p.look.Theme, true) }

// Keys returns the bindings of the list.
func (p *Pane) Keys() []key.Binding {
	return append([]key.Binding{p.choose, p.closing}, p.List.Keys()...)
}

// layoutEditions lays out the editions: with all their details, and a blank line between
// them, or where that has no room, with the details of the one under the cursor alone.
func (p *Pane) layoutEditions() {
	if p.look == nil || p.W <= 0 {
		return
	}
	var roomy, dense []pane.Block[*library.Edition]
	height := 0
	for _, e := range slices.Backward(p.editions) {
		if len(roomy) > 0 {
			roomy = append(roomy, pane.Block[*library.Edition]{Lines: []text.Line{{}}})
			height++
		}
		lines, details := p.editionLines(e), p.detailLines(e)
		height += len(lines) + len(details)
		roomy = append(roomy, pane.Block[*library.Edition]{Item: e, Lines: slices.Concat(lines, details)})
		if e == p.Selected() {
			lines = slices.Concat(lines, details)
		}
		dense = append(dense, pane.Block[*library.Edition]{Item: e, Lines: lines})
	}
	if p.dense = height > p.H; p.dense {
		roomy = dense
	}
	p.SetContent(pane.NewContent(p.W, roomy))
}

// editionLines returns the date and age of an edition.
func (p *Pane) editionLines(edition *library.Edition) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	l := text.Line{{Text: " "}, {Text: edition.Date, Style: t.Strong}}
	if edition == p.shown {
		l = append(l, text.Span{Text: "  " + loc.Text("ui.edition_shown"), Style: t.Accent})
	}
	if edition.Own {
		l = append(l, text.Span{Text: "  " + loc.Text("ui.edition_own"), Style: t.Text})
	}
	return p.addAge(l, model.AgeOf(edition.Date, p.now))
}

// detailLines returns the source of an edition, the number of its countries and the
// products that it applies to.
func (p *Pane) detailLines(edition *library.Edition) []text.Line {
	loc, atlas := p.look.Localizer, edition.Atlas()
	var lines []text.Line
	for _, words := range []string{loc.Source(atlas.Info()), loc.Count("ui.edition_countries", atlas.Len()), loc.Applies(atlas.Info())} {
		lines = append(lines, text.Wrapped(words, p.look.Theme.Dim, 3, p.W)...)
	}
	return lines
}

// addAge adds an age to the line with the date, or on a line of its own where that has
// no room.
func (p *Pane) addAge(dated text.Line, age model.Age) []text.Line {
	words, style := p.look.Localizer.Age(age), p.look.Theme.Dim
	if age.Old() {
		style = p.look.Theme.Warning
	}
	switch {
	case words == "":
		return []text.Line{dated}
	case dated.Width()+2+text.Width(words) <= p.W:
		return []text.Line{append(dated, text.Span{Text: "  " + words, Style: style})}
	}
	return append([]text.Line{dated}, text.Wrapped(words, style, 3, p.W)...)
}
