package cli

import (
	"fmt"
	"math"
	"strings"

	"voxatlas/assets"
	"voxatlas/data/importer"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// importReport returns the report of an import: how much was read and with
// which confidence, the parts that were not understood, the contradictions
// of the source, and the differences from the base, if there is one.
func (p *program) importReport(r *importer.Report, a, base *model.Atlas) []text.Line {
	width := math.MaxInt
	if p.env.Width > 0 {
		width = p.pageWidth()
	}
	t := &reportPage{PrintedPage: text.PrintedPage{Width: width}, program: p, atlas: a, base: base}
	t.addHeading(p.localizer.Text("import.title", "date", a.Info().Date))
	t.addCounts(r)
	unread, absent := splitMissing(r.Findings)
	t.addFindings("import.unread", unread)
	t.addMissing(absent, r.Absent)
	t.addFindings("import.new_cities", r.Cities)
	t.addContradictions(r.Contradictions)
	if base != nil {
		t.addDifferences(model.Diff(base, a))
	}
	return t.Lines
}

// reportPage lays out the report of an import. Lines are wrapped for a
// terminal and whole for a file.
type reportPage struct {
	text.PrintedPage
	*program
	atlas, base *model.Atlas
}

// addHeading adds a line without indent.
func (t *reportPage) addHeading(s string) { t.AddLine(0, text.Span{Text: s}) }

// addItem adds an indented line.
func (t *reportPage) addItem(s string) { t.AddHanging(2, s, text.Style{}) }

// addSection adds a blank line and a heading with the number of lines below
// it.
func (t *reportPage) addSection(key string, n int) {
	t.AddBlank()
	t.addHeading(t.localizer.Count(key, n))
}

// addCounts adds how much was read.
func (t *reportPage) addCounts(r *importer.Report) {
	total := 0
	for _, n := range r.Answers {
		total += n
	}
	table := &text.Table{Columns: []text.Column{{}, {Right: true}}}
	row := func(name string, n int) { table.AddRow(text.Style{}, name, assets.Number(n)) }
	row(t.localizer.Text("import.pages"), r.Pages)
	row(t.localizer.Text("import.bilingual"), r.Bilingual)
	row(t.localizer.Text("import.rows"), r.Rows)
	row(t.localizer.Text("import.answers"), total)
	for _, s := range importer.Confidences() {
		row("  "+t.localizer.Text("import.confidence."+s.String()), r.Answers[s])
	}
	t.AddTable(2, table)
	t.AddLine(2, text.Span{Text: t.localizer.Labelled(t.localizer.Text("import.languages"), strings.Join(r.Languages, " "))})
}

// addFindings adds a line for each finding: the place, the feature that it
// would answer, the text, and the kind of text that was expected.
func (t *reportPage) addFindings(key string, list []importer.Finding) {
	t.addSection(key, len(list))
	for _, f := range list {
		where := f.File
		if f.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, f.Line)
		}
		line := where
		if f.Feature != 0 {
			line += "  " + t.localizer.TitleWithService(f.Feature)
		}
		if f.Text != "" {
			line += "  \"" + f.Text + "\""
		}
		if f.Expected != 0 {
			line += "  " + t.localizer.Labelled(t.localizer.Text("import.expected"), t.localizer.Text("import.expected."+f.Expected.String()))
		}
		t.addItem(line)
	}
}

// countryCode returns the ISO 3166 code of a country, or "" if the edition has no
// such country.
func (t *reportPage) countryCode(slug string) string {
	if c := t.atlas.Country(slug); c != nil {
		return c.ISO2()
	}
	return ""
}

// splitMissing separates the findings about missing files from those about
// lines.
func splitMissing(list []importer.Finding) (unread, absent []importer.Finding) {
	for _, f := range list {
		if whole := f.Line == 0 && f.Text == ""; whole && (f.Expected == importer.ExpectedIndex || f.Expected == importer.ExpectedList) {
			absent = append(absent, f)
		} else {
			unread = append(unread, f)
		}
	}
	return unread, absent
}

// addMissing adds the missing pages: those that every folder has, and those
// of countries that the index names.
func (t *reportPage) addMissing(files []importer.Finding, slugs []string) {
	t.addSection("import.absent", len(files)+len(slugs))
	for _, f := range files {
		t.addItem(t.localizer.WithRemark(f.File, t.localizer.Text("import.expected."+f.Expected.String())))
	}
	for _, s := range slugs {
		t.addItem(s)
	}
}

// addContradictions adds the contradictions of the source, by country.
func (t *reportPage) addContradictions(list []importer.Contradiction) {
	names.SortByName(list, t.localizer.Lang(), func(c importer.Contradiction) string { return t.countryCode(c.Slug) })
	t.addSection("import.contradictions", len(list))
	for _, c := range list {
		if country := t.atlas.Country(c.Slug); country != nil {
			t.addItem(t.localizer.Labelled(country.Name(t.localizer.Lang()), t.localizer.Warning(country, c.Warning).Text))
		}
	}
}

// addDifferences adds a line for each country that differs from the base.
func (t *reportPage) addDifferences(changes []model.Change) {
	list := t.localizer.ByCountry(changes)
	t.AddBlank()
	t.addHeading(t.localizer.Count("import.differences", len(list), "base", t.base.Info().Date))
	for _, k := range list {
		var fields []string
		for _, c := range k.Changes {
			switch {
			case c.From == nil:
				fields = append(fields, t.localizer.Text("import.country_new"))
			case c.To == nil:
				fields = append(fields, t.localizer.Text("import.country_gone"))
			case c.Field.Feature() != 0:
				fields = append(fields, t.localizer.TitleWithService(c.Field.Feature()))
			default:
				fields = append(fields, t.localizer.Field(c.Field))
			}
		}
		t.addItem(t.localizer.Labelled(k.Country.Name(t.localizer.Lang()), t.localizer.JoinList(fields)))
	}
}
