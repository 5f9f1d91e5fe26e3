package screen

import (
	"cmp"
	"strconv"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
)

const (
	minErase = 6  // blanks from which erasing is shorter than printing
	minHop   = 10 // the same where the cursor must go on behind them
	maxJoin  = 4  // bytes of unchanged text that cost less than a jump over them
)

// rowPainter turns differences between rows of cells into bytes. It tracks the
// terminal's cursor and pen.
type rowPainter struct {
	b    []byte
	w    int // of the screen
	x, y int // -1: not known
	pen  style
	link string // of the pen

	noLinks bool // the terminal might show OSC 8 as text
	wide    bool // its ambiguous characters are wide

	spilled []spill
}

// spill is a part of row y that graphemes of the pane to the left may have
// overwritten: columns [x,end).
type spill struct{ y, x, end int }

// paintDifference appends the cells of now that differ from was. Both hold
// columns [x0,x0+len) of row y.
func (p *rowPainter) paintDifference(y, x0 int, was, now []cell) {
	for x := 0; x < len(now); {
		if was[x] == now[x] {
			x++
			continue
		}
		end := x
		for end < len(now) {
			if was[end] != now[end] {
				end += max(1, int(now[end].width))
				continue
			}
			next := p.nextDifference(was, now, end)
			if next < 0 {
				break
			}
			end = next
		}
		x = p.printCells(y, x0, now, x, end)
	}
}

// nextDifference returns the next differing cell after the gap of equal cells
// that begins at at, if printing the gap is cheaper than a jump over it: a few
// bytes in the style of the cell before, or blanks that are erased with those
// before. Otherwise it returns -1.
func (p *rowPainter) nextDifference(was, now []cell, at int) int {
	cost := 0
	for x := at; x < len(now); x++ {
		if was[x] != now[x] {
			return x
		}
		c, before := &now[x], &now[max(at-1, 0)]
		if c.isErasable() && before.isErasable() {
			continue // erasing more blanks costs no more
		}
		cost += len(c.text)
		if cost > maxJoin || c.agreement != agreed || c.link != before.link ||
			(c.style != before.style && (c.text != " " || c.style != before.style.visibleOnBlank())) {
			return -1
		}
	}
	return -1
}

// printCells prints now[x:end] and returns the index at which it stopped; now
// begins at column x0 of row y. It goes on beyond end as far as a grapheme may
// have spilled in a terminal that makes it wider than we do, and prints the
// cells there again.
func (p *rowPainter) printCells(y, x0 int, now []cell, x, end int) int {
	streak := 0
	for x < end {
		c := &now[x]
		if c.isRightHalf() { // its left half was printed, or is unchanged
			x++
			continue
		}
		if n := countErasable(now[x:end]); n >= minHop || n >= minErase && x+n >= end {
			p.moveTo(x0+x, y)
			p.eraseCells(n)
			x += n
			continue
		}
		if c.agreement == doubtful {
			if p.x > 0 && x > 0 && now[x-1].agreement != agreed {
				p.x = -1 // it must not join with the grapheme before
			}
			p.blankUnder(c, x0+x, y)
		}
		p.moveTo(x0+x, y)
		p.setPen(c)
		p.b = append(p.b, c.text...)
		reach := x
		x += max(1, int(c.width))
		p.x += int(c.width)
		switch c.agreement {
		case doubtful:
			reach += 2 * utf8.RuneCountInString(c.text)
			p.x = -1
		case ambiguous:
			streak++
			reach = x + streak
			if x < len(now) && now[x].agreement != ambiguous {
				p.x, streak = -1, 0
			}
		}
		end = max(end, min(reach, len(now)))
		if reach > len(now) && x0+len(now) < p.w {
			p.spilled = append(p.spilled, spill{y, x0 + len(now), min(x0+reach, p.w)})
		}
		if p.x >= p.w {
			p.x = -1
		}
	}
	return x
}

// repairSpills prints the spills again: cells that graphemes of one pane may have
// overwritten in the pane to their right.
func (p *rowPainter) repairSpills(now *snapshot, sc *scratchRows, profile colorprofile.Profile) {
	for _, s := range p.spilled {
		now.composeRow(sc.newRow, s.y, profile, p.wide)
		p.printCells(s.y, 0, sc.newRow, s.x, s.end)
	}
}

// blankUnder blanks the two columns of a wide grapheme. A terminal that makes it
// narrow would leave the old content of the second column.
func (p *rowPainter) blankUnder(c *cell, x, y int) {
	if c.width < 2 {
		return
	}
	p.moveTo(x, y)
	p.setPen(c)
	p.b = append(p.b, "  "...)
	p.x = -1
}

