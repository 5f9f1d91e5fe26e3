package learntest

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"strings"

	"rsc.io/markdown"
)

// Form is a form of a page of Microsoft Learn.
type Form int

// The forms. Markdown differs in the way in which it writes a list within a cell.
const (
	HTML             Form = iota
	Markdown              // <ul><li>A</li></ul>
	MarkdownDashes        // <br>- A<br>- B
	MarkdownTogether      // A B
)

// root is the path of the pages on the server.
const root = "/en-us/microsoftteams/"

// Render returns a page of the documentation's repository, in English, in a form of
// Microsoft Learn. The address is that of the page on the server, as
// "/en-us/microsoftteams/calling-plan-overview"; the date is that of its last change.
func Render(form Form, address, date string, source []byte) []byte {
	title, body := split(source)
	if form == HTML {
		return renderHTML(address, date, title, body)
	}
	return renderMarkdown(form, address, date, title, body)
}

// split returns the title of a page, and its text without front matter and title.
func split(source []byte) (title, body string) {
	body = strings.ReplaceAll(strings.TrimPrefix(string(source), "\ufeff"), "\r\n", "\n")
	if rest, ok := strings.CutPrefix(body, "---\n"); ok {
		_, body, _ = strings.Cut(rest, "\n---\n")
	}
	body = strings.TrimLeft(body, "\n")
	first, rest, _ := strings.Cut(body, "\n")
	if t, ok := strings.CutPrefix(first, "# "); ok {
		return strings.TrimSpace(t), rest
	}
	return "", body
}

var (
	mdLink     = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	hrefOf     = regexp.MustCompile(`href="([^"]*)"`)
	heading    = regexp.MustCompile(`<h([1-6])>(.*?)</h[1-6]>`)
	anchor     = regexp.MustCompile(`<a name="[^"]*"></a>`)
	selector   = regexp.MustCompile(`(?s)<blockquote>\s*<p>\[!div class=&quot;op_single_selector&quot;\]</p>\s*(.*?)</blockquote>`)
	alert      = regexp.MustCompile(`(?s)<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]\s*(.*?)</blockquote>`)
	delimiter  = regexp.MustCompile(`^\|?[-:| ]*-[-:| ]*$`)
	listOpener = regexp.MustCompile(`(?i)\s*</?ul>\s*`)
	itemEnd    = regexp.MustCompile(`(?i)\s*</li>\s*`)
	itemStart  = regexp.MustCompile(`(?i)\s*<li>\s*`)
)

// link returns the target of a link in the documentation's repository as Microsoft Learn
// has it: without .md; from the root where the page has moved.
func link(target string) string {
	target = strings.TrimSuffix(target, ".md")
	name := path.Base(target)
	switch {
	case strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:"):
		return target
	case name == "country-and-region-availability-for-audio-conferencing-and-calling-plans":
		return "/microsoftteams/calling-plan-overview"
	case strings.HasPrefix(name, "availability-in-"):
		return "/microsoftteams/phone-reference/plan-availability/" + name
	}
	return target
}

// renderHTML returns the page with the boxes that stand around the article.
func renderHTML(address, date, title, body string) []byte {
	parser := markdown.Parser{Table: true}
	text := markdown.ToHTML(parser.Parse(body))
	text = selector.ReplaceAllString(text, `<div class="op_single_selector">$1</div>`)
	text = alert.ReplaceAllStringFunc(text, func(s string) string {
		m := alert.FindStringSubmatch(s)
		word := m[1][:1] + strings.ToLower(m[1][1:])
		return fmt.Sprintf("<div class=%q>\n<p>%s</p>\n<p>%s</div>", m[1], word, m[2])
	})
	text = hrefOf.ReplaceAllStringFunc(text, func(s string) string {
		return fmt.Sprintf(`href="%s" data-linktype="relative-path"`, html.EscapeString(link(html.UnescapeString(hrefOf.FindStringSubmatch(s)[1]))))
	})
	text = heading.ReplaceAllStringFunc(text, func(s string) string {
		m := heading.FindStringSubmatch(anchor.ReplaceAllString(s, ""))
		return fmt.Sprintf(`<h%s id="%s">%s</h%s>`, m[1], slug(m[2]), m[2], m[1])
	})
	return fmt.Appendf(nil, page, html.EscapeString(title), address, date, address, slug(title), html.EscapeString(title), text)
}

