package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// formats lists the forms of the output.
func formats() []string { return []string{"text", "json"} }

// addFormatFlags adds the flags --format and --json, which is short for one of the
// formats. Before the command runs, asJSON is set by both.
func (p *program) addFormatFlags(cmd *cobra.Command, asJSON *bool) {
	var format string
	cmd.Flags().StringVar(&format, "format", "text", p.localizer.Text("cli.flag.format"))
	p.addJSONFlag(cmd, asJSON)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		fs := cmd.Flags()
		switch isJSON := format == "json"; {
		case !slices.Contains(formats(), format):
			return p.userError(codeMisuse, "error.choice", "flag", "--format", "value", quotable(format), "known", p.localizer.JoinList(formats()))
		case fs.Changed("format") && fs.Changed("json") && isJSON != *asJSON:
			return p.userError(codeMisuse, "error.format.json", "format", format)
		case fs.Changed("format"):
			*asJSON = isJSON
		}
		return nil
	}
	if !p.env.Remote { // see completeGlobals
		_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats(), cobra.ShellCompDirectiveNoFileComp))
	}
}
