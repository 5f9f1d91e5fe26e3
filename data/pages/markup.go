package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// half tells the two texts of a bilingual page apart. Such a page has each text
// twice, the translation first:
//
//	<span data-ttu-id="…">是</span><span class="sxs-lookup"><span data-stu-id="…">Yes</span></span>
//
// Links may stand around the halves as well as within them.
type half uint8

const (
	bothHalves half = iota // text that stands once, for both languages
	translatedHalf
	englishHalf
)

// parseFragment reads the HTML of a cell, a heading or a paragraph. It mends
// markup like a browser: lists left open, </li></li> and the like. Of a
// bilingual text it returns the English half. The anchors are the names of a
// elements.
func parseFragment(s string) (parts []Part, bilingual bool, anchors []string, fault SyntaxFault) {
	if strings.Count(s, "<") > maxFormatting { // fewer tags are never very many nodes
		plain, _, fault := copyTags([]byte(s))
		if fault != 0 {
			return nil, false, nil, fault
		}
		s = string(plain)
	}
	body := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(s), body)
	if err != nil {
		return nil, false, nil, TooDeep // the parser's own limit of open tags
	}
	r := &partReader{}
	for _, n := range nodes {
		r.readNode(n, nodeContext{})
	}
	r.endPart()
	if r.tooDeep {
		return nil, false, nil, TooDeep
	}
	return r.parts, r.bilingual, r.anchors, 0
}

// nodeContext holds the properties that a node inherits from the elements
// around it.
type nodeContext struct {
	depth int // of tags
	lists int
	half  half
	link  string
	code  bool
}

// partReader collects the parts of a fragment.
type partReader struct {
	parts     []Part
	current   Part
	bilingual bool
	tooDeep   bool
	anchors   []string

	// whole is true for the nodes of an HTML page, where a line break is a blank, and which
	// holds boxes that are no text.
	whole bool
}

// endPart closes the current part and keeps it, unless it is empty.
func (r *partReader) endPart() {
	if CollapseSpaces(r.current.TextContent()) != "" || len(r.current.Links()) > 0 {
		r.parts = append(r.parts, r.current)
	}
	r.current = Part{Depth: r.current.Depth}
}

// startPart closes the current part and begins another at that depth of lists.
func (r *partReader) startPart(lists int) {
	r.endPart()
	r.current.Depth = lists
}

// addText adds text to the current part. The translated half is left out.
func (r *partReader) addText(text string, around nodeContext) {
	if around.half == translatedHalf {
		return
	}
	r.current.Runs = append(r.current.Runs, TextRun{withoutPrivateUse(text), around.link, around.code})
}

// readNode reads n and the nodes in it.
func (r *partReader) readNode(n *html.Node, around nodeContext) {
	if around.depth++; around.depth > maxDepth {
		r.tooDeep = true
		return
	}
	if n.Type == html.TextNode {
		text := n.Data
		if r.whole {
			text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		}
		r.addText(text, around)
		return
	}
	if n.Type != html.ElementNode || r.whole && isApart(n) {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template:
		return
	case atom.Br:
		r.addText("\n", nodeContext{link: around.link, half: around.half})
		return
	case atom.Strong, atom.B:
		r.addText("\n", nodeContext{half: around.half}) // bold text stands by itself, as "Note:"
	case atom.A:
		if name := attrValue(n, "name"); name != "" && len(r.anchors) < 10 {
			r.anchors = append(r.anchors, name)
		}
		if href := attrValue(n, "href"); href != "" {
			around.link = href
			r.addText("", around) // a link without a text is one, too
		}
	case atom.Code:
		around.code = true
	case atom.Sup, atom.Sub: // the mark of a footnote is no digit of the number before
		r.addText(" ", nodeContext{half: around.half})
	case atom.Del, atom.S, atom.Strike: // it states nothing: these words keep it from being understood
		r.addText("(struck out: ", nodeContext{half: around.half})
		defer r.addText(")", nodeContext{half: around.half})
	case atom.Span:
		around.half = r.halfOfSpan(n, around.half)
	case atom.Ul, atom.Ol:
		around.lists++
	case atom.Li:
		around.lists = max(1, around.lists)
		r.startPart(around.lists)
		r.readChildren(n, around)
		r.startPart(around.lists - 1)
		return
	case atom.P, atom.Div:
		r.addText("\n", nodeContext{half: around.half})
	}
	r.readChildren(n, around)
	if n.DataAtom == atom.Ul || n.DataAtom == atom.Ol {
		r.startPart(around.lists - 1)
	}
}

// readChildren reads the nodes in n.
func (r *partReader) readChildren(n *html.Node, around nodeContext) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.readNode(c, around)
	}
}

// halfOfSpan returns the half that a span element begins; around when it begins
// none.
func (r *partReader) halfOfSpan(n *html.Node, around half) half {
	switch {
	case hasAttr(n, "data-ttu-id"):
		r.bilingual = true
		return translatedHalf
	case strings.Contains(attrValue(n, "class"), "sxs-lookup") || hasAttr(n, "data-stu-id"):
		r.bilingual = true
		return englishHalf
	}
	return around
}

// hasAttr reports whether n has an attribute of that name.
func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// attrValue returns the value of an attribute without breakers, and without
// spaces around it; "" when n has none of that name.
func attrValue(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(withoutBreakers(a.Val))
		}
	}
	return ""
}