// slug returns the anchor of a heading.
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-':
			return r
		case r == ' ':
			return '-'
		}
		return -1
	}, strings.ToLower(title))
}

// page is the page around an article.
const page = `<!DOCTYPE html>
<html class="layout layout-holy-grail" lang="en-us" dir="ltr">
<head>
<meta charset="utf-8" />
<title>%s | Microsoft Learn</title>
<link rel="canonical" href="https://learn.microsoft.com%s" />
<meta name="locale" content="en-us" />
<meta name="updated_at" content="%sT17:28:00Z" />
<meta name="markdown_url" content="https://learn.microsoft.com%s?accept=text/markdown" />
<script>var x = "<h1>no heading</h1>";</script>
</head>
<body>
<header><a href="#main">Skip to main content</a><h1>Learn</h1></header>
<main id="main" role="main">
<div unauthorized-private-section hidden class="notification notification-info"><p>Access to this page requires authorization. You can try <a href="#">signing in</a>.</p></div>
<div class="content"><h1 id="%s">%s</h1></div>
<div id="article-metadata"><ul class="metadata page-metadata"><li>12/01/2022</li></ul><button>Feedback</button></div>
<div id="ai-summary-box" class="ai-summary"><p>Summarize this article for me</p></div>
<nav id="center-doc-outline"><h2 id="ms--in-this-article">In this article</h2><ol><li><a href="#audio-conferencing">Audio Conferencing</a></li></ol></nav>
<div class="content">
%s
</div>
<section class="feedback"><h2 id="ms--feedback">Feedback</h2><p>Was this page helpful?</p></section>
</main>
<footer><p>Your Privacy Choices</p></footer>
</body>
</html>
`

// renderMarkdown returns the page as Markdown.
func renderMarkdown(form Form, address, date, title, body string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nlayout: Conceptual\ntitle: %s | Microsoft Learn\ncanonicalUrl: https://learn.microsoft.com%s\nupdated_at: %sT17:28:00.0000000Z\nlocale: en-us\nmonikers:\n- x\ngit_commit_id:\n---\n\n# %s | Microsoft Learn\n", title, address, date, title)
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		quoted, ok := strings.CutPrefix(line, ">")
		if quoted = strings.TrimPrefix(quoted, " "); ok {
			line = quoted
		}
		switch {
		case strings.HasPrefix(line, "[!div"):
			continue
		case strings.HasPrefix(line, "[!"):
			word, rest, _ := strings.Cut(line[2:], "]")
			line = "\n" + word[:1] + strings.ToLower(word[1:]) + "\n\n" + rest
		case strings.Contains(line, "|") && delimiter.MatchString(strings.TrimSpace(line)):
			line = "|" + strings.Repeat(" --- |", strings.Count(strings.Trim(strings.TrimSpace(lines[i-1]), "|"), "|")+1)
		case strings.Contains(line, "|"):
			line = renderRow(form, line)
		}
		line = anchor.ReplaceAllString(line, "")
		b.WriteString(mdLink.ReplaceAllStringFunc(escape(line), func(s string) string { return "](" + link(mdLink.FindStringSubmatch(s)[1]) + ")" }) + "\n")
	}
	return []byte(b.String())
}

// escape escapes the underscores of a line outside of addresses.
func escape(line string) string {
	if strings.Contains(line, "](") || strings.Contains(line, "<") {
		return line
	}
	return strings.ReplaceAll(line, "_", `\_`)
}

// renderRow returns a row of a table with a blank around each cell.
func renderRow(form Form, line string) string {
	switch form {
	case MarkdownDashes:
		line = dashItems(line)
	case MarkdownTogether:
		line = listOpener.ReplaceAllString(itemStart.ReplaceAllString(itemEnd.ReplaceAllString(line, " "), " "), " ")
	}
	return "| " + strings.Trim(strings.TrimSpace(line), "|") + " |"
}

// dashItems writes the lists in a row with dashes.
func dashItems(line string) string {
	if !strings.Contains(strings.ToLower(line), "<li>") {
		return line
	}
	line = itemEnd.ReplaceAllString(line, "")
	line = strings.ReplaceAll(line, "</ul>", "<br>")
	line = listOpener.ReplaceAllString(line, "")
	return itemStart.ReplaceAllString(line, "<br>- ")
}
