package pages

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// MaxHTML is the size of the largest HTML page, in bytes. Microsoft Learn's have about
// 80 kB, most of it buttons and scripts.
const MaxHTML = 2 << 20

// ParseHTML reads an HTML page of Microsoft Learn into the same shape as [Parse] its
// Markdown. It reads the article alone, without the boxes around it; rows and paragraphs
// have no line numbers. The file's name is only kept and reported. An error is always a
// *[SyntaxError]; with NoArticle comes a page that has its front matter alone.
func ParseHTML(file string, b []byte) (*Page, error) {
	switch {
	case len(b) > MaxHTML:
		return nil, &SyntaxError{file, 0, TooLarge}
	case !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0:
		return nil, &SyntaxError{file, 0, NotText}
	case len(bytes.TrimSpace(b)) == 0:
		return nil, &SyntaxError{file, 0, EmptyPage}
	}
	plain, ended, fault := copyTags(b)
	switch {
	case fault != 0:
		return nil, &SyntaxError{file, 0, fault}
	case !ended:
		return nil, &SyntaxError{file, 0, Cut}
	}
	doc, err := html.Parse(bytes.NewReader(plain))
	if err != nil {
		return nil, &SyntaxError{file, 0, TooDeep} // the parser's own limit of open tags
	}
	builder := &sectionBuilder{page: &Page{File: file, FrontMatter: readHead(doc)}}
	builder.page.Sections = []Section{{}}
	roots := findArticle(doc)
	for _, root := range roots {
		builder.addChildren(root, 0)
	}
	switch {
	case builder.fault != 0:
		return nil, &SyntaxError{file, 0, builder.fault}
	case len(roots) == 0 || builder.texts == 0:
		return &Page{File: file, FrontMatter: builder.page.FrontMatter}, &SyntaxError{file, 0, NoArticle}
	}
	return builder.page, nil
}

// readHead reads the members that Microsoft Learn gives in the head of a page.
func readHead(doc *html.Node) FrontMatter {
	var f FrontMatter
	var changed, updated string
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			f.Locale = cmp.Or(f.Locale, attrValue(n, "lang"))
		case atom.Title:
			f.Title = cmp.Or(f.Title, cutTitle(textOf(n)))
		case atom.Link:
			if attrValue(n, "rel") == "canonical" {
				f.Canonical = cmp.Or(f.Canonical, attrValue(n, "href"))
			}
		case atom.Meta:
			switch value := unquote(attrValue(n, "content")); attrValue(n, "name") {
			case "locale":
				f.Locale = value
			case "ms.date":
				changed = value
			case "updated_at":
				updated = value
			case "appliesto":
				if value != "" && len(f.AppliesTo) < 10 {
					f.AppliesTo = append(f.AppliesTo, value)
				}
			}
		case atom.Body:
			f.Date = cmp.Or(isoDate(changed), isoDate(updated))
			return f
		}
	}
	return f
}

// textOf returns the text in n.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// findArticle returns the elements that hold the article: those of the class content in
// the main element, or that whole element without any. It returns none when the page has
// no main element, or no heading of the first level in it: pages to sign in at and
// messages of proxies have none.
func findArticle(doc *html.Node) []*html.Node {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Main && attrValue(n, "role") != "main" || isApart(n) {
			continue
		}
		titled := false
		for c := range n.Descendants() {
			titled = titled || c.DataAtom == atom.H1
		}
		if !titled {
			return nil
		}
		if list := contentOf(n, nil, 0); len(list) > 0 {
			return list
		}
		return []*html.Node{n}
	}
	return nil
}

// contentOf appends the outermost elements of the class content in n to list.
func contentOf(n *html.Node, list []*html.Node, depth int) []*html.Node {
	if depth > maxDepth {
		return list
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type != html.ElementNode || isApart(c):
		case slices.Contains(classesOf(c), "content"):
			list = append(list, c)
		default:
			list = contentOf(c, list, depth+1)
		}
	}
	return list
}

// classesOf returns the classes of n.
func classesOf(n *html.Node) []string { return strings.Fields(attrValue(n, "class")) }

// isApart reports whether n stands in or beside an article without being part of its
// text: what is hidden, navigation, forms and buttons, and the boxes of the site.
func isApart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Dialog, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Iframe, atom.Object:
		return true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return strings.HasPrefix(attrValue(n, "id"), "ms--")
	}
	switch {
	case hasAttr(n, "hidden"), hasAttr(n, "unauthorized-private-section"), attrValue(n, "id") == "article-metadata", attrValue(n, "aria-hidden") == "true":
		return true
	}
	for _, class := range classesOf(n) {
		switch class {
		case "notification", "ai-summary", "display-none", "visually-hidden", "page-metadata":
			return true
		}
	}
	return strings.Contains(attrValue(n, "id"), "ai-summary")
}
