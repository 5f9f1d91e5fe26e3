package importer

import (
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readNotes reads the text beside a service's table. Most of it says where to
// read more, which links tell in every language; the rest are conditions.
func (c *countryReader) readNotes(anchor string, s *serviceSections) {
	for _, n := range s.notes {
		n.Cell = withoutAdmonition(n.Cell)
		if normalize(n.TextContent()) == "" && len(n.Links()) == 0 {
			continue
		}
		known := false
		switch anchor {
		case "calling-plans":
			known = c.readPlanNote(n)
		case "toll-and-toll-free-numbers-for-services":
			known = c.readNumberNote(n)
		case "communications-credits":
			known = (linksToPage(n.Cell, "set-up-communications-credits") || linksToPage(n.Cell, "what-are-communications-credits")) && c.knowsNote(n, sentenceCredits, 1)
		default:
			known = len(splitSentences(c.plainText(n.Cell))) == 0
		}
		if !known {
			c.reportText(n.Line, 0, n.TextContent(), ExpectedNote)
		}
	}
	for _, below := range s.subsections {
		c.readSubsection(below)
	}
}

// knowsNote reports whether every sentence of a note is known as one of m, or on a
// translated page, whether it has at most so many.
func (c *countryReader) knowsNote(n pages.Paragraph, m meaning, most int) bool {
	return c.knowsSentences(c.plainText(n.Cell), m, most)
}

// withoutAdmonition returns c without the [!NOTE] at its beginning.
func withoutAdmonition(c pages.Cell) pages.Cell {
	if len(c.Parts) == 0 {
		return c
	}
	runs := c.Parts[0].Runs
	for len(runs) > 0 && strings.TrimSpace(runs[0].Text) == "" && runs[0].Link == "" {
		runs = runs[1:]
	}
	if len(runs) == 0 {
		return c
	}
	first := strings.TrimLeft(runs[0].Text, " \t\n")
	end := strings.IndexByte(first, ']')
	if !strings.HasPrefix(first, "[!") || end < 0 {
		return c
	}
	rest := append([]pages.TextRun{{Text: first[end+1:]}}, runs[1:]...)
	return pages.Cell{Parts: append([]pages.Part{{Depth: c.Parts[0].Depth, Runs: rest}}, c.Parts[1:]...)}
}

// linksToPage reports whether c links to a page with a name that begins with
// prefix.
func linksToPage(c pages.Cell, prefix string) bool {
	for _, l := range c.Links() {
		if strings.HasPrefix(pages.NameOf(l), prefix) {
			return true
		}
	}
	return false
}

// linksToIndex reports whether c links to the index, by its name in the repository or by
// that on Microsoft's site.
func linksToIndex(c pages.Cell) bool {
	return linksToPage(c, pages.IndexName) || linksToPage(c, pages.LearnIndexName)
}

// readPlanNote reads a note beside the plans and reports whether it is
// understood.
func (c *countryReader) readPlanNote(n pages.Paragraph) bool {
	text := n.TextContent()
	partner := partnerNamedIn(text)
	if partner == "" {
		partner, _ = findPartnerLink(n.Cell)
	}
	switch {
	case partner != "":
		return c.readPartnerNote(n, partner)
	case linksToPage(n.Cell, "direct-routing") && c.knowsNote(n, sentenceRouting, 2):
		c.alternative, c.hinted = model.DirectRouting, true
	case linksToPage(n.Cell, "pstn-connectivity") && c.knowsNote(n, sentencePSTN, 1):
		c.alternative, c.hinted = model.PSTNConnectivity, true
	case documentCondition(n.Links()) != "":
		c.readDocuments(answerRow{line: n.Line}, n.Parts)
	case c.readDomesticNote(text):
	case isStrayPath(text):
		c.remarks = append(c.remarks, "stray_file_path_in_page_text")
	default:
		return normalize(c.plainText(n.Cell)) == ""
	}
	return true
}

// isStrayPath reports whether text is the path of a page and nothing else. Its
// authors have left such a path behind.
func isStrayPath(text string) bool {
	return strings.HasPrefix(text, "Teams/") && strings.HasSuffix(text, ".md") && !strings.ContainsAny(text, " \n")
}

// readPartnerNote reads a note for a partner's customers and reports whether it
// is understood. A note before the table limits the plans to some tenants; one
// after it says that the partner changes numbers and addresses.
func (c *countryReader) readPartnerNote(n pages.Paragraph, partner string) bool {
	named, linked := 0, countPartnerLinks(n.Cell)
	list := splitSentences(n.TextContent())
	for _, s := range list {
		if partnerNamedIn(s) != "" {
			named++
		}
	}
	switch outside := partnersOutsideLinks(n.Cell); {
	case c.readEarlyNote(n.TextContent()):
	case !c.knowsSentences(n.TextContent(), sentencePartner, 3):
		return false
	case n.Before && linked > 0 && c.vocabulary.mentions(n.TextContent(), tenant):
		c.addCondition("calling_plan_partner_tenant_in_country_only", model.ArgOf("partner", partner))
	case !n.Before && (named-linked >= 2 || outside >= 2):
		c.addCondition("partner_deletes_numbers_and_updates_emergency_addresses", model.ArgOf("partner", partner))
	default:
		return !n.Before && linked > 0 && named <= linked && len(list) == 1 // where to read more
	}
	return true
}

// readEarlyNote reads a note of an English page that a partner's plans are for early
// adopters, and reports whether text is one.
func (c *countryReader) readEarlyNote(text string) bool {
	partner := partnerNamedIn(text)
	if partner == "" || !c.english || !c.knowsSentences(text, sentenceEarly, 0) || len(splitSentences(text)) > 2 {
		return false
	}
	c.addCondition("calling_plan_early_adopters_only", model.ArgOf("partner", partner))
	return true
}

// partnersOutsideLinks counts the sentences of c that name a partner with no help of a
// link's text, which a translation may have lost.
func partnersOutsideLinks(c pages.Cell) int {
	n := 0
	for _, s := range splitSentences(withoutLinks(c, func(link string) bool { return partnerNamedIn(link) != "" }).TextContent()) {
		if partnerNamedIn(s) != "" {
			n++
		}
	}
	return n
}

// countPartnerLinks counts the links to partners' pages.
func countPartnerLinks(c pages.Cell) int {
	n := 0
	for _, l := range c.Links() {
		if partnerNamedIn(l) != "" {
			n++
		}
	}
	return n
}

// readDomesticNote reads the calls that count as domestic in North America, and
// reports whether it understands all of text.
func (c *countryReader) readDomesticNote(text string) bool {
	if normalize(text) == "" {
		return true
	}
	if c.english && !c.knowsSentences(text, sentenceDomestic, 0) {
		return false
	}
	v := c.vocabulary
	us, ca := c.iso2 == "US" || c.iso2 == "PR", c.iso2 == "CA"
	saysDomestic := mentionsDomestic(v, text)
	list := splitSentences(text)
	switch {
	case us && containsNumber(text, 50) && len(list) <= 3: // the states: a number that says it in every language
		c.addCondition("us_domestic_covers_50_states_and_puerto_rico")
		if v.mentions(text, share) {
			c.addCondition("us_and_puerto_rico_share_minutes")
		} else if len(list) > 1 {
			return false
		}
	case (us || ca) && saysDomestic && v.mentions(text, canada) && v.mentions(text, unitedStates) && len(list) >= 2 && len(list) <= 4:
		c.addCondition("us_canada_calls_mutually_domestic")
		if v.mentions(text, policy) {
			c.addCondition("us_canada_blocked_by_domestic_only_policy")
		} else if len(list) > 2 {
			return false
		}
	case ca && saysDomestic && v.mentions(text, unitedStates) && len(list) == 1:
		c.addCondition("calls_to_us_are_domestic")
	case us && saysDomestic && v.mentions(text, canada) && len(list) == 1:
		c.addCondition("calls_to_canada_are_domestic")
	default:
		return false
	}
	return true
}

// containsNumber reports whether n is among the numbers in text.
func containsNumber(text string, n int) bool {
	for _, m := range numbers(text) {
		if m == n {
			return true
		}
	}
	return false
}

// readNumberNote reads a note beside the service numbers and reports whether it
// is understood.
func (c *countryReader) readNumberNote(n pages.Paragraph) bool {
	text := n.TextContent()
	switch {
	case findMailbox(n.Cell) != "" && countPartnerLinks(n.Cell) > 0: // each for some uses
		partner, _ := findPartnerLink(n.Cell)
		if !c.english || !c.knowsSentences(text, sentenceByUse, 0) || partner == "" {
			return false
		}
		c.addCondition("service_numbers_partner_or_contact_desk", model.ArgOf("partner", partner), model.ArgOf("mailbox", findMailbox(n.Cell)))
	case findMailbox(n.Cell) != "" && c.knowsNote(n, sentenceNumbers, 1):
		c.addCondition("service_numbers_contact_desk", model.ArgOf("mailbox", findMailbox(n.Cell)))
	case c.vocabulary.mentions(text, conferencingOnly) && c.knowsNote(n, sentenceConferencing, 2):
		c.addCondition("service_numbers_audio_conferencing_only")
	case c.readDomesticNote(text):
		c.remarks = append(c.remarks, "calling_plan_note_in_section:toll-and-toll-free-numbers-for-services")
	default:
		return hasMarkedLink(n.Cell, markHowTo) && !c.english && len(splitSentences(markLinks(n.Cell))) <= 1 || normalize(c.plainText(n.Cell)) == ""
	}
	return true
}
