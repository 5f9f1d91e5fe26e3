package cli

import (
	"context"
	"fmt"
	"strings"

	"voxatlas/data/importer"
)

// Sizes of the progress of reading pages.
const (
	progressCells = 60 // of the line on a terminal
	barCells      = 20 // of the bar in it
	pagesPerLine  = 20 // elsewhere, between two lines
)

// progressWidth returns the cells that a line of progress has: on a narrow terminal it would
// be broken, and stay.
func (p *program) progressWidth() int {
	if p.env.Width == 0 { // not known
		return progressCells
	}
	return min(progressCells, p.env.Width-1)
}

// showProgress shows a line of progress on the terminal of Err, over the one before.
func (p *program) showProgress(line string) {
	fmt.Fprint(p.env.Err, "\r"+line) //nolint:errcheck // there is no other place to print to
}

// clearProgress erases the line of progress.
func (p *program) clearProgress() {
	if p.env.Watched {
		p.showProgress(strings.Repeat(" ", p.progressWidth()) + "\r")
	}
}

// importProgress returns a function that shows how many pages of a folder have been read,
// where Err is a terminal, and that stops the import when ctx ends.
func (p *program) importProgress(ctx context.Context) importer.Progress {
	shown := -1
	return func(done, all int) error {
		if step := done * 20 / all; p.env.Watched && step != shown {
			shown = step
			p.showProgress(p.localizer.Text("import.progress", "done", done, "all", all))
		}
		return ctx.Err()
	}
}

// fetchProgress returns a function that shows how many pages have been fetched, and that
// ends the run with ctx.
func (p *program) fetchProgress(ctx context.Context) func(done, all int) error {
	return func(done, all int) error {
		line := p.localizer.Text("update.progress", "done", done, "all", all)
		switch {
		case p.env.Watched:
			if p.progressWidth() == progressCells {
				full := done * barCells / all
				line = "[" + strings.Repeat("=", full) + strings.Repeat(" ", barCells-full) + "] " + line
			}
			p.showProgress(line)
		case done == all || done%pagesPerLine == 0:
			p.printNotice(line)
		}
		return ctx.Err()
	}
}
