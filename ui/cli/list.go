package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/export"
	"voxatlas/ui/text"
)

// buildList makes cmd the command that lists the countries.
func (p *program) buildList(cmd *cobra.Command) {
	var o output
	var w where
	p.describe(cmd, "list "+p.outputUsage(), "list --where EXPR [--no-conditions] [--failing] "+p.outputUsage())
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("where") {
			return p.listWhere(cmd.Context(), w, &o)
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
		if o.isJSON() {
			return p.printJSON(p.listDocuments(countries))
		}
		names.SortByName(countries, p.localizer.Lang(), (*model.Country).ISO2)
		if o.isTable() {
			return p.writeTable(&o, p.listTable(countries, a.Info()), a.Info())
		}
		var table text.Table
		for _, c := range countries {
			table.AddRow(text.Style{}, p.countryRow(c)...)
		}
		p.printLines(table.Lines())
		return nil
	}
	p.addWhereFlags(cmd, &w)
	p.addOutputFlags(cmd, &o)
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

// listTable returns the table with a row for each country, with its names in the
// languages that are shown beside the user's.
func (p *program) listTable(countries []*model.Country, info model.EditionInfo) export.Table {
	t := p.newTable("list", info)
	t.Columns, t.Frozen = p.countryColumns(), 2
	for _, loc := range p.otherLocalizers() {
		t.Columns = append(t.Columns, export.Column{Title: p.localizer.Text("export.column.name_in", "lang", string(loc.Lang())), Key: "name." + string(loc.Lang())})
	}
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, c := range countries {
			cells := p.countryCells(c)
			for _, loc := range p.otherLocalizers() {
				cells = append(cells, export.Cell{Text: c.Name(loc.Lang())})
			}
			if !yield(cells) {
				return
			}
		}
	}
	return t
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
