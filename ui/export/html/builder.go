package html

import (
	"bufio"
	"strings"
)

// Builder writes the markup of a body. Names of elements and attributes are the program's
// own; texts and values may be anything and are escaped.
type Builder struct {
	out *bufio.Writer // keeps its first error
}

// Open writes the start tag of an element with attributes, pairs of a name and a value.
func (b *Builder) Open(name string, attributes ...string) {
	b.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		b.raw(" " + attributes[i] + `="`)
		b.escape(attributes[i+1])
		b.raw(`"`)
	}
	b.raw(">")
}

// Close writes the end tag of an element.
func (b *Builder) Close(name string) { b.raw("</" + name + ">") }

// Text writes a text. Each line feed in it becomes a line break.
func (b *Builder) Text(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.raw("<br>")
		}
		b.escape(line)
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
	for _, r := range text {
		switch {
		case r == '&':
			b.raw("&amp;")
		case r == '<':
			b.raw("&lt;")
		case r == '>':
			b.raw("&gt;")
		case r == '"':
			b.raw("&#34;")
		case r < ' ' && r != '\t' && r != '\n', 0x7f <= r && r < 0xa0:
			b.raw("\uFFFD")
		default:
			_, _ = b.out.WriteRune(r)
		}
	}
}
