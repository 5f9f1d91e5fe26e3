// Package html writes pages that stand alone: one file, which a browser opens from a disk
// or a mail and which asks nothing of any network. A Content-Security-Policy allows the
// style and script that the page was made with, by their hashes, and nothing else.
//
//	html.Page{Lang: "en", Title: "Calling Plans"}.Write(w, func(b *html.Builder) {
//		b.Element("h1", "Calling Plans")
//	})
//
// Texts come from anywhere: [Builder] escapes each of them, and the data of a script
// cannot end its element. The package knows no country.
package html

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	_ "embed" // the style
	"encoding/base64"
	"io"
	"strings"
)

// Style holds the rules that all pages share: colours for light and dark, text, links,
// tables, states, and how a page prints.
//
//go:embed page.css
var Style string

// Page is a page without its contents.
type Page struct {
	Lang   string // of the document
	Title  string
	Style  string // rules behind those of [Style]
	Script string // runs when the contents are there; "" for none
	Data   []byte // JSON for the script, in the element with the id "data"
}

// Write writes the page with the contents of its body that write builds. It returns the
// first error of w.
func (p Page) Write(w io.Writer, write func(*Builder)) error {
	out := bufio.NewWriterSize(w, 64<<10) // keeps its first error
	b := &Builder{out}
	style := Style + p.Style
	b.raw("<!DOCTYPE html>\n")
	b.Open("html", "lang", p.Lang)
	b.raw("\n<head>\n<meta charset=\"utf-8\">\n")
	b.Open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, p.Script))
	b.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	b.Element("title", p.Title)
	b.raw("\n<style>" + style + "</style>\n</head>\n")
	b.Open("body")
	b.raw("\n")
	write(b)
	if len(p.Data) > 0 {
		b.raw("\n<script type=\"application/json\" id=\"data\">")
		_, _ = out.Write(escapeData(p.Data))
		b.raw("</script>")
	}
	if p.Script != "" {
		b.raw("\n<script>" + p.Script + "</script>")
	}
	b.raw("\n</body>\n</html>\n")
	return out.Flush()
}

// policy returns the Content-Security-Policy of a page with a style and a script. It
// allows no script that makes elements of texts, either.
func policy(style, script string) string {
	rules := []string{"default-src 'none'", "style-src " + hash(style)}
	if script != "" {
		rules = append(rules, "script-src "+hash(script))
	}
	return strings.Join(append(rules, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"), "; ")
}

// hash returns the source expression of a style or script.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// escapeData returns JSON without the signs that could end the element it stands in.
// They occur in strings alone.
func escapeData(data []byte) []byte { return bytes.ReplaceAll(data, []byte("<"), []byte(`\u003c`)) }
