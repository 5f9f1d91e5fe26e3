package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
	h := helpPage{p.page(), p}
	if cmd.HasParent() {
		h.command(cmd)
	} else {
		h.root(cmd)
	}
	p.print(h.lines...)
}

// helpPage is the help of a command.
type helpPage struct {
	*page
	p *program
}

func (h helpPage) root(cmd *cobra.Command) {
	h.prose(h.p.localizer.Text("cli.root.long"))
	h.heading("usage")
	h.block("voxatlas [COUNTRY]\nvoxatlas COMMAND ...")
	h.heading("commands")
	for _, c := range h.p.commands {
		example, _, _ := strings.Cut(c.Example, "\n")
		h.line(2, pad(c.Name(), 12)+c.Short)
		h.line(14, h.paint.dim(example))
	}
	h.heading("flags")
	h.flags(cmd.LocalFlags())
	h.blank()
	h.prose(h.p.localizer.Text("cli.root.exit"))
}

func (h helpPage) command(cmd *cobra.Command) {
	h.prose(cmd.Long)
	h.heading("usage")
	for usage := range strings.SplitSeq(cmd.Annotations[annotationUsage], "\n") {
		h.line(2, "voxatlas "+usage)
	}
	h.heading("examples")
	h.block(cmd.Example)
	h.heading("flags")
	h.flags(cmd.LocalFlags())
	h.heading("global_flags")
	h.flags(cmd.InheritedFlags())
}

func (h helpPage) heading(key string) {
	h.blank()
	h.line(0, h.paint.title(h.p.localizer.Text("cli.help."+key)))
}

// prose is paragraphs, wrapped.
func (h helpPage) prose(text string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		h.text(0, paragraph, nil)
	}
}

// block is lines as they are.
func (h helpPage) block(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		h.line(2, line)
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
		if cells(name) >= column { // it has a line of its own
			h.line(2, name)
			name = ""
		}
		for i, line := range wrap(usage, h.width-2-column) {
			if i > 0 {
				name = ""
			}
			h.line(2, name+strings.Repeat(" ", column-cells(name))+line)
		}
	})
}
