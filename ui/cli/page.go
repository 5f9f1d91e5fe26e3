package cli

import (
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// plainWidth is the width of a page that goes to no terminal, and minWidth the
// least that one is wrapped at.
const (
	plainWidth = 80
	minWidth   = 20
)

// pageWidth returns the number of cells in a line of the output.
func (p *program) pageWidth() int {
	if p.env.Width <= 0 {
		return plainWidth
	}
	return max(p.env.Width, minWidth)
}

// factPage lays out facts in the user's language, with some names in the
// others beside it.
type factPage struct {
	*text.PrintedPage
	theme     *text.Theme
	localizer say.Localizer
	others    []say.Localizer
	ascii     bool
	noLinks   bool // leaves out addresses
	plain     bool // see plainpage.go
}

// Columns of a page, in cells.
const (
	answerIndent = 2
	detailIndent = answerIndent + 4
	nameCells    = 34
)

// newFactPage returns an empty page.
func (p *program) newFactPage() factPage {
	s := factPage{&text.PrintedPage{Width: p.pageWidth()}, p.theme(), p.localizer, p.otherLocalizers(), p.options.ascii, false, p.options.plain}
	if s.plain {
		s.Width = unlimitedWidth
	}
	return s
}

// printLines prints lines of the output.
func (p *program) printLines(lines []text.Line) {
	for _, l := range lines {
		if p.options.plain {
			p.print(plainLine(p.localizer, l.Text()))
		} else {
			p.print(l.Render())
		}
	}
}
