package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/data/settings"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
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
			if cmd.Flags().Changed("open") { // else expandOpen has replaced it
				return p.userError(codeMisuse, "error.open.place")
			}
			return p.openBrowser(cmd, args)
		},
	}
	root.Flags().String("open", "", p.localizer.Text("cli.flag.open"))
	root.Flags().BoolVar(&version, "version", false, p.localizer.Text("cli.flag.version"))
	p.addGlobalFlags(root)
	p.addHelpFlag(root)
	if len(args) > 0 { // without arguments no command is called, named or listed
		p.addCommands(root)
	}
	root.SetHelpFunc(p.printHelp)
	root.SetFlagErrorFunc(p.flagError)
	root.SetOut(p.out)
	root.SetErr(p.env.Err)
	root.SuggestionsMinimumDistance = 2
	if p.completes = isCompletion(args); p.completes {
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
		{"show", p.buildShow, !local},
		{"search", p.buildSearch, !local},
		{"list", p.buildList, !local},
		{"table", p.buildTable, !local},
		{"compare", p.buildCompare, !local},
		{"stats", p.buildStats, !local},
		{"rollout", p.buildRollout, local},
		{"services", p.buildServices, !local},
		{"destinations", p.buildDestinations, !local},
		{"changes", p.buildChanges, !local},
		{"history", p.buildHistory, !local},
		{"export", p.buildExport, local},
		{"update", p.buildUpdate, local},
		{"import", p.buildImport, local},
		{"validate", p.buildValidate, local},
		{"serve", p.buildServe, local},
		{"config", p.buildConfig, local},
		{"version", p.buildVersion, !local},
		{"completion", p.buildCompletion, local},
		{"man", p.buildMan, local},
		{"help", p.buildHelp, !local},
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
	if p.env.Remote && !p.env.Terminal && len(args) == 0 && !p.opens && !p.options.plain {
		return p.userError(codeMisuse, "error.remote.nothing")
	}
	b := Browse{StartOptions: commandline.StartOptions{Edition: e}}
	if len(args) > 0 {
		if err := p.localOnlyError(args[0]); err != nil {
			return err
		}
		if b.Country, err = p.countryOfWords(cmd, e, args); err != nil {
			return err
		}
	}
	if p.env.Remote && !p.env.Terminal && !p.opens && !p.options.plain {
		p.printCountries([]*model.Country{b.Country}, e.Atlas().Info(), showOptions{features: model.Features()})
		return nil
	}
	return p.browse(cmd.Context(), b, p.plainCommandLine(b.Country))
}

// browse opens the terminal browser with an edition, and at a country or with a view; or
// plain mode, if the user asks for it or the terminal can show nothing else. Without a terminal
// for it, the error names the command that prints the same.
func (p *program) browse(ctx context.Context, b Browse, command string) error {
	var err error
	b.Library, b.File, b.Mine, b.MineOfSettings = p.library, p.options.data, p.mineFile(), p.settingsMine()
	b.Default = p.defaultEdition()
	_, b.NamesEdition = p.settings[settings.Edition]
	b.Lang, b.ASCII, b.Mouse = p.localizer.Lang(), p.options.ascii, p.options.mouse
	if s, ok := p.settings[settings.Columns]; ok {
		b.Columns, _ = rows.ParseFeatures(s.Text()) // the keys were checked
	}
	b.AmbiguousWidth, b.Notice, p.encodingNotice = p.options.ambiguousWidth, p.encodingNotice, nil
	if b.Color, err = p.colorChoice(); err != nil {
		return err
	}
	if b.Theme, err = p.themeName(); err != nil {
		return err
	}
	b.Background = p.background()
	switch {
	case p.showsLines() && p.env.Plain != nil:
		return p.env.Plain(ctx, b)
	case !p.env.Terminal || p.env.Browse == nil:
		return p.userError(codeMisuse, "error.no_terminal", "command", command)
	case p.showsLines():
		return p.userError(codeMisuse, "error.dumb_terminal", "command", command)
	}
	return p.env.Browse(ctx, b)
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
		return nil, p.userError(codeMisuse, "error.country.several", "country", quotable(name), "command", p.commandPrefix()+"show "+quotable(commandline.Join(words)))
	}
	return c, err
}

// eachIsCountry reports whether every word names a country on its own.
func eachIsCountry(e *library.Edition, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return e.Index().Resolve(word, "").Country == nil })
}
