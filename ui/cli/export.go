package cli

import (
	"slices"
	"time"

	"github.com/spf13/cobra"

	"voxatlas/ui/webpage"
)

// exportFormats lists the formats of the command export.
func exportFormats() []format { return []format{formatWorkbook, formatHTML} }

// buildExport makes cmd the command that writes everything as one file.
func (p *program) buildExport(cmd *cobra.Command) {
	var s selection
	var o output
	p.describe(cmd, "export [--where EXPR] -o FILE [--force]")
	cmd.Args = p.noArgs
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return p.checkExport(cmd, &o) }
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.intoFile(&o, func() error { return p.export(cmd, &o, s) })
	}
	p.addWhereFlag(cmd, &s.where)
	words := formatWords(exportFormats())
	cmd.Flags().StringVar((*string)(&o.format), "format", "", p.localizer.Text("cli.export.format", "known", p.localizer.JoinList(words)))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	p.addFileFlags(cmd, &o)
}

// checkExport refuses a file that does not tell a format of the command, and one that
// cannot be written.
func (p *program) checkExport(cmd *cobra.Command, o *output) error {
	isGiven := cmd.Flags().Changed("format")
	switch {
	case !cmd.Flags().Changed("output"):
		return p.userError(codeMisuse, "error.export.file")
	case isGiven && !slices.Contains(exportFormats(), o.format):
		return p.choiceError("format", string(o.format), formatWords(exportFormats()))
	case o.file == "-" && !isGiven:
		return p.userError(codeMisuse, "error.export.format")
	case o.file == "-" && o.format == formatWorkbook && p.env.Terminal:
		return p.userError(codeMisuse, "error.output.terminal")
	case o.file != "-" && o.file != "" && !isGiven && !slices.Contains(exportFormats(), formatOfFile(o.file)):
		return p.userError(codeMisuse, "error.export.ending", "file", quotable(o.file))
	}
	return p.checkOutputFile(cmd, o)
}

// formatWords returns formats as users write them.
func formatWords(formats []format) []string {
	words := make([]string, len(formats))
	for i, f := range formats {
		words[i] = string(f)
	}
	return words
}

// export writes the countries that meet an expression, or all.
func (p *program) export(cmd *cobra.Command, o *output, s selection) error {
	s.readFlags(cmd)
	c, err := p.chooseCountries(cmd, nil, s)
	switch {
	case err != nil:
		return err
	case s.hasWhere && len(c.groups.Countries()) == 0:
		return p.nobodyError(cmd, c, nil)
	}
	if o.format == formatHTML {
		err = p.writePage(c)
	} else {
		err = p.writeBook(c, s)
	}
	if p.out.Flush() != nil {
		return nil // flush tells
	}
	return err
}

// writePage writes countries as a page that searches, filters and compares.
func (p *program) writePage(c chosen) error {
	contents := webpage.Contents{
		Localizers: p.env.Localizers, Lang: p.localizer.Lang(), Atlas: c.edition.Atlas(), Index: c.edition.Index(),
		Groups: c.groups, Where: c.expr.String(), Age: p.age(c.edition.Date),
	}
	if p.env.Now != nil {
		contents.Made = p.env.Now().Format(time.DateOnly)
	}
	return webpage.Write(p.out, contents)
}
