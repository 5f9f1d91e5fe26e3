package importer

import (
	"net/url"
	"path"
	"strings"
	"voxatlas/data/pages"
)

// Links say in every language where they lead. In a text that is read for its
// meaning, a link is announced by a mark, which no page can hold itself and
// which comparing ignores.
const (
	markHowTo  = '\ue000' // how to get numbers: said beside answers, and no part of them
	markDesk   = '\ue001' // the number service desk: on request
	markMinute = '\ue002' // Audio Conferencing per minute
	markOther  = '\ue003'
)

// target is the last part of a link's path, without extension, in lower case.
func linkTarget(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(path.Base(u.Path), ".md"))
}

func markOf(link string) rune {
	switch t := linkTarget(link); {
	case strings.HasPrefix(t, "getting-service"), strings.HasPrefix(t, "getting-phone-numbers"):
		return markHowTo
	case isServiceDesk(link):
		return markDesk
	case strings.HasPrefix(t, "audio-conferencing-pay-per-minute"):
		return markMinute
	}
	return markOther
}

// desk reports whether a link leads to the number service desk, which had two
// names.
func isServiceDesk(link string) bool {
	t := linkTarget(link)
	return strings.HasPrefix(t, "contact-") && strings.HasSuffix(t, "-service-desk") || strings.HasPrefix(t, "contact-the-pstn-service")
}

// markedText is the text of c with a mark before each link.
func markLinks(c pages.Cell) string {
	var lines []string
	for _, p := range c.Parts {
		lines = append(lines, markPart(p))
	}
	return strings.Join(lines, "\n")
}

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

// plainText is the text of c without the sentences that only say how to get numbers.
// Machines move such a link out of its sentence: then the one before it goes.
func plainText(c pages.Cell) string {
	var kept []string
	for _, s := range cutSentences(markLinks(c)) {
		if !strings.ContainsRune(s, markHowTo) {
			kept = append(kept, s)
			continue
		}
		if normalize(s) == "" && len(kept) > 1 {
			kept = kept[:len(kept)-1]
		}
	}
	return strings.Trim(withoutMarks(strings.Join(kept, "")), " \n")
}

// unmarked is s without marks.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
}

func isMark(r rune) bool { return markHowTo <= r && r <= markOther }

// hasMark reports whether a link of c has that mark.
func hasMarkedLink(c pages.Cell, m rune) bool { return strings.ContainsRune(markLinks(c), m) }

// partnerLink is the partner of Microsoft whose page a link of c leads to.
func findPartnerLink(c pages.Cell) (name, page string) {
	for _, l := range c.Links() {
		if name := partnerNamedIn(l); name != "" {
			return name, l
		}
	}
	return "", ""
}

// mailbox is the address of a mail link of c.
func findMailbox(c pages.Cell) string {
	for _, l := range c.Links() {
		if address := strings.TrimPrefix(strings.TrimSpace(l), "mailto:"); isMailLink(l) && isPrintable(address) && len(address) <= 100 {
			return address
		}
	}
	return ""
}

// mails reports whether a link is one to write a mail.
func isMailLink(link string) bool { return strings.HasPrefix(strings.TrimSpace(link), "mailto:") }

// withoutLinks is c without the links of a kind and their words. A comma stands in the
// place of each: a machine may have taken the one before what follows into it.
func withoutLinks(c pages.Cell, kind func(link string) bool) pages.Cell {
	var out pages.Cell
	for _, p := range c.Parts {
		q := pages.Part{Depth: p.Depth}
		for _, run := range p.Runs {
			if kind(run.Link) {
				run = pages.Run{Text: ", "}
			}
			q.Runs = append(q.Runs, run)
		}
		out.Parts = append(out.Parts, q)
	}
	return out
}
