// Package commandline holds a view that the browser shows and a command prints, and
// writes the command. So users can repeat the view in a shell, and open a command in the
// browser.
package commandline

import (
	"strings"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/rows"
)

// Name is the name of a command that prints a view.
type Name string

// The commands that print a view.
const (
	Show     Name = "show"
	Search   Name = "search"
	List     Name = "list"
	Table    Name = "table"
	Compare  Name = "compare"
	Services Name = "services"
	Changes  Name = "changes"
	History  Name = "history"
	Rollout  Name = "rollout"
)

// Command is a command that prints a view. Fields that it does not have stay zero.
type Command struct {
	Name      Name
	Countries []*model.Country
	Query     string      // of Search
	Topic     model.Topic // of Services; zero for all

	Where string // an expression in the form of [query.Expr.Shell]; "" for none
	Only  []model.Feature
	Sort  rows.SortKey
	Diff  bool

	List string // the file of Rollout
	Need string // of offices that have none of their own, as Where; "" for none

	Brief   bool // of Show: a line for each answer
	Failing bool // of List: with the countries that do not meet Where, too

	Edition  *library.Edition // nil for the one that is used without an option
	From, To *library.Edition // of Changes; nil for the ones that are compared without an option
	File     string           // the user's own file, if one of these editions comes from it
}

// Args returns the command as arguments of the program.
func (c Command) Args() []string {
	args := []string{string(c.Name)}
	for _, country := range c.Countries {
		args = append(args, c.countryArg(country))
	}
	switch {
	case c.Name == Rollout:
		args = append(args, c.List)
	case c.Name == Search && strings.HasPrefix(c.Query, "-"):
		args = append(args, "-n", "0", "--", c.Query)
	case c.Name == Search:
		args = append(args, "-n", "0", c.Query)
	case c.Topic.Feature != 0:
		args = append(args, c.Topic.Feature.Short())
	case c.Topic.Service != 0:
		args = append(args, c.Topic.Service.Key())
	}
	if c.Where != "" {
		args = append(args, "--where", c.Where)
	}
	if c.Need != "" {
		args = append(args, "--need", c.Need)
	}
	if c.Brief {
		args = append(args, "--brief")
	}
	if c.Failing {
		args = append(args, "--failing")
	}
	if len(c.Only) > 0 {
		keys := make([]string, len(c.Only))
		for i, f := range c.Only {
			keys[i] = f.Short()
		}
		args = append(args, "--only", strings.Join(keys, ","))
	}
	if c.Sort.Feature != 0 {
		args = append(args, "--sort", c.Sort.String())
	}
	if c.Diff {
		args = append(args, "--diff")
	}
	return c.addEditions(args)
}

// countryArg returns the argument for a country: the name of its page alone, but its
// code where several countries shall fit a line.
func (c Command) countryArg(country *model.Country) string {
	if len(c.Countries) > 1 && country.ISO2() != "" {
		return strings.ToLower(country.ISO2())
	}
	return country.Slug()
}

// addEditions adds the options for the editions. A query stays last: it may be behind a
// --.
func (c Command) addEditions(args []string) []string {
	var options []string
	switch {
	case c.From != nil && c.To != nil:
		options = []string{"--from", c.editionArg(c.From), "--to", c.editionArg(c.To)}
	case c.Edition != nil && c.Edition.Own:
		options = []string{"--data", c.File}
	case c.Edition != nil:
		options = []string{"--edition", c.Edition.Date}
	}
	if c.Name == Search {
		return append(append(args[:1:1], options...), args[1:]...)
	}
	return append(args, options...)
}

// editionArg returns the date of an edition, or the name of the user's file.
func (c Command) editionArg(e *library.Edition) string {
	if e.Own {
		return c.File
	}
	return e.Date
}

// String returns the command as users type it in a shell: "voxatlas show taiwan".
func (c Command) String() string { return "voxatlas " + c.Words() }

// Words returns the command without the name of the program, quoted for a shell.
func (c Command) Words() string { return Join(c.Args()) }

// OverSSH returns the command as users type it in a shell from which they reach the
// program over SSH. It is quoted twice: for that shell, and for the server.
func (c Command) OverSSH() string {
	words := c.Words()
	switch {
	case !strings.Contains(words, "'"):
	case strings.ContainsAny(words, "\"$`\\!"):
		words = enclose(words)
	default:
		words = `"` + words + `"`
	}
	return "ssh HOST " + words
}
