package layout

import (
	"fmt"
	"strings"
	"testing"
)

// drawing draws an arrangement: a letter per cell, and blanks outside of the panes.
func drawing(p Arrangement) string {
	rows := make([][]byte, p.Height)
	for y := range rows {
		rows[y] = []byte(strings.Repeat(" ", p.Width))
	}
	fill := func(r Rect, c byte) {
		for y := r.Y; y < r.Y+r.H; y++ {
			for x := r.X; x < r.X+r.W; x++ {
				rows[y][x] = c
			}
		}
	}
	for _, s := range p.Shown() {
		fill(p.TitleBar(s), "LAI"[s])
		fill(p.Panes[s], "lai"[s])
	}
	fill(p.Footer, 'f')
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(shorten(string(r)) + "\n")
	}
	return b.String()
}

// shorten writes a run of letters as the letter and how many there are.
func shorten(row string) string {
	var b strings.Builder
	for i := 0; i < len(row); {
		j := i
		for j < len(row) && row[j] == row[i] {
			j++
		}
		fmt.Fprintf(&b, "%c%d", row[i], j-i)
		i = j
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		w, h  int
		focus Slot
		want  string
	}{
		{110, 6, Countries, "L28 1A42 1I38|l28 1a42 1i38|l28 1a42 1i38|l28 1a42 1i38|l28 1a42 1i38|f110"},
		{109, 5, Countries, "L32 1A76|l32 1a76|l32 1a76|l32 1a76|f109"},
		{72, 5, Answers, "L26 1A45|l26 1a45|l26 1a45|l26 1a45|f72"},
		{72, 5, Info, "A36 1I35|a36 1i35|a36 1i35|a36 1i35|f72"},
		{71, 5, Countries, "L71|l71|l71|l71|f71"},
		{20, 5, Info, "I20|i20|i20|i20|f20"},
		{19, 5, Countries, " 19| 19| 19| 19| 19"},
		{20, 4, Countries, " 20| 20| 20| 20"},
	} {
		got := strings.ReplaceAll(strings.TrimSpace(drawing(Split(tt.w, tt.h, tt.focus))), "\n", "|")
		if got != strings.TrimSpace(tt.want) {
			t.Errorf("Split(%d, %d, %d):\n%s\nwant\n%s", tt.w, tt.h, tt.focus, got, tt.want)
		}
	}
}

// TestSplitAtEverySize looks for panes that leave the screen or touch.
func TestSplitAtEverySize(t *testing.T) {
	for w := -1; w <= 260; w++ {
		for h := -1; h <= 90; h++ {
			for focus := range NumSlots {
				p := Split(w, h, focus)
				if big := w >= MinWidth && h >= MinHeight; big == p.Panes[focus].IsEmpty() {
					t.Fatalf("%dx%d: the focused pane %d is %v", w, h, focus, p.Panes[focus])
				}
				end := -1
				for _, s := range p.Shown() {
					r := p.Panes[s]
					if r.X <= end || r.X+r.W > w || r.Y != 1 || r.Y+r.H != h-1 || r.W < 20 {
						t.Fatalf("%dx%d, focus %d: pane %d is %v", w, h, focus, s, r)
					}
					end = r.X + r.W
				}
			}
		}
	}
}
