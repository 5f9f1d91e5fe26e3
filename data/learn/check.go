package learn

import (
	"errors"
	"strings"

	"voxatlas/data/pages"
)

// The media types of the forms of a page.
const (
	typeMarkdown = "text/markdown"
	typeHTML     = "text/html"
)

// IsMarkdown reports whether the page came as Markdown.
func (p *Page) IsMarkdown() bool { return p.Type == typeMarkdown }

// parsePage reads an answer as the page of that name, and checks that it is the one that was
// asked for. The error is a [PageError].
func parsePage(e *entry, name string) (*Page, error) {
	p := &Page{Type: e.Type, Body: e.body}
	var err error
	var file string
	switch e.Type {
	case typeMarkdown:
		file = name + ".md"
		p.Page, err = pages.Parse(file, e.body)
	case typeHTML:
		file = name + ".html"
		p.Page, err = pages.ParseHTML(file, e.body)
	default:
		return nil, pageError(e.URL, WrongType, e.Type)
	}
	var syntax *pages.SyntaxError
	if errors.As(err, &syntax) {
		return nil, syntaxError(e.URL, syntax, p.Page)
	}
	return p, checkPage(e, p.Page)
}

// syntaxError returns the error of an answer that is no page.
func syntaxError(url string, err *pages.SyntaxError, p *pages.Page) error {
	switch err.Fault {
	case pages.NoArticle:
		return pageError(url, NoArticle, p.FrontMatter.Title)
	case pages.Cut:
		return pageError(url, CutShort, "")
	case pages.TooLarge:
		return pageError(url, TooLarge, "")
	}
	return pageError(url, Unreadable, err.Fault.String())
}

// checkPage checks that p is the page of e's address: by the address that it came from,
// by the address that it says, by its language, and that it has a table where the
// importer needs one.
func checkPage(e *entry, p *pages.Page) error {
	wanted := pages.NameOf(e.URL)
	if got := pages.NameOf(e.At); got != wanted {
		return pageError(e.URL, WrongPage, got)
	}
	if got := p.FrontMatter.Canonical; got != "" && pages.NameOf(got) != wanted {
		return pageError(e.URL, WrongPage, pages.NameOf(got))
	}
	if lang := p.FrontMatter.Locale; lang != "" && !strings.HasPrefix(strings.ToLower(lang), "en") {
		return pageError(e.URL, WrongLanguage, lang)
	}
	if wanted != pages.LearnIndexName && !hasTable(p) {
		return pageError(e.URL, NoTable, p.FrontMatter.Title)
	}
	return nil
}

// hasTable reports whether p has a table with a row.
func hasTable(p *pages.Page) bool {
	for _, s := range p.Sections {
		for _, t := range s.Tables {
			if len(t.Rows) > 0 {
				return true
			}
		}
	}
	return false
}
