package export

import (
	_ "embed" // the style
	"io"
	"strconv"
	"strings"

	"voxatlas/ui/export/html"
	"voxatlas/ui/export/xlsx"
)

// tableStyle holds the rules of a page with one table.
//
//go:embed table.css
var tableStyle string

// WriteHTML writes a table as a page that stands alone: its title and date, its
// summary, the table, its notes and its foot. The page has no script.
func WriteHTML(w io.Writer, t Table, lang string) error {
	page := html.Page{Lang: lang, Title: t.Title, Style: tableStyle}
	return page.Write(w, func(b *html.Builder) {
		b.Open("main")
		b.NewLine()
		b.Element("h1", t.Title, "id", "title")
		for i, line := range t.Foot {
			if i == 0 {
				b.Element("p", line, "class", "soft")
			}
		}
		for _, line := range t.Summary {
			b.Element("p", line, "class", "summary")
		}
		t.buildTable(b)
		t.buildNotes(b)
		b.Open("footer", "class", "soft")
		for _, line := range t.Foot[min(1, len(t.Foot)):] {
			b.Element("p", line)
		}
		b.Close("footer")
		b.Close("main")
	})
}

// buildTable writes the table in a frame that scrolls, also by the keyboard.
func (t Table) buildTable(b *html.Builder) {
	b.Open("div", "class", "frame", "role", "region", "aria-labelledby", "title", "tabindex", "0")
	b.Open("table")
	b.Open("thead")
	b.Open("tr")
	for i, c := range t.Columns {
		if !c.Notes {
			b.Element("th", c.Title, append([]string{"scope", "col"}, t.headLook(i, c)...)...)
		}
	}
	b.Close("tr")
	b.Close("thead")
	b.NewLine()
	b.Open("tbody")
	for row := range t.Rows {
		b.Open("tr")
		for i, c := range row {
			if !t.Columns[i].Notes {
				t.buildCell(b, i, c)
			}
		}
		b.Close("tr")
		b.NewLine()
	}
	b.Close("tbody")
	b.Close("table")
	b.Close("div")
}

// buildCell writes a cell of column i: as a head of its row, if the column is frozen.
// Lines that are addresses, and the numbers of notes, are links.
func (t Table) buildCell(b *html.Builder, i int, c Cell) {
	name := "td"
	if i < t.Frozen {
		name = "th"
		b.Open(name, append([]string{"scope", "row"}, t.look(i, c)...)...)
	} else {
		b.Open(name, t.look(i, c)...)
	}
	if text := c.shown(false); c.Own || !strings.Contains(text, "https://") {
		b.Text(text)
	} else {
		buildLines(b, text)
	}
	for _, n := range c.Notes {
		number := strconv.Itoa(n)
		b.Text(" ")
		b.Link("["+number+"]", "#note-"+number)
	}
	b.Close(name)
}

// buildLines writes a text of ours. Each line of it that is an address is a link.
func buildLines(b *html.Builder, text string) {
	for n, line := range strings.Split(text, "\n") {
		if n > 0 {
			b.Text("\n")
		}
		if strings.HasPrefix(line, "https://") {
			b.Link(line, line)
		} else {
			b.Text(line)
		}
	}
}

// headLook returns the attribute with the class of the head of column i; nil for none.
// Columns of long texts are wide.
func (t Table) headLook(i int, c Column) []string {
	switch {
	case c.Width >= 80:
		return []string{"class", "widest"}
	case c.Width >= 40:
		return []string{"class", "wide"}
	}
	return t.look(i, Cell{IsNumber: c.Numbers})
}

// look returns the attribute with the class of a cell of column i in the style; nil for
// none.
func (t Table) look(i int, c Cell) []string {
	if i == t.Frozen-1 {
		return []string{"class", "name"}
	}
	switch c.Style {
	case xlsx.Positive:
		return []string{"class", "yes"}
	case xlsx.Conditional:
		return []string{"class", "some"}
	case xlsx.Negative:
		return []string{"class", "no"}
	case xlsx.Unknown:
		return []string{"class", "open"}
	}
	if c.IsNumber {
		return []string{"class", "number"}
	}
	return nil
}

// buildNotes writes the notes as a numbered list.
func (t Table) buildNotes(b *html.Builder) {
	if len(t.Notes) == 0 {
		return
	}
	b.NewLine()
	b.Open("ol", "class", "notes")
	for i, note := range t.Notes {
		b.Element("li", note, "id", "note-"+strconv.Itoa(i+1))
		b.NewLine()
	}
	b.Close("ol")
}
