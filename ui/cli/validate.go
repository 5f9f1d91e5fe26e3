package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
)

// maxFaults is the number of faults of a file that are read; the rest is counted.
const maxFaults = 20000

// buildValidate makes cmd the command that prints every fault of an edition
// file.
func (p *program) buildValidate(cmd *cobra.Command) {
	var schema bool
	p.describe(cmd, "validate FILE", "validate --schema")
	cmd.Args = p.atMostOne
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case schema && len(args) > 0:
			return p.userError(codeMisuse, "error.validate.both")
		case schema:
			p.print(strings.TrimRight(data.Schema(), "\n"))
			return nil
		case len(args) == 0:
			return p.userError(codeMisuse, "error.validate.nothing")
		}
		return p.validateFile(args[0])
	}
	cmd.Flags().BoolVar(&schema, "schema", false, p.localizer.Text("cli.validate.schema"))
}

// validateFile checks the file at path and prints the result. The faults are the
// answer to the question: they go to the output, as a valid file's line does.
func (p *program) validateFile(path string) error {
	v, err := data.ValidateFile(path, maxFaults)
	if err != nil {
		return p.fileError("validate", path, err)
	}
	if len(v.Faults) == 0 {
		p.print(p.localizer.Labelled(quotable(path), p.localizer.Count("cli.validate.valid", v.Countries, "date", v.Edition.Date)))
		return nil
	}
	p.printFaults(path, v)
	p.raiseCode(codeData)
	return nil
}
