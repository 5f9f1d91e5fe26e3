package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A bilingual page has each text twice, the translation first:
//
//	<span data-ttu-id="…">是</span><span class="sxs-lookup"><span data-stu-id="…">Yes</span></span>
//
// and links around the halves as well as within them. half says which of them
// is being read.
type half uint8

const (
	neither half = iota // outside of halves: text of both
	translated
	english
)

// fragment reads HTML of a cell, a heading or a paragraph as a browser does:
// lists left open, </li></li> and the like are mended. Of two halves it yields
// the English one, and says whether there were any.
func fragment(s string) (parts []Part, bilingual bool, anchors []string, fault SyntaxFault) {
	body := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(s), body)
	if err != nil {
		return nil, false, nil, TooDeep // the parser's own limit of open tags
	}
	r := &reader{}
	for _, n := range nodes {
		r.read(n, state{})
	}
	r.end()
	if r.tooDeep {
		return nil, false, nil, TooDeep
	}
	return r.parts, r.bilingual, r.anchors, 0
}

// state is what is around a node.
type state struct {
	depth int // of tags
	lists int
	half  half
	link  string
	code  bool
}

// reader gathers the parts of a fragment.
type reader struct {
	parts     []Part
	open      Part
	bilingual bool
	tooDeep   bool
	anchors   []string
}

// end closes the part that is being gathered.
func (r *reader) end() {
	if CollapseSpaces(r.open.Text()) != "" || len(r.open.Links()) > 0 {
		r.parts = append(r.parts, r.open)
	}
	r.open = Part{Depth: r.open.Depth}
}

// in makes the next text belong to a part at that depth of lists.
func (r *reader) in(lists int) {
	r.end()
	r.open.Depth = lists
}

func (r *reader) add(text string, at state) {
	if at.half == translated {
		return
	}
	r.open.Runs = append(r.open.Runs, Run{withoutPrivateUse(text), at.link, at.code})
}

func (r *reader) read(n *html.Node, at state) {
	if at.depth++; at.depth > maxDepth {
		r.tooDeep = true
		return
	}
	if n.Type == html.TextNode {
		r.add(n.Data, at)
		return
	}
	if n.Type != html.ElementNode {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template:
		return
	case atom.Br:
		r.add("\n", state{link: at.link, half: at.half})
		return
	case atom.Strong, atom.B:
		r.add("\n", state{half: at.half}) // what is bold is a word of its own, as "Note:"
	case atom.A:
		if name := attr(n, "name"); name != "" && len(r.anchors) < 10 {
			r.anchors = append(r.anchors, name)
		}
		if href := attr(n, "href"); href != "" {
			at.link = href
			r.add("", at) // a link without a text is one, too
		}
	case atom.Code:
		at.code = true
	case atom.Span:
		at.half = r.halfOf(n, at.half)
	case atom.Ul, atom.Ol:
		at.lists++
	case atom.Li:
		at.lists = max(1, at.lists)
		r.in(at.lists)
		r.children(n, at)
		r.in(at.lists - 1)
		return
	case atom.P, atom.Div:
		r.add("\n", state{half: at.half})
	}
	r.children(n, at)
	if n.DataAtom == atom.Ul || n.DataAtom == atom.Ol {
		r.in(at.lists - 1)
	}
}

func (r *reader) children(n *html.Node, at state) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.read(c, at)
	}
}

// halfOf is the half that a span opens.
func (r *reader) halfOf(n *html.Node, around half) half {
	switch {
	case has(n, "data-ttu-id"):
		r.bilingual = true
		return translated
	case strings.Contains(attr(n, "class"), "sxs-lookup") || has(n, "data-stu-id"):
		r.bilingual = true
		return english
	}
	return around
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
