package pane

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voxatlas/ui/text"
)

// plainContent returns rows, the cells of which name their row and column. A
// row that begins with a number sign is a heading.
func plainContent(labelWidth int, widths []int, labels ...string) *GridContent {
	return &GridContent{
		LabelWidth: labelWidth, Columns: widths, Gap: 1, HeaderRows: 2, Rows: len(labels),
		Head: func(row, column int) text.Span {
			if row == 0 {
				return text.Span{Text: "group" + strconv.Itoa(column/2)}
			}
			return text.Span{Text: "c" + strconv.Itoa(column)}
		},
		Label: func(row int) (text.Line, bool) {
			label, isHeading := strings.CutPrefix(labels[row], "#")
			return text.Line{{Text: " " + label}}, isHeading
		},
		Cell: func(row, column int) text.Line {
			return text.Line{{Text: strconv.Itoa(row) + string(rune('a'+column))}}
		},
		OtherNames: func(_ int) string { return "" },
		Explain: func(row, column, _, h int) []text.Line {
			return slices.Repeat([]text.Line{{{Text: " row " + strconv.Itoa(row) + ", column " + strconv.Itoa(column)}}}, h)
		},
	}
}

func newGrid(t testing.TB, w, h int, s *GridContent) *Grid {
	g := &Grid{}
	g.SetLook(newLooks(t).Look(0, text.ThemeOf(text.ThemeMono, 0, 0), false))
	g.SetContent(s, 0, 0)
	g.Resize(w, h)
	return g
}

// drawing returns the view as a text.
func drawing(g *Grid) string {
	var lines []string
	for _, l := range g.View() {
		lines = append(lines, strings.TrimRight(ansi.Strip(l), " "))
	}
	return strings.Join(lines, "\n")
}

// TestGridDrawings moves the cursor of a grid and draws it.
func TestGridDrawings(t *testing.T) {
	g := newGrid(t, 22, 7, plainContent(8, []int{3, 3, 3, 3, 3, 3}, "#First", "Albania", "Bosnia and Herzegovina", "#Second", "Chad", "Denmark", "Estonia", "Fiji"))
	for _, step := range []struct{ keys, want string }{
		{"", `
         group0  gr...
 1-3/6   c0  c1  c2
 First
>Albania[1a ]1b  1c
 Bosn... 2a  2b  2c
 Second
 row 1, column 0`},
		{"l j", `
         group0  gr...
 1-3/6   c0  c1  c2
 First
 Albania 1a  1b  1c
>Bosn... 2a [2b ]2c
 Second
 row 2, column 1`},
		{"j", `
         group0  gr...
 1-3/6   c0  c1  c2
 Bosn... 2a  2b  2c
 Second
>Chad    4a [4b ]4c
 Denmark 5a  5b  5c
 row 4, column 1`},
		{"k l l", `
         gro group2
 4-6/6   c3  c4  c5
>Bosn...[2d ]2e  2f
 Second
 Chad    4d  4e  4f
 Denmark 5d  5e  5f
 row 2, column 3`},
		{"G l l l", `
         gro group2
 4-6/6   c3  c4  c5
 Chad    4d  4e  4f
 Denmark 5d  5e  5f
 Estonia 6d  6e  6f
>Fiji    7d  7e [7f ]
 row 7, column 5`},
		{"h h h", `
         group0  gr...
 1-3/6   c0  c1  c2
 Chad    4a  4b  4c
 Denmark 5a  5b  5c
 Estonia 6a  6b  6c
>Fiji    7a  7b [7c ]
 row 7, column 2`},
		{"pgup g h h h", `
         group0  gr...
 1-3/6   c0  c1  c2
 First
>Albania[1a ]1b  1c
 Bosn... 2a  2b  2c
 Second
 row 1, column 0`},
		{"/ c h", `
         group0  gr...
 1-3/6   c0  c1  c2
 Second
>Chad   [4a ]4b  4c
 Denmark 5a  5b  5c
/ ch              1/1
 row 4, column 0`},
	} {
		for _, k := range strings.Fields(step.keys) {
			if !g.HandleFindKey(gridPress(k)) && !g.MoveCursor(gridPress(k)) {
				t.Errorf("%s does nothing", k)
			}
		}
		if got := "\n" + drawing(g); got != step.want {
			t.Errorf("after %q:%s\nwant:%s", step.keys, got, step.want)
		}
	}
}

// gridPress returns the key press of a name, also of one that only grids know.
func gridPress(name string) tea.KeyPressMsg {
	switch name {
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}
	case "ctrl+d", "ctrl+u":
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	}
	return press(name)
}

// TestGridStaysValid presses any keys over any content in views of any size: the view has
// its size, and the cursor is in view, on the row with the pointer.
func TestGridStaysValid(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		draw := func() *GridContent {
			labels := rapid.SliceOfN(rapid.SampledFrom([]string{"one", "#two", "three hundred and four", "台灣"}), 0, 12).Draw(r, "labels")
			widths := rapid.SliceOfN(rapid.IntRange(1, 30), 0, 9).Draw(r, "widths")
			s := plainContent(rapid.IntRange(1, 12).Draw(r, "label"), widths, labels...)
			s.Gap, s.HeaderRows = rapid.IntRange(1, 3).Draw(r, "gap"), rapid.IntRange(0, 2).Draw(r, "header")
			return s
		}
		g := newGrid(t, 20, 5, draw())
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			switch rapid.IntRange(0, 9).Draw(r, "step") {
			case 0:
				g.SetContent(draw(), g.Row(), g.Column())
			case 1:
				g.Resize(rapid.IntRange(1, 60).Draw(r, "w"), rapid.IntRange(0, 12).Draw(r, "h"))
			default:
				k := gridPress(rapid.SampledFrom([]string{"j", "k", "h", "l", "g", "G", "pgup", "pgdown", "ctrl+d", "ctrl+u", "/", "n", "o", "t", "enter", "esc", "up", "down", "left", "right"}).Draw(r, "key"))
				if !g.HandleFindKey(k) {
					g.MoveCursor(k)
				}
			}
			checkGrid(r, g)
		}
	})
}

// checkGrid looks for a view of a wrong size, and for a cursor that is not where it is
// drawn.
func checkGrid(r *rapid.T, g *Grid) {
	view := g.View()
	if len(view) != g.h {
		r.Fatalf("%d lines, want %d", len(view), g.h)
	}
	c := g.Cursor()
	for y, line := range view {
		if text.Width(line) > g.w {
			r.Fatalf("line %d has more than %d cells: %q", y, g.w, ansi.Strip(line))
		}
		if pointer := strings.HasPrefix(ansi.Strip(line), ">"); pointer != (c.Kind == RowCursor && c.Y == y) && c.Kind != TextCursor {
			r.Fatalf("the cursor is %+v, row %d is %q", c, y, line)
		}
	}
	if g.row >= 0 && g.height() > 0 && (g.row < g.top || g.row >= g.top+g.height()) {
		r.Fatalf("row %d is out of view: %d rows from %d on", g.row, g.height(), g.top)
	}
	if g.column >= 0 && (g.column < g.left || g.column >= g.end(g.left)) {
		r.Fatalf("column %d is out of view: from %d to %d", g.column, g.left, g.end(g.left))
	}
	if g.row >= 0 && g.column >= 0 && g.height() > 0 && g.w > 12 && !strings.Contains(drawing(g), "[") {
		r.Fatalf("no cell is marked:\n%s", drawing(g))
	}
}
