package cli

import (
	"fmt"
	"strings"

	"voxatlas/data/docs"
	"voxatlas/model"
)

// told is the report of an import in lines: how much was read and how surely,
// what was not understood, what the source says against itself, and what differs
// from the base.
func (p *program) told(r *docs.Report, a, base *model.Atlas) []string {
	t := &telling{program: p, atlas: a, base: base}
	t.add(p.voice.Text("import.head", "date", a.Edition().Date))
	t.counts(r)
	t.findings("import.unread", r.Findings)
	t.slugs("import.absent", r.Absent)
	t.findings("import.new_cities", r.Cities)
	t.contradictions(r.Contradictions)
	if base != nil {
		t.differences(r.Differences)
	}
	return t.lines
}

// telling gathers the lines of a report.
type telling struct {
	*program
	atlas, base *model.Atlas
	lines       []string
}

func (t *telling) add(lines ...string) { t.lines = append(t.lines, lines...) }

// item adds a line below a heading, wrapped where it goes to a terminal and whole
// where it goes to a file.
func (t *telling) item(s string) {
	if t.env.Width <= 0 {
		t.add("  " + s)
		return
	}
	g := t.page()
	g.hang(2, s, nil)
	t.add(g.lines...)
}

// section adds a heading that counts what follows it.
func (t *telling) section(key string, n int) { t.add("", t.voice.Count(key, n)) }

func (t *telling) counts(r *docs.Report) {
	total := 0
	for _, n := range r.Answers {
		total += n
	}
	rows := [][]string{
		{"  " + t.voice.Text("import.pages"), fmt.Sprint(r.Pages)},
		{"  " + t.voice.Text("import.bilingual"), fmt.Sprint(r.Bilingual)},
		{"  " + t.voice.Text("import.rows"), fmt.Sprint(r.Rows)},
		{"  " + t.voice.Text("import.answers"), fmt.Sprint(total)},
	}
	for _, s := range docs.Surenesses() {
		rows = append(rows, []string{"    " + t.voice.Text("import.sure."+s.Key()), fmt.Sprint(r.Answers[s])})
	}
	t.add(columns(rows, 1)...)
	t.add("  " + t.voice.Labelled(t.voice.Text("import.languages"), strings.Join(r.Languages, " ")))
}

// findings adds a line per text: where it stands, what it would answer, the text
// and what was expected there.
func (t *telling) findings(key string, list []docs.Finding) {
	t.section(key, len(list))
	for _, f := range list {
		where := f.File
		if f.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, f.Line)
		}
		line := where
		if f.Feature != 0 {
			line += "  " + t.feature(f.Feature)
		}
		if f.Text != "" {
			line += "  \"" + f.Text + "\""
		}
		if f.Want != 0 {
			line += "  " + t.voice.Labelled(t.voice.Text("import.expected"), t.voice.Text("import.want."+f.Want.Key()))
		}
		t.item(line)
	}
}

// feature names a feature with its service.
func (t *telling) feature(f model.Feature) string {
	return t.voice.Aside(t.voice.Feature(f), t.voice.Service(f.Service()))
}

func (t *telling) slugs(key string, slugs []string) {
	t.section(key, len(slugs))
	for _, s := range slugs {
		t.item(s)
	}
}

func (t *telling) contradictions(list []docs.Contradiction) {
	t.section("import.contradictions", len(list))
	for _, c := range list {
		if country := t.atlas.Country(c.Slug); country != nil {
			t.item(t.voice.Labelled(country.Name(t.voice.Lang()), t.voice.Warning(country, c.Warning).Text))
		}
	}
}

func (t *telling) differences(list []docs.Difference) {
	t.add("", t.voice.Count("import.differences", len(list), "base", t.base.Edition().Date))
	for _, d := range list {
		var what string
		switch {
		case d.New:
			what = t.voice.Text("import.country_new")
		case d.Gone:
			what = t.voice.Text("import.country_gone")
		default:
			var names []string
			for _, f := range d.Features {
				names = append(names, t.feature(f))
			}
			what = t.voice.List(names)
		}
		t.item(t.voice.Labelled(d.Slug, what))
	}
}
