package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/pane"
)

// severalView is an overlay about several countries, as the table. Other overlays open
// over it, with the keys that open them over the panes.
type severalView interface {
	pane.Pane
	// SetSelection shows another selection, as that of another edition.
	SetSelection(pane.Selection)
	// Current returns the country and the answer under the cursor; nil for none.
	Current() (*model.Country, model.Feature)
}

// view returns the overlay as a view over several countries, or nil if it is none.
func (o *overlay) view() severalView {
	if o == nil {
		return nil
	}
	v, _ := o.Pane.(severalView)
	return v
}

// selection returns the countries that the views over several countries are about.
func (a *App) selection() pane.Selection {
	s := pane.Selection{
		Atlas: a.atlas, Marked: a.countries.Marked(), Filter: a.countries.Filter(), Where: a.filterForShell(),
		At: a.countries.Country(), Feature: a.answers.Topic().Feature,
	}
	s.Meets, s.Depends = a.countries.Filtered()
	_, s.Sort.Feature = a.countries.Columns()
	if v := a.overlay.view(); v != nil {
		s.At, s.Feature = v.Current()
	}
	return s
}

// openOverView opens the overlay of a key over a view over several countries, or shows
// the one under it again that the key had opened. It reports whether it did.
func (a *App) openOverView(msg tea.KeyPressMsg) bool {
	if a.overlay.view() == nil || key.Matches(msg, a.overlay.Keys()...) {
		return false
	}
	for _, k := range a.keys.overlays {
		if !key.Matches(msg, k.toggle) {
			continue
		}
		a.showOverlay(k)
		return true
	}
	return false
}

// refreshViews shows the views over several countries in the edition shown.
func (a *App) refreshViews() {
	s := a.selection()
	for o := a.overlay; o != nil; o = o.under {
		if v := o.view(); v != nil {
			v.SetSelection(s)
		}
	}
}
