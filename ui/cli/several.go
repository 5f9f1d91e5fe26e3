package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
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
	named    int        // countries that were named; all without names
	groups   rows.Groups
	features []model.Feature
	sort     rows.SortKey
}

// command returns the command that prints the view, with some countries.
func (c chosen) command(name commandline.Name, countries []*model.Country) commandline.Command {
	view := commandline.Command{Name: name, Countries: countries, Where: c.expr.Shell(), Sort: c.sort}
	if len(c.features) < model.NumFeatures {
		view.Only = c.features
	}
	return view
}

// readFlags notes which flags were given.
func (s *selection) readFlags(cmd *cobra.Command) {
	fs := cmd.Flags()
	s.hasWhere, s.hasOnly, s.hasSort = fs.Changed("where"), fs.Changed("only"), fs.Changed("sort")
}

// chooseCountries returns the countries that args name, or all, as far as they meet an
// expression; and the features. Without --sort, named countries keep their order, and
// all are sorted by name. An error about the flags comes before one about a name.
func (p *program) chooseCountries(cmd *cobra.Command, args []string, s selection) (chosen, error) {
	var c chosen
	var err error
	if c.edition, err = p.edition(); err != nil {
		return c, err
	}
	if c.features, err = p.featuresOf(cmd, s.only); err != nil {
		return c, err
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
		p.reportLeft(cmd.Name(), c.expr)
		if err = p.checkQuotes(cmd, c.edition, args); err != nil {
			return c, err
		}
	}
	_, countries, err := p.namedCountries(cmd, args)
	if err != nil {
		return c, err
	}
	countries = distinct(countries)
	if s.hasSort || len(args) == 0 {
		rows.SortBy(countries, c.sort, p.localizer.Lang(), func(c *model.Country) *model.Country { return c })
	}
	c.named = len(countries)
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

// flagKeyError returns the error of an unknown or ambiguous key in a flag, with the keys
// that it may mean.
func (p *program) flagKeyError(flag string, err error) error {
	var unknown *model.UnknownKeyError
	if !errors.As(err, &unknown) {
		return err
	}
	if unknown.Ambiguous {
		return p.userError(codeMisuse, "error.flag.key_doubt", "flag", flag, "key", quotable(unknown.Key), "known", p.localizer.JoinList(unknown.Candidates))
	}
	var known []string
	if flag == "--sort" {
		known = []string{rows.SortKey{}.String()}
	}
	return p.userError(codeMisuse, "error.flag.key", "flag", flag, "key", quotable(unknown.Key), "advice", p.keyAdvice(unknown.Key, known...))
}

// checkQuotes refuses a name that is no country but an expression: the shell has split
// the value of --where.
func (p *program) checkQuotes(cmd *cobra.Command, e *library.Edition, args []string) error {
	for _, arg := range args {
		if e.Index().Resolve(arg, p.localizer.Lang()).Country != nil {
			continue
		}
		if _, err := query.Parse(arg, p.queryEnv(e)); err == nil {
			return p.userError(codeMisuse, "error.where.split", "command", cmd.Name(), "arg", quotable(arg))
		}
	}
	return nil
}

// nobodyError returns the error of an expression that no country meets, or none of those
// that args name; nil if they name none.
func (p *program) nobodyError(cmd *cobra.Command, c chosen, args []string) error {
	key := "error.where.none"
	switch {
	case c.named == 0:
		return nil
	case len(args) > 0:
		key = "error.where.none_named"
	}
	return p.userError(codeNothing, key, "command", cmd.Name(), "expr", quotable(c.expr.String()), "edition", c.edition.Date)
}

// reportLeft tells on Err, for a command, which countries left the list since an earlier
// edition that an expression asks about.
func (p *program) reportLeft(command string, expr query.Expr) {
	for _, c := range expr.Left() {
		p.notice("cli.list.left", "command", command, "name", c.Name(p.localizer.Lang()))
	}
}
