package importer_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// FuzzParse: whatever a file holds, Parse returns a page or a SyntaxError soon,
// and what Compile makes of a page holds nothing that a terminal would obey.
func FuzzParse(f *testing.F) {
	for _, c := range languages() {
		f.Add(c.rich("ja-JP"))
		f.Add(c.poor("zh-TW"))
	}
	for _, seed := range []string{
		"", "---\n---\n", "\ufeff---\r\ntitle: x\r\n---\r\n# A\r\n", "|a|b|\n|-|-|\n|c|<ul><li>d</li></li>", "## <a name=\"phone-system\"></a>\n\n|F|D|\n|-|-|\n|\x1b[31m|\u202eYes|\n",
		"> - [x](availability-in-x.md)\n> - [y](../../../etc/passwd)\n", strings.Repeat("[", 5000), strings.Repeat("> ", 50) + "x", strings.Repeat("- ", 50) + "x",
		strings.Repeat("*a **b ", 500), strings.Repeat("<span>", 100), "|a|\n|-|\n" + strings.Repeat("|b|\n", 200), strings.Repeat("`", 3000), strings.Repeat("![](", 1000),
		"<table><tr><td>x</table>", "&#x202e;&#27;[31m", "a\\|b|c\n-|-\n", "[a]: b\n[a][a][a]", strings.Repeat("<a name=x>", 59), "1. 2. 3. 4. x\n\n   y",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		start := time.Now()
		p, err := importer.Parse("availability-in-france.md", b)
		if took := time.Since(start); took > 20*time.Second {
			t.Fatalf("%d bytes took %s", len(b), took)
		}
		var syntax *importer.SyntaxError
		if err != nil {
			if !errors.As(err, &syntax) || syntax.Why.Key() == "" {
				t.Fatalf("%v", err)
			}
			return
		}
		e, r, err := importer.Compile(importer.Pages{Countries: []*importer.Page{p}, Index: p, Destinations: p}, "2021-03-23", importer.Known{Code: codes})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(r.Findings, r.Cities...) {
			clean(t, f.File, f.Text)
		}
		for _, c := range e.Countries {
			for _, a := range c.Answers {
				for city := range a.Cities.Values() {
					clean(t, city.Names.In(model.English), city.Printed)
				}
				for k := range a.Conditions.Values() {
					for arg := range k.Args.Values() {
						clean(t, arg.Values.Slice()...)
					}
				}
				clean(t, a.Partner.Name, a.Partner.URL)
			}
			for _, name := range c.Printed.All() {
				clean(t, name)
			}
		}
		for _, d := range e.Destinations {
			clean(t, d.Printed)
		}
		clean(t, e.AppliesTo...)
	})
}

// clean wants texts that may be shown.
func clean(t *testing.T, texts ...string) {
	t.Helper()
	for _, s := range texts {
		for _, r := range s {
			if !model.Printable(r) {
				t.Fatalf("%q has %U", s, r)
			}
		}
	}
}

// TestHostilePages: the worst inputs that a page may hold within its limits are
// read, or refused, without hanging.
func TestHostilePages(t *testing.T) {
	const size = importer.MaxPage / 8
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, text := range map[string]string{
		"open brackets": fill("["), "links": fill("[a](b) "), "open links": fill("[a]("), "images": fill("!["), "stars": fill("*a "), "bold": fill("**a "),
		"ticks": fill("`a "), "open tags": fill("<a "), "tags": fill("<b>"), "closing tags": fill("</li>"), "entities": fill("&amp;"), "quotes": fill("> a\n"),
		"quotes in quotes": fill(strings.Repeat(">", 50) + "a\n"), "lists": fill("- a\n"), "indents": fill("- a\n   - b\n"), "ever deeper": deeper(size),
		"bars": fill("|"), "rows": "|a|b|\n|-|-|\n" + fill("|c|d|\n"), "columns": fill("|a") + "\n" + fill("|-") + "\n", "references": fill("[a]: b\n"),
		"comments": fill("<!-- "), "lines": fill("\n"), "spans": fill("<span data-ttu-id=1>"), "headings": fill("# a\n"), "dollars": fill("<?"), "cdata": fill("<![CDATA["),
	} {
		for _, wrapped := range []string{text, wrap(text)} {
			if len(wrapped) > importer.MaxPage {
				wrapped = wrapped[:importer.MaxPage]
			}
			p, err := importer.Parse("availability-in-france.md", []byte(wrapped))
			if (p == nil) == (err == nil) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// wrap breaks text into lines of a thousand bytes, so that no line is too long.
func wrap(text string) string {
	var b strings.Builder
	for len(text) > 1000 {
		b.WriteString(text[:1000] + "\n")
		text = text[1000:]
	}
	return b.String() + text
}

// deeper is a list whose every item is indented more.
func deeper(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(" ", 2*(i%200)) + "- a\n")
	}
	return b.String()[:size]
}
