package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
)

// rootCommand returns the command with all others below it. Called on its
// own, it opens the browser.
func (p *program) rootCommand() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:               "voxatlas",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.checkGlobalFlags,
		ValidArgsFunction: p.completeCountries,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if version {
				return p.printVersion(false)
			}
			return p.openBrowser(cmd, args)
		},
	}
	root.Flags().BoolVar(&version, "version", false, p.localizer.Text("cli.version.short"))
	p.addGlobalFlags(root)
	help := p.helpCommand()
	p.commands = p.newCommands(help)
	root.AddCommand(p.commands...)
	root.SetHelpCommand(help)
	root.SetHelpFunc(p.printHelp)
	root.SetFlagErrorFunc(p.flagError)
	root.SetOut(p.out)
	root.SetErr(p.env.Err)
	root.SuggestionsMinimumDistance = 2
	for _, cmd := range append(slices.Clone(p.commands), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = p.localizer.Text("cli.flag.help")
	}
	return root
}

// newCommands returns the commands in the order of the help. Over SSH there
// are only those that read no file, path or environment.
func (p *program) newCommands(help *cobra.Command) []*cobra.Command {
	const remote = ""
	var table []*cobra.Command
	for _, c := range []struct {
		make  func() *cobra.Command
		local string // the name of a command that is not there over SSH
	}{
		{p.showCommand, remote}, {p.searchCommand, remote}, {p.listCommand, remote}, {p.servicesCommand, remote}, {p.changesCommand, remote},
		{p.importCommand, "import"}, {p.validateCommand, "validate"}, {p.serveCommand, "serve"},
		{p.versionCommand, remote}, {p.completionCommand, "completion"}, {func() *cobra.Command { return help }, remote},
	} {
		if c.local == remote || !p.env.Remote {
			table = append(table, c.make())
		} else {
			p.localCommands = append(p.localCommands, c.local)
		}
	}
	return table
}

// localOnlyError returns the error of a command that is not there over SSH,
// or nil if word is none.
func (p *program) localOnlyError(word string) error {
	if slices.Contains(p.localCommands, word) {
		return p.userError(codeMisuse, "error.local", "command", word)
	}
	return nil
}

// openBrowser opens the terminal browser, at the country that all args
// together name.
func (p *program) openBrowser(cmd *cobra.Command, args []string) error {
	e, err := p.edition()
	if err != nil {
		return err
	}
	if p.env.Remote && !p.env.Terminal && len(args) == 0 {
		return p.userError(codeMisuse, "error.remote.nothing")
	}
	b := Browse{Library: p.library, Edition: e, Lang: p.localizer.Lang(), ASCII: p.options.ascii}
	if b.Color, err = p.colorChoice(); err != nil {
		return err
	}
	if len(args) > 0 {
		if err := p.localOnlyError(args[0]); err != nil {
			return err
		}
		if b.Country, err = p.countryOfWords(cmd, e, args); err != nil {
			return err
		}
	}
	switch dumb := p.env.Getenv("TERM") == "dumb"; {
	case p.env.Remote && !p.env.Terminal:
		p.printCountries([]*model.Country{b.Country}, e.Atlas().Edition())
		return nil
	case !p.env.Terminal || p.env.Browse == nil:
		return p.userError(codeMisuse, "error.no_terminal", "command", p.plainCommandLine(b.Country))
	case dumb:
		return p.userError(codeMisuse, "error.dumb_terminal", "command", p.plainCommandLine(b.Country))
	}
	return p.env.Browse(cmd.Context(), b)
}

// plainCommandLine returns the command line that shows the same without a
// browser.
func (p *program) plainCommandLine(c *model.Country) string {
	if c == nil {
		return p.commandPrefix() + "list"
	}
	return p.commandPrefix() + "show " + c.Slug()
}

// countryOfWords returns the country that words name together. The error
// also proposes commands that are spelled nearly as the first word.
func (p *program) countryOfWords(cmd *cobra.Command, e *library.Edition, words []string) (*model.Country, error) {
	var commands []string
	for _, name := range cmd.Root().SuggestionsFor(words[0]) {
		commands = append(commands, p.localizer.Text("error.country.command", "command", name))
	}
	name := strings.Join(words, " ")
	c, err := p.resolveCountry(e, name, commands...)
	if err != nil && len(words) > 1 && eachIsCountry(e, words) {
		return nil, p.userError(codeMisuse, "error.country.several", "country", printable(name), "command", p.commandPrefix()+"show "+printable(shellQuote(words)))
	}
	return c, err
}

// eachIsCountry reports whether every word names a country on its own.
func eachIsCountry(e *library.Edition, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return e.Index().Resolve(word, "").Country == nil })
}

// shellQuote joins arguments as users type them in a shell.
func shellQuote(args []string) string {
	args = slices.Clone(args)
	for i, arg := range args {
		if strings.Contains(arg, " ") {
			args[i] = "'" + arg + "'"
		}
	}
	return strings.Join(args, " ")
}
