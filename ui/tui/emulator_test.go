package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// TestColumnsLineUp shows frames with many wide characters in a terminal emulator.
// Every pane must begin in the same column on every row.
func TestColumnsLineUp(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		a := f.newApp(loc.Lang(), 120, 40, func(c *Config) { c.Color = true })
		for _, keys := range [][]string{{}, {"台"}, {"enter", "j", "j"}, {"esc", "/", "esc", "end"}, {"m", "space", "j", "space", "l"}, {"c", "j"}, {"esc", "esc", "?"}} {
			pressKeys(a, keys...)
			term := vt.NewEmulator(120, 40)
			if _, err := term.WriteString(strings.ReplaceAll(a.View().Content, "\n", "\r\n")); err != nil {
				t.Fatal(err)
			}
			for y, line := range frameRows(a.Frame()) {
				checkCells(t, term, y, ansi.Strip(line))
			}
		}
	}
}

// checkCells compares row y of the emulator with the wanted text, cell by cell.
func checkCells(t *testing.T, term *vt.Emulator, y int, want string) {
	t.Helper()
	x := 0
	for _, r := range want {
		cell := term.CellAt(x, y)
		if cell == nil || cell.Content != string(r) {
			t.Fatalf("row %d, column %d: the terminal has %+v, want %q of %q", y, x, cell, r, want)
		}
		x += cell.Width
	}
	if x != 120 {
		t.Fatalf("row %d ends in column %d: %q", y, x, want)
	}
}
