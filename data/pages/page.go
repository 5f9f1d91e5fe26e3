package pages

import "strings"

// Page is the shape of one page. Its texts are the English half of a bilingual
// page, without markup; the targets of links are as written.
type Page struct {
	File        string
	FrontMatter FrontMatter
	Bilingual   bool
	Sections    []Section
}

// Section is a heading with all rows and paragraphs up to the next heading of any
// level. The first section of a page has no heading.
type Section struct {
	Anchor     string // the name of the heading's anchor, or else made of its text like on Microsoft's site
	Level      int    // 1 to 6
	Line       int
	Tables     []Table
	Paragraphs []Paragraph // text outside of tables, in page order
}

// Table is one table: its head and the rows below.
type Table struct {
	Head Row
	Rows []Row
}

// Row is one row of a table.
type Row struct {
	Line  int
	Cells []Cell
}

// Cell is the content of one cell of a table: texts and list items in page
// order.
type Cell struct{ Parts []Part }

// Paragraph is a paragraph, a list item or a block of HTML outside of tables.
type Paragraph struct {
	Line   int
	Before bool // stands before the section's first table
	Cell
}

// Part is an unbroken piece of a cell: one list item, or the text before,
// between or after lists.
type Part struct {
	Depth int // of lists around it; 0 for text outside
	Runs  []TextRun
}

// TextRun is a piece of text that is all link, all literal, or neither.
type TextRun struct {
	Text string
	Link string // the target, for the text of a link
	Code bool   // literal text
}

// TextContent joins the text of p's runs. Spaces are collapsed; line breaks
// stay.
func (p Part) TextContent() string { return p.TextWithout(func(TextRun) bool { return false }) }

// TextWithout joins the text of p's runs except those for which drop returns
// true.
func (p Part) TextWithout(drop func(TextRun) bool) string {
	var b strings.Builder
	for _, r := range p.Runs {
		if !drop(r) {
			b.WriteString(r.Text)
		}
	}
	return CollapseSpaces(b.String())
}

// TextContent joins the texts of c's parts, one per line; empty parts are left
// out.
func (c Cell) TextContent() string {
	lines := make([]string, 0, len(c.Parts))
	for _, p := range c.Parts {
		if t := p.TextContent(); t != "" {
			lines = append(lines, t)
		}
	}
	return strings.Join(lines, "\n")
}

// Links lists the targets of the links in c, in page order.
func (c Cell) Links() []string {
	var links []string
	for _, p := range c.Parts {
		links = append(links, p.Links()...)
	}
	return links
}

// Links lists the targets of the links in p, in page order. Neighbouring runs
// of one link count once.
func (p Part) Links() []string {
	var links []string
	for i, r := range p.Runs {
		if r.Link != "" && (i == 0 || p.Runs[i-1].Link != r.Link) {
			links = append(links, r.Link)
		}
	}
	return links
}

// LinkRuns lists the links in c, each as one run with the whole text of the
// link.
func (c Cell) LinkRuns() []TextRun {
	var list []TextRun
	for _, p := range c.Parts {
		for i, r := range p.Runs {
			switch {
			case r.Link == "":
			case i > 0 && p.Runs[i-1].Link == r.Link:
				list[len(list)-1].Text += r.Text
			default:
				list = append(list, r)
			}
		}
	}
	return list
}

// CodeTexts lists the literal texts in c (between backquotes, or in code
// elements).
func (c Cell) CodeTexts() []string {
	var codes []string
	for _, p := range c.Parts {
		for _, r := range p.Runs {
			if t := CollapseSpaces(r.Text); r.Code && t != "" {
				codes = append(codes, t)
			}
		}
	}
	return codes
}

// ListItems lists the list items of c, the text before the first of them and
// the parts after it that are no list items.
func (c Cell) ListItems() (before string, items []Part, after []Part) {
	for _, p := range c.Parts {
		switch {
		case p.Depth > 0:
			items = append(items, p)
		case len(items) == 0:
			before = strings.TrimSpace(before + "\n" + p.TextContent())
		default:
			after = append(after, p)
		}
	}
	return before, items, after
}
