package cli_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// TestPagesHaveTheRowsOfCSV reads the table of each page back.
func TestPagesHaveTheRowsOfCSV(t *testing.T) {
	for _, args := range tableCommands() {
		for _, lang := range []string{"en", "zh-TW"} {
			args := append(args[:len(args):len(args)], "--lang", lang, "--format")
			want := records(t, append(args, "csv")...)
			isNotes := func(head string) bool {
				return strings.HasPrefix(head, "Conditions") || strings.HasPrefix(head, "條件")
			}
			if notes := slices.IndexFunc(want[0], isNotes); notes >= 0 {
				for i := range want {
					want[i] = slices.Delete(want[i], notes, notes+1)
				}
			}
			if diff := cmp.Diff(want, rowsOfPage(t, outputOf(t, append(args, "html")...))); diff != "" {
				t.Errorf("%v: %s", args, diff)
			}
		}
	}
}

// rowsOfPage returns the rows of the table of a page, without the numbers of notes and
// the commas of numbers.
func rowsOfPage(t *testing.T, page string) [][]string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for n := range doc.Descendants() {
		switch n.Data {
		case "tr":
			rows = append(rows, nil)
		case "td", "th":
			text := fieldOfPage(n)
			for _, a := range n.Attr {
				if a.Key == "class" && a.Val == "number" && n.Data == "td" {
					text = strings.ReplaceAll(text, ",", "")
				}
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], text)
		}
	}
	return rows
}

// fieldOfPage returns the text of an element but for links to notes.
func fieldOfPage(n *html.Node) string {
	text := ""
	for child := range n.ChildNodes() {
		switch {
		case child.Type == html.TextNode:
			text += child.Data
		case child.Data == "br":
			text += "\n"
		case child.Data == "a" && strings.HasPrefix(child.Attr[0].Val, "#note-"):
			text = strings.TrimSuffix(text, " ")
		default:
			text += fieldOfPage(child)
		}
	}
	return text
}
