package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// annotationUsage is the annotation with the usage lines of a command.
const annotationUsage = "usage"

// newCommand returns a command without an action. Its help is in the
// catalogs under its name.
func (p *program) newCommand(name string, usage ...string) *cobra.Command {
	cmd := &cobra.Command{
		Use:               name,
		Short:             p.localizer.Text("cli." + name + ".short"),
		Long:              p.localizer.Text("cli." + name + ".long"),
		Example:           p.localizer.Text("cli." + name + ".example"),
		Annotations:       map[string]string{annotationUsage: strings.Join(usage, "\n")},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().SortFlags = false
	return cmd
}

// addJSONFlag adds the flag --json.
func (p *program) addJSONFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, p.localizer.Text("cli.flag.json"))
}

// noArgs refuses arguments.
func (p *program) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return p.userError(codeMisuse, "error.args.none", "command", cmd.Name(), "arg", printable(args[0]))
	}
	return nil
}

// atMostOne refuses more than one argument.
func (p *program) atMostOne(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return p.userError(codeMisuse, "error.args.one", "command", cmd.Name(), "arg", printable(args[1]))
	}
	return nil
}
