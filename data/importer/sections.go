package importer

import (
	"strings"

	"voxatlas/data/pages"
)

// serviceSections holds the rows and notes of one service's section, and the
// sections below it.
type serviceSections struct {
	line        int
	rows        []pages.Row
	notes       []pages.Paragraph
	subsections []pages.Section
}

// findServices finds the sections of services by their anchors, in any order, and reads
// all other sections.
func (c *countryReader) findServices() map[string]*serviceSections {
	services := map[string]*serviceSections{}
	var current *serviceSections
	level := 0
	for i, s := range c.page.Sections {
		keys, _ := serviceRows(s.Anchor)
		switch {
		case keys != nil:
			if services[s.Anchor] == nil {
				services[s.Anchor] = &serviceSections{line: s.Line}
			}
			current, level = services[s.Anchor], s.Level
			for _, t := range s.Tables {
				current.rows = append(current.rows, t.Rows...)
			}
			current.notes = append(current.notes, s.Paragraphs...)
		case current != nil && s.Level > level:
			current.subsections = append(current.subsections, s)
		case i == 0 || s.Level == 1:
			current = nil
			c.readHead(s)
		default:
			current = nil
			c.readOtherSection(s)
		}
	}
	return services
}

// readHead reads the text under the page's title: a link to the index, and a sentence
// that names the products and the country. Anything else is a note about all services.
func (c *countryReader) readHead(s pages.Section) {
	for _, n := range s.Paragraphs {
		text := n.TextContent()
		switch {
		case c.readEarlyNote(withoutAdmonition(n.Cell).TextContent()):
			continue
		case strings.HasPrefix(text, "[!"):
		case linksToIndex(n.Cell) && c.knowsSentences(text, sentenceIndex, 2):
			continue
		case (c.english || strings.Contains(text, "365")) && (len(n.Links()) == 0 || linksToPage(n.Cell, "what-are-calling-plans") || linksToPage(n.Cell, "calling-plans-for")) && c.knowsSentences(text, sentenceIntro, 2):
			continue
		}
		c.reportText(n.Line, 0, withoutAdmonition(n.Cell).TextContent(), ExpectedNote)
	}
	c.reportTables(s)
}

// readOtherSection reads a section that is no service's. Those with links to further
// pages are known by their anchors.
func (c *countryReader) readOtherSection(s pages.Section) {
	switch s.Anchor {
	case "related-topics", "see-also", "other-resources", "related-articles":
		for _, n := range s.Paragraphs {
			if !isLinkAlone(n.Cell) {
				c.reportText(n.Line, 0, n.TextContent(), ExpectedNote)
			}
		}
		c.reportTables(s)
		return
	}
	c.reportText(s.Line, 0, s.Anchor, ExpectedSection)
	if len(s.Tables) > 0 {
		c.unknownSections = append(c.unknownSections, s.Anchor)
	}
	for _, n := range s.Paragraphs {
		c.reportText(n.Line, 0, n.TextContent(), ExpectedNote)
	}
	c.reportTables(s)
}

// reportTables reports the rows of a section that has no known table.
func (c *countryReader) reportTables(s pages.Section) {
	for _, t := range s.Tables {
		for _, r := range t.Rows {
			c.reportText(r.Line, 0, joinCells(r), ExpectedRow)
		}
	}
}

// isLinkAlone reports whether all words of c are in links.
func isLinkAlone(c pages.Cell) bool {
	return len(c.Links()) > 0 && normalize(withoutLinks(c, func(link string) bool { return link != "" }).TextContent()) == ""
}
