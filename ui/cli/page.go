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

// width is how many cells a line of the answer may have.
func (p *program) width() int {
	if p.env.Width <= 0 {
		return plainWidth
	}
	return max(p.env.Width, minWidth)
}

// sheet is the page of one country.
type sheet struct {
	*text.Page
	theme     *text.Theme
	localizer say.Localizer
	others    []say.Localizer
	ascii     bool
}

func (p *program) sheet() sheet {
	return sheet{&text.Page{Width: p.width()}, p.theme(), p.localizer, p.others(), p.options.ascii}
}

// printLines writes lines of the answer.
func (p *program) printLines(lines []text.Line) {
	for _, l := range lines {
		p.print(l.Render())
	}
}
