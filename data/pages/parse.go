package pages

import (
	"bufio"
	"bytes"
	"errors"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// Parser reads pages, one after the other.
type Parser struct{ md goldmark.Markdown }

// NewParser returns a parser of Markdown with tables and HTML.
func NewParser() *Parser {
	// Without definitions of links elsewhere ("[a]: b"): the pages have none, and
	// very many of them take quadratic time.
	blocks := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
	return &Parser{goldmark.New(
		goldmark.WithParser(blocks), goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(html.WithUnsafe()),
	)}
}

// Parse reads the page in b. The file's name is only kept and reported. An
// error is always a *[SyntaxError].
func Parse(file string, b []byte) (*Page, error) { return NewParser().Parse(file, b) }

// Parse reads the page in b like the function [Parse].
func (p *Parser) Parse(file string, b []byte) (*Page, error) {
	switch {
	case len(b) > MaxPage:
		return nil, &SyntaxError{file, 0, TooLarge}
	case !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0:
		return nil, &SyntaxError{file, 0, NotText}
	}
	source := strings.TrimPrefix(string(b), "\ufeff")
	source = strings.ReplaceAll(strings.ReplaceAll(source, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(source, "\n")
	if n, fault := checkLines(lines); fault != 0 {
		return nil, &SyntaxError{file, n, fault}
	}
	front, n, err := readFrontMatter(file, lines)
	if err != nil {
		return nil, err
	}
	body := []byte(strings.Join(lines[n:], "\n"))
	builder := &sectionBuilder{md: p.md, source: body, firstLine: n + 1, page: &Page{File: file, FrontMatter: front}}
	builder.lineStarts, builder.renderTo = lineStarts(body), bufio.NewWriter(&builder.rendered)
	builder.page.Sections = []Section{{}} // for text before the first heading
	builder.addBlock(p.md.Parser().Parse(text.NewReader(body)), 0)
	if builder.fault != 0 {
		return nil, &SyntaxError{file, builder.faultLine, builder.fault}
	}
	return builder.page, nil
}

// lineStarts lists the offsets in b at which lines begin.
func lineStarts(b []byte) []int {
	starts := []int{0}
	for i, c := range b {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// sectionBuilder collects the blocks of a page as sections.
type sectionBuilder struct {
	md         goldmark.Markdown
	source     []byte
	lineStarts []int // offsets in source
	firstLine  int   // the number of the first line of source
	page       *Page
	texts      int // read so far
	rendered   strings.Builder
	renderTo   *bufio.Writer // writes to rendered
	fault      SyntaxFault
	faultLine  int
}

// lineOf returns the number of the line in which n begins; 0 when n has no
// text.
func (b *sectionBuilder) lineOf(n ast.Node) int {
	offset := -1
	_ = ast.Walk(n, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok {
			offset = t.Segment.Start
		} else if r, ok := n.(*ast.RawHTML); ok && r.Segments.Len() > 0 {
			offset = r.Segments.At(0).Start
		} else if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			offset = n.Lines().At(0).Start
		}
		if offset >= 0 {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	if offset < 0 {
		return 0
	}
	return b.firstLine + sort.SearchInts(b.lineStarts, offset+1) - 1
}

// setFault keeps the first fault and its line.
func (b *sectionBuilder) setFault(fault SyntaxFault, n ast.Node) {
	if b.fault == 0 {
		b.fault, b.faultLine = fault, b.lineOf(n)
	}
}

// currentSection returns the section of the last heading.
func (b *sectionBuilder) currentSection() *Section { return &b.page.Sections[len(b.page.Sections)-1] }

// addBlock adds n and the blocks in it. Code blocks are left out: they hold no
// facts.
func (b *sectionBuilder) addBlock(n ast.Node, depth int) {
	if b.fault != 0 {
		return
	}
	if depth > maxDepth {
		b.setFault(TooDeep, n)
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		b.addHeading(n)
	case *extast.Table:
		b.addTable(n)
	case *ast.Paragraph, *ast.TextBlock, *ast.HTMLBlock:
		b.addNote(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		// holds no facts
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			b.addBlock(c, depth+1)
		}
	}
}

// readParts renders node as HTML and reads that, as Markdown and HTML stand
// side by side in one cell. It returns the parts and the names of anchors in
// them.
func (b *sectionBuilder) readParts(node ast.Node) ([]Part, []string) {
	b.rendered.Reset()
	if err := errors.Join(b.md.Renderer().Render(b.renderTo, b.source, node), b.renderTo.Flush()); err != nil {
		b.setFault(NotText, node) // cannot be: it is written to memory
	}
	parts, bilingual, anchors, fault := parseFragment(b.rendered.String())
	if fault != 0 {
		b.setFault(fault, node)
	}
	b.page.Bilingual = b.page.Bilingual || bilingual
	if b.texts++; b.texts > maxTexts {
		b.setFault(TooMany, node)
	}
	return parts, anchors
}

// addHeading begins a section.
func (b *sectionBuilder) addHeading(n *ast.Heading) {
	parts, anchors := b.readParts(n)
	s := Section{Level: n.Level, Line: b.lineOf(n)}
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
func (b *sectionBuilder) addTable(n *extast.Table) {
	var t Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		r := Row{Line: b.lineOf(row)}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			parts, _ := b.readParts(cell)
			r.Cells = append(r.Cells, Cell{parts})
		}
		if _, head := row.(*extast.TableHeader); head {
			t.Head = r
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	s := b.currentSection()
	s.Tables = append(s.Tables, t)
}

// addNote adds text outside of tables to the current section.
func (b *sectionBuilder) addNote(n ast.Node) {
	parts, _ := b.readParts(n)
	s := b.currentSection()
	note := Note{Line: b.lineOf(n), Before: len(s.Tables) == 0, Cell: Cell{parts}}
	if note.TextContent() != "" {
		s.Notes = append(s.Notes, note)
	}
}
