package pages

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rsc.io/markdown"
)

// Parse reads the page in b. The file's name is only kept and reported. An
// error is always a *[SyntaxError].
func Parse(file string, b []byte) (*Page, error) {
	switch {
	case len(b) > MaxPage:
		return nil, &SyntaxError{file, 0, TooLarge}
	case !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0:
		return nil, &SyntaxError{file, 0, NotText}
	}
	source := strings.TrimPrefix(string(b), "\ufeff")
	source = strings.ReplaceAll(strings.ReplaceAll(source, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(source, "\n")
	if n, fault := checkKind(lines); fault != 0 {
		return nil, &SyntaxError{file, n, fault}
	}
	if n, fault := checkLines(lines); fault != 0 {
		return nil, &SyntaxError{file, n, fault}
	}
	front, n, err := readFrontMatter(file, lines)
	if err != nil {
		return nil, err
	}
	parser := markdown.Parser{Table: true, Strikethrough: true}
	builder := &sectionBuilder{firstLine: n + 1, page: &Page{File: file, FrontMatter: front}}
	builder.page.Sections = []Section{{}} // for text before the first heading
	builder.addBlocks(parser.Parse(disarm(lines[n:])).Blocks, 0)
	if builder.fault != 0 {
		return nil, &SyntaxError{file, builder.faultLine, builder.fault}
	}
	return builder.page, nil
}

// sectionBuilder collects the blocks of a page as sections.
type sectionBuilder struct {
	firstLine int // the number of the first line after the front matter
	page      *Page
	texts     int // read so far
	repeated  int // bytes of text of cells in further rows and columns
	fault     SyntaxFault
	faultLine int
}

// lineOf returns the number of the line in which block begins.
func (b *sectionBuilder) lineOf(block markdown.Block) int {
	return b.firstLine + block.Pos().StartLine - 1
}

// setFault keeps the first fault and its line, 0 on an HTML page, which has none.
func (b *sectionBuilder) setFault(fault SyntaxFault, line int) {
	if b.fault == 0 {
		b.fault, b.faultLine = fault, line
	}
}

// countText counts a cell, a paragraph or a heading of a line.
func (b *sectionBuilder) countText(line int) {
	if b.texts++; b.texts > maxTexts {
		b.setFault(TooMany, line)
	}
}

// currentSection returns the section of the last heading.
func (b *sectionBuilder) currentSection() *Section { return &b.page.Sections[len(b.page.Sections)-1] }

// addBlocks adds blocks and the blocks in them, up to the first fault. Code
// blocks and thematic breaks are left out: they hold no facts.
func (b *sectionBuilder) addBlocks(blocks []markdown.Block, depth int) {
	for _, block := range blocks {
		if depth > maxDepth {
			b.setFault(TooDeep, b.lineOf(block))
		}
		if b.fault != 0 {
			return
		}
		switch block := block.(type) {
		case *markdown.Heading:
			b.addHeading(block)
		case *markdown.Table:
			b.addTable(block)
		case *markdown.Paragraph, *markdown.Text, *markdown.HTMLBlock:
			b.addParagraph(block)
		case *markdown.Quote:
			b.addBlocks(block.Blocks, depth+1)
		case *markdown.List:
			b.addBlocks(block.Items, depth+1)
		case *markdown.Item:
			b.addBlocks(block.Blocks, depth+1)
		}
	}
}

// readParts renders block as HTML and reads that, as Markdown and HTML stand
// side by side in one cell. It returns the parts and the names of anchors in
// them.
func (b *sectionBuilder) readParts(block markdown.Block) ([]Part, []string) {
	parts, bilingual, anchors, fault := parseFragment(markdown.ToHTML(block))
	if fault != 0 {
		b.setFault(fault, b.lineOf(block))
	}
	b.page.Bilingual = b.page.Bilingual || bilingual
	b.countText(b.lineOf(block))
	return parts, anchors
}

// addHeading begins a section.
func (b *sectionBuilder) addHeading(h *markdown.Heading) {
	parts, anchors := b.readParts(h)
	s := Section{Level: h.Level, Line: b.lineOf(h)}
	if len(anchors) > 0 {
		s.Anchor = strings.ToLower(anchors[0])
	} else {
		s.Anchor = headingSlug(Cell{parts}.TextContent())
	}
	b.page.Sections = append(b.page.Sections, s)
}

// headingSlug makes an anchor of a heading's text in the way of Microsoft's
// site: lower case, hyphens for spaces, no punctuation.
func headingSlug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ' || r == '-' || r == '\n':
			b.WriteByte('-')
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// addTable adds a table to the current section.
func (b *sectionBuilder) addTable(table *markdown.Table) {
	t := Table{Head: b.readRow(table.Header)}
	for _, cells := range table.Rows {
		t.Rows = append(t.Rows, b.readRow(cells))
	}
	s := b.currentSection()
	s.Tables = append(s.Tables, t)
}

// readRow reads the cells of one row.
func (b *sectionBuilder) readRow(cells []*markdown.Text) Row {
	r := Row{Line: b.lineOf(cells[0])}
	for _, cell := range cells {
		parts, _ := b.readParts(cell)
		r.Cells = append(r.Cells, Cell{parts})
	}
	return r
}

// addParagraph adds text outside of tables to the current section.
func (b *sectionBuilder) addParagraph(block markdown.Block) {
	parts, _ := b.readParts(block)
	b.addText(Paragraph{Line: b.lineOf(block), Cell: Cell{parts}})
}

// addText adds p to the current section, unless it has no text, or none but the word
// above the text of an alert, as "Note".
func (b *sectionBuilder) addText(p Paragraph) {
	s := b.currentSection()
	p.Before = len(s.Tables) == 0
	if text := p.TextContent(); text != "" && !isAlertWord(text) {
		s.Paragraphs = append(s.Paragraphs, p)
	}
}
