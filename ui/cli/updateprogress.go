package cli

import (
	"context"
	"fmt"
	"strings"
)

// The progress of an update: cells of the bar on a terminal, and of the whole line with it,
// and elsewhere the pages between two lines.
const (
	barCells      = 20
	progressCells = 60
	pagesPerLine  = 20
)

// progressWidth returns the cells that a line of progress has: on a narrow terminal it would
// be broken, and stay.
func (p *program) progressWidth() int {
	if p.env.Width == 0 { // not known
		return progressCells
	}
	return min(progressCells, p.env.Width-1)
}

// fetchProgress returns a function that shows how many pages have been fetched, and that
// ends the run with ctx.
func (p *program) fetchProgress(ctx context.Context) func(done, all int) error {
	return func(done, all int) error {
		said := p.localizer.Text("update.progress", "done", done, "all", all)
		switch {
		case p.env.Watched:
			if p.progressWidth() == progressCells {
				full := done * barCells / all
				said = "[" + strings.Repeat("=", full) + strings.Repeat(" ", barCells-full) + "] " + said
			}
			fmt.Fprint(p.env.Err, "\r"+said) //nolint:errcheck // only talk
		case done == all || done%pagesPerLine == 0:
			p.printNotice(said)
		}
		return ctx.Err()
	}
}

// clearFetchProgress erases the line of progress.
func (p *program) clearFetchProgress() {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+strings.Repeat(" ", p.progressWidth())+"\r") //nolint:errcheck // only talk
	}
}
