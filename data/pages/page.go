package pages

import "strings"

// Page is the shape of a page: what stands where, not what it means. Text in it
// is the English half of a bilingual page, cleaned; links are as written.
type Page struct {
	File      string
	Front     Front
	Bilingual bool
	Sections  []Section
}

// Section is a heading and what follows it, up to the next heading.
type Section struct {
	Anchor string // the name of the heading's anchor; without one, made of its text as Microsoft's site does
	Level  int    // 1 to 6
	Line   int
	Tables []Table
	Notes  []Note // text outside of tables, in page order
}

// Table is the rows below a table's head.
type Table struct {
	Head Row
	Rows []Row
}

// Row is a line of a table.
type Row struct {
	Line  int
	Cells []Cell
}

// Cell is what stands between two bars: text and list items in their order.
type Cell struct{ Parts []Part }

// Note is a paragraph, list item or block of HTML outside of tables.
type Note struct {
	Line   int
	Before bool // stands before the section's first table
	Cell
}

// Part is an unbroken piece of text: one list item, or what stands before,
// between or after lists.
type Part struct {
	Depth int // of lists around it; 0 for text outside
	Runs  []Run
}

// Run is text of one kind.
type Run struct {
	Text string
	Link string // the target, for the text of a link
	Code bool   // literal text
}

// Text is all of p; a line break stands where the page has one.
func (p Part) Text() string { return p.TextWithout(func(Run) bool { return false }) }

// TextWithout is the text of p but for some runs.
func (p Part) TextWithout(drop func(Run) bool) string {
	var b strings.Builder
	for _, r := range p.Runs {
		if !drop(r) {
			b.WriteString(r.Text)
		}
	}
	return CollapseSpaces(b.String())
}

// Text is all of c, a line per part.
func (c Cell) Text() string {
	lines := make([]string, 0, len(c.Parts))
	for _, p := range c.Parts {
		if t := p.Text(); t != "" {
			lines = append(lines, t)
		}
	}
	return strings.Join(lines, "\n")
}

// Links are the targets of the links in c.
func (c Cell) Links() []string {
	var links []string
	for _, p := range c.Parts {
		links = append(links, p.Links()...)
	}
	return links
}

// Links are the targets of the links in p.
func (p Part) Links() []string {
	var links []string
	for i, r := range p.Runs {
		if r.Link != "" && (i == 0 || p.Runs[i-1].Link != r.Link) {
			links = append(links, r.Link)
		}
	}
	return links
}

// LinkRuns are the links of c, each with all of its text.
func (c Cell) LinkRuns() []Run {
	var list []Run
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

// CodeTexts are the literal texts in c.
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

// ListItems are the list items of c, and before and after the text around them.
func (c Cell) ListItems() (before string, items []Part, after []Part) {
	for _, p := range c.Parts {
		switch {
		case p.Depth > 0:
			items = append(items, p)
		case len(items) == 0:
			before = strings.TrimSpace(before + "\n" + p.Text())
		default:
			after = append(after, p)
		}
	}
	return before, items, after
}
