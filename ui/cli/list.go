package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/text"
)

// buildList makes cmd the command that lists the countries.
func (p *program) buildList(cmd *cobra.Command) {
	var asJSON bool
	var w where
	p.describe(cmd, "list [--json]", "list --where EXPR [--no-conditions] [--failing] [--json]")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("where") {
			return p.listWhere(cmd.Context(), w, asJSON)
		}
		for _, flag := range []string{"no-conditions", "failing"} {
			if cmd.Flags().Changed(flag) {
				return p.userError(codeMisuse, "error.where.alone", "flag", "--"+flag)
			}
		}
		if p.opens {
			return p.openView(cmd.Context(), commandline.Command{Name: commandline.List})
		}
		a, err := p.atlas()
		if err != nil {
			return err
		}
		countries := slices.Collect(a.Countries())
		if asJSON {
			return p.printJSON(p.listDocuments(countries))
		}
		names.SortByName(countries, p.localizer.Lang(), (*model.Country).ISO2)
		var table text.Table
		for _, c := range countries {
			table.AddRow(text.Style{}, p.countryRow(c)...)
		}
		p.printLines(table.Lines())
		return nil
	}
	p.addWhereFlags(cmd, &w)
	p.addFormatFlags(cmd, &asJSON)
}

// countryRow returns the table cells that identify a country: code, names,
// slug.
func (p *program) countryRow(c *model.Country) []string {
	row := []string{c.ISO2(), c.Name(p.localizer.Lang())}
	for _, loc := range p.otherLocalizers() {
		row = append(row, c.Name(loc.Lang()))
	}
	return append(row, c.Slug())
}

// listDocument is the JSON of a country in a list.
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
