package say

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Width is how many terminal cells s takes. It is the one measure of width in
// the program: libraries disagree about ambiguous characters, and our texts
// have none.
func Width(s string) int { return ansi.StringWidth(s) }

// Wrap breaks plain text into lines of at most width cells, at the places where
// the Unicode line breaking rules allow it: between words, between Han
// characters, but not before 。 or ） or after （. What has no such place, as a
// long link, is cut. Line feeds stay. Width must be at least 2, the width of a
// Han character; less is taken as 2.
func Wrap(text string, width int) []string {
	width = max(width, 2)
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width)...)
	}
	return lines
}

func wrapParagraph(text string, width int) []string {
	w := wrapper{width: width}
	for state := -1; text != ""; {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		w.add(segment)
	}
	w.flush()
	return w.lines
}

// wrapper fills lines of at most width cells.
type wrapper struct {
	width int
	lines []string
	line  strings.Builder
	cells int
}

// add puts a segment, which may not be broken, on the line, or on the next.
func (w *wrapper) add(segment string) {
	bare := Width(strings.TrimRight(segment, " "))
	if w.cells > 0 && w.cells+bare > w.width {
		w.flush()
	}
	if bare <= w.width {
		w.line.WriteString(segment)
		w.cells += Width(segment)
		return
	}
	for segment != "" { // longer than a line: cut between characters
		var cluster string
		cluster, segment, _, _ = uniseg.FirstGraphemeClusterInString(segment, -1)
		n := Width(cluster)
		if w.cells > 0 && w.cells+n > w.width {
			w.flush()
		}
		w.line.WriteString(cluster)
		w.cells += n
	}
}

func (w *wrapper) flush() {
	w.lines = append(w.lines, strings.TrimRight(w.line.String(), " "))
	w.line.Reset()
	w.cells = 0
}

// WrapIndent is [Wrap] with a first line that starts with lead, and following
// lines that are indented as far as lead is wide.
func WrapIndent(lead, text string, width int) []string {
	lines := Wrap(text, width-Width(lead))
	indent := strings.Repeat(" ", Width(lead))
	for i := range lines {
		if i == 0 {
			lines[i] = lead + lines[i]
		} else if lines[i] != "" {
			lines[i] = indent + lines[i]
		}
	}
	return lines
}
