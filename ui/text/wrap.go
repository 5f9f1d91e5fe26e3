package text

import (
	"iter"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Width is how many terminal cells s takes. It is the one measure of width in
// the program: libraries disagree about ambiguous characters, and our texts
// have none.
func Width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f:
			n++
		case r >= 0x4e00 && r <= 0x9fff, r >= 0xff01 && r <= 0xff5e, r >= 0x3001 && r <= 0x3017: // Han, full-width forms, marks
			n += 2
		default:
			return ansi.StringWidth(s) // escapes, joiners, whatever needs more thought
		}
	}
	return n
}

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
	if bare := strings.TrimRight(text, " "); Width(bare) <= width {
		return []string{bare}
	}
	w := wrapper{width: width}
	for piece := range Pieces(text) {
		w.add(piece)
	}
	w.flush()
	return w.lines
}

// Pieces yields the parts of text between which the Unicode line breaking rules
// let a line end, with the blanks behind each. The name of the licence,
// CC BY 4.0, stays whole.
func Pieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		held := ""
		for state := -1; text != ""; {
			var piece string
			piece, text, _, state = uniseg.FirstLineSegmentInString(text, state)
			if held != "" && !licence(piece) {
				if !yield(held) {
					return
				}
				held = ""
			}
			held += piece
		}
		if held != "" {
			yield(held)
		}
	}
}

// licence reports whether s goes on with the name of the licence.
func licence(s string) bool { return s == "BY " || strings.HasPrefix(s, "4.0") }

// wrapper fills lines of at most width cells.
type wrapper struct {
	width int
	lines []string
	line  strings.Builder
	cells int
}

// add puts a piece on the line, or on the next.
func (w *wrapper) add(piece string) {
	bare := Width(strings.TrimRight(piece, " "))
	if w.cells > 0 && w.cells+bare > w.width {
		w.flush()
	}
	if bare <= w.width {
		w.line.WriteString(piece)
		w.cells += Width(piece)
		return
	}
	for piece != "" { // longer than a line: cut between characters
		var cluster string
		cluster, piece, _, _ = uniseg.FirstGraphemeClusterInString(piece, -1)
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
