package cli

import (
	"strings"
	"unicode/utf8"
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

// pieces cuts s where a line may end: Latin text at blanks, Han text between any
// two characters, except that no line begins with a closing mark or ends with
// an opening one. The blanks at a cut go with the piece before it.
func pieces(s string) []string {
	var ps []string
	start := 0
	prev, size := utf8.DecodeRuneInString(s)
	for i := size; i < len(s); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		if breakable(prev, r) {
			ps = append(ps, s[start:i])
			start = i
		}
		prev = r
	}
	return append(ps, s[start:])
}

// breakable reports whether a line may end between a and b.
func breakable(a, b rune) bool {
	switch {
	case b == ' ', closing(b), opening(a):
		return false
	case a == ' ':
		return true
	}
	return wide(a) && cells(string(b)) > 0 || wide(b)
}

func wide(r rune) bool { return cells(string(r)) == 2 }

// closing marks belong to what stands before them.
func closing(r rune) bool {
	return strings.ContainsRune("，。、；：！？）」』》〉】〕％…,.;:!?)]}%", r)
}

// opening marks belong to what follows.
func opening(r rune) bool { return strings.ContainsRune("（「『《〈【〔([{", r) }