// countErasable counts the erasable cells at the front of row.
func countErasable(row []cell) int {
	n := 0
	for n < len(row) && row[n].isErasable() {
		n++
	}
	return n
}

// eraseCells blanks n cells from the cursor on. The cursor does not move.
func (p *rowPainter) eraseCells(n int) {
	if p.pen.visibleOnBlank() != (style{}) || p.link != "" {
		p.setPen(&blankCell)
	}
	if p.x+n == p.w {
		p.b = append(p.b, "\x1b[K"...)
		return
	}
	p.b = append(p.b, "\x1b["...)
	p.b = append(strconv.AppendInt(p.b, int64(n), 10), 'X')
}

// setPen switches the pen to the style and link of c. A blank has no foreground,
// so it leaves that as it is.
func (p *rowPainter) setPen(c *cell) {
	if c.text != " " || p.pen.visibleOnBlank() != c.style {
		p.b = appendStyle(p.b, p.pen, c.style)
		p.pen = c.style
	}
	if c.link != p.link && !p.noLinks {
		p.b = append(p.b, "\x1b]8;"...)
		p.b = append(p.b, cmp.Or(c.link, ";")...)
		p.b = append(p.b, "\x1b\\"...)
		p.link = c.link
	}
}

// maxLineFeeds is the number of line feeds that are shorter than the number of a row.
const maxLineFeeds = 2

// moveTo puts the cursor at column x of row y: relative where that is shorter
// and safe, absolute where the terminal may disagree about the column. Line feeds may
// change the column, and so are followed by an absolute one.
func (p *rowPainter) moveTo(x, y int) {
	if x == p.x && y == p.y {
		return
	}
	if p.x >= 0 && y > p.y && y-p.y <= maxLineFeeds && p.y >= 0 {
		p.b = append(p.b, "\n\n"[:y-p.y]...)
		p.x, p.y = -1, y
	}
	b := append(p.b, "\x1b["...)
	switch {
	case y != p.y:
		b = strconv.AppendInt(b, int64(y+1), 10)
		if x > 0 {
			b = append(b, ';')
			b = strconv.AppendInt(b, int64(x+1), 10)
		}
		b = append(b, 'H')
	case p.x >= 0 && x > p.x && x-p.x < 10:
		if x-p.x > 1 {
			b = append(b, byte('0'+x-p.x))
		}
		b = append(b, 'C')
	default:
		if x > 0 {
			b = strconv.AppendInt(b, int64(x+1), 10)
		}
		b = append(b, 'G')
	}
	p.b, p.x, p.y = b, x, y
}

// resetPen gives the pen no style and no link, as the next frame expects it.
func (p *rowPainter) resetPen() {
	p.setPen(&cell{text: "", link: ""})
}

// appendStyledRow appends a whole row as styled text, for [Frame.View].
func appendStyledRow(b []byte, row []cell) []byte {
	p := rowPainter{b: b, w: len(row) + 1}
	for i := range row {
		if !row[i].isRightHalf() {
			p.setPen(&row[i])
			p.b = append(p.b, row[i].text...)
		}
	}
	p.resetPen()
	return p.b
}

// paintFrame appends the difference between two frames. If both have the same
// rectangles, and none overlap, it compares lines and takes only changed ones
// apart; otherwise it composes and compares whole rows.
func (p *rowPainter) paintFrame(was, now *snapshot, sc *scratchRows, profile colorprofile.Profile) {
	defer p.repairSpills(now, sc, profile)
	if !was.sameLayout(now) {
		for y := range now.h {
			p.paintRow(y, was, now, sc, profile)
		}
		return
	}
	for _, r := range now.areas {
		for i := range r.h {
			a, b := was.lines[r.firstLine+i], now.lines[r.firstLine+i]
			switch {
			case a == b:
			case now.overlap:
				p.paintRow(r.y+i, was, now, sc, profile)
			default:
				parseLine(sc.oldRow[:r.w], a, profile, p.wide)
				parseLine(sc.newRow[:r.w], b, profile, p.wide)
				p.paintDifference(r.y+i, r.x, sc.oldRow[:r.w], sc.newRow[:r.w])
			}
		}
	}
}

// paintRow composes row y of both frames and appends the difference.
func (p *rowPainter) paintRow(y int, was, now *snapshot, sc *scratchRows, profile colorprofile.Profile) {
	was.composeRow(sc.oldRow, y, profile, p.wide)
	now.composeRow(sc.newRow, y, profile, p.wide)
	p.paintDifference(y, 0, sc.oldRow, sc.newRow)
}
