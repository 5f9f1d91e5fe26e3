package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// HandleFindKey searches in the labels of the rows, if msg is a key for that, and
// reports whether it was. A pane that offers this search calls it before it handles a
// key itself.
func (g *Grid) HandleFindKey(msg tea.KeyPressMsg) bool {
	if !g.finder.open && !key.Matches(msg, g.finder.keys.find) {
		return false
	}
	show, handled := g.finder.handleKey(msg, g.searchedText(), g.top)
	if handled {
		g.showRow(show)
	}
	return handled
}

// searchedText returns the labels with the other names, as the text that the finder
// searches.
func (g *Grid) searchedText() *text.LazyLines {
	if g.labels == nil {
		lines := make([]text.Line, g.content.Rows)
		for i := range lines {
			label, _ := g.content.Label(i)
			lines[i] = append(label[:len(label):len(label)], text.Span{Text: "  " + g.content.OtherNames(i)})
		}
		g.labels = text.NewLazyLines(g.w, lines)
	}
	return g.labels
}

// FindKeys returns the bindings of the search that work now.
func (g *Grid) FindKeys() []key.Binding { return g.finder.bindings() }

// Searching reports whether a search in the labels is open.
func (g *Grid) Searching() bool { return g.finder.open }

// Typing reports whether letters go into the search.
func (g *Grid) Typing() bool { return g.finder.typing }

// Paste inserts text into the search.
func (g *Grid) Paste(s string) Intent {
	if g.finder.typing {
		g.showRow(g.finder.insert(s, g.searchedText()))
	}
	return nil
}

// showRow moves the cursor to a row; -1 is none.
func (g *Grid) showRow(row int) {
	if row >= 0 {
		g.MoveTo(row, g.column)
		return
	}
	g.reveal()
}
