package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Span is text in one style. A pane that draws it makes it a link to Link, if that is
// not empty; printed pages have addresses alone.
type Span struct {
	Text  string
	Style Style
	Link  string
}

// Line is one line of styled text. Unlike a string with escape sequences, it can
// still be cut, filled and put on another background.
type Line []Span

// Indented returns a line of spans behind n blanks.
func Indented(n int, spans ...Span) Line {
	return append(Line{{Text: blanks(n)}}, spans...)
}

// Text returns the text of the line without styles.
func (l Line) Text() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Restyle returns the line with its runes [from, to) in another style.
func (l Line) Restyle(from, to int, style Style) Line {
	var restyled Line
	n := 0 // runes before the span
	for _, s := range l {
		runes := []rune(s.Text)
		i, j := Clamp(from-n, 0, len(runes)), Clamp(to-n, 0, len(runes))
		for _, part := range []Span{{string(runes[:i]), s.Style, s.Link}, {string(runes[i:j]), style, s.Link}, {string(runes[j:]), s.Style, s.Link}} {
			if part.Text != "" {
				restyled = append(restyled, part)
			}
		}
		n += len(runes)
	}
	return restyled
}

// Width returns the width of the line in cells.
func (l Line) Width() int {
	n := 0
	for _, s := range l {
		n += Width(s.Text)
	}
	return n
}

// Draw renders the line in at most w cells.
func (l Line) Draw(w int) string { return l.cut(w).Render() }

// DrawOn renders the line in exactly w cells, on the background of base.
func (l Line) DrawOn(base Style, w int) string {
	l = l.Fit(w)
	n := 0
	for _, s := range l {
		n += base.size() + s.size()
	}
	var b strings.Builder
	b.Grow(n)
	for _, s := range l {
		writeLinkStart(&b, s.Link)
		s.Style.renderOn(&b, base, s.Text)
		writeLinkEnd(&b, s.Link)
	}
	return b.String()
}

// Render renders the whole line.
func (l Line) Render() string {
	n := 0
	for _, s := range l {
		n += s.size()
	}
	var b strings.Builder
	b.Grow(n)
	for _, s := range l {
		writeLinkStart(&b, s.Link)
		b.WriteString(s.Style.Render(s.Text))
		writeLinkEnd(&b, s.Link)
	}
	return b.String()
}

// Fit cuts the line, or fills it with blanks, to exactly w cells.
func (l Line) Fit(w int) Line {
	l = l.cut(w)
	if gap := w - l.Width(); gap > 0 {
		l = append(l[:len(l):len(l)], Span{Text: blanks(gap)})
	}
	return l
}

// PadLabel fills the line with blanks to w cells, with at least one blank.
func (l Line) PadLabel(w int) Line {
	return append(l, Span{Text: blanks(max(w-l.Width(), 1))})
}

// cut shortens the line to at most w cells. "..." marks the cut where there is
// room for it, in the style of the span that was cut.
func (l Line) cut(w int) Line {
	if l.Width() <= w {
		return l
	}
	room, mark := w, ""
	if w > len(ellipsis) {
		room, mark = w-len(ellipsis), ellipsis
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

// trimRight removes the blanks at the end of the line.
func (l Line) trimRight() Line {
	for i := len(l) - 1; i >= 0; i-- {
		if s := strings.TrimRight(l[i].Text, " "); s != "" {
			return append(l[:i:i], Span{s, l[i].Style, l[i].Link})
		}
	}
	return nil
}

// Skip removes the first n bytes of the line, which must be blanks of its first
// span.
func (l Line) Skip(n int) Line {
	if len(l) == 0 || len(l[0].Text) < n {
		return l
	}
	rest := append(Line(nil), l...)
	rest[0].Text = rest[0].Text[n:]
	return rest
}

// Wrapped breaks s into lines of at most w cells, each indented by indent cells.
func Wrapped(s string, style Style, indent, w int) []Line {
	return WithPrefix(Span{Text: blanks(indent)}, s, style, w)
}

// WithPrefix breaks s into lines of at most w cells. The prefix stands on the
// first line; the others are indented by its width. Web addresses in s become links,
// also those that are broken over several lines.
func WithPrefix(prefix Span, s string, style Style, w int) []Line {
	if strings.Contains(s, webScheme) {
		return WrapSpans(prefix, linkAddresses(s, style), w)
	}
	return prefixLines(prefix, Wrap(s, w-Width(prefix.Text)), style)
}

// prefixLines puts the prefix before the first line and blanks before the others.
func prefixLines(prefix Span, lines []string, style Style) []Line {
	indent := Span{Text: blanks(Width(prefix.Text))}
	styled := make([]Line, len(lines))
	for i, s := range lines {
		if i > 0 {
			prefix = indent
		}
		styled[i] = Line{prefix, {Text: s, Style: style}}
	}
	return styled
}
