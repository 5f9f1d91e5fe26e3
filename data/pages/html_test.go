package pages_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data/pages"
)

// learnPage returns a page of Microsoft Learn with a text in its article.
func learnPage(article string) string {
	return `<!DOCTYPE html><html lang="en-us"><head><title>Availability in X | Microsoft Learn</title>
<link rel="canonical" href="https://learn.microsoft.com/en-us/microsoftteams/x"><meta name="ms.date" content="2026-05-20T00:00:00Z"></head><body>
<header><h1>Learn</h1></header><main><div unauthorized-private-section hidden class="notification"><div class="content"><p>Sign in</p></div></div>
<div class="content"><h1 id="availability-in-x">Availability in X</h1></div><div id="article-metadata"><p>12/01/2022</p></div>
<div id="ms--ai-summary" class="ai-summary"><p>Summary</p></div><nav id="center-doc-outline"><h2 id="ms--in-this-article">In this article</h2></nav>
<div class="content">` + article + `</div><section><h2>Feedback</h2><p>Was this helpful?</p></section></main><footer><p>Privacy</p></footer></body></html>`
}

// TestParseHTMLShapes reads every shape of an article on Microsoft Learn, and the same in
// Markdown where that has one.
func TestParseHTMLShapes(t *testing.T) {
	const title = "#1 availability-in-x\n"
	for name, tt := range map[string]struct{ html, markdown, want string }{
		"paragraph":          {"<p>One\n two</p>", "One two", "0: One two\n"},
		"heading":            {`<h2 id="phone-system">Teams Phone</h2>`, "", "#2 phone-system\n"},
		"heading, no id":     {`<h2>Phone <em>System</em></h2>`, "## Phone System", "#2 phone-system\n"},
		"row":                {"<table><thead><tr><th>F</th><th>D</th></tr></thead><tbody><tr><td>q<br></td><td>a_b | c</td></tr></tbody></table>", "| F | D |\n| --- | --- |\n| q<br> | a\\_b \\| c |", "0: | q | a_b | c\n"},
		"head without it":    {"<table><tr><th>F</th><th>D</th></tr><tr><td>q</td><td>a</td></tr></table>", "", "0: | q | a\n"},
		"no head":            {"<table><tr><td>q</td><td>a</td></tr></table>", "", "0: | q | a\n"},
		"list in a cell":     {"<table><tr><td>q</td><td>Yes, for:<ul><li>Riga</li><li>Nice</li></ul>See <a href=\"../get-numbers\">this</a>.</td></tr></table>", "", "0: | q | Yes, for: [1 Riga] [1 Nice] See this. -> ../get-numbers\n"},
		"rows together":      {`<table><tr><td rowspan="2">q</td><td>a</td></tr><tr><td>b</td></tr><tr><td colspan="2">c</td></tr></table>`, "", "0: | q | a\n0: | q | b\n0: | c | c\n"},
		"many rows together": {`<table><tr><td rowspan="30">q</td><td>a</td></tr>` + strings.Repeat("<tr><td>b</td></tr>", 29) + "</table>", "", "0: | q | a\n" + strings.Repeat("0: | q | b\n", 29)},
		"list":               {"<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b", "0: a\n0: b\n"},
		"selector":           {`<div class="op_single_selector"><ul><li><a href="/microsoftteams/availability-in-x">X</a></li></ul></div>`, "- [X](/microsoftteams/availability-in-x)", "0: X -> /microsoftteams/availability-in-x\n"},
		"alert":              {`<div class="NOTE"><p>Note</p><p>Mind this.</p></div>`, "Note\n\nMind this.", "0: Mind this.\n"},
		"alert, other":       {`<div class="IMPORTANT alert"><p>Please</p><p>Mind this.</p></div>`, "", "0: Please\n0: Mind this.\n"},
		"text in a div":      {`<div>one <b>two</b><p>three</p>four</div>`, "", "0: one/two\n0: three\n0: four\n"},
		"unknown element":    {`<new-box><p>one</p><table><tr><td>q</td><td>a</td></tr></table></new-box>`, "", "0: | q | a\n0: one\n"},
		"buttons, scripts":   {`<p>a<button>Copy</button><script>x()</script><span hidden>h</span></p><form><p>Rate</p></form><pre>code</pre>`, "", "0: a\n"},
		"struck out":         {`<p>a <del>b</del><s>c</s></p>`, "a <del>b</del>~~c~~", "0: a (struck out: b)(struck out: c)\n"},
		"comments":           {`<p>a<!-- <p>b --> <<!-- x -->c> d<![CDATA[ e ]]></p>`, "", "0: a <c> d\n"},
		"not read":           {`<p>a<svg><title>b</title><style><p>c</style></svg> d <style>e < f</style></p>`, "", "0: a d\n"},
		"footnotes":          {`<p>1200<sup>2</sup> minutes</p>`, "1200<sup>2</sup> minutes", "0: 1200 2 minutes\n"},
		"entities":           {`<p>q &amp; a&nbsp;b&#8203;c</p>`, "q &amp; a&nbsp;b&#8203;c", "0: q & a bc\n"},
		"a box of the site":  {`<p>a</p><h2 id="ms--additional-resources">Additional resources</h2>`, "", "0: a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := pages.ParseHTML("x.html", []byte(learnPage(tt.html)))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(title+tt.want, drawPage(p)); d != "" {
				t.Error(d)
			}
			if tt.markdown == "" {
				return
			}
			m, err := pages.Parse("x.md", []byte("# Availability in X\n\n"+tt.markdown+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(withoutLines(title+tt.want), withoutLines(drawPage(m))); d != "" {
				t.Errorf("as Markdown: %s", d)
			}
		})
	}
}

