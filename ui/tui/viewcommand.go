package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
	"voxatlas/ui/tui/layout"
)

// printable is an overlay with a view that a command prints.
type printable interface {
	// Command returns the command. Its editions are set by the app, but for those that
	// are compared.
	Command() commandline.Command
}

// viewCommand returns the command that prints the view of an overlay; that of the panes if
// the overlay is nil or no command prints it.
func (a *App) viewCommand(in *overlay) commandline.Command {
	for ; in != nil; in = in.under {
		if p, ok := in.Pane.(printable); ok {
			return a.withEditions(p.Command())
		}
	}
	return a.withEditions(a.panesCommand())
}

// panesCommand returns the command that prints the view of the pane with the focus. The
// list without a query and a filter only leads to the answers of a country.
func (a *App) panesCommand() commandline.Command {
	where, searches := a.filterForShell(), a.countries.Searches()
	column, sorted := a.countries.Columns()
	switch country := a.countries.Country(); {
	case a.focus == layout.Countries && column != 0 && !searches && !a.countries.Failing():
		return commandline.Command{Name: commandline.Table, Where: where, Only: []model.Feature{column}, Sort: rows.SortKey{Feature: sorted}}
	case a.focus == layout.Countries && where != "" && !searches:
		return commandline.Command{Name: commandline.List, Where: where, Failing: a.countries.Failing()}
	case a.focus == layout.Countries && searches && where == "" && a.countries.Query() != "-": // that would read the standard input
		return commandline.Command{Name: commandline.Search, Query: a.countries.Query()}
	case a.focus == layout.Info && !a.info.ShowsHistory():
		return commandline.Command{Name: commandline.Services, Topic: a.answers.Topic()}
	case a.focus == layout.Info && country != nil:
		return a.historyCommand(country)
	case country != nil:
		return commandline.Command{Name: commandline.Show, Countries: []*model.Country{country}}
	}
	return commandline.Command{Name: commandline.List, Where: where}
}

// historyCommand returns the command that prints the history of the answers about the
// present topic in a country.
func (a *App) historyCommand(country *model.Country) commandline.Command {
	return commandline.Command{Name: commandline.History, Countries: []*model.Country{country}, Topic: a.answers.Topic()}
}

// filterForShell returns the filter as one writes it in a shell, "" for none.
func (a *App) filterForShell() string {
	expr, err := query.Parse(a.countries.Filter(), a.countries.QueryEnv())
	if err != nil { // there is none
		return ""
	}
	return expr.Shell()
}

// withEditions adds the edition shown to c, or leaves out those that are used without
// an option.
func (a *App) withEditions(c commandline.Command) commandline.Command {
	start := cmp.Or(a.config.Default, a.config.Library.Newest())
	if a.config.NamesEdition {
		start = nil
	}
	c.File = a.config.File
	switch {
	case start != nil && c.To == start && c.From == a.config.Library.Before(start):
		c.From, c.To = nil, nil
	case c.To == nil && c.Name != commandline.Services && a.editionOf(c) != start:
		c.Edition = a.editionOf(c)
	}
	return c
}

// editionOf returns the edition that a view is about: the one shown, but for a list of
// offices, which was judged before the browser opened.
func (a *App) editionOf(c commandline.Command) *library.Edition {
	if c.Name == commandline.Rollout {
		return cmp.Or(a.config.Edition, a.config.Library.Newest())
	}
	return a.edition
}

// maxCommand is the longest command that is shown and copied, in characters: longer than
// one with the longest expression and the codes of all countries.
const maxCommand = 10_000

// commandText returns the command that prints a view as users type it in a shell. The
// name of the user's file in it may have characters that must not reach a terminal.
func (a *App) commandText(in *overlay) string {
	c := a.viewCommand(in)
	if a.config.Remote {
		return model.Clean(c.OverSSH(), maxCommand)
	}
	return model.Clean(c.String(), maxCommand)
}

// copyCommand copies the command that prints the present view to the clipboard.
func (a *App) copyCommand() tea.Cmd {
	command := a.commandText(a.overlay)
	return a.copyText(command, command, "ui.command", command)
}
