package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// buildCompare makes cmd the command that prints answers down and countries across.
func (p *program) buildCompare(cmd *cobra.Command) {
	var s selection
	var diff bool
	var o output
	p.describe(cmd, "compare COUNTRY COUNTRY...|- [--diff] [--only KEYS] "+p.outputUsage())
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) < 2 && !slices.Contains(args, "-") {
			return p.userError(codeMisuse, "error.compare.few")
		}
		s.readFlags(cmd)
		c, err := p.chooseCountries(cmd, args, s)
		if err != nil {
			return err
		}
		if p.opens {
			view := c.command(commandline.Compare, c.groups.Countries())
			view.Diff = diff
			return p.openView(cmd.Context(), view)
		}
		equal := 0 // features that are left out
		if diff {
			all := rows.NewAnswers(c.groups.Countries(), c.features, rows.FeaturesDown)
			c.features = all.Unequal()
			equal = len(all.Features) - len(c.features)
		}
		answers := rows.NewAnswers(c.groups.Countries(), c.features, rows.FeaturesDown)
		info := c.edition.Atlas().Info()
		switch {
		case o.isJSON():
			return p.printJSON(p.compareDocuments(answers, c.edition.Date))
		case len(answers.Countries) == 0:
		case o.isTable():
			return p.writeTable(&o, p.comparisonTable(answers, equal, info), info)
		default:
			p.printComparison(answers, equal, info)
		}
		return nil
	}
	cmd.Flags().BoolVar(&diff, "diff", false, p.localizer.Text("cli.compare.diff"))
	p.addOnlyFlag(cmd, &s.only)
	p.addOutputFlags(cmd, &o)
}

// printComparison prints a row for each feature, and marks those to which the countries
// have different answers. equal is the number of features that are left out.
func (p *program) printComparison(answers *rows.Answers, equal int, info model.EditionInfo) {
	page := p.newSheetPage()
	sheet := answers.ComparisonSheet(p.localizer, p.options.ascii)
	page.addSheet(sheet, p.differsLegend(sheet)...)
	if equal > 0 {
		if len(sheet.Rows) > 0 {
			page.AddBlank()
		}
		page.AddText(0, p.localizer.Count("cli.compare.equal", equal), page.theme.Text)
	}
	page.AddBlank()
	page.addFoot(info, p.age(info.Date))
	p.printLines(page.Lines)
}

// comparisonTable returns the table with a row for each feature.
func (p *program) comparisonTable(answers *rows.Answers, equal int, info model.EditionInfo) export.Table {
	t := p.newTable("compare", info)
	t.Columns, t.Frozen = []export.Column{p.column("feature"), p.column("compared")}, 1
	if equal > 0 {
		t.Summary = []string{p.localizer.Count("cli.compare.equal", equal)}
	}
	sheet := answers.ComparisonSheet(p.localizer, false)
	var columns []string
	for _, h := range sheet.Heads {
		columns = append(columns, h.Title)
	}
	return p.sheetTable(t, sheet, newNoteNames(answers, columns), func(i int) []export.Cell {
		return []export.Cell{featureCell(sheet.Rows[i]), p.comparedCell(sheet.Rows[i])}
	})
}

// comparedCell tells whether the answers of a row are equal.
func (p *program) comparedCell(row rows.Row) export.Cell {
	key := "equal"
	switch {
	case row.Differs:
		key = "differs"
	case row.Unread:
		return export.Cell{Text: p.localizer.State(model.Unread), Key: model.Unread.String()}
	}
	return export.Cell{Text: p.localizer.Text("export.compared." + key), Key: key}
}

// differsLegend explains the mark of rows that differ, if there are any.
func (p *program) differsLegend(sheet rows.Sheet) []string {
	if !slices.ContainsFunc(sheet.Rows, func(row rows.Row) bool { return row.Differs }) {
		return nil
	}
	return []string{differsMark + " " + p.localizer.Text("cli.compare.differs")}
}

// compareDocument is the JSON of a feature in a comparison.
type compareDocument struct {
	featureDocument
	Edition string             `json:"edition"`
	Differs bool               `json:"differs"`
	Answers []comparedDocument `json:"answers"` // in the order of the arguments
}

// featureDocument is the JSON of a feature.
type featureDocument struct {
	Key   string                `json:"key"`
	Short string                `json:"short"`
	Names map[model.Lang]string `json:"names"`
}

// comparedDocument is the JSON of the answer of a country.
type comparedDocument struct {
	listDocument
	answerDocument
}

func (p *program) compareDocuments(answers *rows.Answers, edition string) []compareDocument {
	docs := []compareDocument{}
	differing := answers.Differing()
	for j, f := range answers.Features {
		d := compareDocument{p.featureDocument(f), edition, slices.Contains(differing, f), []comparedDocument{}}
		for i := range answers.Countries {
			d.Answers = append(d.Answers, comparedDocument{p.listDocuments(answers.Countries[i : i+1])[0], p.answerDocument(answers, answers.Cell(i, j))})
		}
		docs = append(docs, d)
	}
	return docs
}

func (p *program) featureDocument(f model.Feature) featureDocument {
	names := p.translations(func(loc say.Localizer) string { return loc.ShortTitle(model.Topic{Feature: f}) })
	return featureDocument{f.Key(), f.Short(), names}
}

// answerDocument is the JSON of an answer in a table or comparison: its state, in words
// with the fact that completes it, and its notes.
type answerDocument struct {
	State         model.State           `json:"state"`
	Unread        string                `json:"unread,omitzero"` // the text that could not be read
	Text          map[model.Lang]string `json:"text"`
	Partner       string                `json:"partner,omitzero"`
	Minutes       int                   `json:"minutes,omitzero"` // domestic ones of the largest plan
	Destinations  int                   `json:"destinations,omitzero"`
	Cities        int                   `json:"cities,omitzero"`
	NonGeographic bool                  `json:"non_geographic,omitzero"`
	Notes         []noteDocument        `json:"notes,omitzero"`
}

// noteDocument is the JSON of a condition, a warning, or a later note.
type noteDocument struct {
	Key  string                `json:"key"`
	Text map[model.Lang]string `json:"text"`
	URL  string                `json:"url,omitzero"` // of a later note
}

func (p *program) answerDocument(answers *rows.Answers, cell rows.Cell) answerDocument {
	detail := cell.Detail()
	answer := cell.Country.Answer(cell.Feature)
	d := answerDocument{
		State: answer.State, Unread: answer.Unread, Text: p.translations(cell.Words),
		Partner: detail.Partner, Minutes: detail.Minutes, Destinations: detail.Destinations, Cities: detail.Cities, NonGeographic: detail.NonGeographic,
	}
	for _, n := range cell.Notes {
		note := answers.Notes()[n-1]
		d.Notes = append(d.Notes, noteDocument{note.Key(), p.translations(func(loc say.Localizer) string { return note.In(loc).Text }), note.Later.URL})
	}
	return d
}
