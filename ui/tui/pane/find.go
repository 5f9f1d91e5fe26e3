package pane

import (
	"unicode"

	"voxatlas/data/names/fold"
	"voxatlas/ui/text"
)

// match is a place where a query stands in a text. It has a part for each line that
// the place reaches into: words may be broken over lines.
type match []matchPart

// matchPart is the part of a match on one line: its runes [from, to).
type matchPart struct{ line, from, to int }

// foldedText is the key of a text of several lines, with the place of each of its
// runes.
type foldedText struct {
	of     *text.LazyLines
	runes  []rune
	start  []bool // a word begins
	places []matchPart
	fresh  []bool // first of its line, where a word may begin or go on
}

// lineEnd stands in a folded text for a line without letters: no match goes across.
const lineEnd = '\n'

// foldLines folds the lines of a text, one behind the other.
func foldLines(t *text.LazyLines) *foldedText {
	f := &foldedText{of: t}
	var positions []int
	for i := range t.Len() {
		k := fold.Of(t.Line(i).Text())
		for j, r := range k.Runes {
			positions = k.AppendOriginal(positions[:0], []int{j})
			place := matchPart{i, positions[0], positions[len(positions)-1] + 1}
			f.runes, f.start = append(f.runes, r), append(f.start, k.Start[j])
			f.places, f.fresh = append(f.places, place), append(f.fresh, j == 0)
		}
		if len(k.Runes) == 0 {
			f.runes, f.start = append(f.runes, lineEnd), append(f.start, true)
			f.places, f.fresh = append(f.places, matchPart{line: i}), append(f.fresh, true)
		}
	}
	return f
}

// matches returns the places of a query in the text. Letters are compared folded, as
// in the search for a country. Blanks count, but not where [mayJoin] says so.
func (f *foldedText) matches(query string) []match {
	q := fold.Of(query)
	if len(q.Runes) == 0 {
		return nil
	}
	var found []match
	for i := 0; i+len(q.Runes) <= len(f.runes); i++ {
		if f.hasAt(i, q) {
			found = append(found, f.match(i, i+len(q.Runes)))
			i += len(q.Runes) - 1
		}
	}
	return found
}

// hasAt reports whether the text has q at rune i.
func (f *foldedText) hasAt(i int, q fold.Key) bool {
	for j, r := range q.Runes {
		if f.runes[i+j] != r {
			return false
		}
		sameBlank := j == 0 || f.start[i+j] == q.Start[j] || f.fresh[i+j]
		if !sameBlank && !mayJoin(q.Runes[j-1], r) {
			return false
		}
	}
	return true
}

// mayJoin reports whether a blank between two runes means nothing: beside a Han
// character, and between digits, as in 1,200.
func mayJoin(a, b rune) bool {
	return unicode.Is(unicode.Han, a) || unicode.Is(unicode.Han, b) || unicode.IsDigit(a) && unicode.IsDigit(b)
}

// match returns the place of the runes [from, to) of the text.
func (f *foldedText) match(from, to int) match {
	var m match
	for _, p := range f.places[from:to] {
		if n := len(m); n > 0 && m[n-1].line == p.line {
			m[n-1].to = max(m[n-1].to, p.to)
			continue
		}
		m = append(m, p)
	}
	return m
}
