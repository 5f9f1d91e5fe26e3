package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/ui/text"
)

// help is the command that prints the help of another.
func (p *program) help() *cobra.Command {
	cmd := p.command("help", "help [COMMAND]")
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
			if err := p.misplaced(args[0]); err != nil {
				return err
			}
			return p.fault(codeMisuse, "error.help", "command", given(args[0]))
		}
		p.printHelp(target, nil)
		return nil
	}
	return cmd
}

// printHelp writes the help of cmd.
func (p *program) printHelp(cmd *cobra.Command, _ []string) {
	h := helpPage{p.sheet(), p}
	if cmd.HasParent() {
		h.command(cmd)
	} else {
		h.root(cmd)
	}
	p.printLines(h.Lines)
}

// helpPage is the help of a command.
type helpPage struct {
	sheet
	p *program
}

func (h helpPage) root(cmd *cobra.Command) {
	h.prose(h.p.localizer.Text("cli.root.long"))
	h.heading("usage")
	h.block("voxatlas [COUNTRY]\nvoxatlas COMMAND ...")
	h.heading("commands")
	for _, c := range h.p.commands {
		example, _, _ := strings.Cut(c.Example, "\n")
		h.AddLine(2, text.Span{Text: pad(c.Name(), 12) + c.Short})
		h.AddLine(14, text.Span{Text: example, Style: h.theme.Dim})
	}
	h.heading("flags")
	h.flags(cmd.LocalFlags())
	h.AddBlank()
	h.prose(h.p.localizer.Text("cli.root.exit"))
}

func (h helpPage) command(cmd *cobra.Command) {
	h.prose(cmd.Long)
	h.heading("usage")
	for usage := range strings.SplitSeq(cmd.Annotations[annotationUsage], "\n") {
		h.AddLine(2, text.Span{Text: "voxatlas " + usage})
	}
	h.heading("examples")
	h.block(cmd.Example)
	h.heading("flags")
	h.flags(cmd.LocalFlags())
	h.heading("global_flags")
	h.flags(cmd.InheritedFlags())
}

func (h helpPage) heading(key string) {
	h.AddBlank()
	h.AddLine(0, text.Span{Text: h.p.localizer.Text("cli.help." + key), Style: h.theme.Title})
}

// prose is paragraphs, wrapped.
func (h helpPage) prose(paragraphs string) {
	for paragraph := range strings.SplitSeq(paragraphs, "\n") {
		h.AddText(0, paragraph, h.theme.Text)
	}
}

// block is lines as they are.
func (h helpPage) block(lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		h.AddLine(2, text.Span{Text: line})
	}
}

// flags lists flags with their meaning.
func (h helpPage) flags(fs *pflag.FlagSet) {
	const column = 18
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + value
		}
		if text.Width(name) >= column { // it has a line of its own
			h.AddLine(2, text.Span{Text: name})
			name = ""
		}
		h.AddWithPrefix(text.Span{Text: "  " + text.Fit(name, column)}, usage, h.theme.Text)
	})
}
