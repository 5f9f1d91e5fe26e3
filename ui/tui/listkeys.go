package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/tui/layout"
)

// listKeys are the bindings for questions over several countries. They work in every
// pane while browsing: the list shows the answer under the cursor of the answers, or is
// sorted by it.
type listKeys struct{ filter, failing, column, sort, mine key.Binding }

func (k *listKeys) bindings() []key.Binding {
	return []key.Binding{k.filter, k.failing, k.column, k.sort, k.mine}
}

// handleListKey handles a key for questions over several countries, and reports whether
// msg was one.
func (a *App) handleListKey(msg tea.KeyPressMsg) bool {
	before := a.countries.Country()
	switch k := a.keys.list; {
	case key.Matches(msg, k.filter):
		a.toggleFilterLine()
		return true
	case key.Matches(msg, k.failing):
		if !a.countries.ToggleFailing() {
			a.notice = notice{a.look.Localizer.Text("ui.filter_none"), a.look.Localizer.Text("ui.filter_none_short")}
			return true
		}
	case key.Matches(msg, k.column):
		a.countries.ToggleColumn()
	case key.Matches(msg, k.sort):
		a.countries.ToggleSort()
	default:
		return false
	}
	a.showList()
	if c := a.countries.Country(); c != before {
		a.showCountry(c)
	}
	return true
}

// typingKeys returns the bindings of browsing that work in the line that is typed now. In
// the filter line, ctrl+f goes to the search box; in the search box it moves the cursor.
func (a *App) typingKeys() []key.Binding {
	if a.countries.TypesFilter() {
		return append(a.keys.functionKeys(), a.keys.search)
	}
	return a.keys.functionKeys()
}

// toggleFilterLine moves the focus into the filter line, or from there to the list.
func (a *App) toggleFilterLine() {
	if a.countries.TypesFilter() {
		a.countries.SetTyping(false)
		return
	}
	a.setFocus(layout.Countries)
	a.countries.StartFilter()
}

// showList moves the focus to the list where there is no room for it beside the focused
// pane.
func (a *App) showList() {
	if a.arrangement.Panes[layout.Countries].IsEmpty() {
		a.setFocus(layout.Countries)
	}
}

// refreshVerdict shows in the answers how far their country meets the filter.
func (a *App) refreshVerdict() {
	result, ok := a.countries.FilterResult()
	words := ""
	if ok {
		loc := a.look.Localizer
		words = loc.Text("ui.filter_verdict."+result.Verdict.String(), "reasons", loc.Reasons(a.countries.Country(), result))
	}
	a.answers.SetVerdict(result.Verdict, words)
}
