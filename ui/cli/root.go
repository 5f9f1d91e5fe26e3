package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
)

// root is the command table; without a command it opens the browser.
func (p *program) root() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:               "voxatlas",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.check,
		ValidArgsFunction: p.completeCountries,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if version {
				return p.printVersion(false)
			}
			return p.browse(cmd, args)
		},
	}
	root.Flags().BoolVar(&version, "version", false, p.localizer.Text("cli.version.short"))
	p.globals(root)
	help := p.help()
	p.commands = p.table(help)
	root.AddCommand(p.commands...)
	root.SetHelpCommand(help)
	root.SetHelpFunc(p.printHelp)
	root.SetFlagErrorFunc(p.badFlag)
	root.SetOut(p.out)
	root.SetErr(p.env.Err)
	root.SuggestionsMinimumDistance = 2
	for _, cmd := range append(slices.Clone(p.commands), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = p.localizer.Text("cli.flag.help")
	}
	return root
}

// table is the commands in the order of the help. Remote ones read no file, path
// or environment: strangers may call them.
func (p *program) table(help *cobra.Command) []*cobra.Command {
	const remote = ""
	var table []*cobra.Command
	for _, c := range []struct {
		make  func() *cobra.Command
		local string // the name of a command that is not for strangers
	}{
		{p.show, remote}, {p.search, remote}, {p.list, remote}, {p.services, remote}, {p.changes, remote},
		{p.importPages, "import"}, {p.validate, "validate"}, {p.serve, "serve"},
		{p.version, remote}, {p.completion, "completion"}, {func() *cobra.Command { return help }, remote},
	} {
		if c.local == remote || !p.env.Remote {
			table = append(table, c.make())
		} else {
			p.local = append(p.local, c.local)
		}
	}
	return table
}

// misplaced says that a word is a command that strangers do not have.
func (p *program) misplaced(word string) error {
	if slices.Contains(p.local, word) {
		return p.fault(codeMisuse, "error.local", "command", word)
	}
	return nil
}

// browse opens the terminal browser, at the country that args name. Several
// words are one name: the browser opens at one country.
func (p *program) browse(cmd *cobra.Command, args []string) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	if p.env.Remote && !p.env.Terminal && len(args) == 0 {
		return p.fault(codeMisuse, "error.remote.nothing")
	}
	b := Browse{Library: p.library, Edition: e, Lang: p.localizer.Lang(), ASCII: p.options.ascii}
	if b.Color, err = p.color(); err != nil {
		return err
	}
	if len(args) > 0 {
		if err := p.misplaced(args[0]); err != nil {
			return err
		}
		if b.Country, err = p.place(cmd, e, args); err != nil {
			return err
		}
	}
	switch dumb := p.env.Getenv("TERM") == "dumb"; {
	case p.env.Remote && !p.env.Terminal:
		p.showText([]*model.Country{b.Country}, e.Atlas().Edition())
		return nil
	case !p.env.Terminal || p.env.Browse == nil:
		return p.fault(codeMisuse, "error.no_terminal", "command", p.insteadOfBrowser(b.Country))
	case dumb:
		return p.fault(codeMisuse, "error.dumb_terminal", "command", p.insteadOfBrowser(b.Country))
	}
	return p.env.Browse(cmd.Context(), b)
}

// insteadOfBrowser is the command that answers without a terminal.
func (p *program) insteadOfBrowser(c *model.Country) string {
	if c == nil {
		return p.name() + "list"
	}
	return p.name() + "show " + c.Slug()
}

// place is the country that the words mean together. Commands that are spelled
// nearly as the first of them are proposed, too.
func (p *program) place(cmd *cobra.Command, e *library.Edition, words []string) (*model.Country, error) {
	var commands []string
	for _, name := range cmd.Root().SuggestionsFor(words[0]) {
		commands = append(commands, p.localizer.Text("error.country.command", "command", name))
	}
	name := strings.Join(words, " ")
	c, err := p.country(e, name, commands...)
	if err != nil && len(words) > 1 && eachACountry(e, words) {
		return nil, p.fault(codeMisuse, "error.country.several", "country", given(name), "command", p.name()+"show "+given(quoted(words)))
	}
	return c, err
}

// eachACountry reports whether every word means a country on its own.
func eachACountry(e *library.Edition, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return e.Index().Resolve(word, "").Country == nil })
}

// quoted joins arguments as people type them.
func quoted(args []string) string {
	args = slices.Clone(args)
	for i, arg := range args {
		if strings.Contains(arg, " ") {
			args[i] = "'" + arg + "'"
		}
	}
	return strings.Join(args, " ")
}
