// Package offices is the overlay that lists the offices of a rollout, in the order of the
// list: the place, the verdict and its reasons of each. Enter opens the country of the office
// under the cursor, at the answer that decides.
package offices

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rollout"
	"voxatlas/ui/tui/pane"
)

// Pane is the list of offices. Make one with [New].
type Pane struct {
	list    *rollout.List
	atlas   *model.Atlas // of the edition shown
	command commandline.Command

	look          *pane.Look
	open, closing key.Binding

	pane.List[*rollout.Office]
}

// New returns the offices of a list, which a command prints.
func New(list *rollout.List, command commandline.Command) *Pane {
	return &Pane{list: list, command: command}
}

// SetAtlas sets the facts in which countries are opened. They need not be those of the
// list.
func (p *Pane) SetAtlas(atlas *model.Atlas) { p.atlas = atlas }

// SetLook lays out the list anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.open = look.Bind("open_country", "enter", "l", "right")
	p.closing = look.Bind("close_list", "esc", "q")
	p.List.SetLook(look)
	p.layoutOffices()
	p.Reveal()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) { p.List.Resize(w, h, p.layoutOffices) }

// HandleKey searches, moves the cursor, opens the country of an office, or closes the list.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case p.HandleFindKey(msg):
		return nil
	case key.Matches(msg, p.open):
		if c := p.Current(); c != nil {
			return pane.OpenCountry{Country: c, Feature: featureOf(p.Selected())}
		}
		return nil
	case key.Matches(msg, p.closing):
		return pane.CloseOverlay{}
	}
	p.MoveCursor(msg)
	return nil
}

// Current returns the country of the office under the cursor; nil if its place is in doubt
// or not listed.
func (p *Pane) Current() *model.Country {
	o := p.Selected()
	if o == nil {
		return nil
	}
	return p.atlas.Counterpart(p.list.Listed(o.ISO2))
}

// featureOf returns the answer that decides about an office; 0 for none.
func featureOf(o *rollout.Office) model.Feature {
	if o.Plan == nil {
		return 0
	}
	return o.Plan.Feature()
}

// Command returns the command that prints the list.
func (p *Pane) Command() commandline.Command { return p.command }

// Title returns the name of the list.
func (p *Pane) Title() string {
	return p.look.Localizer.Text("ui.offices", "file", model.Clean(p.command.List, maxTitle))
}

// maxTitle is the most characters of the name of a file in the title.
const maxTitle = 80

// View returns the part of the list in view.
func (p *Pane) View() []string { return p.List.View(p.look.Theme, true) }

// Keys returns the bindings of the list.
func (p *Pane) Keys() []key.Binding { return p.OverlayKeys(p.open, p.closing) }
