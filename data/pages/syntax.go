package pages

import (
	"fmt"
	"strings"

	"voxatlas/model"
)

// SyntaxError reports that a file is not a page, and in which line.
type SyntaxError struct {
	File  string
	Line  int // 0 for the file as a whole
	Fault SyntaxFault
}

func (e *SyntaxError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", safeName(e.File), e.Line, e.Fault)
	}
	return fmt.Sprintf("%s: %s", safeName(e.File), e.Fault)
}

// SyntaxFault is a reason to refuse a file. It is a constant, not a text, so
// that each interface can say it in the user's language.
type SyntaxFault uint8

// The faults of a file that is not a page.
const (
	NotText     SyntaxFault = iota + 1 // bytes that are no UTF-8, or zero bytes
	TooLarge                           // more than MaxPage bytes
	LongLine                           // a line of more than maxLine bytes
	TooDeep                            // lists, quotes or tags nested deeper than maxDepth
	TooMany                            // more than maxTexts cells, paragraphs and headings
	OpenFront                          // the front matter does not end
	EmptyPage                          // nothing in it: Parse reads it, an import of a folder refuses it
	HTMLPage                           // an HTML document, as a server sends for a missing page
	LFSPointer                         // a pointer of Git LFS in the place of the page
	Conflict                           // the markers of a merge that was not resolved
	NoArticle                          // an HTML document without an article, as a page to sign in at
	Cut                                // an HTML document without an end
	TooManyTags                        // more than maxTags tags, or maxFormatting formatting tags that are not alike
)

// Key returns the stable word of f for catalogs, as "not_text"; "" for no
// fault.
func (f SyntaxFault) Key() string {
	return model.WordOf([]string{"", "not_text", "too_large", "long_line", "too_deep", "too_many", "open_front", "empty", "html", "lfs", "conflict", "no_article", "cut", "too_many_tags"}, f)
}

func (f SyntaxFault) String() string {
	switch f {
	case NotText:
		return "not UTF-8 text; save the page as UTF-8"
	case TooLarge:
		return fmt.Sprintf("larger than %d kB, the most that a page may have", MaxPage>>10)
	case LongLine:
		return fmt.Sprintf("a line of more than %d kB", maxLine>>10)
	case TooDeep:
		return fmt.Sprintf("lists, quotes or tags nested deeper than %d", maxDepth)
	case TooMany:
		return fmt.Sprintf("more than %d rows, notes or sections", maxTexts)
	case OpenFront:
		return "the front matter has no closing ---"
	case EmptyPage:
		return "nothing in it; download the page again"
	case HTMLPage:
		return "an HTML document, not Markdown; download the page's source"
	case LFSPointer:
		return "a Git LFS pointer, not the page; run git lfs pull"
	case Conflict:
		return "a merge conflict; resolve it"
	case NoArticle:
		return "an HTML page without an article; open it in a browser"
	case Cut:
		return "an HTML page without its end; download it again"
	case TooManyTags:
		return fmt.Sprintf("more than %d tags, or more than %d different formatting tags", maxTags, maxFormatting)
	}
	return fmt.Sprintf("SyntaxFault(%d)", uint8(f))
}

// safeName makes the name of a file safe to show: one line of at most 200
// runes, without control or bidi characters.
func safeName(file string) string { return model.Clean(strings.Join(strings.Fields(file), " "), 200) }
