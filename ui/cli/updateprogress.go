package cli

import (
	"context"
	"fmt"
	"strings"
)

// The progress of an update: cells of the bar on a terminal, and elsewhere the pages
// between two lines.
const (
	barCells      = 20
	pagesPerLine  = 20
	progressCells = 60
)

// fetchProgress returns a function that shows how many pages have been fetched, and that
// ends the run with ctx.
func (p *program) fetchProgress(ctx context.Context) func(done, all int) error {
	return func(done, all int) error {
		said := p.localizer.Text("update.progress", "done", done, "all", all)
		switch {
		case p.env.Watched:
			full := done * barCells / all
			fmt.Fprintf(p.env.Err, "\r[%s%s] %s", strings.Repeat("=", full), strings.Repeat(" ", barCells-full), said) //nolint:errcheck // only talk
		case done == all || done%pagesPerLine == 0:
			p.printNotice(said)
		}
		return ctx.Err()
	}
}

// clearFetchProgress erases the line of progress.
func (p *program) clearFetchProgress() {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+strings.Repeat(" ", progressCells)+"\r") //nolint:errcheck // only talk
	}
}
