package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
)

// maxFaults is how many faults of a file are spelled out.
const maxFaults = 1000

// validate says everything that is wrong with an edition file.
func (p *program) validate() *cobra.Command {
	var schema bool
	cmd := p.command("validate", "validate FILE", "validate --schema")
	cmd.Args = p.atMostOne
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case schema && len(args) > 0:
			return p.fault(codeMisuse, "error.validate.both")
		case schema:
			p.print(strings.TrimRight(data.Schema(), "\n"))
			return nil
		case len(args) == 0:
			return p.fault(codeMisuse, "error.validate.nothing")
		}
		return p.judge(args[0])
	}
	cmd.Flags().BoolVar(&schema, "schema", false, p.localizer.Text("cli.validate.schema"))
	return cmd
}

// judge looks at the file at path.
func (p *program) judge(path string) error {
	v, err := data.ValidateFile(path, maxFaults)
	if err != nil {
		return p.badFile("validate", path, err)
	}
	if len(v.Faults) == 0 {
		p.print(p.localizer.Labelled(given(path), p.localizer.Count("cli.validate.valid", v.Countries, "date", v.Edition.Date)))
		return nil
	}
	f := p.fault(codeData, "error.data.invalid", "subject", "validate", "file", given(path))
	for _, fault := range v.Faults {
		f.more = append(f.more, fault.Error())
	}
	if v.More > 0 {
		f.more = append(f.more, p.localizer.Count("error.validate.more", v.More))
	}
	return f
}
