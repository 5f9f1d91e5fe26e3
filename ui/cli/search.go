package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// buildSearch makes cmd the command that ranks countries by a query.
func (p *program) buildSearch(cmd *cobra.Command) {
	var limit int
	var o output
	p.describe(cmd, "search QUERY...|- [-n N] [--json]")
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		query := strings.Join(args, " ")
		switch {
		case strings.TrimSpace(query) == "":
			return p.userError(codeMisuse, "error.search.nothing")
		case limit < 0:
			return p.userError(codeMisuse, "error.search.limit")
		case query == "-":
			return p.searchLines(cmd.Context(), limit, o.isJSON())
		}
		return p.printHits(query, limit, o.isJSON())
	}
	cmd.Flags().IntVarP(&limit, "limit", "n", 10, p.localizer.Text("cli.search.limit"))
	p.addFormatFlags(cmd, &o, formatText, formatJSON)
}

// printHits prints the hits of a query, or proposals if there are none.
func (p *program) printHits(query string, limit int, asJSON bool) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	found := p.findHits(e, query, limit)
	if asJSON {
		err = p.printJSON(p.hitDocuments(found))
	} else {
		p.printLines(p.hitTable(found).Lines())
	}
	if err != nil {
		return err
	}
	return p.explainHits(e, query, found)
}

// findHits returns the result of a query with at most limit hits, or all for 0.
func (p *program) findHits(e *library.Edition, query string, limit int) search.Result {
	found := e.Index().Query(query, p.localizer.Lang())
	if limit > 0 {
		found.Hits = found.Hits[:min(limit, len(found.Hits))]
	}
	return found
}

// explainHits says on Err that the query means a place which is not listed. It returns an
// error if the query certainly does, so that no program takes one of the hits, and the
// error of a name that is no country if there are no hits.
func (p *program) explainHits(e *library.Edition, query string, found search.Result) error {
	switch {
	case len(found.Hits) == 0:
		return p.noCountryError(e, query)
	case found.Unambiguous:
		return p.userError(codeNothing, "error.country.unlisted", p.unlistedArgs(e, query, found.Unlisted)...)
	case found.Unlisted.ISO2 != "":
		p.notice("error.country.unlisted", p.unlistedArgs(e, query, found.Unlisted)...)
	}
	return nil
}

// hitDocument is the JSON of a hit.
type hitDocument struct {
	Slug    string                `json:"slug"`
	ISO2    string                `json:"iso2"`
	Names   map[model.Lang]string `json:"names"`
	Matched string                `json:"matched"`
	Lang    model.Lang            `json:"lang,omitzero"` // of matched; none for a code
	Why     search.Reason         `json:"why"`
	Weak    bool                  `json:"weak"` // see [search.Result.IsWeak]
}

func (p *program) hitDocuments(found search.Result) []hitDocument {
	docs := make([]hitDocument, 0, len(found.Hits))
	for _, h := range found.Hits {
		c := h.Country
		docs = append(docs, hitDocument{c.Slug(), c.ISO2(), p.names(c), h.Name, h.Lang, h.Reason, found.IsWeak(h)})
	}
	return docs
}

// hitTable returns a row for each hit. The reason of a guess has the name
// that it matched.
func (p *program) hitTable(found search.Result) *text.Table {
	var table text.Table
	theme := p.theme()
	for _, h := range found.Hits {
		reason := p.localizer.MatchReason(h.Reason.String(), h.LangToShow())
		if !p.isInRow(h) {
			reason = p.localizer.Labelled(reason, h.Name)
		}
		style := theme.Text
		if found.IsWeak(h) {
			style = theme.Dim
		}
		table.AddRow(style, append(p.countryRow(h.Country), reason)...)
	}
	return &table
}

// isInRow reports whether the row of a hit shows the matched name anyway.
func (p *program) isInRow(h search.Hit) bool { return slices.Contains(p.countryRow(h.Country), h.Name) }
