package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/assets"
	"voxatlas/data/fetched"
	"voxatlas/data/settings"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// options holds the values of the global flags.
type options struct {
	lang    string
	edition string
	data    string
	ascii   bool
	color   string
	theme   string
	plain   bool
	noPager bool
	mouse   bool

	ambiguousWidth string
}

// addGlobalFlags adds the flags of every command to root.
func (p *program) addGlobalFlags(root *cobra.Command) {
	fs := root.PersistentFlags()
	fs.SortFlags = false
	fs.StringVar(&p.options.lang, "lang", "", p.localizer.Text("cli.flag.lang"))
	fs.StringVar(&p.options.edition, "edition", "", p.localizer.Text("cli.flag.edition", "program", p.commandPrefix()))
	if !p.env.Remote {
		fs.StringVar(&p.options.data, "data", "", p.localizer.Text("cli.flag.data"))
	}
	fs.BoolVar(&p.options.ascii, "ascii", false, p.localizer.Text("cli.flag.ascii"))
	fs.BoolVar(&p.options.plain, "plain", false, p.localizer.Text("cli.flag.plain"))
	fs.StringVar(&p.options.color, "color", ColorAuto.String(), p.localizer.Text("cli.flag.color"))
	fs.StringVar(&p.options.theme, "theme", text.ThemeAuto.String(), p.localizer.Text("cli.flag.theme"))
	if !p.env.Remote {
		fs.StringVar(&p.options.ambiguousWidth, settings.AmbiguousWidth, ambiguousWords()[0], p.localizer.Text("cli.flag.ambiguous_width"))
		fs.BoolVar(&p.options.mouse, "mouse", false, p.localizer.Text("cli.flag.mouse"))
		fs.BoolVar(&p.options.noPager, "no-pager", false, p.localizer.Text("cli.flag.no_pager"))
	}
}

// checkGlobalFlags fills the global flags from the settings and refuses wrong values. It also
// decides whether the command opens the browser: see checkOpens.
func (p *program) checkGlobalFlags(cmd *cobra.Command, _ []string) error {
	if cmd.Name() == "serve" {
		p.settings = nil // its clients get none of them
	}
	if err := p.applySettings(cmd); err != nil {
		return err
	}
	if p.options.plain {
		p.env.Width = 0
	}
	fs := cmd.Flags()
	if !p.env.Remote && !slices.Contains(ambiguousWords(), p.options.ambiguousWidth) {
		return p.choiceError(settings.AmbiguousWidth, p.options.ambiguousWidth, ambiguousWords())
	}
	p.checkEncoding(cmd)
	if _, err := p.colorChoice(); err != nil {
		return err
	}
	if _, err := p.themeName(); err != nil {
		return err
	}
	if dir := fs.Lookup("editions"); dir != nil { // a server has only those of this directory
		p.env.Fetched, p.fetched.library = fetched.Dir(dir.Value.String()), nil
	}
	hasEdition, hasFile := fs.Changed("edition"), fs.Changed("data")
	switch {
	case hasEdition && hasFile:
		return p.userError(codeMisuse, "error.data.and_edition")
	case hasEdition && !slices.Contains(p.editions().Dates(), p.options.edition):
		return p.editionError()
	case hasFile && p.options.data == "":
		return p.userError(codeData, "error.data.missing", "subject", "--data", "file", "")
	}
	p.startPaging()
	return p.checkOpens(cmd)
}

// ambiguousWords returns the choices of --ambiguous-width, the default first.
func ambiguousWords() []string { return []string{"auto", "1", "2"} }

// editionError returns the error of an --edition that is none.
func (p *program) editionError() *userError {
	return p.userError(codeMisuse, "error.edition", "date", quotable(p.options.edition), "known", p.localizer.JoinList(p.editions().Dates()))
}

// start sets the language and reads the settings. A shell that asks for completions
// learns nothing of mistakes in them.
func (p *program) start(args []string) error {
	err := p.setLanguage(args)
	if err == nil {
		err = p.readSettings()
	}
	if err == nil || isCompletion(args) {
		err = p.setLanguage(args) // the settings may name another one
	}
	return err
}

// setLanguage sets the language: that of --lang, else of the settings, else of the
// environment. It runs before the commands are made, because their help is
// in that language.
func (p *program) setLanguage(args []string) error {
	p.localizer = p.localizerFor(assets.FromEnv(p.env.Getenv))
	tag, found := langFlag(args)
	if s, ok := p.settings[settings.Lang]; ok && !found && s.mistake == nil {
		tag, found = s.Text(), true
	}
	if !found {
		return nil
	}
	lang, ok := assets.Match(tag)
	if !ok && !isCompletion(args) {
		return p.userError(codeMisuse, "error.lang", "lang", quotable(tag), "known", p.localizer.JoinList(p.langs()))
	}
	if ok {
		p.localizer = p.localizerFor(lang)
	}
	return nil
}

// langs returns the languages of the interface.
func (p *program) langs() []string {
	langs := make([]string, len(p.env.Localizers))
	for i, loc := range p.env.Localizers {
		langs[i] = string(loc.Lang())
	}
	return langs
}

// localizerFor returns the localizer of a language, or the English one if
// there is none.
func (p *program) localizerFor(lang string) say.Localizer {
	for _, loc := range p.env.Localizers {
		if string(loc.Lang()) == lang {
			return loc
		}
	}
	return p.env.Localizers[0]
}

// langFlag returns the value of the last --lang in args, if there is one.
func langFlag(args []string) (tag string, found bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			tag, found = args[i+1], true
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			tag, found = value, true
		}
	}
	return tag, found
}

// isCompletion reports whether a shell asks for completions of args.
func isCompletion(args []string) bool { return len(args) > 0 && isCompletionWord(args[0]) }

// isCompletionWord reports whether word is a command by which a shell asks for completions.
func isCompletionWord(word string) bool {
	return word == cobra.ShellCompRequestCmd || word == cobra.ShellCompNoDescRequestCmd
}

// flagError returns an error of the flag parser in the user's language.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	help := p.helpCommandLine(cmd)
	var unknown *pflag.NotExistError
	var missingValue *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			return p.unknownFlagError(cmd, "-"+letters)
		}
		return p.unknownFlagError(cmd, "--"+unknown.GetSpecifiedName())
	case errors.As(err, &missingValue):
		return p.userError(codeMisuse, "error.flag.no_value", "flag", flagName(missingValue.GetFlag()), "help", help)
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "duration":
		return p.userError(codeMisuse, "error.flag.duration", "flag", flagName(invalid.GetFlag()), "value", quotable(invalid.GetValue()))
	case errors.As(err, &invalid):
		return p.userError(codeMisuse, "error.flag.value", "flag", flagName(invalid.GetFlag()), "value", quotable(invalid.GetValue()), "help", help)
	}
	return p.userError(codeMisuse, "error.flag.other", "why", quotable(err.Error()), "help", help)
}

// helpCommandLine returns the command line that prints the help of cmd.
func (p *program) helpCommandLine(cmd *cobra.Command) string {
	switch {
	case !p.env.Remote && !p.env.session:
		return cmd.CommandPath() + " --help"
	case cmd.HasParent():
		return "help " + cmd.Name()
	}
	return "help"
}

// flagName returns the flag as users type it, in its short form if it has
// one.
func flagName(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand
	}
	return "--" + f.Name
}
