package html

import (
	"bufio"
	"strings"
	"unicode/utf8"
)

// Builder writes the markup of a body. Names of elements and attributes are the program's
// own; texts and values may be anything and are escaped.
type Builder struct {
	out *bufio.Writer // keeps its first error
}

// Open writes the start tag of an element with attributes, pairs of a name and a value.
func (b *Builder) Open(name string, attributes ...string) {
	b.raw("<")
	b.raw(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		b.raw(" ")
		b.raw(attributes[i])
		b.raw(`="`)
		b.escape(attributes[i+1])
		b.raw(`"`)
	}
	b.raw(">")
}

// Close writes the end tag of an element.
func (b *Builder) Close(name string) {
	b.raw("</")
	b.raw(name)
	b.raw(">")
}

// Text writes a text. Each line feed in it becomes a line break.
func (b *Builder) Text(text string) {
	for line, more, found := strings.Cut(text, "\n"); ; line, more, found = strings.Cut(more, "\n") {
		b.escape(line)
		if !found {
			return
		}
		b.raw("<br>")
	}
}

// Element writes an element that holds a text.
func (b *Builder) Element(name, text string, attributes ...string) {
	b.Open(name, attributes...)
	b.Text(text)
	b.Close(name)
}

// Link writes a link, or the text alone if the address is not one that a page may lead
// to.
func (b *Builder) Link(text, url string) {
	if !CanLink(url) {
		b.Text(text)
		return
	}
	b.Element("a", text, "href", url, "rel", "noopener noreferrer")
}

// CanLink reports whether a page may lead to an address: one of the web, of mail, or of
// the page itself.
func CanLink(url string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:", "#"} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// NewLine begins a line of the file, which browsers show as a blank at most.
func (b *Builder) NewLine() { b.raw("\n") }

func (b *Builder) raw(markup string) { _, _ = b.out.WriteString(markup) }

// escape writes text as it stands in an element or in a value between quotes. Bytes that
// are not UTF-8 and control characters, which HTML forbids, become U+FFFD.
func (b *Builder) escape(text string) {
	last := 0
	for i, r := range text {
		escaped := "\uFFFD"
		switch {
		case r == '&':
			escaped = "&amp;"
		case r == '<':
			escaped = "&lt;"
		case r == '>':
			escaped = "&gt;"
		case r == '"':
			escaped = "&#34;"
		case r < ' ' && r != '\t' && r != '\n', 0x7f <= r && r < 0xa0, r == utf8.RuneError:
		default:
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		b.raw(text[last:i])
		b.raw(escaped)
		last = i + size
	}
	b.raw(text[last:])
}
