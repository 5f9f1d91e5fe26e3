package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// buildShow makes cmd the command that shows all facts about countries.
func (p *program) buildShow(cmd *cobra.Command) {
	var all, asJSON bool
	p.describe(cmd, "show COUNTRY... [--json]", "show --all [--json]")
	cmd.ValidArgsFunction = p.completeCountries
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case all && len(args) > 0:
			return p.userError(codeMisuse, "error.show.all_and_country")
		case !all && len(args) == 0:
			return p.userError(codeMisuse, "error.show.nothing")
		}
		a, countries, err := p.namedCountries(args)
		if err != nil {
			return err
		}
		if asJSON {
			return p.showJSON(countries, a.Info())
		}
		p.printCountries(countries, a.Info())
		return nil
	}
	cmd.Flags().BoolVar(&all, "all", false, p.localizer.Text("cli.show.all"))
	p.addFormatFlags(cmd, &asJSON)
}

// namedCountries returns the countries that args name, or all for no args.
// It prints an error for each argument that names none and goes on.
func (p *program) namedCountries(args []string) (*model.Atlas, []*model.Country, error) {
	e, err := p.edition()
	if err != nil {
		return nil, nil, err
	}
	a := e.Atlas()
	if len(args) == 0 {
		return a, slices.Collect(a.Countries()), nil
	}
	var countries []*model.Country
	for _, name := range args {
		c, err := p.resolveCountry(e, name)
		var f *userError
		switch {
		case err == nil:
			countries = append(countries, c)
		case errors.As(err, &f):
			p.printError(f)
		default:
			return nil, nil, err
		}
	}
	return a, countries, nil
}

// showJSON prints the documents of countries, with texts in every language.
func (p *program) showJSON(countries []*model.Country, e model.EditionInfo) error {
	docs := make([]data.Country, 0, len(countries))
	for _, c := range countries {
		docs = append(docs, p.countryDocument(c, e))
	}
	return p.printJSON(docs)
}

// countryDocument returns the document of c, with texts in every language.
func (p *program) countryDocument(c *model.Country, e model.EditionInfo) data.Country {
	doc := data.CountryOf(c, e.Date)
	doc.Names, doc.Page.URL = p.names(c), assets.Current(doc.Page.URL)
	for f, answer := range doc.Answers {
		a := c.Answer(f)
		for i, k := range a.Conditions.All() {
			answer.Conditions[i].Text = p.translations(func(loc say.Localizer) string { return loc.Condition(k).Text })
		}
		for i, s := range a.Next.All() {
			answer.Next[i].Text = p.translations(func(loc say.Localizer) string { return loc.Step(s).Text })
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
