package importer

import (
	"strings"

	"voxatlas/data/pages"
)

// The marks of links. A link leads to the same page in every language, so its
// target has a meaning where its words have none. In a text that is read for its
// meaning, a private-use character stands before each link. No page can hold one,
// since pages.Parse drops them, and normalize ignores them.
const (
	markHowTo  = '\ue000' // how to get numbers: stands beside answers and is no part of them
	markDesk   = '\ue001' // the number service desk: on request
	markMinute = '\ue002' // Audio Conferencing per minute
	markOther  = '\ue003'
)

// markOf returns the mark for a link.
func markOf(link string) rune {
	switch t := pages.NameOf(link); {
	case strings.HasPrefix(t, "getting-service"), strings.HasPrefix(t, "getting-phone-numbers"):
		return markHowTo
	case isServiceDesk(link):
		return markDesk
	case strings.HasPrefix(t, "audio-conferencing-pay-per-minute"):
		return markMinute
	}
	return markOther
}

// isServiceDesk reports whether a link leads to the number service desk. Its
// page has had two names.
func isServiceDesk(link string) bool {
	t := pages.NameOf(link)
	return strings.HasPrefix(t, "contact-") && strings.HasSuffix(t, "-service-desk") || strings.HasPrefix(t, "contact-the-pstn-service")
}

// markLinks returns the text of c with a mark before each link.
func markLinks(c pages.Cell) string {
	var lines []string
	for _, p := range c.Parts {
		lines = append(lines, markPart(p))
	}
	return strings.Join(lines, "\n")
}

// markPart returns the text of p with a mark before each link.
func markPart(p pages.Part) string {
	var b strings.Builder
	for i, r := range p.Runs {
		if r.Link != "" && (i == 0 || p.Runs[i-1].Link != r.Link) {
			b.WriteRune(markOf(r.Link))
		}
		b.WriteString(r.Text)
	}
	return pages.CollapseSpaces(b.String())
}

// plainText returns the text of cell without the sentences about how to get numbers, which
// their links tell. An English one must be known, since it could say more. Translation may
// move such a link behind its sentence: then the sentence before it goes.
func (c *countryReader) plainText(cell pages.Cell) string {
	var kept []string
	for _, s := range cutSentences(markLinks(cell)) {
		if !strings.ContainsRune(s, markHowTo) || c.english && !c.isHowTo(s) {
			kept = append(kept, s)
			continue
		}
		if normalize(s) == "" && len(kept) > 1 {
			kept = kept[:len(kept)-1]
		}
		if len(kept) == 0 { // the stop between the answer and the sentence is lost
			kept = append(kept, answerInBrackets(s))
		}
	}
	return strings.Trim(withoutMarks(strings.Join(kept, "")), " \n")
}

// isHowTo reports whether an English sentence with a link says where to read how to get
// numbers, and nothing else: its words before the link are known, and those in the link
// are the title of a page.
func (c *countryReader) isHowTo(s string) bool {
	before, title, _ := strings.Cut(s, string(markHowTo))
	return c.isKnownSentence(before, sentenceHowTo) && c.isKnownSentence(title, titleHowTo)
}

// answerInBrackets returns the beginning of s up to a closing bracket and a blank; "" when
// there are none. Japanese pages have so "Yes (in Santiago)" and the next sentence.
func answerInBrackets(s string) string {
	if i := strings.Index(s, ") "); i > 0 && i < strings.IndexRune(s, markHowTo) && strings.Count(s[:i], "(") == 1 {
		return s[:i+1]
	}
	return ""
}

// withoutMarks returns s without marks.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
}

// isMark reports whether r is one of the marks.
func isMark(r rune) bool { return markHowTo <= r && r <= markOther }

// hasMarkedLink reports whether c has a link with that mark.
func hasMarkedLink(c pages.Cell, m rune) bool { return strings.ContainsRune(markLinks(c), m) }

// findPartnerLink finds the first link in c to a partner's page.
func findPartnerLink(c pages.Cell) (name, page string) {
	for _, l := range c.Links() {
		if name := partnerNamedIn(l); name != "" {
			return name, l
		}
	}
	return "", ""
}

// findMailbox returns the address of the first mail link in c; "" without one.
func findMailbox(c pages.Cell) string {
	for _, l := range c.Links() {
		if address := strings.TrimPrefix(strings.TrimSpace(l), "mailto:"); isMailLink(l) && isPrintable(address) && len(address) <= 100 {
			return address
		}
	}
	return ""
}

// isMailLink reports whether a link writes a mail.
func isMailLink(link string) bool { return strings.HasPrefix(strings.TrimSpace(link), "mailto:") }

// withoutLinks returns c with a comma in the place of each link of a kind.
// Translation may have moved the comma after a link into it.
func withoutLinks(c pages.Cell, kind func(link string) bool) pages.Cell {
	var out pages.Cell
	for _, p := range c.Parts {
		q := pages.Part{Depth: p.Depth}
		for _, run := range p.Runs {
			if kind(run.Link) {
				run = pages.TextRun{Text: ", "}
			}
			q.Runs = append(q.Runs, run)
		}
		out.Parts = append(out.Parts, q)
	}
	return out
}
