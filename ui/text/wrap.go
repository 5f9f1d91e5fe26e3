package text

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Width returns the width of s in terminal cells. All widths in the program come
// from it: libraries disagree about ambiguous characters, and our texts have
// none.
func Width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f:
			n++
		case r >= 0x4e00 && r <= 0x9fff, r >= 0xff01 && r <= 0xff5e, r >= 0x3001 && r <= 0x3017: // Han, full-width forms, marks
			n += 2
		default:
			return ansi.StringWidth(s) // escape sequences, joiners and other characters that need tables
		}
	}
	return n
}

// minWrap is the least width that text is wrapped at: that of a Han character.
const minWrap = 2

// Wrap breaks s into lines of at most width cells, at the places where the
// Unicode line breaking rules allow it: between words, between Han characters,
// but not before 。 or ） or after （. A segment without such a place, as a part
// of a long link, is cut. Line feeds stay. A width below 2 is taken as 2.
func Wrap(s string, width int) []string {
	width = max(width, minWrap)
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		if trimmed := strings.TrimRight(paragraph, " "); Width(trimmed) <= width {
			lines = append(lines, dropJoiners(trimmed))
			continue
		}
		w := wrapper{width: width, rest: width, cut: true}
		lines = append(lines, w.wrap(segments(paragraph))...)
	}
	return lines
}

// WrapWhole breaks s, a paragraph without line feeds, as [Wrap] does, but only at
// blanks and beside full-width characters. Links and words with hyphens stay
// whole, so that a terminal can open and a reader copy them; such a word may be
// wider than a line. The first line has width cells, the others are narrower by
// hanging.
func WrapWhole(s string, width, hanging int) []string {
	w := newWholeWrapper(width, hanging)
	return w.wrap(wholeSegments(s))
}

// NarrowestWrap returns the least width at which [Wrap] breaks s into at most n lines
// and cuts no word.
func NarrowestWrap(s string, n int) int {
	w := minWrap
	for segment := range segments(s) {
		w = max(w, Width(strings.TrimRight(segment, " ")))
	}
	for w < Width(s) && len(Wrap(s, w)) > n {
		w++
	}
	return w
}

// joiner is a character without width at which no line ends: a word joiner.
const joiner = "\u2060"

// KeepWhole returns s so that [Wrap] and [WrapWhole] do not break phrase in it. They drop
// the joiners that it puts into phrase.
func KeepWhole(s, phrase string) string {
	if phrase == "" {
		return s
	}
	return strings.ReplaceAll(s, phrase, strings.Join(strings.Split(phrase, ""), joiner))
}

// KeepWords returns s so that [Wrap] and [WrapWhole] break its full-width words only
// between them. It joins those words: their blanks are only places to break at.
func KeepWords(s string) string {
	var b strings.Builder
	wide := true
	for i, word := range strings.Fields(s) {
		first, _ := utf8.DecodeRuneInString(word)
		if i > 0 && (!wide || !isWide(first)) {
			b.WriteByte(' ')
		}
		last, _ := utf8.DecodeLastRuneInString(word)
		if wide = isWide(last); wide && isWide(first) {
			word = KeepWhole(word, word)
		}
		b.WriteString(word)
	}
	return b.String()
}

func dropJoiners(s string) string { return strings.ReplaceAll(s, joiner, "") }

// wrapper joins segments to lines.
type wrapper struct {
	width int  // cells of the line that is being filled
	rest  int  // cells of each line after it
	cut   bool // cut segments that are wider than a line

	lines []string
	line  strings.Builder
	cells int // of line
}

func newWholeWrapper(width, hanging int) *wrapper {
	return &wrapper{width: max(width, minWrap), rest: max(width-hanging, minWrap)}
}

// wrap returns the lines of segments, at least one. Blanks at their ends are
// dropped.
func (w *wrapper) wrap(segments iter.Seq[string]) []string {
	for s := range segments {
		w.addSegment(s)
	}
	w.flush()
	return w.lines
}

// addSegment puts a segment on the line, or on the next one if it does not fit.
func (w *wrapper) addSegment(segment string) {
	cells := Width(strings.TrimRight(segment, " "))
	if cells > w.rest && strings.Contains(segment, joiner) { // a phrase without a line to itself is broken
		for s := range segments(dropJoiners(segment)) {
			w.addSegment(s)
		}
		return
	}
	if w.cells > 0 && w.cells+cells > w.width {
		w.flush()
	}
	if !w.cut || cells <= w.width {
		w.line.WriteString(segment)
		w.cells += Width(segment)
		return
	}
	for segment != "" {
		var cluster string
		cluster, segment, _, _ = uniseg.FirstGraphemeClusterInString(segment, -1)
		if allWide(segment) && Width(cluster+segment) <= w.rest { // marks such as ）； do not begin a line
			cluster, segment = cluster+segment, ""
		}
		n := Width(cluster)
		if w.cells > 0 && w.cells+n > w.width {
			w.flush()
		}
		w.line.WriteString(cluster)
		w.cells += n
	}
}

// flush ends the line.
func (w *wrapper) flush() {
	w.lines = append(w.lines, dropJoiners(strings.TrimRight(w.line.String(), " ")))
	w.line.Reset()
	w.cells, w.width = 0, w.rest
}

// segments yields the parts of s between which the Unicode line breaking rules
// let a line end, each with the blanks behind it. The name of the licence,
// CC BY 4.0, stays whole.
func segments(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		held := ""
		for state := -1; s != ""; {
			var segment string
			segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
			if held != "" && !continuesLicence(segment) {
				if !yield(held) {
					return
				}
				held = ""
			}
			held += segment
		}
		if held != "" {
			yield(held)
		}
	}
}

// continuesLicence reports whether s goes on with the name of the licence.
func continuesLicence(s string) bool { return s == "BY " || strings.HasPrefix(s, "4.0") }

// wholeSegments yields the segments of s, joined where there is neither a blank
// nor a full-width character between them.
func wholeSegments(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		held, mayEnd := "", false
		for segment := range segments(s) {
			if first, _ := utf8.DecodeRuneInString(segment); held != "" && (mayEnd || isWide(first)) {
				if !yield(held) {
					return
				}
				held = ""
			}
			held += segment
			last, _ := utf8.DecodeLastRuneInString(segment)
			mayEnd = last == ' ' || isWide(last)
		}
		if held != "" {
			yield(held)
		}
	}
}

// allWide reports whether s is full-width characters alone, at least one, and blanks behind
// them.
func allWide(s string) bool {
	s = strings.TrimRight(s, " ")
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !isWide(r) })
}

// isWide reports whether r takes two cells.
func isWide(r rune) bool { return Width(string(r)) == 2 }
