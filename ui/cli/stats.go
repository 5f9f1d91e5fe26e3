package cli

import (
	"github.com/spf13/cobra"

	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// buildStats makes cmd the command that counts the states of the answers.
func (p *program) buildStats(cmd *cobra.Command) {
	var s selection
	var o output
	p.describe(cmd, "stats [--where EXPR] "+p.outputUsage())
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		s.readFlags(cmd)
		c, err := p.chooseCountries(cmd, nil, s)
		if err != nil {
			return err
		}
		stats := rows.NewStats(c.groups.Countries(), c.features)
		switch {
		case o.isJSON():
			err = p.printJSON(p.statsDocuments(stats, c.edition.Date))
		case stats.Total == 0:
		case o.isTable():
			err = p.writeTable(&o, p.statsTable(stats, c.edition.Atlas().Info()), c.edition.Atlas().Info())
		default:
			p.printStats(stats, c, s)
		}
		if err == nil && stats.Total == 0 {
			return p.nobodyError(cmd, c, nil)
		}
		return err
	}
	p.addWhereFlag(cmd, &s.where)
	p.addOutputFlags(cmd, &o)
}

// printStats prints how many countries have each state, by feature.
func (p *program) printStats(stats rows.Stats, c chosen, s selection) {
	page := p.newSheetPage()
	heading := p.localizer.Count("cli.stats.countries", stats.Total)
	if s.hasWhere {
		heading = p.localizer.Count("cli.stats.met", stats.Total, "expr", quotable(c.expr.String()), "conditional", len(c.groups.Conditional))
	}
	page.AddText(0, heading, page.theme.Strong)
	page.addSheet(stats.Sheet(p.localizer, p.options.ascii))
	page.AddBlank()
	page.addFoot(c.edition.Atlas().Info(), p.age(c.edition.Date))
	p.printLines(page.Lines)
}

// statsTable returns the table with a row for each feature.
func (p *program) statsTable(stats rows.Stats, info model.EditionInfo) export.Table {
	t := p.newTable("stats", info)
	t.Columns, t.Frozen = []export.Column{p.column("feature")}, 1
	sheet := stats.Sheet(p.localizer, false)
	for i, state := range stats.States {
		sheet.Heads[i].Title = p.localizer.State(state)
	}
	return p.sheetTable(t, sheet, nil, func(i int) []export.Cell { return []export.Cell{featureCell(sheet.Rows[i])} })
}

// statsDocument is the JSON of the states of a feature. The counts add up to Total.
type statsDocument struct {
	featureDocument
	Edition string          `json:"edition"`
	Total   int             `json:"total"`
	States  []stateDocument `json:"states"` // those that occur
}

// stateDocument is the JSON of the number of countries with a state.
type stateDocument struct {
	State model.State           `json:"state"`
	Text  map[model.Lang]string `json:"text"`
	Count int                   `json:"count"`
}

func (p *program) statsDocuments(stats rows.Stats, edition string) []statsDocument {
	docs := []statsDocument{}
	for _, f := range stats.Features {
		d := statsDocument{p.featureDocument(f), edition, stats.Total, []stateDocument{}}
		for _, state := range stats.States {
			if n := stats.Count(f, state); n > 0 {
				d.States = append(d.States, stateDocument{state, p.translations(func(loc say.Localizer) string { return loc.StateOf(f, state) }), n})
			}
		}
		docs = append(docs, d)
	}
	return docs
}
