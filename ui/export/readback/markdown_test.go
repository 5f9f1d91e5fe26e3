package readback

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafe "github.com/yuin/goldmark/renderer/html"
	"pgregory.net/rapid"

	"voxatlas/ui/export"
)

// TestGoldmarkReads writes any table as Markdown: goldmark renders a table with the same
// texts, and no element in them but line breaks and links of plain addresses.
func TestGoldmarkReads(t *testing.T) {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"", "a|b", "*b*", "_b_", "a_b", "`c`", "<b>", "[l](u)", "![i](u)", "&amp;", "~~s~~", "1. a", "- a", "# a", "https://example.org/a_b", "a@b.c", "@user", `\`, `\|`, "---", "a\nb", "台灣（僅按分鐘計費）"}),
		rapid.StringOf(rapid.RuneFrom([]rune("ab \"'\\|*_`<>[]()!#+-.=~$&^@:;,{}/1台"))))
	cells, links := regexp.MustCompile(`(?s)<t[hd]>(.*?)</t[hd]>`), regexp.MustCompile(`<a href="[^"]*">|</a>`)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(unsafe.WithUnsafe()))
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(texts, 4, 4).Draw(t, "texts")
		table := export.Table{
			Columns: []export.Column{{Title: want[0]}, {Title: want[1]}},
			Rows:    slices.Values([][]export.Cell{{{Text: want[2]}, {Text: want[3]}}}),
		}
		var text, page bytes.Buffer
		if err := export.WriteMarkdown(&text, table, export.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := md.Convert(text.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, cell := range cells.FindAllStringSubmatch(page.String(), -1) {
			plain := strings.ReplaceAll(links.ReplaceAllString(cell[1], ""), "<br>", "\n")
			if strings.Contains(plain, "<") {
				t.Fatalf("%s\n%s", &text, &page)
			}
			got = append(got, html.UnescapeString(plain))
		}
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q, want %q\n%s\n%s", got, want, &text, &page)
		}
	})
}
