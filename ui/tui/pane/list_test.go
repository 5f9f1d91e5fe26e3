package pane

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// TestList presses any keys over any blocks in views of any height: what is
// under the cursor is in view, with its first line, after every key but those that
// scroll through it; and no line of the view is wasted.
func TestList(t *testing.T) {
	localizers, err := say.Localizers()
	if err != nil {
		t.Fatal(err)
	}
	look := NewLooks(localizers, 10).Look(0, text.Monochrome(), false)
	keys := []tea.Key{{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: tea.KeyPgUp}, {Code: tea.KeyPgDown}, {Code: tea.KeyHome}, {Code: tea.KeyEnd}}
	rapid.Check(t, func(r *rapid.T) {
		var blocks []Block[int]
		for i := range rapid.IntRange(0, 12).Draw(r, "blocks") {
			of := 0
			if rapid.IntRange(0, 2).Draw(r, "heading") > 0 {
				of = i + 1
			}
			blocks = append(blocks, Block[int]{Item: of, Lines: make([]text.Line, rapid.IntRange(1, 6).Draw(r, "lines"))})
		}
		reader := &List[int]{W: 10, H: rapid.IntRange(1, 9).Draw(r, "height")}
		reader.SetLook(look)
		reader.SetContent(NewContent(10, blocks))
		for range rapid.IntRange(1, 30).Draw(r, "keys") {
			before := reader.Selected()
			moved := reader.MoveCursor(tea.KeyPressMsg(rapid.SampledFrom(keys).Draw(r, "key")))
			if moved != (reader.Selected() != before) {
				r.Fatalf("from %d to %d, but moved is %v", before, reader.Selected(), moved)
			}
			if len(reader.View(look.Theme, true)) != reader.H || reader.Top < 0 || reader.Top > max(reader.Len()-reader.H, 0) {
				r.Fatalf("line %d of %d is on top of %d", reader.Top, reader.Len(), reader.H)
			}
			if rapid.Bool().Draw(r, "resized") {
				reader.H = rapid.IntRange(1, 9).Draw(r, "height")
				reader.Reveal()
			}
		}
		reader.Reveal()
		for _, b := range reader.blocks() {
			if b.Item != 0 && b.Item == reader.Selected() && (b.start < reader.Top || b.start >= reader.Top+reader.H) {
				r.Fatalf("block %d at %d is out of view: %d lines from %d on", b.Item, b.start, reader.H, reader.Top)
			}
		}
	})
}

func TestScroller(t *testing.T) {
	s := Scroller{Top: 7}
	for _, tt := range []struct{ n, h, want int }{{10, 3, 7}, {9, 3, 6}, {2, 3, 0}, {10, 0, 0}} {
		if s.Clamp(tt.n, tt.h); s.Top != tt.want {
			t.Errorf("a view of %d lines over %d starts at %d, want %d", tt.h, tt.n, s.Top, tt.want)
		}
	}
}
