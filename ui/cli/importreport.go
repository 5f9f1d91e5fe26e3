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

// told is the report of an import in lines: how much was read and how surely,
// what was not understood, what the source says against itself, and what differs
// from the base.
func (p *program) told(r *importer.Report, a, base *model.Atlas) []text.Line {
	width := math.MaxInt
	if p.env.Width > 0 {
		width = p.width()
	}
	t := &telling{Page: text.Page{Width: width}, program: p, atlas: a, base: base}
	t.heading(p.localizer.Text("import.head", "date", a.Edition().Date))
	t.counts(r)
	unread, absent := parted(r.Findings)
	t.findings("import.unread", unread)
	t.absent(absent, r.Absent)
	t.findings("import.new_cities", r.Cities)
	t.contradictions(r.Contradictions)
	if base != nil {
		t.differences(model.Diff(base, a))
	}
	return t.Lines
}

// telling gathers the lines of a report, wrapped where it goes to a terminal and
// whole where it goes to a file.
type telling struct {
	text.Page
	*program
	atlas, base *model.Atlas
}

func (t *telling) heading(s string) { t.AddLine(0, text.Span{Text: s}) }

// item adds a line below a heading.
func (t *telling) item(s string) { t.AddHanging(2, s, text.Style{}) }

// section adds a heading that counts what follows it.
func (t *telling) section(key string, n int) {
	t.AddBlank()
	t.heading(t.localizer.Count(key, n))
}

func (t *telling) counts(r *importer.Report) {
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
		row("  "+t.localizer.Text("import.sure."+s.Key()), r.Answers[s])
	}
	t.AddTable(2, table)
	t.AddLine(2, text.Span{Text: t.localizer.Labelled(t.localizer.Text("import.languages"), strings.Join(r.Languages, " "))})
}

// findings adds a line per text: where it stands, what it would answer, the text
// and what was expected there.
func (t *telling) findings(key string, list []importer.Finding) {
	t.section(key, len(list))
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
			line += "  " + t.localizer.Labelled(t.localizer.Text("import.expected"), t.localizer.Text("import.want."+f.Expected.Key()))
		}
		t.item(line)
	}
}

// rank is the place of a country in the order of the language.
func (t *telling) rank(slug string) int {
	c := t.atlas.Country(slug)
	if c == nil {
		return 0
	}
	e, _ := names.Of(c.ISO2())
	return e.Rank(t.localizer.Lang())
}

// parted takes the findings that a file is not there from those about its lines.
func parted(list []importer.Finding) (unread, absent []importer.Finding) {
	for _, f := range list {
		if whole := f.Line == 0 && f.Text == ""; whole && (f.Expected == importer.ExpectedIndex || f.Expected == importer.ExpectedList) {
			absent = append(absent, f)
		} else {
			unread = append(unread, f)
		}
	}
	return unread, absent
}

// absent lists the pages that are missing: those that every folder has, and those
// of countries that the index names.
func (t *telling) absent(files []importer.Finding, slugs []string) {
	t.section("import.absent", len(files)+len(slugs))
	for _, f := range files {
		t.item(t.localizer.WithRemark(f.File, t.localizer.Text("import.want."+f.Expected.Key())))
	}
	for _, s := range slugs {
		t.item(s)
	}
}

func (t *telling) contradictions(list []importer.Contradiction) {
	slices.SortStableFunc(list, func(a, b importer.Contradiction) int { return t.rank(a.Slug) - t.rank(b.Slug) })
	t.section("import.contradictions", len(list))
	for _, c := range list {
		if country := t.atlas.Country(c.Slug); country != nil {
			t.item(t.localizer.Labelled(country.Name(t.localizer.Lang()), t.localizer.Warning(country, c.Warning).Text))
		}
	}
}

// differences names what changed since the base, as the command changes counts it.
func (t *telling) differences(changes []model.Change) {
	list := t.localizer.ByCountry(changes)
	t.AddBlank()
	t.heading(t.localizer.Count("import.differences", len(list), "base", t.base.Edition().Date))
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
		t.item(t.localizer.Labelled(k.Country.Name(t.localizer.Lang()), t.localizer.JoinList(what)))
	}
}
