package cli

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// importDocument is the report of an import as JSON.
type importDocument struct {
	Schema  string `json:"schema"`
	Edition string `json:"edition"`
	Base    string `json:"base,omitzero"`
	Written bool   `json:"written"`

	Pages     int            `json:"pages"`
	Bilingual int            `json:"bilingual"`
	Undated   int            `json:"undated"`
	Rows      int            `json:"rows"`
	Languages []string       `json:"languages"`
	Answers   map[string]int `json:"answers"` // by confidence

	NotUnderstood  []findingDocument       `json:"not_understood"`
	Missing        []string                `json:"missing"` // files, and slugs of countries
	NewCities      []findingDocument       `json:"new_cities"`
	ByPosition     []readingDocument       `json:"by_position"`
	Contradictions []contradictionDocument `json:"contradictions"`
	Differences    []changeDocument        `json:"differences,omitempty"`
}

// findingDocument is a text that was not understood.
type findingDocument struct {
	File     string         `json:"file"`
	Line     int            `json:"line,omitzero"`
	Feature  *model.Feature `json:"feature,omitzero"`
	Text     string         `json:"text"`
	Expected string         `json:"expected,omitzero"`
}

// readingDocument is an answer, and the cell that gave it.
type readingDocument struct {
	File    string        `json:"file"`
	Line    int           `json:"line"`
	Feature model.Feature `json:"feature"`
	State   model.State   `json:"state"`
	Text    string        `json:"text"`
}

// contradictionDocument is a contradiction on a country's page.
type contradictionDocument struct {
	Slug string    `json:"slug"`
	Key  string    `json:"key"`
	Args data.Args `json:"args,omitempty"`
	Base bool      `json:"in_base,omitzero"` // the base has it, too
}

// writeReport writes the report as JSON, if its file is named.
func (p *program) writeReport(job importJob, r *importResult, written bool) error {
	if job.report == "" {
		return nil
	}
	b, err := json.Marshal(p.importDocument(r, written), jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return err
	}
	if err := data.Replace(job.report, append(b, '\n')); err != nil {
		return p.targetError("--report", job.report, err)
	}
	return nil
}

// importDocument makes the document of a report.
func (p *program) importDocument(i *importResult, written bool) importDocument {
	r := i.report
	doc := importDocument{
		Schema: "voxatlas.import/1", Edition: i.atlas.Info().Date, Written: written,
		Pages: r.Pages, Bilingual: r.Bilingual, Undated: r.Undated, Rows: r.Rows, Languages: r.Languages, Answers: map[string]int{},
		Missing: r.Absent, NewCities: findingDocuments(r.Cities),
	}
	for _, c := range importer.Confidences() {
		doc.Answers[c.String()] = r.Answers[c]
	}
	unread, absent := splitMissing(r.Findings)
	doc.NotUnderstood = findingDocuments(unread)
	for _, f := range absent {
		doc.Missing = append(doc.Missing, f.File)
	}
	for _, reading := range r.Readings {
		if reading.Confidence == importer.ByPosition {
			doc.ByPosition = append(doc.ByPosition, readingDocument{reading.File, reading.Line, reading.Feature, reading.State, reading.Text})
		}
	}
	t := p.newReportPage(i.atlas, i.base)
	for _, c := range r.Contradictions {
		doc.Contradictions = append(doc.Contradictions, contradictionDocument{c.Slug, c.Warning.Key, c.Warning.Args.Slice(), i.base != nil && t.isInBase(c)})
	}
	if i.base != nil {
		doc.Base, doc.Differences = i.base.Info().Date, changeDocuments(model.Diff(i.base, i.atlas))
	}
	return doc
}

// findingDocuments makes the documents of findings.
func findingDocuments(list []importer.Finding) []findingDocument {
	docs := []findingDocument{}
	for _, f := range list {
		doc := findingDocument{File: f.File, Line: f.Line, Text: f.Text, Expected: f.Expected.String()}
		if f.Feature != 0 {
			doc.Feature = &f.Feature
		}
		docs = append(docs, doc)
	}
	return docs
}
