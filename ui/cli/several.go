package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
)

// selection holds the flags that choose and order the countries and features of a view
// over several countries. A flag that a command does not have stays empty.
type selection struct {
	where, only, sort          string
	hasWhere, hasOnly, hasSort bool
}

// chosen holds the countries and features of a view.
type chosen struct {
	edition  *library.Edition
	expr     query.Expr // empty without --where
	groups   rows.Groups
	features []model.Feature
	sort     rows.SortKey
}

// readFlags notes which flags were given.
func (s *selection) readFlags(cmd *cobra.Command) {
	fs := cmd.Flags()
	s.hasWhere, s.hasOnly, s.hasSort = fs.Changed("where"), fs.Changed("only"), fs.Changed("sort")
}

// addOnlyFlag adds the flag --only.
func (p *program) addOnlyFlag(cmd *cobra.Command, only *string) {
	cmd.Flags().StringVar(only, "only", "", p.localizer.Text("cli.flag.only"))
	if !p.env.Remote { // see completeGlobals
		_ = cmd.RegisterFlagCompletionFunc("only", p.completeKeys)
	}
}

// chooseCountries returns the countries that args name, or all, as far as they meet an
// expression; and the features. Without --sort, named countries keep their order, and
// all are sorted by name. An error about the flags comes before one about a name.
func (p *program) chooseCountries(args []string, s selection) (chosen, error) {
	c := chosen{features: model.Features()}
	var err error
	if c.edition, err = p.edition(); err != nil {
		return c, err
	}
	if s.hasOnly {
		if c.features, err = p.parseOnly(s.only); err != nil {
			return c, err
		}
	}
	if s.hasSort {
		if c.sort, err = rows.ParseSortKey(s.sort); err != nil {
			return c, p.flagKeyError("--sort", err)
		}
	}
	if s.hasWhere {
		if c.expr, err = p.parseWhere("--where", s.where, c.edition); err != nil {
			return c, err
		}
		p.reportLeft(c.expr, c.edition.Atlas())
	}
	_, countries, err := p.namedCountries(args)
	if err != nil {
		return c, err
	}
	countries = distinct(countries)
	if s.hasSort || len(args) == 0 {
		rows.SortBy(countries, c.sort, p.localizer.Lang(), func(c *model.Country) *model.Country { return c })
	}
	c.groups = rows.Judge(slices.Values(countries), c.expr)
	return c, nil
}

// distinct returns countries, each where it first stands.
func distinct(countries []*model.Country) []*model.Country {
	var list []*model.Country
	for _, c := range countries {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// parseOnly reads the keys of the flag --only.
func (p *program) parseOnly(keys string) ([]model.Feature, error) {
	features, err := rows.ParseFeatures(keys)
	if err != nil {
		return nil, p.flagKeyError("--only", err)
	}
	return features, nil
}

// flagKeyError returns the error of an unknown or ambiguous key in a flag, with the keys
// that it may mean.
func (p *program) flagKeyError(flag string, err error) error {
	var unknown *model.UnknownKeyError
	if !errors.As(err, &unknown) {
		return err
	}
	text := "error.flag.key"
	if unknown.Ambiguous {
		text = "error.flag.key_doubt"
	}
	return p.userError(codeMisuse, text, "flag", flag, "key", quotable(unknown.Key), "known", p.localizer.JoinList(unknown.Candidates))
}

// nobodyError returns the error of an expression that no country meets.
func (p *program) nobodyError(command string, c chosen) error {
	return p.userError(codeNothing, "error.where.none", "command", command, "expr", quotable(c.expr.String()), "edition", c.edition.Date)
}

// reportLeft tells on Err which countries left the list since an earlier edition that
// an expression asks about.
func (p *program) reportLeft(expr query.Expr, a *model.Atlas) {
	for _, c := range expr.Left(a) {
		p.notice("cli.list.left", "name", c.Name(p.localizer.Lang()))
	}
}
