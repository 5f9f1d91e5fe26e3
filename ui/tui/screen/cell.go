package screen

import (
	"sync"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'

	maxCluster = 64 // bytes of one grapheme; a family with skin tones has 41
)

// cell is one column of one row. The parser of a changed line makes cells, the
// painter compares them; they live for one frame and are pooled.
type cell struct {
	text      string // one grapheme; empty in the right half of a wide one
	link      string // the id, if it has one, a semicolon and the address, as OSC 8 takes them
	style     style
	width     uint8 // 2, 1, or 0 for the right half
	agreement widthAgreement
}

// widthAgreement says whether terminals agree with us on the width of a grapheme.
type widthAgreement uint8

const (
	agreed    widthAgreement = iota // letters, ideographs: every terminal agrees
	ambiguous                       // ─ ● → …: one column, two in some East Asian set-ups
	doubtful                        // emoji, flags, clusters of several runes: anything
)

var blankCell = cell{text: " ", width: 1}

// isRightHalf reports whether the cell is the second column of a wide grapheme.
func (c *cell) isRightHalf() bool { return c.width == 0 }

// isErasable reports whether erasing the cell gives the same as printing it.
func (c *cell) isErasable() bool { return c.text == " " && c.link == "" && c.style == style{} }

// fillCells sets every cell of row to c.
func fillCells(row []cell, c cell) {
	for i := range row {
		row[i] = c
	}
}

// classifyWidth returns how far terminals agree that a grapheme has this width; r is
// its first rune, of size bytes.
func classifyWidth(text string, r rune, size, width int) widthAgreement {
	switch {
	case size < len(text):
		return doubtful
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3041 && r <= 0x30ff, r >= 0xac00 && r <= 0xd7a3,
		r == 0x2713, r == 0x2717: // check mark and ballot x: neutral, and no emoji like their heavy kin
		return agreed
	case r >= 0x1f000, r >= 0x2600 && r <= 0x27bf && r != 0x2605 && r != 0x2606,
		r >= 0x2300 && r <= 0x23ff, r >= 0x2b00 && r <= 0x2bff,
		r >= 0x1100 && r <= 0x11ff, r >= 0xa960 && r <= 0xa97f, r >= 0xd7b0 && r <= 0xd7ff,
		unicode.Is(unicode.Co, r):
		return doubtful
	case displaywidth.Options{EastAsianWidth: true}.String(text) != width:
		return ambiguous
	}
	return agreed
}

// forbidden reports whether a rune must not reach the terminal: controls (C0
// and C1), line and paragraph separators, and all invisible format characters,
// such as bidirectional controls. The two joiners may pass, since they shape letters
// and emoji: a frame may hold any text. model.Printable is stricter, since facts
// and names need none.
func forbidden(r rune) bool {
	if r < 0x7f {
		return r < 0x20
	}
	if r == zwj || r == zwnj {
		return false
	}
	return r < 0xa0 || r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Cf, r)
}

// firstGrapheme cuts the first grapheme off s and measures it as Lip Gloss
// does; r is the first rune of s, of size bytes. It returns the length in bytes,
// the text to print and its width in columns. The text is empty or U+FFFD if the
// grapheme holds a forbidden rune.
func firstGrapheme(s string, r rune, size int) (n int, text string, width int, t widthAgreement) {
	if r == 0xfffd && size == 1 { // invalid UTF-8
		return 1, "\ufffd", 1, ambiguous
	}
	text, width = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	n = len(text)
	if n == 0 {
		return size, "", 0, agreed
	}
	if n == size {
		if forbidden(r) {
			return n, "", 0, agreed
		}
		return n, text, width, classifyWidth(text, r, size, width)
	}
	bad := n > maxCluster
	for _, r := range text {
		bad = bad || forbidden(r) || r == 0xfffd
	}
	if bad {
		return n, "\ufffd", width, doubtful
	}
	return n, text, width, doubtful
}

// scratchRows is the working memory of one frame: two rows of cells and the
// output. Between frames it lies in a pool, so an idle session owns none.
type scratchRows struct {
	oldRow, newRow []cell
	out            []byte
}

// scratchPool holds memory only, never state: no session sees text of another.
var scratchPool = sync.Pool{New: func() any { return new(scratchRows) }}

// getScratch takes working memory for rows of w cells from the pool.
func getScratch(w int) *scratchRows {
	sc := scratchPool.Get().(*scratchRows)
	if cap(sc.oldRow) < w {
		sc.oldRow, sc.newRow = make([]cell, w), make([]cell, w)
	}
	sc.oldRow, sc.newRow, sc.out = sc.oldRow[:w], sc.newRow[:w], sc.out[:0]
	return sc
}

// release gives the memory back to the pool.
func (sc *scratchRows) release() {
	clear(sc.oldRow) // cells hold pieces of a model's lines
	clear(sc.newRow)
	if cap(sc.out) > 64<<10 {
		sc.out = nil
	}
	scratchPool.Put(sc)
}
