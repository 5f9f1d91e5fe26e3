package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// dots stand where something was cut.
const dots = "..."

// Cut is s, which may be styled, in at most w cells; what is left out leaves
// "..." where there is room for it.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case Width(s) <= w:
		return s
	case w <= len(dots):
		return ansi.Truncate(s, w, "")
	}
	return ansi.Truncate(s, w, dots)
}

// Fit is s, which may be styled, in exactly w cells: cut, or filled with blanks.
func Fit(s string, w int) string {
	s = Cut(s, w)
	if n := w - Width(s); n > 0 {
		s += strings.Repeat(" ", n)
	}
	return s
}

// Between puts left and right at the two ends of w cells. The right one gives
// way when there is no room for both.
func Between(left, right string, w int) string {
	gap := w - Width(left) - Width(right)
	if right == "" || gap < 1 {
		return Fit(left, w)
	}
	return left + strings.Repeat(" ", gap) + right
}

// Window is the part of lines that is seen from line top on: exactly h lines.
func Window(lines []string, top, h int) []string {
	view := make([]string, max(h, 0))
	for i := range view {
		if j := top + i; j >= 0 && j < len(lines) {
			view[i] = lines[j]
		}
	}
	return view
}

// Clamp is n, or the nearest value between low and high. When they cross, it is
// low.
func Clamp(n, low, high int) int { return max(low, min(n, high)) }
