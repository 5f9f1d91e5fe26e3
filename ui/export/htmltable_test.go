package export_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
)

func htmlOf(t interface{ Fatal(...any) }, table export.Table) string {
	var b strings.Builder
	if err := export.WriteHTML(&b, table, "en"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestHTML compares the body of a page.
func TestHTML(t *testing.T) {
	table := sample()
	table.Title, table.Frozen = "Plans & <numbers>", 1
	table.Rows = func(yield func([]export.Cell) bool) {
		for row := range sample().Rows {
			row[2].Style = xlsx.Conditional
			row[0].Text += "\nhttps://example.com/?a&b"
			if !yield(row) {
				return
			}
		}
	}
	_, got, _ := strings.Cut(htmlOf(t, table), "<body>\n")
	const want = `<main>
<h1 id="title">Plans &amp; &lt;numbers&gt;</h1><p class="soft">2023-01-26</p><p class="summary">Rows: 2</p>` +
		`<div class="frame" role="region" aria-labelledby="title" tabindex="0"><table><thead><tr>` +
		`<th scope="col" class="name">Code</th><th scope="col">Site</th><th scope="col" class="wide">Plans</th><th scope="col" class="number">Minutes</th></tr></thead>
<tbody><tr><th scope="row" class="name">TW<br><a href="https://example.com/?a&amp;b" rel="noopener noreferrer">https://example.com/?a&amp;b</a></th>` +
		`<td>=1+1</td><td class="some">Not available</td><td class="number">1,200</td></tr>
<tr><th scope="row" class="name">JP<br><a href="https://example.com/?a&amp;b" rel="noopener noreferrer">https://example.com/?a&amp;b</a></th><td>+886;x</td>` +
		`<td class="some">Via partner, &#34;SoftBank&#34; <a href="#note-1" rel="noopener noreferrer">[1]</a> <a href="#note-2" rel="noopener noreferrer">[2]</a></td><td class="number">0</td></tr>
</tbody></table></div>
<ol class="notes"><li id="note-1">One &lt;b&gt;.</li>
<li id="note-2">Two.</li>
</ol><footer class="soft"><p>1. line</p></footer></main>
</body>
</html>
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestHTMLCells reads every cell of a page back.
func TestHTMLCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([ -~]|\n|台|\x{202e}|é){0,20}`)
		rows := [][]string{{text.Draw(t, "a"), text.Draw(t, "b")}, {text.Draw(t, "c"), text.Draw(t, "d")}}
		doc, err := html.Parse(strings.NewReader(htmlOf(t, table([]string{"x", "y"}, rows...))))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for n := range doc.Descendants() {
			if n.Data == "td" {
				got = append(got, cellText(n))
			}
		}
		if diff := cmp.Diff(append(rows[0], rows[1]...), got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// cellText returns the text of an element, with a line feed for each line break.
func cellText(n *html.Node) string {
	var b strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Type == html.TextNode:
			b.WriteString(child.Data)
		case child.Data == "br":
			b.WriteString("\n")
		}
	}
	return b.String()
}
