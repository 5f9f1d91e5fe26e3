package pages_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"voxatlas/data/pages"
)

// hardSeeds lists short texts with markup that is broken, deep, repeated or hostile.
func hardSeeds() []string {
	return []string{
		"", "---\n---\n", "\ufeff---\r\ntitle: x\r\n---\r\n# A\r\n", "|a|b|\n|-|-|\n|c|<ul><li>d</li></li>", "## <a name=\"phone-system\"></a>\n\n|F|D|\n|-|-|\n|\x1b[31m|\u202eYes|\n",
		"> - [x](availability-in-x.md)\n> - [y](../../../etc/passwd)\n", strings.Repeat("[", 5000), strings.Repeat("> ", 50) + "x", strings.Repeat("- ", 50) + "x",
		strings.Repeat("*a **b ", 500), strings.Repeat("<span>", 100), "|a|\n|-|\n" + strings.Repeat("|b|\n", 200), strings.Repeat("`", 3000), strings.Repeat("![](", 1000),
		"<table><tr><td>x</table>", "&#x202e;&#27;[31m", "a\\|b|c\n-|-\n", "[a]: b\n[a][a][a]", strings.Repeat("<a name=x>", 59), "1. 2. 3. 4. x\n\n   y",
		"|a|\n|-||\n|b|\n", "> - a|b\n>   -|-| |\n>   c\n", "a b\n- -\n|", "a|b\n:-:-:\nc|d|e\n", "[\na]\n: b\n[a]", "[a](b]:c)", "<a href=\"b]:c\">]:</a>", "`]:`", "[^1]", "[^1]: a\n[^1]", "- [^1]: a\n\n      b",
		"---\nms.contentlocale: zh-TW\n---\n## <a name=\"one\"></a><span data-ttu-id=\"1\">甲</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">One</span></span>\n",
	}
}

// FuzzParse: Parse returns a page within its limits or a SyntaxError, for any
// bytes, and the same page for the same bytes.
func FuzzParse(f *testing.F) {
	for _, seed := range hardSeeds() {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) { checkParse(t, pages.Parse, b, 0) })
}

// checkParse parses any bytes: parse returns a page within its limits, or a SyntaxError, and
// the same page for the same bytes. Cells may repeat so many bytes of text.
func checkParse(t *testing.T, parse func(file string, b []byte) (*pages.Page, error), b []byte, repeated int) {
	t.Helper()
	p, err := parse("availability-in-france.md", b)
	if err != nil {
		var syntax *pages.SyntaxError
		if !errors.As(err, &syntax) || syntax.Fault.Key() == "" {
			t.Fatalf("%v", err)
		}
		return
	}
	texts, bytes := countTexts(p)
	if most := 5000; texts > most {
		t.Fatalf("%d texts, more than %d", texts, most)
	}
	if most := 4*len(b) + repeated + 100; bytes > most {
		t.Fatalf("%d bytes of text from %d bytes", bytes, len(b))
	}
	again, err := parse("availability-in-france.md", b)
	if err != nil || fmt.Sprintf("%+v", p) != fmt.Sprintf("%+v", again) {
		t.Fatalf("another page the second time: %v", err)
	}
}

// TestParsePieces parses pages made of pieces of Markdown and HTML in random
// order. It reaches the corners of the Markdown parser sooner than random bytes.
func TestParsePieces(t *testing.T) {
	pieces := strings.Split("| | | - - -|- |-| || |-|| a|b :-: : = === --- *** * ** _ ` `` ``` ~~~ [ ] ]( ](x) ![ ( ) < <> </ <a <b> </b> <div> <!-- --> "+
		"<? ?> <![CDATA[ ]]> <!A > \" ' & &amp; &#x110000; &#0; \\ \\| \\[ ]: [a]:b [^ [^1] [^1]: # ### {#a} <pre> <li> </ul> <a@b.c> <http://a.b> é \ue000", " ")
	pieces = append(pieces, "\n", "\n", "\n", "\n\n", "> ", "- ", "+ ", "1. ", "12) ", "  ", "    ", "\t", "\v", " ", " a ", "## ", "[a]: b", "[ ] ")
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	for range 20_000 {
		some := []string{"\n", "|", "-"} // few kinds of pieces meet more often
		for range 12 {
			some = append(some, pick(pieces))
		}
		var b strings.Builder
		for range 3 + random.IntN(30) {
			b.WriteString(pick(some))
		}
		parsePieces(t, b.String())
	}
}

