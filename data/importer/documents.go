package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readDocuments reads the links below the plans as a condition.
func (c *countryReader) readDocuments(r answerRow, after []pages.Part) {
	links := pages.Cell{Parts: after}.Links()
	if len(links) == 0 {
		if text := (pages.Cell{Parts: after}).TextContent(); normalize(text) != "" {
			c.reportText(r.line, model.Minutes, text, ExpectedNote)
		}
		return
	}
	key := documentCondition(links)
	links = c.reference.Site.ofCondition(key, links)
	if key == "" || !validLinks(links) {
		c.reportText(r.line, model.Minutes, pages.Cell{Parts: after}.TextContent(), ExpectedNote)
		return
	}
	c.addCondition(key, model.ArgOf("links", links...))
}

// documentCondition returns the key of the condition that links to documents
// stand for; "" for other links.
func documentCondition(links []string) string {
	for _, l := range links {
		switch {
		case strings.HasPrefix(l, rateSheetsURL):
			return "regulator_rate_sheets"
		case strings.Contains(l, "microsoft.com/licensing/terms"), strings.Contains(l, "microsoft.com/licensing/product"):
			return "local_terms_documents"
		case strings.Contains(l, "microsoft.com/") && strings.Contains(l, "/download/details.aspx"):
			return "tariff_transparency_documents"
		}
	}
	return ""
}

// validLinks reports whether links may stand in an edition.
func validLinks(links []string) bool {
	return len(links) > 0 && len(links) <= 20 && !slices.ContainsFunc(links, func(l string) bool {
		return !strings.HasPrefix(l, "https://") || !isPrintable(l) || len(l) > 500
	})
}