// withoutLines drops the numbers of lines from a drawn page.
func withoutLines(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if number, rest, ok := strings.Cut(line, ":"); ok && strings.Trim(number, "0123456789") == "" {
			line = rest
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestParseLearnFrontMatter(t *testing.T) {
	want := pages.FrontMatter{Locale: "en-us", Date: "2026-05-20", Title: "Availability in X", Canonical: "https://learn.microsoft.com/en-us/microsoftteams/x"}
	p, err := pages.ParseHTML("x.html", []byte(learnPage("<p>a</p>")))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, p.FrontMatter); d != "" {
		t.Errorf("HTML: %s", d)
	}
	m, err := pages.Parse("x.md", []byte("---\nlayout: Conceptual\ntitle: Availability in X | Microsoft Learn\ncanonicalUrl: https://learn.microsoft.com/en-us/microsoftteams/x\n"+
		"ms.date: 2026-05-20T00:00:00.0000000Z\nlocale: en-us\nmonikers:\n- x\ngit_commit_id:\n---\n# Availability in X | Microsoft Learn\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, m.FrontMatter); d != "" {
		t.Errorf("Markdown: %s", d)
	}
}

func TestParseHTMLRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want pages.SyntaxFault
	}{
		"nothing":                {" \n", pages.EmptyPage},
		"bytes":                  {"<html>\xff", pages.NotText},
		"too large":              {strings.Repeat(" ", pages.MaxHTML+1), pages.TooLarge},
		"cut":                    {learnPage("<p>a</p>")[:600], pages.Cut},
		"a page to sign in":      {"<html><head><title>Sign in</title></head><body><form><input type=password></form></body></html>", pages.NoArticle},
		"a main without text":    {"<html><body><main><p>Page not found</p></main></body></html>", pages.NoArticle},
		"Markdown":               {"# Availability\n", pages.Cut},
		"too deep":               {learnPage(strings.Repeat("<div>", 200) + "a"), pages.TooDeep},
		"far too deep":           {learnPage(strings.Repeat("<div>", 2000) + "a"), pages.TooDeep},
		"too many":               {learnPage(strings.Repeat("<p>a", 6000)), pages.TooMany},
		"too many tags":          {learnPage(strings.Repeat("<br>", 60_000)), pages.TooManyTags},
		"repeated by the parser": {learnPage(distinctTags(400) + strings.Repeat("<p>a", 10_000)), pages.TooManyTags},
		"columns without end":    {learnPage("<table>" + strings.Repeat("<tr>"+strings.Repeat(`<td colspan=9999 rowspan=99999>a`, 20), 500) + "</table>"), pages.TooMany},
		"a text without end":     {learnPage("<table><tr><td rowspan=300>" + strings.Repeat("a", 10_000) + strings.Repeat("<tr><td>b", 299) + "</table>"), pages.TooMany},
		"cells without end":      {learnPage("<table>" + strings.Repeat("<tr>"+strings.Repeat(`<td colspan=20 rowspan=20>a`, 20), 50) + "</table>"), pages.TooMany},
	} {
		_, err := pages.ParseHTML("evil\x1b[31m.html", []byte(tt.page))
		var syntax *pages.SyntaxError
		if !errors.As(err, &syntax) || syntax.Fault != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want.Key())
			continue
		}
		if strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%s: the error shows what a terminal would obey: %q", name, err)
		}
	}
}

