package data

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// cursor reads the sections of an embedded edition: JSON that Format has written and the
// tests have checked. It refuses other text than it expects, but accepts more than JSON:
// commas and colons are blanks. Its texts are parts of the section. It is used instead of the
// JSON library because a start reads one country: for that the library would first prepare
// itself, which takes longer than all the rest of the reading.
type cursor struct {
	rest    string // of the section
	foreign bool   // the tests have not checked the text: characters that must not be shown are refused
	bad     bool   // something else was expected
}

// peek returns the first byte of the next value, or of the end of a list or object; 0 at
// the end of the section.
func (c *cursor) peek() byte {
	for i := range len(c.rest) {
		switch b := c.rest[i]; b {
		case ' ', '\n', ',', ':':
		default:
			c.rest = c.rest[i:]
			return b
		}
	}
	c.rest = ""
	return 0
}

// accept reads one byte of markup.
func (c *cursor) accept(b byte) {
	if c.peek() != b {
		c.fail()
		return
	}
	c.rest = c.rest[1:]
}

// fail ends the reading.
func (c *cursor) fail() { c.rest, c.bad = "", true }

// object reads an object. member reads the value of each of its members.
func (c *cursor) object(member func(name string)) {
	c.accept('{')
	c.members(member)
}

// members reads the rest of an object.
func (c *cursor) members(member func(name string)) {
	for c.peek() == '"' {
		member(c.readText())
	}
	c.accept('}')
}

// list reads a list. item reads each of its items.
func (c *cursor) list(item func()) {
	c.accept('[')
	for b := c.peek(); b != ']' && b != 0; b = c.peek() {
		item()
	}
	c.accept(']')
}

// readText reads a text.
func (c *cursor) readText() string {
	c.accept('"')
	for end := 0; end < len(c.rest); end++ {
		switch c.rest[end] {
		case '\\':
			end++
		case '"':
			text := c.rest[:end]
			c.rest = c.rest[end+1:]
			if strings.IndexByte(text, '\\') >= 0 {
				text = c.unescape(text)
			}
			if c.foreign && !model.IsPrintable(text) {
				c.fail()
			}
			return text
		}
	}
	c.fail()
	return ""
}

// unescape replaces the escapes in a text.
func (c *cursor) unescape(text string) string {
	plain, err := jsontext.AppendUnquote(nil, `"`+text+`"`)
	if err != nil {
		c.fail()
	}
	return string(plain)
}

// readTexts reads a list of texts.
func (c *cursor) readTexts() []string {
	var texts []string
	c.list(func() { texts = append(texts, c.readText()) })
	return texts
}

// word reads a number, true or false.
func (c *cursor) word() string {
	c.peek()
	end := strings.IndexAny(c.rest, ", \n]}")
	if end <= 0 {
		c.fail()
		return ""
	}
	word := c.rest[:end]
	c.rest = c.rest[end:]
	return word
}
