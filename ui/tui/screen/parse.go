package screen

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
)

const maxLink = 2048 // bytes of a link's address

// parseLine fills row with the cells of one line. It is also the guard of the
// output: only graphemes, SGR and OSC 8 become cells, and the terminal gets
// nothing but cells.
func parseLine(row []cell, line string, p colorprofile.Profile, wide bool) {
	var w widener // with wide ambiguous characters
	var pen style
	var link string
	x := 0
	for i := 0; i < len(line) && x < len(row); {
		c := line[i]
		if c == 0x1b {
			i += applyEscape(line[i:], &pen, &link, p)
			continue
		}
		n, text, width, t := 1, "", 0, agreed
		switch {
		case c < 0x20 || c == 0x7f:
		case c < 0x80 && (i+1 == len(line) || line[i+1] < 0x80):
			text, width = line[i:i+1], 1
		default:
			r, size := utf8.DecodeRuneInString(line[i:])
			n, text, width, t = firstGrapheme(line[i:], r, size)
		}
		i += n
		if wide {
			width = w.width(text, width, t)
		}
		if width == 0 || text == "" {
			continue
		}
		if x+width > len(row) {
			text, width, t = " ", len(row)-x, agreed // no room for half a grapheme
		}
		putCell(row[x:x+width], cell{text: text, link: link, style: pen, width: uint8(width), agreement: t})
		x += width
	}
	fillCells(row[x:], blankCell)
}

// putCell stores a grapheme of len(to) columns. If it was cut off, c is a blank or
// U+FFFD.
func putCell(to []cell, c cell) {
	if c.text == " " {
		c.style = c.style.visibleOnBlank()
	}
	if c.text == "\ufffd" && len(to) == 2 { // stands for a wide grapheme
		c.width = 1
		to[0], to[1] = c, blankCell
		return
	}
	to[0] = c
	for i := 1; i < len(to); i++ {
		to[i] = cell{link: c.link, style: c.style}
	}
}

// applyEscape changes pen and link by the escape sequence at the front of s, if
// that is a style or a link, and returns its length. Of an unfinished string it
// skips the two first bytes only, so that the text after them still shows.
func applyEscape(s string, pen *style, link *string, p colorprofile.Profile) int {
	if len(s) == 1 {
		return 1
	}
	switch s[1] {
	case '[':
		i := 2
		for i < len(s) && s[i] >= 0x20 && s[i] <= 0x3f {
			i++
		}
		if i == len(s) || s[i] < 0x40 || s[i] > 0x7e {
			return i
		}
		if s[i] == 'm' {
			*pen = pen.withSGR(s[2:i], p)
		}
		return i + 1
	case ']', 'P', '_', '^', 'X':
		for i := 2; i < len(s); i++ {
			if s[i] == '\a' || (s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\') {
				if s[1] == ']' {
					parseLink(s[2:i], link)
				}
				if s[i] == 0x1b {
					i++
				}
				return i + 1
			}
			if s[i] < 0x20 {
				break
			}
		}
		return 2
	case '\\':
		return 2
	}
	i := 1
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2f {
		i++
	}
	if i < len(s) && s[i] >= 0x30 && s[i] <= 0x7e {
		i++
	}
	return i
}

// parseLink sets link to the address in the body of an OSC 8. Only web and mail
// addresses in printable ASCII pass. Of the parameters the id stays, which joins the
// parts of a link that is broken over several lines.
func parseLink(body string, link *string) {
	rest, ok := strings.CutPrefix(body, "8;")
	if !ok {
		return
	}
	params, uri, ok := strings.Cut(rest, ";")
	*link = ""
	if !ok || len(uri) > maxLink {
		return
	}
	for i := range len(uri) {
		if uri[i] <= 0x20 || uri[i] >= 0x7f {
			return
		}
	}
	for _, scheme := range [...]string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(uri, scheme) {
			*link = linkID(params) + ";" + uri
		}
	}
}

// maxLinkID is the longest id of a link, in bytes.
const maxLinkID = 32

// linkID returns the parameter id of an OSC 8, "id=x", if it consists of letters and
// digits; else "".
func linkID(params string) string {
	for param := range strings.SplitSeq(params, ":") {
		id, ok := strings.CutPrefix(param, "id=")
		if !ok || len(id) > maxLinkID {
			continue
		}
		other := func(r rune) bool { return (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') }
		if !strings.ContainsFunc(id, other) {
			return param
		}
	}
	return ""
}
