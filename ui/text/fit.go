package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// ellipsis marks the place of a cut.
const ellipsis = "..."

// Cut shortens s, which may have escape sequences, to at most w cells. "..."
// marks the cut where there is room for it.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case Width(s) <= w:
		return s
	case w <= len(ellipsis):
		return ansi.Truncate(s, w, "")
	}
	return ansi.Truncate(s, w, ellipsis)
}

// Fit cuts s, which may have escape sequences, or fills it with blanks, to
// exactly w cells.
func Fit(s string, w int) string {
	s = Cut(s, w)
	return s + blanks(w-Width(s))
}

// PadLabel fills s with blanks to w cells, with at least one blank.
func PadLabel(s string, w int) string { return s + blanks(max(w-Width(s), 1)) }

// blanks returns n blanks, or none if n is negative.
func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Justify puts left and right at the two ends of w cells. It drops right if
// there is no room for both.
func Justify(left, right string, w int) string {
	gap := w - Width(left) - Width(right)
	if right == "" || gap < 1 {
		return Fit(left, w)
	}
	return left + blanks(gap) + right
}

// VisibleLines returns exactly h of lines, from line top on. Lines that do not exist
// are empty.
func VisibleLines(lines []string, top, h int) []string {
	return visible(len(lines), top, h, func(i int) string { return lines[i] })
}

// visible returns exactly h of n lines, from line top on.
func visible(n, top, h int, line func(i int) string) []string {
	view := make([]string, max(h, 0))
	for i := range view {
		if j := top + i; j >= 0 && j < n {
			view[i] = line(j)
		}
	}
	return view
}

// Clamp returns n, or the nearest value between low and high. It returns low if
// high is less.
func Clamp(n, low, high int) int { return max(low, min(n, high)) }
