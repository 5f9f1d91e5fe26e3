package answers

import (
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// laterLines returns a note that is later than the edition, as a link to its source.
func (p *Pane) laterLines(n say.Later) []text.Line {
	return text.WrapSpans(text.Indented(indent)[0], []text.Span{{Text: n.Text, Style: p.look.Theme.Accent, Link: n.URL}}, p.W)
}

// laterCounts returns the number of the notes that are the same for every country, and
// not shown in the pane: in words and as a mark, "2 later notes" and "+2". It returns
// nothing if there are none.
func (p *Pane) laterCounts(a say.Answer) []string {
	count := 0
	for _, n := range a.Later {
		if n.General && n.Changes {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	return []string{p.look.Localizer.Count("ui.later_count", count), say.LaterMark(count)}
}

// laterPages returns the notes about the pages as a whole that are later than the
// edition, below their heading.
func (p *Pane) laterPages() []text.Line {
	loc := p.look.Localizer
	notes := loc.LaterPages(p.country)
	if len(notes) == 0 {
		return nil
	}
	lines := text.Wrapped(loc.Text("answer.later"), p.look.Theme.Accent, 1, p.W)
	for _, n := range notes {
		lines = append(lines, p.laterLines(n)...)
	}
	return lines
}
