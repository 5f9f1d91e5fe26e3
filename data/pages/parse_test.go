package pages_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data/pages"
)

// drawPage renders a page as text: a line per section, row and paragraph, list items in brackets
// with their depth.
func drawPage(p *pages.Page) string {
	var b strings.Builder
	for _, s := range p.Sections[1:] {
		fmt.Fprintf(&b, "#%d %s\n", s.Level, s.Anchor)
		for _, t := range s.Tables {
			for _, r := range t.Rows {
				fmt.Fprintf(&b, "%d:", r.Line)
				for _, c := range r.Cells {
					b.WriteString(" |" + drawCell(c))
				}
				b.WriteString("\n")
			}
		}
		for _, n := range s.Paragraphs {
			fmt.Fprintf(&b, "%d:%s\n", n.Line, drawCell(n.Cell))
		}
	}
	return b.String()
}

func drawCell(c pages.Cell) string {
	var b strings.Builder
	for _, p := range c.Parts {
		text := strings.ReplaceAll(p.TextContent(), "\n", "/")
		if p.Depth > 0 {
			text = fmt.Sprintf("[%d %s]", p.Depth, text)
		}
		b.WriteString(" " + text)
	}
	if links := c.Links(); len(links) > 0 {
		fmt.Fprintf(&b, " -> %s", strings.Join(links, " "))
	}
	return b.String()
}

const frontMatter = "---\nms.contentlocale: xx-XX\nms.lasthandoff: 03/23/2021\n---\n"

// TestParseShapes parses every shape that Microsoft's pages have, and broken ones.
func TestParseShapes(t *testing.T) {
	for name, tt := range map[string]struct{ page, want string }{
		"row": {"## <a name=\"one\"></a>Eins\n\n|**F**|**D**|\n|:-----|:-----|\n|Label?  <br/> |Ja  <br/> |\n", "#2 one\n9: | Label? | Ja\n"},
		"anchor of the heading's text": {
			"## Toll and toll free numbers for services\n", "#2 toll-and-toll-free-numbers-for-services\n"},
		"missing closing bar":        {"## A\n\n|F|D|\n|-|-|\n|q|v\n|r|w |\n", "#2 a\n9: | q | v\n10: | r | w\n"},
		"no opening bar":             {"## A\n\nF|D\n---|---|\nq|v\n", "#2 a\n9: | q | v\n"},
		"li left open":               {"## A\n\n|F|D|\n|-|-|\n|q|<ul><li>a<li> b </ul>after|\n", "#2 a\n9: | q | [1 a] [1 b] after\n"},
		"li closed twice":            {"## A\n\n|F|D|\n|-|-|\n|q|x: <ul><li>a</li></li><li>b</li></li>|\n", "#2 a\n9: | q | x: [1 a] [1 b]\n"},
		"ul left open":               {"## A\n\n|F|D|\n|-|-|\n|q|<ul><li>a</li><li>b</li> |\n|r|v|\n", "#2 a\n9: | q | [1 a] [1 b]\n10: | r | v\n"},
		"lists in lists":             {"## A\n\n|F|D|\n|-|-|\n|q|<ul><li>a</li><ul><li>`S_(M)`</li></ul><li>b</li></ul>|\n", "#2 a\n9: | q | [1 a] [2 S_(M)] [1 b]\n"},
		"li without a list":          {"## A\n\n|F|D|\n|-|-|\n|q|a<li>b|\n", "#2 a\n9: | q | a [1 b]\n"},
		"list of one line in bold":   {"## A\n\n|F|D|\n|-|-|\n|q|Ja **Note:** more|\n", "#2 a\n9: | q | Ja/Note: more\n"},
		"links":                      {"## A\n\n|F|D|\n|-|-|\n|q|x ([y](../z.md)) [](w.md)|\n", "#2 a\n9: | q | x (y) -> ../z.md w.md\n"},
		"box":                        {"## A\n\n> [!NOTE]\n> one [two](three.md)\n", "#2 a\n7: [!NOTE]/one two -> three.md\n"},
		"selector":                   {"# A\n\n> [!div class=\"op_single_selector\"]\n> - [B](b.md)\n> - [C](c.md)\n", "#1 a\n7: [!div class=\"op_single_selector\"]\n8: B -> b.md\n9: C -> c.md\n"},
		"table in a list":            {"## A\n\n- |F|D|\n  |-|-|\n  |q|v|\n", "#2 a\n9: | q | v\n"},
		"entities and escapes":       {"## A\n\n|F|D|\n|-|-|\n|q&amp;r|a&nbsp;b \\*c\\* \\| d|\n", "#2 a\n9: | q&r | a b *c* | d\n"},
		"blanks of no width":         {"## A\n\n|F|D|\n|-|-|\n|q|J\u200ba\ufeff|\n", "#2 a\n9: | q | Ja\n"},
		"scripts and comments":       {"## A\n\n|F|D|\n|-|-|\n|q|<!-- x -->Ja<script>y()</script>|\n", "#2 a\n9: | q | Ja\n"},
		"marks of our own are taken": {"## A\n\n|F|D|\n|-|-|\n|q|J\ue000a|\n", "#2 a\n9: | q | Ja\n"},
		"bilingual": {
			"## <a name=\"one\"></a><span data-ttu-id=\"1\">甲</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">One</span></span>\n\n" +
				"|F|D|\n|-|-|\n|<span data-ttu-id=\"2\">問 [甲](x.md)</span><span class=\"sxs-lookup\"><span data-stu-id=\"2\">Ask [one](y.md)</span></span>|" +
				"<ul><li><span data-ttu-id=\"3\">好</span><span class=\"sxs-lookup\"><span data-stu-id=\"3\">Nice</span></span></ul> |\n" +
				"\n[<span data-ttu-id=\"4\">下</span><span class=\"sxs-lookup\"><span data-stu-id=\"4\">Next</span></span>](z.md)\n",
			"#2 one\n9: | Ask one -> y.md | [1 Nice]\n11: Next -> z.md\n"},
		"no delimiter row":           {"## A\n\n|F|\n|-||\n|q|\n", "#2 a\n7: |F|/|-||/|q|\n"},
		"no definition of a link":    {"## A\n\n[b]: c.md\n\n[b] `d]:` [e](f]:g)\n", "#2 a\n7: [b]: c.md\n9: [b] d]: e -> f%5D:g\n"},
		"no footnote":                {"## A\n\n[^1]\n\n[^2]: b\n\n[^3] [c](d[^4)\n", "#2 a\n7: [^1]\n9: [^2]: b\n11: [^3] c -> d%5B%5E4\n"},
		"no front matter of its own": {"text\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := pages.Parse("availability-in-x.md", []byte(frontMatter+tt.page))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, drawPage(p)); d != "" {
				t.Error(d)
			}
			crlf := "\ufeff" + strings.ReplaceAll(frontMatter+tt.page, "\n", "\r\n")
			q, err := pages.Parse("availability-in-x.md", []byte(crlf))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(p, q); d != "" {
				t.Errorf("with CRLF and a byte order mark: %s", d)
			}
		})
	}
}

