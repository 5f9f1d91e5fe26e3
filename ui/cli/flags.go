package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/assets"
	"voxatlas/ui/say"
)

// options are the flags of every command.
type options struct {
	lang    string
	edition string
	data    string
	ascii   bool
	color   string
}

// globals adds the flags of every command to root.
func (p *program) globals(root *cobra.Command) {
	fs := root.PersistentFlags()
	fs.SortFlags = false
	fs.StringVar(&p.options.lang, "lang", "", p.localizer.Text("cli.flag.lang"))
	fs.StringVar(&p.options.edition, "edition", "", p.localizer.Text("cli.flag.edition", "program", p.name()))
	if !p.env.Remote {
		fs.StringVar(&p.options.data, "data", "", p.localizer.Text("cli.flag.data"))
	}
	fs.BoolVar(&p.options.ascii, "ascii", false, p.localizer.Text("cli.flag.ascii"))
	fs.StringVar(&p.options.color, "color", ColorAuto.String(), p.localizer.Text("cli.flag.color"))
	if !p.env.Remote { // cobra keeps what completes flags for as long as the process lives
		p.completeGlobals(root)
	}
}

// check refuses values of the global flags that mean nothing, whatever the
// command.
func (p *program) check(cmd *cobra.Command, _ []string) error {
	if _, err := p.color(); err != nil {
		return err
	}
	fs := cmd.Flags()
	dated, filed := fs.Changed("edition"), fs.Changed("data")
	known := p.env.Library.Dates()
	switch {
	case dated && filed:
		return p.fault(codeMisuse, "error.data.and_edition")
	case dated && !slices.Contains(known, p.options.edition):
		return p.fault(codeMisuse, "error.edition", "date", given(p.options.edition), "known", p.localizer.JoinList(known))
	case filed && p.options.data == "":
		return p.fault(codeData, "error.data.missing", "subject", "--data", "file", "")
	}
	return nil
}

// speak chooses the language: --lang, else the environment's. It must be known
// before the commands are made, because their help speaks it, too.
func (p *program) speak(args []string) error {
	p.localizer = p.localizerOf(assets.FromEnv(p.env.Getenv))
	tag, asked := langFlag(args)
	if !asked {
		return nil
	}
	lang, ok := assets.Match(tag)
	if !ok && !completing(args) {
		return p.fault(codeMisuse, "error.lang", "lang", given(tag), "known", p.localizer.JoinList(assets.Langs()))
	}
	if ok {
		p.localizer = p.localizerOf(lang)
	}
	return nil
}

func (p *program) localizerOf(lang string) say.Localizer {
	for _, loc := range p.env.Localizers {
		if string(loc.Lang()) == lang {
			return loc
		}
	}
	return p.env.Localizers[0]
}

// langFlag is the value of the last --lang in args, if there is one.
func langFlag(args []string) (tag string, asked bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			tag, asked = args[i+1], true
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			tag, asked = value, true
		}
	}
	return tag, asked
}

// completing reports whether a shell asks how args may go on.
func completing(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// badFlag puts an error of the flag parser in the user's language.
func (p *program) badFlag(cmd *cobra.Command, err error) error {
	help := p.helpOf(cmd)
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + name
		} else {
			name = "--" + name
		}
		return p.fault(codeMisuse, "error.flag.unknown", "flag", given(name), "help", help)
	case errors.As(err, &bare):
		return p.fault(codeMisuse, "error.flag.bare", "flag", flagName(bare.GetFlag()), "help", help)
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "duration":
		return p.fault(codeMisuse, "error.flag.duration", "flag", flagName(invalid.GetFlag()), "value", given(invalid.GetValue()))
	case errors.As(err, &invalid):
		return p.fault(codeMisuse, "error.flag.value", "flag", flagName(invalid.GetFlag()), "value", given(invalid.GetValue()), "help", help)
	}
	return p.fault(codeMisuse, "error.flag.other", "why", given(err.Error()), "help", help)
}

// helpOf is what to type for the help of cmd.
func (p *program) helpOf(cmd *cobra.Command) string {
	switch {
	case !p.env.Remote:
		return cmd.CommandPath() + " --help"
	case cmd.HasParent():
		return "help " + cmd.Name()
	}
	return "help"
}

// flagName is how people type f: short where it can be.
func flagName(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand
	}
	return "--" + f.Name
}
