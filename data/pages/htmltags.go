package pages

import (
	"bytes"

	"golang.org/x/net/html"
)

// The limits of tags. Microsoft's pages have 3 000. The parser repeats formatting elements
// that are left open in every paragraph after them, up to three of those that are alike, so
// that few bytes would become very many nodes.
const (
	maxTags       = 20_000
	maxFormatting = 20 // formatting elements that are not alike
)

// copyTags returns the tags and texts of HTML, before a tree is made of them, if they are
// within the limits, and reports whether it has the end of a page. It drops the comments
// and writes each < of a text as &lt;. So the parser finds no other tags than those that
// were counted: within an svg element it would find some in the text of a style element,
// which elsewhere has none.
func copyTags(b []byte) (plain []byte, ended bool, fault SyntaxFault) {
	tags := 0
	plain = make([]byte, 0, len(b))
	formatting := map[string]bool{}
	z := html.NewTokenizer(bytes.NewReader(b))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken: // the end
			return plain, ended, 0
		case html.CommentToken:
			continue
		case html.TextToken:
			plain = append(plain, bytes.ReplaceAll(z.Raw(), []byte("<"), []byte("&lt;"))...)
			continue
		}
		raw := z.Raw()
		plain = append(plain, raw...)
		if kind == html.DoctypeToken {
			continue
		}
		tag := string(raw)
		name, _ := z.TagName()
		switch {
		case kind == html.EndTagToken:
			ended = ended || string(name) == "html"
		case isFormatting(string(name)):
			formatting[tag] = true
		}
		if tags++; tags > maxTags || len(formatting) > maxFormatting {
			return nil, false, TooManyTags
		}
	}
}

// isFormatting reports whether the parser repeats an element of that name where it is left
// open. Of the links, which it repeats, too, one is open at most.
func isFormatting(name string) bool {
	switch name {
	case "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}
