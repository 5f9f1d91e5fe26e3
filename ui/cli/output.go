package cli

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"voxatlas/data"
)

// format is a form of the output.
type format string

// The formats. Those of tables have the same rows.
const (
	formatText     format = "text"
	formatJSON     format = "json"
	formatCSV      format = "csv"
	formatTSV      format = "tsv"
	formatMarkdown format = "md"
	formatWorkbook format = "xlsx"
	formatHTML     format = "html"
)

// formats lists the formats of a command with tables. Over SSH there are only texts.
func (p *program) formats() []format {
	list := []format{formatText, formatJSON, formatCSV, formatTSV, formatMarkdown}
	if !p.env.Remote {
		list = append(list, formatWorkbook, formatHTML)
	}
	return list
}

// formatOfFile returns the format that the ending of a file means; "" for none.
func formatOfFile(file string) format {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".txt":
		return formatText
	case ".json":
		return formatJSON
	case ".csv":
		return formatCSV
	case ".tsv", ".tab":
		return formatTSV
	case ".md", ".markdown":
		return formatMarkdown
	case ".xlsx":
		return formatWorkbook
	case ".html", ".htm":
		return formatHTML
	}
	return ""
}

// output holds the flags that choose the form and the place of the output.
type output struct {
	format format
	json   bool   // short for --format json
	file   string // "" for Out
	force  bool   // replace the file
	keys   bool   // stable keys instead of words
}

// isJSON reports whether the output is JSON.
func (o *output) isJSON() bool { return o.format == formatJSON }

// isTable reports whether the output is a table for other programs.
func (o *output) isTable() bool { return o.format != formatText && o.format != formatJSON }

// outputUsage returns the usage of the flags of addOutputFlags.
func (p *program) outputUsage() string {
	if p.env.Remote {
		return "[--format FORMAT|--json] [--keys]"
	}
	return "[--format FORMAT|--json] [--keys] [-o FILE [--force]]"
}

// addOutputFlags adds the flags of a command with tables: the format and, on the user's
// own machine, the file. cmd must have its action: the output of that goes to the file.
func (p *program) addOutputFlags(cmd *cobra.Command, o *output) {
	fs := cmd.Flags()
	p.addFormatFlags(cmd, o, p.formats()...)
	fs.BoolVar(&o.keys, "keys", false, p.localizer.Text("cli.flag.keys"))
	if p.env.Remote {
		return
	}
	check, run := cmd.PreRunE, cmd.RunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if err := p.checkOutputFile(cmd, o); err != nil {
			return err
		}
		return check(cmd, args)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.intoFile(o, func() error { return run(cmd, args) })
	}
	p.addFileFlags(cmd, o)
}

// addFileFlags adds the flags that name a file for the output.
func (p *program) addFileFlags(cmd *cobra.Command, o *output) {
	fs := cmd.Flags()
	fs.StringVarP(&o.file, "output", "o", "", p.localizer.Text("cli.flag.output"))
	fs.BoolVar(&o.force, "force", false, p.localizer.Text("cli.flag.force"))
}

// addFormatFlags adds the flags --format, which chooses one of the known formats, and
// --json.
func (p *program) addFormatFlags(cmd *cobra.Command, o *output, known ...format) {
	words := formatWords(known)
	fs := cmd.Flags()
	fs.StringVar((*string)(&o.format), "format", string(formatText), p.localizer.Text("cli.flag.format", "known", p.localizer.JoinList(words)))
	p.addJSONFlag(cmd, &o.json)
	cmd.PreRunE = func(_ *cobra.Command, _ []string) error {
		switch {
		case !slices.Contains(known, o.format):
			return p.choiceError("format", string(o.format), words)
		case o.json && o.format != formatJSON && fs.Changed("format"):
			return p.userError(codeMisuse, "error.format.json", "format", string(o.format))
		case fs.Changed("json") && !o.json && o.isJSON():
			return p.userError(codeMisuse, "error.format.json", "format", string(o.format))
		case o.json:
			o.format = formatJSON
		}
		return p.checkKeys(o)
	}
	if !p.env.Remote { // see completeGlobals
		_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
}

// checkKeys refuses --keys where there are no keys, or both beside each other.
func (p *program) checkKeys(o *output) error {
	switch {
	case o.keys && o.format != formatCSV && o.format != formatTSV && o.format != formatMarkdown:
		return p.userError(codeMisuse, "error.output.keys", "format", string(o.format))
	case o.format == formatWorkbook && o.file == "" && p.env.Terminal:
		return p.userError(codeMisuse, "error.output.terminal")
	}
	return nil
}

// checkOutputFile reads the format from the ending of the file, unless it is given, and
// refuses a file that cannot be written.
func (p *program) checkOutputFile(cmd *cobra.Command, o *output) error {
	fs := cmd.Flags()
	switch {
	case o.file == "-":
		o.file = ""
	case fs.Changed("output") && o.file == "":
		return p.userError(codeMisuse, "error.flag.no_value", "flag", "-o", "help", p.helpCommandLine(cmd))
	}
	if o.file == "" {
		if o.force {
			return p.userError(codeMisuse, "error.output.force")
		}
		return nil
	}
	given, ending := o.format, formatOfFile(o.file)
	if o.json {
		given = formatJSON
	}
	switch isGiven := o.json || fs.Changed("format"); {
	case isGiven && ending != "" && ending != given:
		return p.userError(codeMisuse, "error.output.ending", "file", quotable(o.file), "format", string(given))
	case !isGiven && ending == "":
		return p.userError(codeMisuse, "error.output.format", "file", quotable(o.file))
	case !isGiven:
		o.format = ending
	}
	check := data.Creatable
	if o.force {
		check = data.Replaceable
	}
	if err := check(o.file); err != nil {
		return p.targetError("-o", o.file, err)
	}
	return nil
}

// intoFile runs an action and writes its output to the file of o, if there is one: the
// whole output, or nothing if the action fails. See [data.Staged].
func (p *program) intoFile(o *output, run func() error) error {
	if o.file == "" {
		return run()
	}
	p.flush()
	staged := data.Stage(o.file)
	defer staged.Close() //nolint:errcheck // it is written by then, or not at all
	p.out.Reset(staged)
	p.env.Terminal, p.env.Width = false, 0
	err := run()
	_ = p.out.Flush() // staged keeps its error
	p.out.Reset(p.sink())
	if err != nil || staged.Len() == 0 {
		return err
	}
	write := staged.Create
	if o.force {
		write = staged.Replace
	}
	if err := write(); err != nil {
		return p.targetError("-o", o.file, err)
	}
	return nil
}

// sink returns the writer behind the buffer of the output.
func (p *program) sink() io.Writer {
	if p.pager != nil {
		return p.pager
	}
	return p.env.Out
}

// targetError returns the error of a file that cannot be written, named by an option.
func (p *program) targetError(option, file string, err error) error {
	key := "error.target.unwritable"
	switch {
	case errors.Is(err, data.ErrExists):
		key = "error.target.exists"
	case errors.Is(err, data.IsFolder):
		key = "error.target.folder"
	case errors.Is(err, data.NotRegular):
		key = "error.target.not_regular"
	case errors.Is(err, data.ErrReadOnly):
		key = "error.target.read_only"
	case errors.Is(err, data.Missing):
		key = "error.target.folder_missing"
	case errors.Is(err, data.Forbidden):
		key = "error.target.folder_forbidden"
	case errors.Is(err, syscall.ENOTDIR):
		key = "error.target.path"
	}
	return p.userError(codeData, key, "option", option, "file", quotable(file), "why", p.fileReason(err))
}
