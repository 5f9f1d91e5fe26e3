package pages

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// addChildren adds the blocks in n, up to the first fault. Text and inline elements
// between blocks are a paragraph.
func (b *sectionBuilder) addChildren(n *html.Node, depth int) {
	if depth > maxDepth {
		b.setFault(TooDeep, 0)
		return
	}
	var inline []*html.Node
	word := alertWord(n)
	for c := range n.ChildNodes() {
		if b.fault != 0 {
			return
		}
		switch {
		case c.Type == html.ElementNode && isApart(c) || c.Type == html.CommentNode:
		case !isBlock(c):
			inline = append(inline, c)
		case word != "" && strings.EqualFold(CollapseSpaces(strings.TrimSpace(textOf(c))), word):
			word = "" // the word above an alert's text
		default:
			b.addInline(inline)
			inline = nil
			b.addElement(c, depth+1)
		}
	}
	b.addInline(inline)
}

// alertWord returns the kind of the alert that n is, as "NOTE"; "" when it is none.
func alertWord(n *html.Node) string {
	for _, class := range classesOf(n) {
		if isAlertWord(class) {
			return class
		}
	}
	return ""
}

// isAlertWord reports whether word is a kind of alert in Microsoft's documentation.
func isAlertWord(word string) bool {
	switch strings.ToLower(word) {
	case "note", "tip", "important", "caution", "warning":
		return true
	}
	return false
}

// isBlock reports whether n stands by itself and not within a line of text.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table,
		atom.Blockquote, atom.Section, atom.Article, atom.Main, atom.Details, atom.Summary, atom.Figure, atom.Center, atom.Pre, atom.Hr:
		return n.Type == html.ElementNode
	}
	for c := range n.Descendants() {
		if c.DataAtom == atom.P || c.DataAtom == atom.Table || c.DataAtom == atom.Li || c.DataAtom == atom.H2 {
			return true
		}
	}
	return false
}

// addElement adds a block.
func (b *sectionBuilder) addElement(n *html.Node, depth int) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		parts, anchors := b.readNodes([]*html.Node{n})
		s := Section{Level: int(n.Data[1] - '0'), Anchor: strings.ToLower(attrValue(n, "id"))}
		if s.Anchor == "" && len(anchors) > 0 {
			s.Anchor = strings.ToLower(anchors[0])
		}
		if s.Anchor == "" {
			s.Anchor = headingSlug(Cell{parts}.TextContent())
		}
		b.page.Sections = append(b.page.Sections, s)
	case atom.Table:
		b.addHTMLTable(n)
	case atom.P:
		b.addInline([]*html.Node{n})
	case atom.Pre, atom.Hr: // code blocks hold no facts
	default:
		b.addChildren(n, depth)
	}
}

// addInline adds a paragraph of nodes, unless it has no text.
func (b *sectionBuilder) addInline(nodes []*html.Node) {
	if len(nodes) == 0 {
		return
	}
	parts, _ := b.readNodes(nodes)
	b.addText(Paragraph{Cell: Cell{parts}})
}

// readNodes reads nodes as the parts of a cell, a heading or a paragraph, and the names
// of anchors in them.
func (b *sectionBuilder) readNodes(nodes []*html.Node) ([]Part, []string) {
	r := &partReader{whole: true}
	for _, n := range nodes {
		r.readNode(n, nodeContext{})
	}
	r.endPart()
	if r.tooDeep {
		b.setFault(TooDeep, 0)
	}
	b.page.Bilingual = b.page.Bilingual || r.bilingual
	b.countText(0)
	return r.parts, r.anchors
}

// addHTMLTable adds a table to the current section. Its head is the row of its thead
// element, or a first row of th elements.
func (b *sectionBuilder) addHTMLTable(table *html.Node) {
	var t Table
	var down []spanned
	headed := false
	for i, tr := range tableRows(table, nil) {
		var r Row
		if r, down = b.readHTMLRow(tr, down); b.fault != 0 {
			return
		}
		if !headed && (tr.Parent.DataAtom == atom.Thead || i == 0 && isHeadRow(tr)) {
			t.Head, headed = r, true
			continue
		}
		if len(r.Cells) > 0 {
			t.Rows = append(t.Rows, r)
		}
	}
	s := b.currentSection()
	s.Tables = append(s.Tables, t)
}

// tableRows appends the rows of a table to list. A tr element is in the table itself or
// in one of its bodies: the parser sees to that.
func tableRows(n *html.Node, list []*html.Node) []*html.Node {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			list = append(list, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			list = tableRows(c, list)
		}
	}
	return list
}

// isHeadRow reports whether all cells of a row are of the element th.
func isHeadRow(tr *html.Node) bool {
	for c := range tr.ChildNodes() {
		if c.DataAtom == atom.Td {
			return false
		}
	}
	return true
}

// spanned is a cell that also stands in the rows below its own.
type spanned struct {
	cell Cell
	size int // bytes of its text
	rows int // further ones
}

// The limits of cells that span rows or columns.
const (
	maxRowSpan      = 65534 // as browsers have it
	maxColumnSpan   = 1000  // likewise
	maxRepeatedText = 256 << 10
)

// countRepeated counts a cell that stands in a further row or column.
func (b *sectionBuilder) countRepeated(s spanned) {
	b.countText(0)
	if b.repeated += s.size; b.repeated > maxRepeatedText {
		b.setFault(TooMany, 0)
	}
}

// readHTMLRow reads the cells of a row. A cell that spans several rows or columns stands
// in each of them; down holds those of the rows above, by column, and is returned for the
// row below.
func (b *sectionBuilder) readHTMLRow(tr *html.Node, down []spanned) (Row, []spanned) {
	var r Row
	var below []spanned
	add := func(s spanned) {
		r.Cells = append(r.Cells, s.cell)
		below = append(below, s)
	}
	takeDown := func() {
		for len(r.Cells) < len(down) && down[len(r.Cells)].rows > 0 {
			s := down[len(r.Cells)]
			s.rows--
			b.countRepeated(s)
			add(s)
		}
	}
	for c := range tr.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || isApart(c) {
			continue
		}
		takeDown()
		parts, _ := b.readNodes(childrenOf(c))
		cell := Cell{parts}
		s := spanned{cell, len(cell.TextContent()), spanOf(c, "rowspan", maxRowSpan) - 1}
		for i := range spanOf(c, "colspan", maxColumnSpan) {
			if i > 0 {
				b.countRepeated(s)
			}
			if b.fault != 0 {
				return r, below
			}
			add(s)
		}
	}
	takeDown()
	return r, below
}

// spanOf returns how many rows or columns a cell takes, at most limit.
func spanOf(n *html.Node, attr string, limit int) int {
	span, err := strconv.Atoi(attrValue(n, attr))
	if err != nil || span < 1 {
		return 1
	}
	return min(span, limit)
}

// childrenOf returns the nodes in n.
func childrenOf(n *html.Node) []*html.Node {
	var list []*html.Node
	for c := range n.ChildNodes() {
		list = append(list, c)
	}
	return list
}
