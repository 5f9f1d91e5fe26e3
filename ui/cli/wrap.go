package cli

import (
	"strings"
	"unicode/utf8"

	"voxatlas/ui/text"
)

// wrap breaks s into lines of at most width cells.
func wrap(s string, width int) []string { return fill(pieces(s), width, width) }

// fill joins pieces to lines of at most first, then rest cells. A piece that is
// wider than a line, as a link, is left whole.
func fill(pieces []string, first, rest int) []string {
	var lines []string
	line, gap, width := "", "", max(first, 1)
	for _, piece := range pieces {
		text := strings.TrimRight(piece, " ")
		if line != "" && cells(line)+cells(gap)+cells(text) > width {
			lines = append(lines, line)
			line, gap, width = "", "", max(rest, 1)
		}
		line += gap + text
		gap = piece[len(text):]
	}
	return append(lines, line)
}

// pieces cuts s where a line may end. Unlike [text.Pieces] it leaves links and
// words with hyphens whole, so that a terminal can open, and a reader copy, them.
func pieces(s string) []string {
	var ps []string
	open := false // a line may end behind the last piece
	for piece := range text.Pieces(s) {
		if open || len(ps) == 0 || startsWide(piece) {
			ps = append(ps, piece)
		} else {
			ps[len(ps)-1] += piece
		}
		open = strings.HasSuffix(piece, " ") || endsWide(piece)
	}
	if len(ps) == 0 {
		return []string{""}
	}
	return ps
}

func startsWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return cells(string(r)) == 2
}

func endsWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return cells(string(r)) == 2
}