// distinctTags returns n open tags, no two of which are the same.
func distinctTags(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b x=%d></i>", i)
	}
	return b.String()
}

// FuzzParseHTML: ParseHTML returns a page within its limits or a SyntaxError, for any
// bytes, and the same page for the same bytes.
func FuzzParseHTML(f *testing.F) {
	for _, seed := range append(hardSeeds(), `<table><tr><td rowspan=9 colspan=9>a<table><tr><td>b`, `<div class="NOTE"><p>Note`, `<x-y><li><h2>a</h2>`, `<main><h1>a</main><main>`,
		`<svg><p>a</svg>`, `<template><h1>`, `<a name=x><h2>b</a>`, `<select><option>a`, `<frameset>`, `<h2 id="ms--x">a`, `<td hidden>`) {
		f.Add([]byte(learnPage(seed)))
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) { checkParse(t, pages.ParseHTML, b, 256<<10) })
}

// TestHostileHTML: every hostile page is read, or refused, as an article within a page.
func TestHostileHTML(t *testing.T) {
	list := hostilePages()
	list["repeated formatting"] = distinctTags(18) + strings.Repeat("<p>a", 10_000)
	list["formatting that objects keep open"] = "<p>" + strings.Repeat(keptOpen(19, "object"), 3) + strings.Repeat("<p>a", 10_000)
	list["far too much of that"] = "<p>" + keptOpen(400, "object") + strings.Repeat("<p>a", 10_000)
	for _, element := range []string{"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "desc><style"} {
		list["tags in the text of "+element] = "<svg><" + element + "><p>" + distinctTags(400) + strings.Repeat("<p>a", 10_000) + "</" + element[strings.Index(element, "<")+1:] + "></svg>"
	}
	list["tags in what a comment hides"] = "<svg><![CDATA[ > <!-- ]]><p>" + distinctTags(400) + strings.Repeat("<p>a", 10_000) + "-->"
	list["tables in tables"] = strings.Repeat("<table><tr><td>", 60)
	list["cells in no table"] = strings.Repeat("<td>a</td>", 6_000)
	list["text in a table"] = "<table>" + strings.Repeat("a<tr>", 6_000)
	for name, text := range list {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := pages.ParseHTML("availability-in-france.html", []byte(learnPage(text)))
		runtime.ReadMemStats(&after)
		if n := after.Mallocs - before.Mallocs; n > 32*uint64(len(text)) {
			t.Errorf("%s: %d allocations for %d bytes", name, n, len(text))
		}
		if (p == nil) == (err == nil) && !isNoArticle(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// keptOpen returns n formatting elements that are left open: an element within each keeps
// its end apart.
func keptOpen(n int, within string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b x=%d><%s></b></%s>", i, within, within)
	}
	return b.String()
}

// isNoArticle reports whether err is that of a page without an article, which comes with
// its front matter.
func isNoArticle(err error) bool {
	var syntax *pages.SyntaxError
	return errors.As(err, &syntax) && syntax.Fault == pages.NoArticle
}
