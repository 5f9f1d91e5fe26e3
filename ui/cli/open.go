package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/anmitsu/go-shlex"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/ui/commandline"
)

// viewFlags lists the commands that have a view in the browser, with the flags that the
// browser understands of each. The other flags are about the printed form.
func viewFlags() map[commandline.Name][]string {
	return map[commandline.Name][]string{
		commandline.Show:     {},
		commandline.List:     {"where", "failing"},
		commandline.Table:    {"where", "only", "sort"},
		commandline.Compare:  {"only", "diff"},
		commandline.Services: {},
		commandline.Changes:  {"from", "to", "where"},
		commandline.History:  {},
		commandline.Rollout:  {"need"},
	}
}

// expandOpen returns the arguments with the command behind --open in place of the flag:
// "--ascii --open 'compare tw jp'" becomes "--ascii compare tw jp". It notes that the
// command opens the browser. Over SSH the name of the program may stand first, since SSH
// clients take options behind the host for their own.
func (p *program) expandOpen(args []string) ([]string, error) {
	if p.env.Remote && len(args) > 0 && args[0] == programName {
		args = args[1:]
	}
	i := p.openIndex(args)
	if i < 0 {
		return args, nil
	}
	line, rest := strings.TrimPrefix(args[i], "--open="), args[i+1:]
	if line == args[i] {
		line, rest = rest[0], rest[1:]
	}
	words, err := shlex.Split(line, true)
	if err != nil {
		return args, p.userError(codeMisuse, "error.open.quotes", "words", quotable(line))
	}
	if len(words) > 0 && words[0] == programName { // a copied command begins so
		words = words[1:]
	}
	p.opens = true
	return slices.Concat(args[:i], words, rest), nil
}

// programName is the word that users type before a command.
const programName = "voxatlas"

// openIndex returns the index of --open in args, if it has a value and only global flags
// stand before it; else -1.
func (p *program) openIndex(args []string) int {
	isOpen := func(arg string) bool { return arg == "--open" || strings.HasPrefix(arg, "--open=") }
	if !slices.ContainsFunc(args, isOpen) { // as at most starts
		return -1
	}
	var root cobra.Command
	p.addGlobalFlags(&root)
	for i := 0; i < len(args); i++ {
		arg := args[i]
		f := root.PersistentFlags().Lookup(strings.TrimPrefix(arg, "--"))
		switch {
		case isOpen(arg) && (arg != "--open" || i+1 < len(args)):
			return i
		case !strings.HasPrefix(arg, "--") || arg == "--":
			return -1
		case f != nil && f.NoOptDefVal == "":
			i++ // its value
		}
	}
	return -1
}

// checkOpens decides whether cmd shows its view in the browser: if --open asks for it,
// or if it is one of the wide views and was called over SSH on a terminal, unless a flag
// is about the printed form. It refuses commands and flags that --open cannot have.
func (p *program) checkOpens(cmd *cobra.Command) error {
	if !cmd.HasParent() {
		return nil
	}
	name := commandline.Name(cmd.Name())
	flags, ok := viewFlags()[name]
	printed := "" // a flag about the printed form
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Changed && !slices.Contains(flags, f.Name) {
			printed = f.Name
		}
	})
	switch {
	case !p.opens:
		wide := name == commandline.Table || name == commandline.Compare
		p.opens = wide && p.env.Remote && p.env.Terminal && printed == "" && !p.showsLines()
	case !ok:
		var known []string
		for name := range viewFlags() {
			if !slices.Contains(p.localCommands, string(name)) {
				known = append(known, string(name))
			}
		}
		slices.Sort(known)
		return p.userError(codeMisuse, "error.open.command", "command", quotable(cmd.Name()), "known", p.localizer.JoinList(known))
	case printed != "":
		return p.userError(codeMisuse, "error.open.flag", "flag", "--"+printed)
	}
	return nil
}

// openView opens the browser with the view of a command. If a name meant no country, its
// error has been printed, and there is no browser to cover it.
func (p *program) openView(ctx context.Context, c commandline.Command) error {
	if p.code != 0 {
		return nil
	}
	e, err := p.edition()
	if err != nil {
		return err
	}
	b := Browse{StartOptions: commandline.StartOptions{Edition: e, View: c}}
	if c.To != nil {
		b.Edition = c.To
	}
	if len(c.Countries) > 0 {
		b.Country = c.Countries[0]
	}
	return p.browse(ctx, b, p.commandPrefix()+c.Words())
}
