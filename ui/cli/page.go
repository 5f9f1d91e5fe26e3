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

// pageWidth is how many cells a line of the answer may have.
func (p *program) pageWidth() int {
	if p.env.Width <= 0 {
		return plainWidth
	}
	return max(p.env.Width, minWidth)
}

// factPage is the page of one country.
type factPage struct {
	*text.Page
	theme     *text.Theme
	localizer say.Localizer
	others    []say.Localizer
	ascii     bool
}

func (p *program) newFactPage() factPage {
	return factPage{&text.Page{Width: p.pageWidth()}, p.theme(), p.localizer, p.otherLocalizers(), p.options.ascii}
}

// printLines writes lines of the answer.
func (p *program) printLines(lines []text.Line) {
	for _, l := range lines {
		p.print(l.Render())
	}
}
