package tui

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/tui/changes"
	"voxatlas/ui/tui/compare"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/table"
)

// openView shows the view of a command. The country that it begins at is selected
// already. The countries of a table or comparison are marked, its expression becomes the
// filter: so both are there when the view is closed.
func (a *App) openView(c commandline.Command) {
	if c.Where != "" {
		a.countries.SetFilter(c.Where)
		a.countries.SetTyping(false)
		a.showCountry(a.countries.Country())
	}
	switch c.Name {
	case commandline.List:
		a.countries.SetTyping(false)
		if c.Failing {
			a.countries.ToggleFailing()
		}
	case commandline.Services:
		a.answers.Select(c.Topic)
		a.refreshInfo()
		a.setFocus(layout.Info)
	case commandline.History:
		if c.Topic != (model.Topic{}) {
			a.answers.Select(c.Topic)
			a.refreshInfo()
		}
		a.info.ToggleHistory()
		a.setFocus(layout.Info)
	case commandline.Table, commandline.Compare:
		for _, country := range c.Countries {
			a.countries.ToggleMark(country)
		}
		a.openOverlay(*a.keys.overlay(string(c.Name)))
		switch view := a.overlay.Pane.(type) {
		case *table.Pane:
			if len(c.Countries) > 0 {
				view.ShowMarked()
			}
			view.ShowOnly(c.Only)
			view.SortBy(c.Sort)
		case *compare.Pane:
			view.ShowOnly(c.Only)
			view.HideSame(c.Diff)
		}
	case commandline.Rollout:
		a.openOverlay(*a.keys.overlay("offices"))
	case commandline.Changes:
		a.openOverlay(*a.keys.overlay(string(c.Name)))
		if view, ok := a.overlay.Pane.(*changes.Pane); ok && c.Where != "" {
			view.ShowMeeting(a.filterForShell(), slices.Concat(a.countries.Filtered()))
		}
	}
}
