package cli

import (
	"cmp"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// listCommand names the countries.
func (p *program) listCommand() *cobra.Command {
	var asJSON bool
	cmd := p.newCommand("list", "list [--json]")
	cmd.Args = p.noArgs
	cmd.RunE = func(*cobra.Command, []string) error {
		a, err := p.atlas()
		if err != nil {
			return err
		}
		countries := slices.Collect(a.Countries())
		if asJSON {
			return p.printJSON(p.listDocuments(countries))
		}
		p.sortByName(countries)
		var table text.Table
		for _, c := range countries {
			table.AddRow(text.Style{}, p.countryRow(c)...)
		}
		p.printLines(table.Lines())
		return nil
	}
	p.addJSONFlag(cmd, &asJSON)
	return cmd
}

// sortByName puts countries in the order of a dictionary of the user's language.
func (p *program) sortByName(countries []*model.Country) {
	ranks := make(map[string]int, len(countries))
	for _, c := range countries {
		e, _ := names.Of(c.ISO2())
		ranks[c.ISO2()] = e.Rank(p.localizer.Lang())
	}
	slices.SortStableFunc(countries, func(a, b *model.Country) int {
		return cmp.Compare(ranks[a.ISO2()], ranks[b.ISO2()])
	})
}

// countryRow is what tells countries apart: code, names, and what to type.
func (p *program) countryRow(c *model.Country) []string {
	row := []string{c.ISO2(), c.Name(p.localizer.Lang())}
	for _, loc := range p.otherLocalizers() {
		row = append(row, c.Name(loc.Lang()))
	}
	return append(row, c.Slug())
}

// listDocument is a country in a list, as scripts get it.
type listDocument struct {
	Slug  string                `json:"slug"`
	ISO2  string                `json:"iso2"`
	Names map[model.Lang]string `json:"names"`
}

func (p *program) listDocuments(countries []*model.Country) []listDocument {
	docs := make([]listDocument, 0, len(countries))
	for _, c := range countries {
		docs = append(docs, listDocument{c.Slug(), c.ISO2(), p.names(c)})
	}
	return docs
}
