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

// The limits of a page. Microsoft's have up to 30 kB, lines of 9 kB and tags six
// deep.
const (
	MaxPage  = 512 << 10 // bytes
	maxLine  = 64 << 10  // bytes
	maxDepth = 60        // tags, lists or quotes around a text
	maxRows  = 5000      // rows, notes and sections, each
)

// Parser reads pages, one after the other.
type Parser struct{ md goldmark.Markdown }

// NewParser makes a Parser.
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

// Parse reads one page. The error is a *[SyntaxError].
func Parse(file string, b []byte) (*Page, error) { return NewParser().Parse(file, b) }

// Parse reads the page in b, which came from a file of that name. The error is
// a *[SyntaxError].
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
	if n, fault := bounded(lines); fault != 0 {
		return nil, &SyntaxError{file, n, fault}
	}
	f, n, err := front(file, lines)
	if err != nil {
		return nil, err
	}
	body := []byte(strings.Join(lines[n:], "\n"))
	g := &gatherer{md: p.md, source: body, first: n + 1, page: &Page{File: file, Front: f}}
	g.starts, g.out = lineStarts(body), bufio.NewWriter(&g.html)
	g.page.Sections = []Section{{}} // what stands before the first heading
	g.block(p.md.Parser().Parse(text.NewReader(body)), 0)
	if g.fault != 0 {
		return nil, &SyntaxError{file, g.at, g.fault}
	}
	return g.page, nil
}

// bounded refuses lines that no page has, and says which one.
func bounded(lines []string) (int, SyntaxFault) {
	for i, line := range lines {
		switch {
		case len(line) > maxLine:
			return i + 1, LongLine
		case openers(line) > maxDepth:
			return i + 1, TooDeep
		}
	}
	return 0, 0
}

// openers counts the quotes and list items that line opens or continues.
func openers(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '>':
			n++
		case strings.IndexByte("-*+.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c != ' ' && c != '\t' && (c < '0' || c > '9'):
			return n
		}
	}
	return n
}

func lineStarts(b []byte) []int {
	starts := []int{0}
	for i, c := range b {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// gatherer turns the blocks of a page into its sections.
type gatherer struct {
	md     goldmark.Markdown
	source []byte
	starts []int // of lines
	first  int   // number of the first line
	page   *Page
	rows   int
	html   strings.Builder
	out    *bufio.Writer // to html
	fault  SyntaxFault
	at     int // where the fault is
}

// line is the number of the line in which n begins.
func (g *gatherer) line(n ast.Node) int {
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
	return g.first + sort.SearchInts(g.starts, offset+1) - 1
}

func (g *gatherer) fail(fault SyntaxFault, n ast.Node) {
	if g.fault == 0 {
		g.fault, g.at = fault, g.line(n)
	}
}

// section is the one that is being gathered.
func (g *gatherer) section() *Section { return &g.page.Sections[len(g.page.Sections)-1] }

// block gathers n and what it holds.
func (g *gatherer) block(n ast.Node, depth int) {
	if g.fault != 0 {
		return
	}
	if depth > maxDepth {
		g.fail(TooDeep, n)
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		g.heading(n)
	case *extast.Table:
		g.table(n)
	case *ast.Paragraph, *ast.TextBlock, *ast.HTMLBlock:
		g.note(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		// holds no facts
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			g.block(c, depth+1)
		}
	}
}

// parts reads what n holds.
func (g *gatherer) parts(n ast.Node) ([]Part, []string) {
	g.html.Reset()
	if err := errors.Join(g.md.Renderer().Render(g.out, g.source, n), g.out.Flush()); err != nil {
		g.fail(NotText, n) // cannot be: it is written to memory
	}
	parts, bilingual, anchors, fault := fragment(g.html.String())
	if fault != 0 {
		g.fail(fault, n)
	}
	g.page.Bilingual = g.page.Bilingual || bilingual
	if g.rows++; g.rows > maxRows {
		g.fail(TooMany, n)
	}
	return parts, anchors
}

func (g *gatherer) heading(n *ast.Heading) {
	parts, anchors := g.parts(n)
	s := Section{Level: n.Level, Line: g.line(n)}
	if len(anchors) > 0 {
		s.Anchor = strings.ToLower(anchors[0])
	} else {
		s.Anchor = slug(Cell{parts}.Text())
	}
	g.page.Sections = append(g.page.Sections, s)
}

// slug is the anchor that Microsoft's site gives a heading without one.
func slug(title string) string {
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

func (g *gatherer) table(n *extast.Table) {
	var t Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		r := Row{Line: g.line(row)}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			parts, _ := g.parts(cell)
			r.Cells = append(r.Cells, Cell{parts})
		}
		if _, head := row.(*extast.TableHeader); head {
			t.Head = r
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	s := g.section()
	s.Tables = append(s.Tables, t)
}

func (g *gatherer) note(n ast.Node) {
	parts, _ := g.parts(n)
	s := g.section()
	note := Note{Line: g.line(n), Before: len(s.Tables) == 0, Cell: Cell{parts}}
	if note.Text() != "" {
		s.Notes = append(s.Notes, note)
	}
}
