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

// importReport returns the report of an import: how much was read and with
// which confidence, the parts that were not understood, the contradictions
// of the source, and the differences from the base, if there is one.
func (p *program) importReport(i *importResult) []text.Line {
	t, r := p.newReportPage(i.atlas, i.base), i.report
	t.addHeading(p.localizer.Text("import.title", "date", i.atlas.Info().Date))
	t.addCounts(r)
	unread, absent := splitMissing(r.Findings)
	t.addFindings("import.unread", unread)
	t.addMissing(absent, r.Absent)
	t.addFindings("import.new_cities", r.Cities)
	t.addByPosition(r.Readings)
	t.addContradictions(r.Contradictions)
	if i.base != nil {
		t.addDifferences(model.Diff(i.base, i.atlas))
	}
	return t.Lines
}

// findingsReport returns the report of an import that made no edition: why no page was
// read.
func (p *program) findingsReport(r *importer.Report) []text.Line {
	t := p.newReportPage(nil, nil)
	unread, _ := splitMissing(r.Findings)
	t.addGroups(unread)
	return t.Lines
}

// newReportPage returns an empty page for the report of an edition.
func (p *program) newReportPage(atlas, base *model.Atlas) *reportPage {
	width := math.MaxInt
	if p.env.Width > 0 {
		width = p.pageWidth()
	}
	return &reportPage{PrintedPage: text.PrintedPage{Width: width}, program: p, atlas: atlas, base: base}
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
func (t *reportPage) addSection(key string, n int, args ...any) {
	t.AddBlank()
	t.addHeading(t.localizer.Count(key, n, args...))
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
	if r.Undated > 0 {
		row(t.localizer.Text("import.undated"), r.Undated)
	}
	row(t.localizer.Text("import.rows"), r.Rows)
	row(t.localizer.Text("import.answers"), total)
	for _, s := range importer.Confidences() {
		row("  "+t.localizer.Text("import.confidence."+s.String()), r.Answers[s])
	}
	t.AddTable(2, table)
	t.AddLine(2, text.Span{Text: t.localizer.Labelled(t.localizer.Text("import.languages"), strings.Join(r.Languages, " "))})
}

// addFindings adds a section with the findings.
func (t *reportPage) addFindings(key string, list []importer.Finding) {
	t.addSection(key, len(list))
	t.addGroups(list)
}

// addGroups adds a line for each text that was not understood: its places, the feature
// that it would answer, the text, and the kind of text that was expected.
func (t *reportPage) addGroups(list []importer.Finding) {
	for _, g := range groupFindings(list) {
		t.addItem(t.findingLine(g))
	}
}

// findingLine returns the line of a text that was not understood.
func (p *program) findingLine(g findingGroup) string {
	line := p.joinPlaces(g.places)
	if g.Feature != 0 {
		line += "  " + p.localizer.TitleWithService(g.Feature)
	}
	if g.Text != "" {
		line += "  \"" + g.Text + "\""
	}
	if g.Expected != 0 {
		line += "  " + p.localizer.Labelled(p.localizer.Text("import.expected"), p.localizer.Text("import.expected."+g.Expected.String()))
	}
	return line
}

// maxPlaces is the most places of a text that a line of a report names.
const maxPlaces = 4

// joinPlaces names places on pages, the first of many.
func (p *program) joinPlaces(list []string) string {
	if len(list) <= maxPlaces {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:maxPlaces-1], ", ") + " " + p.localizer.Count("import.more_places", len(list)-maxPlaces+1)
}

// findingGroup is the same finding in several places.
type findingGroup struct {
	importer.Finding
	places []string
}

// groupFindings joins findings of the same text, in the order of the first ones. Pages of
// unknown countries are one group: their texts are their names.
func groupFindings(list []importer.Finding) []findingGroup {
	var groups []findingGroup
	index := map[importer.Finding]int{}
	for _, f := range list {
		place := f.File
		if f.Line > 0 {
			place = fmt.Sprintf("%s:%d", f.File, f.Line)
		}
		key := importer.Finding{Feature: f.Feature, Text: f.Text, Expected: f.Expected}
		if f.Expected == importer.ExpectedCountry {
			key.Text = ""
		}
		i, ok := index[key]
		if !ok {
			i = len(groups)
			index[key], groups = i, append(groups, findingGroup{Finding: f})
		} else if f.Expected == importer.ExpectedCountry {
			groups[i].Text = ""
		}
		groups[i].places = append(groups[i].places, place)
	}
	return groups
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

// addByPosition adds the answers that were told, in part, by a place: of a row on its
// page, or of a city in the base's list.
func (t *reportPage) addByPosition(readings []importer.Reading) {
	places, n := map[model.Feature][]string{}, 0
	for _, r := range readings {
		at := fmt.Sprintf("%s:%d", r.File, r.Line)
		if r.Confidence == importer.ByPosition && r.Row == r.Feature.Key() {
			places[r.Feature] = append(places[r.Feature], at)
			n++
		}
	}
	if n == 0 {
		return
	}
	t.addSection("import.by_position", n)
	for _, f := range model.Features() {
		if len(places[f]) > 0 {
			t.addItem(t.localizer.Labelled(t.localizer.TitleWithService(f), t.joinPlaces(places[f])))
		}
	}
}

// addContradictions adds the contradictions of the source, by country: with a base, those
// that it has not.
func (t *reportPage) addContradictions(list []importer.Contradiction) {
	key, args := "import.contradictions", []any{}
	if t.base != nil {
		key, args = "import.contradictions_new", []any{"base", t.base.Info().Date}
		list = slices.DeleteFunc(slices.Clone(list), t.isInBase)
	}
	names.SortByName(list, t.localizer.Lang(), func(c importer.Contradiction) string { return t.countryCode(c.Slug) })
	t.addSection(key, len(list), args...)
	for _, c := range list {
		if country := t.atlas.Country(c.Slug); country != nil {
			t.addItem(t.localizer.Labelled(country.Name(t.localizer.Lang()), t.localizer.Warning(country, c.Warning).Text))
		}
	}
}

// isInBase reports whether the base has the same contradiction.
func (t *reportPage) isInBase(c importer.Contradiction) bool {
	was := t.base.Counterpart(t.atlas.Country(c.Slug))
	if was == nil {
		return false
	}
	for w := range was.Warnings().Values() {
		if w.Same(c.Warning) {
			return true
		}
	}
	return false
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
