package countries

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// SetTopic tells the list the topic under the cursor of the answers; of a service it
// takes the first answer.
func (p *Pane) SetTopic(t model.Topic) {
	switch {
	case t.Feature != 0:
		p.feature = t.Feature
	case t.Service != 0:
		p.feature = t.Service.Features()[0]
	}
}

// ToggleColumn shows the answer under the cursor of the answers for every country, or
// no longer.
func (p *Pane) ToggleColumn() {
	p.column = !p.column
	p.refreshRows(p.Country())
}

// ToggleSort sorts the list by the answer under the cursor of the answers, the best
// state first; again, by names.
func (p *Pane) ToggleSort() {
	if p.sortBy == p.feature {
		p.sortBy = 0
	} else {
		p.sortBy = p.feature
	}
	p.refreshRows(p.Country())
}

// columnFeature returns the answer that the list shows for every country: the one under
// the cursor of the answers, or the one that the list is sorted by; 0 for none.
func (p *Pane) columnFeature() model.Feature {
	if p.column {
		return p.feature
	}
	return p.sortBy
}

// SetColumns shows some answers for every country from now on, besides the one that
// ToggleColumn shows.
func (p *Pane) SetColumns(features []model.Feature) { p.fixed = features }

// columnFeatures returns the answers that the list shows for every country, as many as
// leave room for names.
func (p *Pane) columnFeatures() []model.Feature {
	list := p.fixed[:min(len(p.fixed), max(p.w-minNames, 0)/columnWidth)]
	if f := p.columnFeature(); f != 0 && !slices.Contains(list, f) {
		list = append(slices.Clone(list), f)
	}
	return list
}

// minNames is the least width that columns leave to the names, in cells.
const minNames = 20

// Columns returns the answer that the list shows for every country, and the one that it
// is sorted by without a query; 0 for none.
func (p *Pane) Columns() (column, sorted model.Feature) { return p.columnFeature(), p.sortBy }

// columnWidth is the width of the column of an answer: a mark and a blank.
const columnWidth = 2

// rowWidth returns the width of a row without the pointer and the columns of answers.
func (p *Pane) rowWidth() int { return p.w - 1 - columnWidth*len(p.columnFeatures()) }

// markSpans returns the columns of answers in the row of c: a mark and a blank each.
func (p *Pane) markSpans(c *model.Country) text.Line {
	var l text.Line
	for _, f := range p.columnFeatures() {
		state := c.Answer(f).Shown()
		l = append(l, text.Span{Text: say.Mark(state, p.look.ASCII), Style: p.look.Theme.State(state)}, text.Span{Text: " "})
	}
	return l
}

// minHeightSorted is the least height of the pane for a second heading.
const minHeightSorted = 8

// columnHeadings returns the lines that name the answers of the columns, and the one that
// the list is sorted by.
func (p *Pane) columnHeadings() []text.Line {
	columns, sorted := p.columnFeatures(), p.sortBy
	if len(columns) == 0 || p.h < minHeightBelow {
		return nil
	}
	loc, t := p.look.Localizer, p.look.Theme
	var titles []string
	for _, f := range columns {
		titles = append(titles, loc.ShortTitle(model.Topic{Feature: f}))
	}
	title := loc.JoinList(titles)
	if len(columns) > 1 && text.Width(title) >= p.w {
		for i, f := range columns {
			titles[i] = f.Short()
		}
		title = strings.Join(titles, " ")
	}
	if p.Searches() {
		sorted = 0 // the hits stand in the order of the search
	}
	if slices.Equal(columns, []model.Feature{sorted}) {
		title, sorted = loc.Text("ui.list_sorted", "answer", title), 0
	}
	lines := []text.Line{{{Text: " "}, {Text: title, Style: t.Strong}}}
	if sorted != 0 && p.h >= minHeightSorted {
		words := loc.Text("ui.list_sorted_by", "answer", loc.ShortTitle(model.Topic{Feature: sorted}))
		if len(columns) > 1 && text.Width(words) >= p.w {
			words = loc.Text("ui.list_sorted_by", "answer", sorted.Short())
		}
		lines = append(lines, text.Line{{Text: " "}, {Text: words, Style: t.Dim}})
	}
	return lines
}