func TestParseFrontMatter(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want pages.FrontMatter
	}{
		"localized": {
			"---\ntitle: x\nappliesto:\n- Skype for Business\n- Microsoft Teams\nms.custom:\n- Calling Plans\nms.openlocfilehash: ab12\nms.contentlocale: zh-TW\nms.lasthandoff: 03/23/2021\nms.date: 01/01/2019\n---\n# A\n",
			pages.FrontMatter{Locale: "zh-TW", Date: "2021-03-23", Title: "x", SourceHash: "ab12", AppliesTo: []string{"Skype for Business", "Microsoft Teams"}}},
		"English":    {"---\nms.date: \"3/18/2019\"\nappliesto: \n  - Microsoft Teams \n---\n# A\n", pages.FrontMatter{Date: "2019-03-18", AppliesTo: []string{"Microsoft Teams"}}},
		"no date":    {"---\nms.lasthandoff: 13/40/2021\n---\n# A\n", pages.FrontMatter{}},
		"updated":    {"---\nms.lasthandoff: soon\nupdated_at: 2022-12-01 05:28 PM\n---\n# A\n", pages.FrontMatter{Date: "2022-12-01"}},
		"updated, T": {"---\nupdated_at: 2022-12-01T17:28:00Z\n---\n# A\n", pages.FrontMatter{Date: "2022-12-01"}},
		"none":       {"# A\n", pages.FrontMatter{}},
		"empty":      {"", pages.FrontMatter{}},
	} {
		p, err := pages.Parse("x.md", []byte(tt.text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(tt.want, p.FrontMatter); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		why  pages.SyntaxFault
		line int
	}{
		"bytes that are no text": {"\x89PNG\r\n\x1a\n\x00", pages.NotText, 0},
		"not UTF-8":              {"caf\xe9", pages.NotText, 0},
		"UTF-16":                 {"\xff\xfe#\x00", pages.NotText, 0},
		"too large":              {strings.Repeat("x", pages.MaxPage+1), pages.TooLarge, 0},
		"a line without end":     {"a\n" + strings.Repeat("b", 300<<10), pages.LongLine, 2},
		"quotes without end":     {"a\n\n" + strings.Repeat("> ", 100) + "b", pages.TooDeep, 3},
		"lists without end":      {strings.Repeat("- ", 100) + "b", pages.TooDeep, 1},
		"tags without end":       {"|a|b|\n|-|-|\n|c|" + strings.Repeat("<ul><li>", 200) + "|", pages.TooDeep, 3},
		"spans without end":      {"x" + strings.Repeat("<span>", 2000), pages.TooDeep, 1},
		"too many rows":          {"|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 3000), pages.TooMany, 2502},
		"short rows":             {strings.Repeat("|a", 700) + "\n" + strings.Repeat("|-", 700) + "\n" + strings.Repeat("a\n", 20000), pages.TooMany, 9},
		"indents without end":    {"- a\n" + strings.Repeat(" ", 120) + "- b\n", pages.TooDeep, 2},
		"open front matter":      {"---\ntitle: x\n", pages.OpenFront, 3},
		"a server's error":       {"\n<!DOCTYPE html>\n<html><body>404</body></html>\n", pages.HTMLPage, 0},
		"a Git LFS pointer":      {"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", pages.LFSPointer, 0},
		"a merge conflict":       {"# A\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n", pages.Conflict, 2},
	} {
		_, err := pages.Parse("evil\x1b[31m\u202e.md", []byte(tt.page))
		var syntax *pages.SyntaxError
		if !errors.As(err, &syntax) || syntax.Fault != tt.why || syntax.Line != tt.line {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.ContainsAny(err.Error(), "\x1b\u202e") {
			t.Errorf("%s: the error shows what a terminal would obey: %q", name, err)
		}
	}
}

func TestNameOf(t *testing.T) {
	for address, want := range map[string]string{
		"../Availability-in-France.md":                                             "availability-in-france",
		" availability-in-x.MD?view=o365":                                          "availability-in-x",
		"https://learn.microsoft.com/en-us/microsoftteams/calling-plan-overview#x": pages.LearnIndexName,
		"#x":  "",
		"%zz": "",
	} {
		if got := pages.NameOf(address); got != want {
			t.Errorf("%q has the name %q, want %q", address, got, want)
		}
	}
}
