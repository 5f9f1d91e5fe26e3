package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/ui/text"
)

// buildHelp makes cmd the command that prints the help of another.
func (p *program) buildHelp(cmd *cobra.Command) {
	p.describe(cmd, "help [COMMAND]")
	cmd.Args = p.atMostOne
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, c := range p.commands {
			if len(args) == 0 && c.Name() != "help" {
				names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		target, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			if err := p.localOnlyError(args[0]); err != nil {
				return err
			}
			return p.userError(codeMisuse, "error.help", "command", quotable(args[0]))
		}
		p.printHelp(target, nil)
		return nil
	}
}

// printHelp prints the help of cmd. A mistake in a variable does not keep users from it.
func (p *program) printHelp(cmd *cobra.Command, _ []string) {
	_ = p.applySettings(cmd) // of --help, which cobra answers before anything else
	p.startPaging()
	h := helpPage{p.newFactPage(), p}
	if cmd.HasParent() {
		p.buildCommands(cmd)
		h.addCommandHelp(cmd)
	} else {
		p.buildCommands(cmd.Commands()...)
		h.addRootHelp(cmd)
	}
	p.printLines(h.Lines)
}

// helpPage is the page with the help of a command.
type helpPage struct {
	factPage
	p *program
}

// addRootHelp adds the help of the program.
func (h helpPage) addRootHelp(cmd *cobra.Command) {
	h.addProse(h.p.localizer.Text("cli.root.long"))
	h.addHeading("usage")
	h.addBlock("voxatlas [COUNTRY]\nvoxatlas COMMAND ...")
	h.addHeading("commands")
	for _, c := range h.p.commands {
		example, _, _ := strings.Cut(c.Example, "\n")
		h.AddLine(2, text.Span{Text: text.PadLabel(c.Name(), 14) + c.Short})
		h.AddLine(16, text.Span{Text: example, Style: h.theme.Dim})
	}
	h.addHeading("flags")
	h.addFlags(cmd.LocalFlags())
	h.AddBlank()
	h.addProse(h.p.localizer.Text("cli.root.exit"))
}

// addCommandHelp adds the help of a command.
func (h helpPage) addCommandHelp(cmd *cobra.Command) {
	h.addProse(h.asTyped(cmd.Long))
	h.addHeading("usage")
	for usage := range strings.SplitSeq(cmd.Annotations[annotationUsage], "\n") {
		h.AddLine(2, text.Span{Text: h.asTyped("voxatlas " + usage)})
	}
	h.addHeading("examples")
	h.addBlock(h.asTyped(cmd.Example))
	h.addHeading("flags")
	h.addFlags(cmd.LocalFlags())
	if h.p.env.session { // it has commands for the language, the edition and the like
		return
	}
	h.addHeading("global_flags")
	h.addFlags(cmd.InheritedFlags())
}

// asTyped returns a text with its commands as users type them: in plain mode without the name of
// the program before them.
func (h helpPage) asTyped(s string) string {
	if !h.p.env.session {
		return s
	}
	return strings.ReplaceAll(s, "voxatlas ", "")
}

// addHeading adds a heading below a blank line.
func (h helpPage) addHeading(key string) {
	h.AddBlank()
	h.AddLine(0, text.Span{Text: h.p.localizer.Text("cli.help." + key), Style: h.theme.Title})
}

// addProse adds paragraphs, wrapped.
func (h helpPage) addProse(paragraphs string) {
	for paragraph := range strings.SplitSeq(paragraphs, "\n") {
		h.AddText(0, paragraph, h.theme.Text)
	}
}

// addBlock adds lines as they are, indented.
func (h helpPage) addBlock(lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		h.AddLine(2, text.Span{Text: line})
	}
}

// addFlags adds the flags with their descriptions, in two columns; on a plain page with a comma
// between.
func (h helpPage) addFlags(fs *pflag.FlagSet) {
	const column = 18
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, usage := flagTerm(f)
		if h.plain {
			h.AddLine(0, text.Span{Text: name + h.localizer.Text("plain.comma") + usage})
			return
		}
		if text.Width(name) >= column { // it has a line of its own
			h.AddLine(2, text.Span{Text: name})
			name = ""
		}
		h.AddWithPrefix(text.Span{Text: "  " + text.Fit(name, column)}, usage, h.theme.Text)
	})
}
