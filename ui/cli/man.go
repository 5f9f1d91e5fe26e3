package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// buildMan makes cmd the command that prints the manual page of the program.
func (p *program) buildMan(cmd *cobra.Command) {
	p.describe(cmd, "man")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		p.print(strings.TrimRight(p.manualPage(cmd.Root()), "\n"))
		return nil
	}
}

// manualPage returns the manual page in roff: the help of all commands, and the files and
// the variables that the program reads.
func (p *program) manualPage(root *cobra.Command) string {
	p.buildCommands(root.Commands()...)
	var r roffPage
	section := func(key string) { r.addSection(p.localizer.Text("cli.man.section." + key)) }

	r.addTitle("VOXATLAS", "voxatlas "+p.env.Version.Program)
	section("name")
	r.addLine(escapeRoff("voxatlas") + ` \- ` + escapeRoff(p.localizer.Text("cli.man.name")))
	section("synopsis")
	r.addVerbatim([]string{"voxatlas [COUNTRY]", "voxatlas COMMAND ..."})
	section("description")
	r.addProse(p.localizer.Text("cli.root.long"))
	section("options")
	addManualFlags(&r, root.LocalFlags())
	section("commands")
	for _, c := range p.commands {
		p.addManualCommand(&r, c.Command)
	}
	section("exit")
	r.addProse(p.localizer.Text("cli.root.exit"))
	section("environment")
	addManualTerms(&r, p.localizer.Text("cli.man.environment"))
	section("files")
	addManualTerms(&r, p.localizer.Text("cli.man.files"))
	return r.String()
}

// addManualCommand adds the part of a command.
func (p *program) addManualCommand(r *roffPage, cmd *cobra.Command) {
	r.addSubsection(cmd.Name())
	r.addProse(cmd.Long)
	usage := strings.Split(cmd.Annotations[annotationUsage], "\n")
	for i := range usage {
		usage[i] = "voxatlas " + usage[i]
	}
	r.addVerbatim(usage)
	addManualFlags(r, cmd.LocalFlags())
	r.addProse(p.localizer.Text("cli.help.examples"))
	r.addVerbatim(strings.Split(cmd.Example, "\n"))
}

// addManualFlags adds the flags with their descriptions, but for --help.
func addManualFlags(r *roffPage, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		name, usage := flagTerm(f)
		r.addTerm(name, usage)
	})
}

// addManualTerms adds lines of a text, each a term, a colon and its description.
func addManualTerms(r *roffPage, lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		term, description, ok := strings.Cut(line, ": ")
		if !ok {
			term, description, _ = strings.Cut(line, "：")
		}
		r.addTerm(term, description)
	}
}

// flagTerm returns the names of a flag with that of its value, as "-o, --output FILE",
// and its description.
func flagTerm(f *pflag.Flag) (names, usage string) {
	value, usage := pflag.UnquoteUsage(f)
	words := []string{"--" + f.Name}
	if f.Shorthand != "" {
		words = slices.Insert(words, 0, "-"+f.Shorthand+",")
	}
	if value != "" {
		words = append(words, value)
	}
	return strings.Join(words, " "), usage
}