// parsePieces parses text, and fails with it when that panics.
func parsePieces(t *testing.T, text string) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%q: panic: %v", text, r)
		}
	}()
	_, _ = pages.Parse("availability-in-france.md", []byte(text))
}

// countTexts counts the cells, paragraphs and sections of p, and the bytes of their
// text.
func countTexts(p *pages.Page) (texts, bytes int) {
	cell := func(c pages.Cell) {
		texts++
		bytes += len(c.TextContent())
	}
	for _, s := range p.Sections[1:] {
		texts++
		bytes += len(s.Anchor)
	}
	for _, s := range p.Sections {
		for _, n := range s.Paragraphs {
			cell(n.Cell)
		}
		for _, t := range s.Tables {
			for _, r := range append(t.Rows, t.Head) {
				for _, c := range r.Cells {
					cell(c)
				}
			}
		}
	}
	return texts, bytes
}

// hostileSize is the size of a hostile page before its lines are broken.
const hostileSize = pages.MaxPage / 8

// hostilePages lists the worst inputs that a page may hold within its limits, each
// as one line and in lines of a thousand bytes.
func hostilePages() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, hostileSize/len(s)) }
	list := map[string]string{
		"open brackets": fill("["), "links": fill("[a](b) "), "open links": fill("[a]("), "images": fill("!["), "stars": fill("*a "), "bold": fill("**a "),
		"ticks": fill("`a "), "open tags": fill("<a "), "tags": fill("<b>"), "closing tags": fill("</li>"), "entities": fill("&amp;"), "quotes": fill("> a\n"),
		"quotes in quotes": fill(strings.Repeat(">", 50) + "a\n"), "lists": fill("- a\n"), "indents": fill("- a\n   - b\n"), "ever deeper": nestedList(hostileSize),
		"deep and blank": nestedList(hostileSize/4) + fill("\n"), "nested and blank": strings.Repeat("- ", 59) + "a\n" + fill("\n"),
		"bars": fill("|"), "rows": "|a|b|\n|-|-|\n" + fill("|c|d|\n"), "columns": fill("|a") + "\n" + fill("|-") + "\n", "short rows": strings.Repeat("|a", 700) + "\n" + strings.Repeat("|-", 700) + "\n" + fill("a\n"),
		"references": fill("[a]: b\n"), "formatting": "<div><p>" + distinctTags(400) + fill("<p>a"), "formatting in a text": "a <p>" + distinctTags(400) + fill("<p>a"),
		"formatting in a cell": "|a|\n|-|\n|<p>" + distinctTags(400) + fill("<p>a"), "formatting in an svg": "<div><svg><style><p>" + distinctTags(400) + fill("<p>a") + "</style>",
		"comments": fill("<!-- "), "lines": fill("\n"), "spans": fill("<span data-ttu-id=1>"), "headings": fill("# a\n"), "dollars": fill("<?"), "cdata": fill("<![CDATA["),
	}
	wrapped := map[string]string{}
	for name, text := range list {
		if w := breakLines(text); w != text {
			wrapped[name+" in lines"] = w[:min(len(w), pages.MaxPage)]
		}
	}
	maps.Copy(list, wrapped)
	return list
}

// TestHostilePages: every hostile page is read, or refused, and the work grows
// with its size alone: at most 16 allocations per byte.
func TestHostilePages(t *testing.T) {
	for name, text := range hostilePages() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := pages.Parse("availability-in-france.md", []byte(text))
		runtime.ReadMemStats(&after)
		if (p == nil) == (err == nil) {
			t.Errorf("%s: %v", name, err)
		}
		if n := after.Mallocs - before.Mallocs; n > 16*uint64(len(text)) {
			t.Errorf("%s: %d allocations for %d bytes", name, n, len(text))
		}
	}
}

// BenchmarkHostilePages shows that none of them takes much longer per kB than the
// others.
func BenchmarkHostilePages(b *testing.B) {
	for name, text := range hostilePages() {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				_, _ = pages.Parse("availability-in-france.md", []byte(text))
			}
		})
	}
}

// breakLines breaks text into lines of a thousand bytes, so that no line is too long.
func breakLines(text string) string {
	var b strings.Builder
	for len(text) > 1000 {
		b.WriteString(text[:1000] + "\n")
		text = text[1000:]
	}
	return b.String() + text
}

// nestedList is a list in which every item is indented more than the one before.
func nestedList(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(" ", 2*(i%200)) + "- a\n")
	}
	return b.String()[:size]
}
