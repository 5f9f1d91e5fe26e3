package cli

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/data/importer"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// importReport is the report of an import in lines: how much was read and how surely,
// what was not understood, what the source says against itself, and what differs
// from the base.
func (p *program) importReport(r *importer.Report, a, base *model.Atlas) []text.Line {
	width := math.MaxInt
	if p.env.Width > 0 {
		width = p.pageWidth()
	}
	t := &reportPage{Page: text.Page{Width: width}, program: p, atlas: a, base: base}
	t.addHeading(p.localizer.Text("import.head", "date", a.Edition().Date))
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

// reportPage gathers the lines of a report, wrapped where it goes to a terminal and
// whole where it goes to a file.
type reportPage struct {
	text.Page
	*program
	atlas, base *model.Atlas
}

func (t *reportPage) addHeading(s string) { t.AddLine(0, text.Span{Text: s}) }

// addItem adds a line below a heading.
func (t *reportPage) addItem(s string) { t.AddHanging(2, s, text.Style{}) }

// addSection adds a heading that counts what follows it.
func (t *reportPage) addSection(key string, n int) {
	t.AddBlank()
	t.addHeading(t.localizer.Count(key, n))
}

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
		row("  "+t.localizer.Text("import.confidence."+s.Key()), r.Answers[s])
	}
	t.AddTable(2, table)
	t.AddLine(2, text.Span{Text: t.localizer.Labelled(t.localizer.Text("import.languages"), strings.Join(r.Languages, " "))})
}

// addFindings adds a line per text: where it stands, what it would answer, the text
// and what was expected there.
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
			line += "  " + t.localizer.Labelled(t.localizer.Text("import.expected"), t.localizer.Text("import.expected."+f.Expected.Key()))
		}
		t.addItem(line)
	}
}

// nameRank is the place of a country in the order of the language.
func (t *reportPage) nameRank(slug string) int {
	c := t.atlas.Country(slug)
	if c == nil {
		return 0
	}
	e, _ := names.Of(c.ISO2())
	return e.Rank(t.localizer.Lang())
}

// splitMissing takes the findings that a file is not there from those about its lines.
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

// addMissing lists the pages that are missing: those that every folder has, and those
// of countries that the index names.
func (t *reportPage) addMissing(files []importer.Finding, slugs []string) {
	t.addSection("import.absent", len(files)+len(slugs))
	for _, f := range files {
		t.addItem(t.localizer.WithRemark(f.File, t.localizer.Text("import.expected."+f.Expected.Key())))
	}
	for _, s := range slugs {
		t.addItem(s)
	}
}

func (t *reportPage) addContradictions(list []importer.Contradiction) {
	slices.SortStableFunc(list, func(a, b importer.Contradiction) int { return t.nameRank(a.Slug) - t.nameRank(b.Slug) })
	t.addSection("import.contradictions", len(list))
	for _, c := range list {
		if country := t.atlas.Country(c.Slug); country != nil {
			t.addItem(t.localizer.Labelled(country.Name(t.localizer.Lang()), t.localizer.Warning(country, c.Warning).Text))
		}
	}
}

// addDifferences names what changed since the base, as the command changes counts it.
func (t *reportPage) addDifferences(changes []model.Change) {
	list := t.localizer.ByCountry(changes)
	t.AddBlank()
	t.addHeading(t.localizer.Count("import.differences", len(list), "base", t.base.Edition().Date))
	for _, k := range list {
		var what []string
		for _, c := range k.Changes {
			switch {
			case c.From == nil:
				what = append(what, t.localizer.Text("import.country_new"))
			case c.To == nil:
				what = append(what, t.localizer.Text("import.country_gone"))
			case c.Field.Feature() != 0:
				what = append(what, t.localizer.TitleWithService(c.Field.Feature()))
			default:
				what = append(what, t.localizer.Field(c.Field))
			}
		}
		t.addItem(t.localizer.Labelled(k.Country.Name(t.localizer.Lang()), t.localizer.JoinList(what)))
	}
}
