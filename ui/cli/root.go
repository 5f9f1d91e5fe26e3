package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
)

// rootCommand returns the command with all others below it. Called on its
// own, it opens the browser. Of the others, only the one that args call is complete,
// or all for a shell that asks for completions.
func (p *program) rootCommand(args []string) *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:               "voxatlas",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.checkGlobalFlags,
		ValidArgsFunction: p.completeWords,
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
	p.addHelpFlag(root)
	p.addCommands(root)
	root.SetHelpFunc(p.printHelp)
	root.SetFlagErrorFunc(p.flagError)
	root.SetOut(p.out)
	root.SetErr(p.env.Err)
	root.SuggestionsMinimumDistance = 2
	if isCompletion(args) {
		args = joinWhere(args)
		p.completeGlobals(root)
		p.buildCommands(root.Commands()...)
		for _, cmd := range root.Commands() {
			p.completeValues(cmd)
		}
	} else if cmd, _, err := root.Find(args); err == nil {
		p.buildCommands(cmd)
	}
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the arguments of the process
	return root
}

// addCommands adds the commands to root, in the order of the help. Over SSH there
// are only those that read no file, path or environment.
func (p *program) addCommands(root *cobra.Command) {
	const local = true
	for _, c := range []struct {
		name  string
		build func(*cobra.Command)
		local bool // not there over SSH
	}{
		{"show", p.buildShow, !local}, {"search", p.buildSearch, !local}, {"list", p.buildList, !local},
		{"table", p.buildTable, !local}, {"compare", p.buildCompare, !local}, {"stats", p.buildStats, !local},
		{"services", p.buildServices, !local}, {"destinations", p.buildDestinations, !local}, {"changes", p.buildChanges, !local},
		{"import", p.buildImport, local}, {"validate", p.buildValidate, local}, {"serve", p.buildServe, local},
		{"version", p.buildVersion, !local}, {"completion", p.buildCompletion, local}, {"help", p.buildHelp, !local},
	} {
		if c.local && p.env.Remote {
			p.localCommands = append(p.localCommands, c.name)
			continue
		}
		cmd := newCommand(c.name, c.build)
		p.commands = append(p.commands, cmd)
		root.AddCommand(cmd.Command)
		if c.name == "help" {
			root.SetHelpCommand(cmd.Command)
		}
	}
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
	b := Browse{
		Library: p.library, Edition: e, Default: p.defaultEdition(), File: p.options.data,
		Lang: p.localizer.Lang(), ASCII: p.options.ascii, Mine: p.mineFile(),
	}
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
		p.printCountries([]*model.Country{b.Country}, e.Atlas().Info(), showOptions{features: model.Features()})
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
		return nil, p.userError(codeMisuse, "error.country.several", "country", quotable(name), "command", p.commandPrefix()+"show "+quotable(shellQuote(words)))
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
