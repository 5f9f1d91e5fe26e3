package table

import (
	"math"
	"slices"
	"strconv"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// form is how the cells and headings look: as roomy as all columns fit.
type form uint8

const (
	wordForm    form = iota // mark and word: "✓ Available"
	letterForm              // mark and letter under headings, figures in full: "✓Y+", "✓ 3,000"
	initialForm             // mark and letter under initials: "✓Y+"
	signForm                // mark under initials: "✓+"
	markForm                // mark alone: "✓"; only the heading of the cursor's column is shown
)

// sizes are the widths of the words of an edition in one look, in cells.
type sizes struct {
	name    int                        // the longest name of a country
	words   [model.NumFeatures + 1]int // the longest cell of each answer in words
	figures [model.NumFeatures + 1]int // and the longest one with a figure
}

// editionAnswers are the answers of all countries of an edition.
type editionAnswers struct {
	*rows.Answers
	at map[*model.Country]int // position in Answers
}

// allAnswers returns the answers of all countries, which sessions share.
func allAnswers(look *pane.Look, atlas *model.Atlas) *editionAnswers {
	type key struct{ atlas *model.Atlas }
	return pane.Memoize(look, key{atlas}, func() *editionAnswers {
		countries := slices.Collect(atlas.Countries())
		a := &editionAnswers{rows.NewAnswers(countries, model.Features(), rows.CountriesDown), make(map[*model.Country]int, len(countries))}
		for i, c := range countries {
			a.at[c] = i
		}
		return a
	})
}

// cell returns the answer of c to f.
func (a *editionAnswers) cell(c *model.Country, f model.Feature) rows.Cell {
	return a.Cell(a.at[c], int(f)-1)
}

// sizesOf measures the words of an edition.
func sizesOf(look *pane.Look, atlas *model.Atlas) *sizes {
	type key struct{ atlas *model.Atlas }
	return pane.Memoize(look, key{atlas}, func() *sizes {
		s, answers := &sizes{}, allAnswers(look, atlas)
		for _, c := range answers.Countries {
			s.name = max(s.name, text.Width(c.Name(look.Localizer.Lang())))
			for _, f := range model.Features() {
				cell := answers.cell(c, f)
				w := text.Width(look.CellText(cell, answers.IsLimited(cell), rows.WordForm, math.MaxInt))
				s.words[f] = max(s.words[f], w)
				if hasFigure(cell) {
					s.figures[f] = max(s.figures[f], w)
				}
			}
		}
		return s
	})
}

// hasFigure reports whether a figure stands for the word of a cell.
func hasFigure(c rows.Cell) bool {
	d := c.Detail()
	return d.Minutes > 0 || d.Destinations > 0
}

// columnWidth returns the width of the column of an answer in a form.
func (f form) columnWidth(look *pane.Look, s *sizes, answer model.Feature) int {
	heading := text.Width(look.Localizer.ColumnHeading(answer))
	switch f {
	case wordForm:
		return max(heading, s.words[answer])
	case letterForm:
		return max(heading, s.figures[answer], 3)
	case initialForm:
		return 3
	case signForm:
		return 2
	}
	return 1
}

// leastName is the least number of cells that a form leaves for the names of countries.
func (f form) leastName() int { return [...]int{18, 16, 14, 12, 6}[f] }

// margin is the number of cells before a name: of the pointer, and of the mark of a
// marked country.
const margin = 2

// columns is the layout of the columns at one width.
type columns struct {
	form   form
	label  int // of the names, with the margin
	gap    int
	widths []int

	features []model.Feature          // a column each
	services map[model.Service]string // headings above the answers of each
}

// fitColumns returns the roomiest form in which all columns fit into w cells, with as
// much room for the names as they take. In the last form they may not fit.
func fitColumns(look *pane.Look, s *sizes, features []model.Feature, w int) *columns {
	for f := wordForm; ; f++ {
		c := &columns{form: f, gap: 1, features: features}
		if f == wordForm {
			c.gap = 2
		}
		need := 1 // a blank at the end, for the bracket of the cursor
		for _, answer := range features {
			c.widths = append(c.widths, f.columnWidth(look, s, answer))
			need += c.widths[len(c.widths)-1] + c.gap
		}
		name := min(w-need-margin, s.name)
		if name < min(f.leastName(), s.name) && f != markForm {
			continue
		}
		if rest := w - need - margin - name; rest >= len(features) && c.gap < 3 {
			c.gap++
		}
		c.label = margin + max(name, min(f.leastName(), s.name))
		c.nameServices(look)
		return c
	}
}

// nameServices finds the longest name of each service that fits above its columns.
func (c *columns) nameServices(look *pane.Look) {
	loc := look.Localizer
	c.services = map[model.Service]string{}
	for _, s := range model.Services() {
		room := -c.gap
		for i, f := range c.features {
			if f.Service() == s {
				room += c.gap + c.widths[i]
			}
		}
		for _, name := range []string{loc.ServiceInitials(s), loc.ServiceHeading(s), loc.Service(s)} {
			if text.Width(name) <= room || c.services[s] == "" {
				c.services[s] = name
			}
		}
	}
}

// layoutTable sorts the rows and lays out the columns, and moves the cursor to the
// country and the answer of the selection.
func (p *Pane) layoutTable() {
	if p.look == nil {
		return
	}
	p.list = p.sortedRows()
	w := max(p.Width(), 1)
	type key struct {
		atlas    *model.Atlas
		features [model.NumFeatures]model.Feature
		w        int
	}
	k := key{atlas: p.selection.Atlas, w: w}
	copy(k.features[:], p.features)
	c := pane.Memoize(p.look, k, func() *columns { return fitColumns(p.look, sizesOf(p.look, k.atlas), p.features, w) })
	row := 0
	if p.selection.At != nil {
		row = max(slices.Index(p.list, p.selection.At), 0)
	}
	p.SetContent(p.newContent(c), row, max(slices.Index(p.features, p.selection.Feature), 0))
}

// showsMarked reports whether the table is about the marked countries.
func (p *Pane) showsMarked() bool { return p.ofMarked || len(p.selection.Marked) >= 2 }

// sortedRows returns a country for each row, in order. Those that meet the filter with a
// condition stand below a rule.
func (p *Pane) sortedRows() []*model.Country {
	s := p.selection
	switch {
	case p.showsMarked():
		return p.sorted(s.Marked)
	case s.Filter == "":
		return p.sorted(allAnswers(p.look, s.Atlas).Countries)
	case len(s.Depends) == 0:
		return p.sorted(s.Meets)
	}
	return append(append(p.sorted(s.Meets), nil), p.sorted(s.Depends)...)
}

// sorted returns countries in the order of the table.
func (p *Pane) sorted(countries []*model.Country) []*model.Country {
	countries = slices.Clone(countries)
	rows.SortBy(countries, p.order, p.look.Localizer.Lang(), func(c *model.Country) *model.Country { return c })
	return countries
}

// counts returns the number of countries in the table; with a filter, of those that meet
// it, and of those that meet it with a condition: "31 + 4".
func (p *Pane) counts() string {
	s := p.selection
	if p.showsMarked() || s.Filter == "" || len(s.Depends) == 0 {
		return strconv.Itoa(len(p.list))
	}
	return strconv.Itoa(len(s.Meets)) + " + " + strconv.Itoa(len(s.Depends))
}
