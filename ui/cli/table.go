package cli

import (
	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
)

// buildTable makes cmd the command that prints countries down and answers across.
func (p *program) buildTable(cmd *cobra.Command) {
	var s selection
	var o output
	p.describe(cmd, "table [COUNTRY...|-] [--where EXPR] [--only KEYS] [--sort KEY] "+p.outputUsage())
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		s.readFlags(cmd)
		c, err := p.chooseCountries(cmd, args, s)
		if err != nil {
			return err
		}
		switch countries := c.groups.Countries(); {
		case p.opens && len(countries) == 0:
		case p.opens && len(args) > 0:
			return p.openView(cmd.Context(), c.command(commandline.Table, countries))
		case p.opens:
			return p.openView(cmd.Context(), c.command(commandline.Table, nil))
		case o.isJSON():
			err = p.printJSON(p.tableDocuments(c, s))
		case len(countries) == 0:
		case o.isTable():
			err = p.writeTable(&o, p.answersTable(c, s), c.edition.Atlas().Info())
		default:
			p.printTable(c, s)
		}
		if err == nil && s.hasWhere && len(c.groups.Countries()) == 0 {
			return p.nobodyError(cmd, c, args)
		}
		return err
	}
	p.addWhereFlag(cmd, &s.where)
	p.addOnlyFlag(cmd, &s.only)
	cmd.Flags().StringVar(&s.sort, "sort", "name", p.localizer.Text("cli.table.sort"))
	p.addOutputFlags(cmd, &o)
}

// printTable prints a row for each country. With --where, those that meet the
// expression with a condition follow below a heading.
func (p *program) printTable(c chosen, s selection) {
	sheet := rows.NewAnswers(c.groups.Countries(), c.features, rows.CountriesDown).TableSheet(p.localizer, p.options.ascii, s.hasOnly)
	for i := range sheet.Rows {
		if s.hasWhere {
			sheet.Rows[i].Group = p.groupHeading(c.groups, i)
		}
	}
	page := p.newSheetPage()
	page.addSheet(sheet)
	page.AddBlank()
	page.addFoot(c.edition.Atlas().Info(), p.age(c.edition.Date))
	p.printLines(page.Lines)
}

// pageColumns is the most columns of answers that a page has room for, beside the notes,
// in print that one can read.
const pageColumns = 6

// answersTable returns the table with a row for each country. With --where, the verdict
// stands before the answers.
func (p *program) answersTable(c chosen, s selection) export.Table {
	countries := c.groups.Countries()
	answers := rows.NewAnswers(countries, c.features, rows.CountriesDown)
	t := p.newTable("table", c.edition.Atlas().Info())
	if t.Columns, t.Frozen = p.countryColumns(), 2; s.hasWhere {
		t.Columns = append(t.Columns, p.column("verdict"))
	}
	if len(c.features) > pageColumns {
		t.Pages = 2
	}
	var columns []string
	for _, f := range c.features {
		columns = append(columns, p.localizer.FeatureLabel(f))
	}
	return p.sheetTable(t, answers.TableSheet(p.localizer, false, s.hasOnly), newNoteNames(answers, columns), func(i int) []export.Cell {
		cells := p.countryCells(countries[i])
		if s.hasWhere {
			cells = append(cells, p.verdictCell(verdictOf(c.groups, i)))
		}
		return cells
	})
}

// groupHeading returns the heading of the group that row i of the countries which meet
// an expression belongs to.
func (p *program) groupHeading(groups rows.Groups, i int) string {
	verdict := verdictOf(groups, i)
	return p.localizer.Text("verdict."+verdict.String(), "count", assets.Number(len(groups.Of(verdict))))
}

// verdictOf returns the verdict on country i of those that meet an expression.
func verdictOf(groups rows.Groups, i int) query.Verdict {
	if i < len(groups.Meets) {
		return query.Meets
	}
	return query.Conditional
}

// tableDocument is the JSON of a country in a table.
type tableDocument struct {
	listDocument
	Edition string                           `json:"edition"`
	Verdict string                           `json:"verdict,omitzero"` // with --where
	Reasons []reasonDocument                 `json:"reasons,omitzero"` // with --where
	Answers map[model.Feature]answerDocument `json:"answers"`
}

func (p *program) tableDocuments(c chosen, s selection) []tableDocument {
	docs := []tableDocument{}
	countries := c.groups.Countries()
	answers := rows.NewAnswers(countries, c.features, rows.CountriesDown)
	for i, j := range append(c.groups.Meets[:len(c.groups.Meets):len(c.groups.Meets)], c.groups.Conditional...) {
		d := tableDocument{listDocument: p.listDocuments(countries[i : i+1])[0], Edition: c.edition.Date, Answers: map[model.Feature]answerDocument{}}
		if s.hasWhere {
			d.Verdict, d.Reasons = j.Result.Verdict.String(), p.reasonDocuments(j)
		}
		for k, f := range c.features {
			d.Answers[f] = p.answerDocument(answers, answers.Cell(i, k))
		}
		docs = append(docs, d)
	}
	return docs
}
