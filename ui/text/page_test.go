package text

import (
	"strings"
	"testing"
)

// TestPage lays out every kind of paragraph on a narrow page.
func TestPage(t *testing.T) {
	table := &Table{Columns: []Column{{}, {Right: true}}}
	table.AddRow(Style{}, "one", "1")
	table.AddRow(Style{}, "hundred", "100")
	for _, tt := range []struct {
		name string
		add  func(*PrintedPage)
		want string
	}{
		{"blank", func(p *PrintedPage) { p.AddBlank() }, ""},
		{"line", func(p *PrintedPage) { p.AddLine(2, Span{Text: "a line is never broken"}) }, "  a line is never broken"},
		{"text", func(p *PrintedPage) { p.AddText(2, "one two three four", Style{}) }, "  one two three|  four"},
		{"item", func(p *PrintedPage) { p.AddText(2, "- one two three four", Style{}) }, "  - one two|    three four"},
		{"hanging", func(p *PrintedPage) { p.AddHanging(2, "one two three four", Style{}) }, "  one two three|    four"},
		{"prefix", func(p *PrintedPage) { p.AddWithPrefix(Span{Text: " -n  "}, "one two three", Style{}) }, " -n  one two|     three"},
		{"items", func(p *PrintedPage) { p.AddItems(0, "Cities: ", []string{"San José", "Lyon"}, ", ") }, "Cities:|  San José, Lyon"},
		{"long item", func(p *PrintedPage) { p.AddItems(0, "", []string{"a", "one two three four"}, ", ") }, "a, one two three|  four"},
		{"table", func(p *PrintedPage) { p.AddTable(1, table) }, " one        1| hundred  100"},
	} {
		p := PrintedPage{Width: 16}
		tt.add(&p)
		var lines []string
		for _, l := range p.Lines {
			lines = append(lines, l.Render())
		}
		if got := strings.Join(lines, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
