package pane

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// TestList presses random keys over random blocks in views of any height. After
// Reveal the first line of the selected item is in view, and the cursor stands on
// the row with the pointer. No line of the view is wasted.
func TestList(t *testing.T) {
	look := newLooks(t).Look(0, text.ThemeOf(text.ThemeMono, 0, 0), false)
	keys := []tea.Key{{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: tea.KeyPgUp}, {Code: tea.KeyPgDown}, {Code: tea.KeyHome}, {Code: tea.KeyEnd}}
	rapid.Check(t, func(r *rapid.T) {
		var blocks []Block[int]
		for i := range rapid.IntRange(0, 12).Draw(r, "blocks") {
			b := Block[int]{Lines: slices.Repeat([]text.Line{{{Text: " x"}}}, rapid.IntRange(1, 6).Draw(r, "lines"))}
			if rapid.IntRange(0, 2).Draw(r, "heading") > 0 {
				b.Item = i + 1
			}
			blocks = append(blocks, b)
		}
		list := &List[int]{W: 10, H: rapid.IntRange(1, 9).Draw(r, "height")}
		list.SetLook(look)
		list.SetContent(NewContent(10, blocks))
		for range rapid.IntRange(1, 30).Draw(r, "keys") {
			before := list.Selected()
			moved := list.MoveCursor(tea.KeyPressMsg(rapid.SampledFrom(keys).Draw(r, "key")))
			if moved != (list.Selected() != before) {
				r.Fatalf("from %d to %d, but moved is %v", before, list.Selected(), moved)
			}
			checkView(r, list, look)
			if rapid.Bool().Draw(r, "resized") {
				list.H = rapid.IntRange(1, 9).Draw(r, "height")
				list.Reveal()
			}
		}
		list.Reveal()
		checkView(r, list, look)
		if list.HasSelection() && list.Cursor().Kind != RowCursor {
			r.Fatalf("no cursor on the selected item %d", list.Selected())
		}
		for _, b := range list.blocks() {
			if b.Item != 0 && b.Item == list.Selected() && (b.start < list.Top || b.start >= list.Top+list.H) {
				r.Fatalf("block %d at %d is out of view: %d lines from %d on", b.Item, b.start, list.H, list.Top)
			}
		}
	})
}

// checkView looks for a view of the wrong height, and for a cursor beside the row
// with the pointer.
func checkView(r *rapid.T, list *List[int], look *Look) {
	view := list.View(look.Theme, true)
	if len(view) != list.H || list.Top < 0 || list.Top > max(list.lineCount()-list.H, 0) {
		r.Fatalf("line %d of %d is on top of %d", list.Top, list.lineCount(), list.H)
	}
	c := list.Cursor()
	for y, line := range view {
		if pointer := strings.HasPrefix(ansi.Strip(line), ">"); pointer != (c == Cursor{Y: y, Kind: RowCursor}) {
			r.Fatalf("the cursor is %+v, row %d is %q", c, y, line)
		}
	}
}

func newLooks(t testing.TB) *Looks {
	t.Helper()
	localizers := say.Localizers()
	return NewLooks(localizers, 10)
}
