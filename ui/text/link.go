package text

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// webScheme begins every web address that becomes a link.
const webScheme = "https://"

// linkAddresses splits s into spans of one style; web addresses in it are links.
func linkAddresses(s string, style Style) []Span {
	var spans []Span
	for s != "" {
		start := strings.Index(s, webScheme)
		if start < 0 {
			break
		}
		end := start + addressLen(s[start:])
		if start > 0 {
			spans = append(spans, Span{Text: s[:start], Style: style})
		}
		spans = append(spans, Span{Text: s[start:end], Style: style, Link: s[start:end]})
		s = s[end:]
	}
	if s != "" {
		spans = append(spans, Span{Text: s, Style: style})
	}
	return spans
}

// addressLen returns the length of the web address at the front of s. Marks of the
// sentence around it are no part of it.
func addressLen(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x7f })
	if n < 0 {
		n = len(s)
	}
	address := strings.TrimRight(s[:n], ".,;:")
	if !strings.Contains(address, "(") {
		address = strings.TrimRight(address, ").,;:")
	}
	return len(address)
}

// WrapSpans breaks a paragraph of spans, which have no line feeds, into lines of at
// most w cells, as [WithPrefix] does. The parts of a broken span keep its style and
// its link.
func WrapSpans(prefix Span, spans []Span, w int) []Line {
	var all strings.Builder
	for _, s := range spans {
		all.WriteString(s.Text)
	}
	rest := all.String()
	lines := prefixLines(prefix, Wrap(rest, w-Width(prefix.Text)), Style{})
	for i, l := range lines {
		s := l[1].Text
		dropped := max(strings.Index(rest, s), 0) // blanks at the end of the line before
		_, spans = splitSpans(spans, dropped)
		var part []Span
		part, spans = splitSpans(spans, len(s))
		lines[i] = append(l[:1], part...)
		rest = rest[dropped+len(s):]
	}
	return lines
}

// splitSpans splits spans after n bytes of their text.
func splitSpans(spans []Span, n int) (before, after []Span) {
	for i, s := range spans {
		if n < len(s.Text) {
			if n > 0 {
				head := s
				head.Text, s.Text = s.Text[:n], s.Text[n:]
				before = append(before, head)
			}
			return before, append([]Span{s}, spans[i+1:]...)
		}
		before = append(before, s)
		n -= len(s.Text)
	}
	return before, nil
}

// FirstLink returns the address of the first link in l, or "".
func (l Line) FirstLink() string {
	for _, s := range l {
		if s.Link != "" {
			return s.Link
		}
	}
	return ""
}

// size returns an upper bound of the bytes that the span takes when rendered.
func (s Span) size() int {
	n := s.Style.size() + len(s.Text)
	if s.Link != "" {
		n += len(s.Link) + len("\x1b]8;id=;\x1b\\\x1b]8;;\x1b\\") + 7
	}
	return n
}

// writeLinkStart begins a link to url with OSC 8, if url is not empty. All parts of a
// link have one id, so that a terminal shows a link that is broken over several lines
// as one.
func writeLinkStart(b *strings.Builder, url string) {
	if url == "" {
		return
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(url))
	b.WriteString("\x1b]8;id=")
	b.WriteString(strconv.FormatUint(uint64(h.Sum32()), 36))
	b.WriteByte(';')
	b.WriteString(url)
	b.WriteString("\x1b\\")
}

// writeLinkEnd ends a link to url, if url is not empty.
func writeLinkEnd(b *strings.Builder, url string) {
	if url != "" {
		b.WriteString("\x1b]8;;\x1b\\")
	}
}
