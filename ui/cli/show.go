package cli

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
)

// showOptions holds the flags of the command.
type showOptions struct {
	all     bool
	brief   bool // a line for each answer
	only    string
	noLinks bool // leave out the addresses

	output   output
	features []model.Feature // that only names; all without it
}

// buildShow makes cmd the command that shows all facts about countries.
func (p *program) buildShow(cmd *cobra.Command) {
	var o showOptions
	p.describe(cmd, "show COUNTRY...|- [--brief] [--only KEYS] [--no-links] "+p.outputUsage(), "show --all [--brief] [--only KEYS] [--no-links] "+p.outputUsage())
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := p.checkShow(cmd, &o, args); err != nil {
			return err
		}
		a, countries, err := p.namedCountries(cmd, args)
		switch {
		case err != nil:
			return err
		case p.opens && len(countries) > 1:
			return p.userError(codeMisuse, "error.open.one")
		case p.opens:
			return p.openView(cmd.Context(), commandline.Command{Name: commandline.Show, Countries: countries})
		case o.output.isJSON():
			return p.showJSON(countries, a.Info(), o.features)
		case len(countries) == 0:
		case o.output.isTable():
			return p.writeTable(&o.output, p.showTable(countries, o, a.Info()), a.Info())
		case o.brief:
			p.printBriefly(countries, a.Info(), o.features)
		default:
			p.printCountries(countries, a.Info(), o)
		}
		return nil
	}
	cmd.Flags().BoolVar(&o.all, "all", false, p.localizer.Text("cli.show.all"))
	cmd.Flags().BoolVar(&o.brief, "brief", false, p.localizer.Text("cli.show.brief"))
	p.addOnlyFlag(cmd, &o.only)
	cmd.Flags().BoolVar(&o.noLinks, "no-links", false, p.localizer.Text("cli.show.no_links"))
	p.addOutputFlags(cmd, &o.output)
}

// checkShow refuses options and arguments that do not go together, and reads the keys
// of --only.
func (p *program) checkShow(cmd *cobra.Command, o *showOptions, args []string) (err error) {
	switch {
	case o.all && len(args) > 0:
		return p.userError(codeMisuse, "error.show.all_and_country")
	case !o.all && len(args) == 0:
		return p.userError(codeMisuse, "error.show.nothing")
	case o.output.isJSON() && o.brief:
		return p.userError(codeMisuse, "error.show.text_only", "flag", "--brief")
	case o.output.isJSON() && o.noLinks:
		return p.userError(codeMisuse, "error.show.text_only", "flag", "--no-links")
	}
	o.features, err = p.featuresOf(cmd, o.only)
	return err
}

// showJSON prints the documents of countries, with texts in every language. Of the
// answers, warnings and later notes they have those about some features.
func (p *program) showJSON(countries []*model.Country, e model.EditionInfo, features []model.Feature) error {
	docs := make([]data.Country, 0, len(countries))
	for _, c := range countries {
		doc := p.countryDocument(c, e)
		if len(features) < model.NumFeatures {
			keepFeatures(&doc, c, features)
		}
		docs = append(docs, doc)
	}
	return p.printJSON(docs)
}

// keepFeatures leaves out of the document of c all that is about other features.
func keepFeatures(doc *data.Country, c *model.Country, features []model.Feature) {
	maps.DeleteFunc(doc.Answers, func(f model.Feature, _ data.Answer) bool { return !slices.Contains(features, f) })
	var warnings []data.Warning
	for i, w := range c.Warnings().All() {
		if slices.ContainsFunc(features, w.Concerns) {
			warnings = append(warnings, doc.Warnings[i])
		}
	}
	var later []data.LaterNote
	for i, n := range c.Later().All() {
		if slices.ContainsFunc(features, n.Concerns) {
			later = append(later, doc.Later[i])
		}
	}
	doc.Warnings, doc.Later = warnings, later
}

// countryDocument returns the document of c, with texts in every language.
func (p *program) countryDocument(c *model.Country, e model.EditionInfo) data.Country {
	doc := data.CountryOf(c, e.Date)
	doc.Names, doc.Page.URL, doc.Page.Date = p.names(c), assets.CurrentURL(doc.Page.URL), c.PageDate()
	for f, answer := range doc.Answers {
		a := c.Answer(f)
		for i, k := range a.Conditions.All() {
			answer.Conditions[i].Text = p.translations(func(loc say.Localizer) string { return loc.Condition(k).Text })
		}
		for i, s := range a.Next.All() {
			answer.Next[i].Text = p.translations(func(loc say.Localizer) string { return loc.StepText(s).Text })
		}
	}
	for i, w := range c.Warnings().All() {
		doc.Warnings[i].Text = p.translations(func(loc say.Localizer) string { return loc.Warning(c, w).Text })
	}
	for i, n := range c.Later().All() {
		doc.Later[i].Text = p.translations(func(loc say.Localizer) string { return n.Text.In(loc.Lang()) })
	}
	return doc
}
