package html_test

import (
	"errors"
	"strings"
	"testing"

	parser "golang.org/x/net/html"
	"pgregory.net/rapid"

	"voxatlas/ui/export/html"
)

// render returns a page with a body.
func render(p html.Page, write func(*html.Builder)) string {
	var b strings.Builder
	_ = p.Write(&b, write) // a strings.Builder takes everything
	return b.String()
}

// elements returns the elements of a page by name, and the text of the first with an id.
func elements(t interface{ Fatal(...any) }, page string) (names map[string]int, texts map[string]string) {
	doc, err := parser.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	names, texts = map[string]int{}, map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != parser.ElementNode {
			continue
		}
		names[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "id" {
				for child := range n.ChildNodes() {
					texts[a.Val] += child.Data
				}
			}
		}
	}
	return names, texts
}

// TestTextsCannotBecomeMarkup writes texts of any kind into elements, attributes and
// data. The page has the same elements, and the texts come back as they were.
func TestTextsCannotBecomeMarkup(t *testing.T) {
	hostile := rapid.OneOf(rapid.String(), rapid.StringMatching(`(<|>|&|"|'|/|script|style|--|!|\]\]|\\|x|=){0,12}`),
		rapid.SampledFrom([]string{"</script><script>alert(1)</script>", `" onload="alert(1)`, "<!--", "]]>", "</style>", "</title><img src=x>"}))
	want, _ := elements(t, render(pageOf("x"), bodyOf("x")))
	rapid.Check(t, func(t *rapid.T) {
		text := hostile.Draw(t, "text")
		names, texts := elements(t, render(pageOf(text), bodyOf(text)))
		for name, n := range want {
			if names[name] != n {
				t.Fatalf("%d elements %s, want %d", names[name], name, n)
			}
		}
		if len(names) != len(want) {
			t.Fatalf("elements %v, want %v", names, want)
		}
		if clean(text) != "" && texts["text"] != clean(text) {
			t.Fatalf("%q is shown as %q", clean(text), texts["text"])
		}
	})
}

func pageOf(text string) html.Page {
	return html.Page{Lang: text, Title: text, Data: []byte(`{"text":"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"}`), Script: "0"}
}

func bodyOf(text string) func(*html.Builder) {
	line := strings.ReplaceAll(text, "\n", " ")
	return func(b *html.Builder) {
		b.Element("p", line, "id", "text", "title", text)
		b.Link(line, "https://example.com/"+text)
	}
}

// clean returns text as a page shows it in one line.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return ' '
		case r < ' ' && r != '\t' || 0x7f <= r && r < 0xa0:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// TestLinks refuses addresses that run a script.
func TestLinks(t *testing.T) {
	for url, want := range map[string]bool{
		"https://example.com/": true, "HTTP://example.com": true, "mailto:a@example.com": true, "#note-1": true,
		"javascript:alert(1)": false, " javascript:alert(1)": false, "java\nscript:alert(1)": false, "data:text/html,x": false, "//example.com": false, "": false, "https://": false,
	} {
		page := render(html.Page{}, func(b *html.Builder) { b.Link("text", url) })
		if got := strings.Contains(page, "<a "); got != want || !strings.Contains(page, "text") {
			t.Errorf("%q: a link: %v, want %v", url, got, want)
		}
	}
}

// TestPolicy checks that a page allows its own style and script alone.
func TestPolicy(t *testing.T) {
	page := render(html.Page{Script: "1"}, func(*html.Builder) {})
	for _, rule := range []string{"default-src 'none'", "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='", "style-src 'sha256-"} {
		if !strings.Contains(page, rule) {
			t.Errorf("%s is missing", rule)
		}
	}
	if page := render(html.Page{}, func(*html.Builder) {}); strings.Contains(page, "script-src") || strings.Contains(page, "<script") {
		t.Error("a page without a script allows one")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

var errBroken = errors.New("broken")

// TestWriteError returns the error of the writer.
func TestWriteError(t *testing.T) {
	if err := (html.Page{}).Write(brokenWriter{}, func(*html.Builder) {}); !errors.Is(err, errBroken) {
		t.Errorf("%v", err)
	}
}
