package cli

import (
	"context"

	"github.com/go-json-experiment/json"

	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// searchLines prints the hits of every query of the standard input, which has one a
// line. Empty lines are skipped. A query without hits is explained on Err, and the
// next one is read.
func (p *program) searchLines(ctx context.Context, limit int, asJSON bool) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	return p.readLines(ctx, "search", 0, func(query string) error {
		found := p.findHits(e, query, limit)
		if !asJSON {
			p.printHitsOf(query, found)
		} else if err := p.printHitsLine(query, found); err != nil {
			return err
		}
		return p.explainHits(e, query, found)
	})
}

// printHitsOf prints the hits of one query of several: the query as a heading, the
// hits below it.
func (p *program) printHitsOf(query string, found search.Result) {
	p.printLines([]text.Line{{{Text: quotable(query), Style: p.theme().Strong}}})
	for _, l := range p.hitTable(found).Lines() {
		p.printLines([]text.Line{text.Indented(answerIndent, l...)})
	}
}

// queryDocument is the JSON of a query and its hits, on one line.
type queryDocument struct {
	Query    string            `json:"query"`
	Hits     []hitDocument     `json:"hits"`
	Unlisted *unlistedDocument `json:"unlisted,omitzero"`
}

// unlistedDocument is the JSON of a place that Microsoft does not list.
type unlistedDocument struct {
	ISO2  string                `json:"iso2"`
	Names map[model.Lang]string `json:"names"`
}

// printHitsLine prints the hits of one query of several as one line of JSON.
func (p *program) printHitsLine(query string, found search.Result) error {
	d := queryDocument{Query: query, Hits: p.hitDocuments(found)}
	if unlisted := found.Unlisted; unlisted.ISO2 != "" {
		d.Unlisted = &unlistedDocument{unlisted.ISO2, p.translations(func(loc say.Localizer) string { return loc.CountryName(unlisted.ISO2) })}
	}
	b, err := json.Marshal(d, json.Deterministic(true))
	if err != nil {
		return err
	}
	p.print(string(b))
	return nil
}
