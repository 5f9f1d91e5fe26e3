package answers

import (
	"strconv"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// laterLines returns a note that is later than the edition, as a link to its source.
func (p *Pane) laterLines(n say.Later) []text.Line {
	return text.WrapSpans(text.Indented(indent)[0], []text.Span{{Text: n.Text, Style: p.look.Theme.Accent, Link: n.URL}}, p.W)
}

// laterMark returns the mark of the notes that are the same for every country, and not
// shown in the pane: "+1". It is empty if there are none.
func laterMark(a say.Answer) string {
	count := 0
	for _, n := range a.Later {
		if n.General && n.Changes {
			count++
		}
	}
	if count == 0 {
		return ""
	}
	return say.LaterMark + strconv.Itoa(count)
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
