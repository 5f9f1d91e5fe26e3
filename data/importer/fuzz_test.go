package importer_test

import (
	"bytes"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// FuzzCompile: the edition and the report of any page hold only texts that are
// safe to show at a terminal.
func FuzzCompile(f *testing.F) {
	for _, c := range cellsByLanguage() {
		f.Add(c.fullPage("ja-JP"))
		f.Add(c.sparsePage("zh-TW"))
	}
	for _, seed := range []string{
		"## <a name=\"phone-system\"></a>\n\n|F|D|\n|-|-|\n|\x1b[31m|\u202eYes|\n", "> - [x](availability-in-x.md)\n> - [y](../../../etc/passwd)\n",
		"|a|\n|-|\n" + strings.Repeat("|b|\n", 200), "<table><tr><td>x</table>", "&#x202e;&#27;[31m",
		`<html lang=en><main><h1>a</h1><h2 id="phone-system">b</h2><table><tr></tr><tr><td rowspan=3>Voicemail<td>Available<tr><td>&#x202e;Yes<tr><td colspan=4>x</table></main></html>`,
		`<html><main><h1>a</h1><div class=content><h2 id="toll-and-toll-free-numbers-for-services">b</h2><table><tr><td>Are toll numbers available?<td>Yes<ul><li>Paris<li>&#27;Nice</ul></table></div></main></html>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		file, parse := "availability-in-france.md", pages.Parse
		if bytes.HasPrefix(b, []byte("<")) {
			file, parse = "availability-in-france.html", pages.ParseHTML
		}
		p, err := parse(file, b)
		if err != nil {
			return
		}
		e, r, err := importer.Compile(importer.PageSet{Countries: []*pages.Page{p}, Index: p, Destinations: p}, "2021-03-23", importer.Reference{Code: codeByName, Site: docSite()})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(r.Findings, r.Cities...) {
			requireSafeTexts(t, f.File, f.Text)
		}
		for _, reading := range r.Readings {
			requireSafeTexts(t, reading.File, reading.Text)
		}
		for _, c := range e.Countries {
			for _, a := range c.Answers {
				for city := range a.Cities.Values() {
					requireSafeTexts(t, city.Names.In(model.English), city.Printed)
				}
				for k := range a.Conditions.Values() {
					for arg := range k.Args.Values() {
						requireSafeTexts(t, arg.Values.Slice()...)
					}
				}
				for plan := range a.Plans.Values() {
					requireSafeTexts(t, plan.Printed)
				}
				requireSafeTexts(t, a.Partner.Name, a.Partner.URL, a.Unread)
			}
			for _, name := range c.Printed.All() {
				requireSafeTexts(t, name)
			}
		}
		for _, d := range e.Destinations {
			requireSafeTexts(t, d.Printed)
		}
		requireSafeTexts(t, e.AppliesTo...)
	})
}

// requireSafeTexts fails unless a terminal can show the texts.
func requireSafeTexts(t *testing.T, texts ...string) {
	t.Helper()
	for _, s := range texts {
		for _, r := range s {
			if !model.Printable(r) {
				t.Fatalf("%q has %U", s, r)
			}
		}
	}
}
