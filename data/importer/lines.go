package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
)

// withDashedItems makes list items of the lines of c that begin with a dash: some authors
// write "- A<br/>- B" in place of a list.
func withDashedItems(c pages.Cell) pages.Cell {
	var out pages.Cell
	found := false
	for _, p := range c.Parts {
		lines := []pages.Part{p}
		if p.Depth == 0 {
			lines = splitLines(p)
		}
		for _, line := range lines {
			if item, ok := cutDash(line); ok && p.Depth == 0 {
				line, found = item, true
			}
			out.Parts = append(out.Parts, line)
		}
	}
	if !found {
		return c
	}
	return out
}

// splitLines returns the lines of p that have text, as parts of the same depth.
func splitLines(p pages.Part) []pages.Part {
	lines := []pages.Part{{Depth: p.Depth}}
	for _, run := range p.Runs {
		for i, text := range strings.Split(run.Text, "\n") {
			if i > 0 {
				lines = append(lines, pages.Part{Depth: p.Depth})
			}
			last := &lines[len(lines)-1]
			last.Runs = append(last.Runs, pages.TextRun{Text: text, Link: run.Link, Code: run.Code})
		}
	}
	return slices.DeleteFunc(lines, func(p pages.Part) bool { return normalize(p.TextContent()) == "" && len(p.Links()) == 0 })
}

// cutDash returns a line without the dash that it begins with, as a list item; false for
// another line.
func cutDash(line pages.Part) (item pages.Part, ok bool) {
	for i, run := range line.Runs {
		text := strings.TrimLeft(run.Text, " ")
		if text == "" {
			continue
		}
		for _, dash := range []string{"- ", "– ", "• ", "* ", "· "} {
			if rest, ok := strings.CutPrefix(text, dash); ok {
				runs := slices.Clone(line.Runs)
				runs[i].Text = rest
				return pages.Part{Depth: 1, Runs: runs}, true
			}
		}
		break
	}
	return line, false
}
