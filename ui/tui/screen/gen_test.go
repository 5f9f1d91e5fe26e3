package screen

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// textPieces are texts of every kind on whose width terminals disagree.
var textPieces = []string{
	"a", "b", "Zürich", " ", "  ", "        ", "臺灣", "台", "日本語", "한국", "ガ", "カ\u3099", "ﾊﾟ",
	"e\u0301", "o\u0308\u0323", "👍", "👍🏽", "👨‍👩‍👧", "🇹🇼", "🇹", "❤️", "❤", "☎", "─", "──", "│", "●", "→", "…", "½",
	"क्षि", "ไทย", "ع", "שלום", "\u00a0", "ｗ", "。", "1️⃣",
}

// hostilePieces are texts of which only the printable part may be written.
var hostilePieces = []string{
	"\x1b[2J", "\x1b[H", "\x1bc", "\x1b]0;owned\a", "\x1b]52;c;aGk=\a", "\x1b]8;;javascript:1\a", "\x1bP+q\x1b\\",
	"\x1b[" + strings.Repeat(";", 32) + "1m", "\x1b[99999999999m", "\x1b]", "\x1b", "\r", "\n", "\t", "\b", "\a", "\x7f", "\x00",
	"\u009b2J", "\u0085", "\x9b2J", "\xff", "\xc3", "\u202e", "\u2066", "\u200f", "\u2028", "\u200b", "\ufeff", "\u00ad", "\u0301", "\u200d",
	"\U000e0041", "\x1b_G\x1b\\", "\x1b[6n", "\x1b[c", "\x1b(0", "\x0e", "e" + strings.Repeat("\u0301", 200),
}

func genStyle(t *rapid.T) string {
	return rapid.SampledFrom([]string{
		"", "", "\x1b[m", "\x1b[0m", "\x1b[1m", "\x1b[2;3m", "\x1b[4m", "\x1b[24m", "\x1b[22m", "\x1b[7m", "\x1b[27m", "\x1b[9m",
		"\x1b[31m", "\x1b[92m", "\x1b[39m", "\x1b[44m", "\x1b[49m", "\x1b[38;5;200m", "\x1b[48;5;17m",
		"\x1b[38:5:99m", "\x1b[48:5:77m", "\x1b[1;31;44m",
		"\x1b]8;;https://example.org/a\x1b\\", "\x1b]8;id=1;https://example.org/b\a", "\x1b]8;;\x1b\\",
	}).Draw(t, "style")
}

func genLine(t *rapid.T, evil bool) string {
	var b strings.Builder
	for range rapid.IntRange(0, 6).Draw(t, "pieces") {
		b.WriteString(genStyle(t))
		if evil && rapid.IntRange(0, 3).Draw(t, "evil") == 0 {
			b.WriteString(rapid.SampledFrom(hostilePieces).Draw(t, "bad"))
		}
		b.WriteString(rapid.SampledFrom(textPieces).Draw(t, "piece"))
	}
	return b.String()
}

// genFrame makes a frame of a given size: panes side by side, sometimes a
// heading above, sometimes a box on top, sometimes anything.
func genFrame(t *rapid.T, w, h int, evil bool) Frame {
	f := Frame{W: w, H: h}
	lines := func(n int) []string {
		l := make([]string, rapid.IntRange(0, n).Draw(t, "lines"))
		for i := range l {
			l[i] = genLine(t, evil)
		}
		return l
	}
	pane := func(x, y, w, h int) {
		f.Rects = append(f.Rects, Rect{x, y, w, h, lines(max(h, 0))})
	}
	split := rapid.IntRange(1, max(w-1, 1)).Draw(t, "split")
	pane(0, 0, w, 1)
	pane(0, 1, split, h-1)
	pane(split, 1, w-split, h-1)
	if rapid.IntRange(0, 4).Draw(t, "box") == 0 {
		pane(rapid.IntRange(-1, w).Draw(t, "x"), rapid.IntRange(-1, h).Draw(t, "y"),
			rapid.IntRange(-1, w+1).Draw(t, "w"), rapid.IntRange(-1, h+1).Draw(t, "h"))
	}
	f.Cursor = Cursor{rapid.IntRange(0, w).Draw(t, "cx"), rapid.IntRange(0, h).Draw(t, "cy"), rapid.Bool().Draw(t, "cursor")}
	f.Title = rapid.SampledFrom([]string{"", "voxatlas", "x\x1b]2;y\a"}).Draw(t, "title")
	return f
}

// changeFrame redraws some lines of a frame, as a key press does.
func changeFrame(t *rapid.T, f Frame, evil bool) Frame {
	rects := make([]Rect, len(f.Rects))
	copy(rects, f.Rects)
	f.Rects = rects
	for i := range f.Rects {
		f.Rects[i].Lines = append([]string(nil), f.Rects[i].Lines...)
	}
	for range rapid.IntRange(0, 4).Draw(t, "changes") {
		r := &f.Rects[rapid.IntRange(0, len(f.Rects)-1).Draw(t, "rect")]
		if len(r.Lines) == 0 {
			continue
		}
		at := rapid.IntRange(0, len(r.Lines)-1).Draw(t, "at")
		if rapid.Bool().Draw(t, "tail") {
			r.Lines[at] += genLine(t, evil)
		} else {
			r.Lines[at] = genLine(t, evil)
		}
	}
	f.Cursor.X = rapid.IntRange(0, f.W).Draw(t, "cx")
	return f
}

func (f Frame) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%dx%d cursor %v\n", f.W, f.H, f.Cursor)
	for _, r := range f.Rects {
		fmt.Fprintf(&b, "  %d,%d %dx%d\n", r.X, r.Y, r.W, r.H)
		for _, l := range r.Lines {
			fmt.Fprintf(&b, "    %q\n", l)
		}
	}
	return b.String()
}
