package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Span is text in one style.
type Span struct {
	Text  string
	Style Style
}

// Line is a row of a pane before it is drawn: spans can still be cut, filled
// and put on another background, which finished escape sequences cannot.
type Line []Span

// Width is the width of the line in cells.
func (l Line) Width() int {
	n := 0
	for _, s := range l {
		n += Width(s.Text)
	}
	return n
}

// Draw is the line in at most w cells.
func (l Line) Draw(w int) string { return l.cut(w).render() }

// DrawOn is the line in exactly w cells, on the background of base.
func (l Line) DrawOn(base Style, w int) string {
	l = l.Fit(w)
	n := 0
	for _, s := range l {
		n += base.size() + s.Style.size() + len(s.Text)
	}
	var b strings.Builder
	b.Grow(n)
	for _, s := range l {
		s.Style.renderOn(&b, base, s.Text)
	}
	return b.String()
}

func (l Line) render() string {
	n := 0
	for _, s := range l {
		n += s.Style.size() + len(s.Text)
	}
	var b strings.Builder
	b.Grow(n)
	for _, s := range l {
		b.WriteString(s.Style.Render(s.Text))
	}
	return b.String()
}

// Fit is the line in exactly w cells: cut, or filled with blanks.
func (l Line) Fit(w int) Line {
	l = l.cut(w)
	if gap := w - l.Width(); gap > 0 {
		l = append(l[:len(l):len(l)], Span{Text: strings.Repeat(" ", gap)})
	}
	return l
}

// cut is the line in at most w cells; what is left out leaves "..." where there
// is room for it, in the style of the first that is left out.
func (l Line) cut(w int) Line {
	if l.Width() <= w {
		return l
	}
	room, mark := w, ""
	if w > len(dots) {
		room, mark = w-len(dots), dots
	}
	for i, s := range l {
		cells := Width(s.Text)
		if cells <= room {
			room -= cells
			continue
		}
		s.Text = ansi.Truncate(s.Text, max(room, 0), "") + mark
		return append(l[:i:i], s)
	}
	return l
}

// Wrapped is text in one style, broken into lines of at most w cells, each
// indented by indent cells.
func Wrapped(text string, style Style, indent, w int) []Line {
	return Led(Span{Text: strings.Repeat(" ", indent)}, text, style, w)
}

// Led is text in one style, broken into lines of at most w cells, behind a lead
// that stands on the first line and indents the others.
func Led(lead Span, text string, style Style, w int) []Line {
	n := Width(lead.Text)
	var lines []Line
	for i, t := range Wrap(text, w-n) {
		if i > 0 {
			lead = Span{Text: strings.Repeat(" ", n)}
		}
		lines = append(lines, Line{lead, {t, style}})
	}
	return lines
}

// Skip is the line without its first n bytes, which are blanks of its first
// span.
func (l Line) Skip(n int) Line {
	if len(l) == 0 || len(l[0].Text) < n {
		return l
	}
	rest := append(Line(nil), l...)
	rest[0].Text = rest[0].Text[n:]
	return rest
}
