package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
)

// maxFaults is the number of faults of a file that are printed; the rest is
// counted.
const maxFaults = 1000

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

// validateFile checks the file at path and prints the result.
func (p *program) validateFile(path string) error {
	v, err := data.ValidateFile(path, maxFaults)
	if err != nil {
		return p.fileError("validate", path, err)
	}
	if len(v.Faults) == 0 {
		p.print(p.localizer.Labelled(quotable(path), p.localizer.Count("cli.validate.valid", v.Countries, "date", v.Edition.Date)))
		return nil
	}
	f := p.userError(codeData, "error.data.invalid", "subject", "validate", "file", quotable(path))
	for _, fault := range v.Faults {
		f.details = append(f.details, fault.Error())
	}
	if v.More > 0 {
		f.details = append(f.details, p.localizer.Count("error.validate.more", v.More))
	}
	return f
}
