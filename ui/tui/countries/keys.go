package countries

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/pane"
)

// searchListKeys holds the bindings of the search box and of the list under it.
type searchListKeys struct {
	up, down, pageUp, pageDown key.Binding
	open                       key.Binding
	clear, edit                key.Binding // typing
	browseUp, browseDown       key.Binding // browsing
	halfUp, halfDown           key.Binding
	first, last, browseOpen    key.Binding
	clearSearch, dropFilter    key.Binding
	mark                       key.Binding

	keep, accept, clearFilter  key.Binding // in the filter line
	choosePrevious, chooseNext key.Binding
}

func newSearchListKeys(look *pane.Look) *searchListKeys {
	type searchListKeysID struct{}
	return pane.Memoize(look, searchListKeysID{}, func() *searchListKeys { return bindSearchListKeys(look) })
}

func bindSearchListKeys(look *pane.Look) *searchListKeys {
	return &searchListKeys{
		up:          look.Bind("up", "up", "ctrl+p"),
		down:        look.Bind("down", "down", "ctrl+n"),
		pageUp:      look.Bind("page_up", "pgup"),
		pageDown:    look.Bind("page_down", "pgdown"),
		open:        look.Bind("list_open", "enter", "tab"),
		clear:       look.Bind("clear", "esc"),
		edit:        look.Bind("edit", "ctrl+u", "ctrl+w", "left", "right", "home", "end", "backspace"),
		browseUp:    look.Bind("browse_up", "k", "up", "ctrl+p"),
		browseDown:  look.Bind("browse_down", "j", "down", "ctrl+n"),
		first:       look.Bind("first", "g", "home"),
		last:        look.Bind("last", "G", "end"),
		halfUp:      look.Bind("half_up", "ctrl+u"),
		halfDown:    look.Bind("half_down", "ctrl+d"),
		browseOpen:  look.Bind("open", "enter", "l", "right"),
		clearSearch: look.Bind("clear_search", "esc"),
		dropFilter:  look.Bind("drop_filter", "esc"),
		mark:        look.Bind("mark", "space"),

		keep:           look.Bind("filter_keep", "enter"),
		accept:         look.Bind("filter_accept", "tab"),
		clearFilter:    look.Bind("filter_clear", "esc"),
		choosePrevious: look.Bind("filter_previous", "up", "ctrl+p"),
		chooseNext:     look.Bind("filter_next", "down", "ctrl+n"),
	}
}

// TypingKeys returns the bindings of the list while typing.
func (p *Pane) TypingKeys() []key.Binding {
	k := p.keys
	return []key.Binding{k.open, k.clear, k.up, k.down, k.pageUp, k.pageDown, k.edit}
}

// FilterKeys returns the bindings of the filter line.
func (p *Pane) FilterKeys() []key.Binding {
	k := p.keys
	return []key.Binding{k.keep, k.accept, k.clearFilter, k.chooseNext, k.choosePrevious}
}

// BrowsingKeys returns the bindings of the list while browsing.
func (p *Pane) BrowsingKeys() []key.Binding {
	k := p.keys
	return []key.Binding{k.browseOpen, k.clearSearch, k.dropFilter, k.browseUp, k.browseDown, k.pageUp, k.pageDown, k.first, k.last, k.halfUp, k.halfDown, k.mark}
}

// Keys returns the bindings of the current mode. Without a country under the
// cursor the key that opens one is missing; of those that clear the query and the
// filter, there is the one that works now.
func (p *Pane) Keys() []key.Binding {
	keys := p.BrowsingKeys()
	switch {
	case p.TypesFilter():
		return p.FilterKeys()
	case p.typing:
		keys = p.TypingKeys()
	case p.Searches():
		keys = slices.Delete(keys, 2, 3)
	case p.Filters():
		keys = slices.Delete(keys, 1, 2)
	default:
		keys = slices.Delete(keys, 1, 3)
	}
	if p.cursor < 0 {
		return keys[1:] // there is nothing to open
	}
	return keys
}
