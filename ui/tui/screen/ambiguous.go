package screen

import (
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
)

// AmbiguousWidth says how many columns a terminal gives characters of ambiguous width, such
// as Cyrillic letters: one, or two in some East Asian set-ups.
//
// Frames are laid out for one. On a terminal with two, a line takes the further columns from
// its blanks: where several stand together, as between the columns of a table, all but one
// make room. So the columns behind them stay in their places.
type AmbiguousWidth uint8

// The widths.
const (
	NarrowAmbiguous AmbiguousWidth = iota
	WideAmbiguous
	AskAmbiguous // the terminal, once, with the first frame
)

// AmbiguousWidthOf returns the width of a terminal that gives characters of ambiguous width
// "1" column or "2". For any other word the terminal is asked.
func AmbiguousWidthOf(columns string) AmbiguousWidth {
	switch columns {
	case "1":
		return NarrowAmbiguous
	case "2":
		return WideAmbiguous
	}
	return AskAmbiguous
}

// A probe is a character of ambiguous width in the second row, and the query for the cursor
// behind it. The first frame clears the screen in the same write. In the first row the
// reply would look like a key.
const (
	seqProbe = "\x1b[2;1H\u0434\x1b[6n"
	probeRow = 1
)

// cursorMsg is a reply to a probe: the column of the cursor, from 0.
type cursorMsg struct{ x int }

// takeProbe sets the width that the reply to a probe tells.
func (s *Session) takeProbe(m cursorMsg) {
	if s.probing {
		s.probing = false
		if m.x == 2 {
			s.renderer.setWide()
		}
	}
}

// probe asks the terminal for the width of ambiguous characters.
func (s *Session) probe() {
	if s.ambiguous == AskAmbiguous && s.canQuery && s.h > probeRow {
		s.probing = true
		s.renderer.enqueue(extras{probe: true})
	}
}

// setWide tells that the terminal has wide ambiguous characters, and makes the next frame be
// painted whole.
func (s *renderer) setWide() {
	s.mu.Lock()
	s.wide, s.stale = true, true
	s.mu.Unlock()
}

// widener turns columns of a line that was laid out for narrow ambiguous characters into
// those of a terminal on which they are wide.
type widener struct {
	owed  int  // columns that blanks have not made room for yet
	blank bool // the character before is a blank
}

// width returns the columns of a grapheme; 0 for a blank that makes room.
func (w *widener) width(text string, width int, t widthAgreement) int {
	blank := text == " "
	defer func() { w.blank = blank }()
	switch {
	case blank && w.blank && w.owed > 0:
		w.owed--
		return 0
	case t == ambiguous && width == 1:
		w.owed++
		return 2
	}
	return width
}

// wideColumn returns the column on a terminal with wide ambiguous characters at which the
// cursor stands that a frame places at column x of row y.
func (k *snapshot) wideColumn(x, y int) int {
	for i := len(k.areas) - 1; i >= 0; i-- {
		if p := k.areas[i]; x >= p.x && x < p.x+p.w && y >= p.y && y < p.y+p.h {
			return min(p.x+wideWidth(k.lines[p.firstLine+y-p.y], x-p.x), p.x+p.w-1)
		}
	}
	return x
}

// wideWidth returns the columns of the part of a line that was laid out in n columns.
func wideWidth(line string, n int) int {
	var w widener
	var pen style
	var link string
	narrow, wide := 0, 0
	for len(line) > 0 && narrow < n {
		if line[0] == 0x1b {
			line = line[applyEscape(line, &pen, &link, colorprofile.ANSI256):]
			continue
		}
		r, size := utf8.DecodeRuneInString(line)
		length, text, width, t := firstGrapheme(line, r, size)
		narrow += width
		wide += w.width(text, width, t)
		line = line[length:]
	}
	return wide + max(n-narrow, 0)
}
