package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

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
	root.Flags().BoolVar(&version, "version", false, p.voice.Text("cli.version.short"))
	p.globals(root)
	help := p.help()
	p.commands = []*cobra.Command{p.show(), p.search(), p.list(), p.services(), p.version(), p.completion(), help}
	root.AddCommand(p.commands...)
	root.SetHelpCommand(help)
	root.SetHelpFunc(p.printHelp)
	root.SetFlagErrorFunc(p.badFlag)
	root.SetOut(p.out)
	root.SetErr(p.env.Err)
	root.SuggestionsMinimumDistance = 2
	for _, cmd := range append(slices.Clone(p.commands), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = p.voice.Text("cli.flag.help")
	}
	return root
}

// browse opens the terminal browser, at the country that args name. Several
// words are one name: the browser opens at one country.
func (p *program) browse(cmd *cobra.Command, args []string) error {
	a, ix, err := p.index()
	if err != nil {
		return err
	}
	b := Browse{Atlas: a, Index: ix, Lang: p.voice.Lang(), ASCII: p.options.ascii}
	if b.Color, err = p.color(); err != nil {
		return err
	}
	if len(args) > 0 {
		if b.Country, err = p.country(ix, strings.Join(args, " ")); err != nil {
			return p.orCommand(cmd, args[0], err)
		}
	}
	if !p.env.Terminal.Out || p.env.Browse == nil {
		return p.fault(codeMisuse, "error.no_terminal", "command", insteadOfBrowser(b.Country))
	}
	return p.env.Browse(cmd.Context(), b)
}

// insteadOfBrowser is the command that answers without a terminal.
func insteadOfBrowser(c *model.Country) string {
	if c == nil {
		return "voxatlas list"
	}
	return "voxatlas show " + c.Slug()
}

// orCommand adds to err, which says that word is no country, the commands that
// are spelled nearly so.
func (p *program) orCommand(cmd *cobra.Command, word string, err error) error {
	near := cmd.Root().SuggestionsFor(word)
	f, ok := err.(*fault)
	if !ok || f.code != codeNothing || len(near) == 0 {
		return err
	}
	f.more = append(f.more, p.voice.Text("error.country.or_command", "commands", p.voice.List(near)))
	return f
}
