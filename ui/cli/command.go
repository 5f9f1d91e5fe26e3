package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// annotationUsage is the annotation with the usage lines of a command.
const annotationUsage = "usage"

// command is a command that gets its flags and its help when they are needed: when
// it runs, when its help is printed, or when a shell asks for completions. Until then
// it has only its name.
type command struct {
	*cobra.Command
	build func(*cobra.Command) // nil once it has been called
}

// newCommand returns a command that build completes.
func newCommand(name string, build func(*cobra.Command)) *command {
	return &command{&cobra.Command{
		Use:  name,
		RunE: func(*cobra.Command, []string) error { return nil }, // cobra proposes only commands with an action
	}, build}
}

// buildCommands completes those of the commands that are given. The root command is
// complete.
func (p *program) buildCommands(cmds ...*cobra.Command) {
	for _, c := range p.commands {
		if c.build != nil && slices.Contains(cmds, c.Command) {
			c.build(c.Command)
			p.addHelpFlag(c.Command)
			c.build = nil
		}
	}
}

// describe sets the usage lines of cmd, and its help, which is in the catalogs under
// its name.
func (p *program) describe(cmd *cobra.Command, usage ...string) {
	key := "cli." + cmd.Name()
	cmd.Short = p.localizer.Text(key + ".short")
	cmd.Long = p.localizer.Text(key + ".long")
	cmd.Example = p.localizer.Text(key + ".example")
	cmd.Annotations = map[string]string{annotationUsage: strings.Join(usage, "\n")}
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.Flags().SortFlags = false
}

// addHelpFlag adds the flag --help.
func (p *program) addHelpFlag(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = p.localizer.Text("cli.flag.help")
}

// addJSONFlag adds the flag --json.
func (p *program) addJSONFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, p.localizer.Text("cli.flag.json"))
}

// noArgs refuses arguments.
func (p *program) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		if e, err := p.edition(); err == nil && cmd.Flags().Lookup("where") != nil {
			if expr := p.expressionMeant(e, args...); expr != "" {
				return p.userError(codeMisuse, "error.args.where", "command", cmd.Name(), "expr", quotable(expr))
			}
		}
		return p.userError(codeMisuse, "error.args.none", "command", cmd.Name(), "arg", quotable(args[0]))
	}
	return nil
}

// atMostOne refuses more than one argument.
func (p *program) atMostOne(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return p.userError(codeMisuse, "error.args.one", "command", cmd.Name(), "arg", quotable(args[1]))
	}
	return nil
}
