package cli

import (
	"errors"
	"os"
	"slices"
	"strconv"

	"github.com/anmitsu/go-shlex"
	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data/settings"
	"voxatlas/model"
	"voxatlas/ui/rows"
)

// originKind is the kind of place that the value of a setting comes from. The order is that
// in which they are asked, the last first.
type originKind string

// The kinds of places.
const (
	fromDefault  originKind = "default"
	fromFile     originKind = "file"
	fromVariable originKind = "environment"
	fromOption   originKind = "option"
)

// setting is the value of a setting in force, and the place that it comes from.
type setting struct {
	settings.Value
	origin originKind
	name   string // of the variable or option

	mistake error // of the variable, which counts only if no option comes before it
}

// readSettings reads the settings from the variables and the file. Over SSH there are only
// those that a client may choose by its variables. A setting that neither has is absent.
func (p *program) readSettings() error {
	path, named := p.settingsFile()
	var fromTheFile settings.Values
	if path != "" && path != os.DevNull {
		var err error
		if fromTheFile, err = settings.Read(path); err != nil {
			return p.settingsError(path, err)
		}
		p.settingsMissing = named && fromTheFile == nil
	}
	p.settings = map[string]setting{}
	for _, k := range settings.Keys() {
		if p.env.Remote && !k.Remote {
			continue
		}
		s, found, err := p.readSetting(k, path, fromTheFile)
		if err != nil {
			return err
		}
		if found && (!p.env.noSettings || k.Name == settings.Mine) {
			p.settings[k.Name] = s
		}
	}
	return nil
}

// readSetting returns the setting of a key: that of its variable, else that of the file.
func (p *program) readSetting(k settings.Key, path string, file settings.Values) (s setting, found bool, err error) {
	s, subject := setting{origin: fromFile}, path
	s.Value, found = file[k.Name]
	if text := p.env.Getenv(k.Variable()); text != "" {
		s, subject = setting{origin: fromVariable, name: k.Variable()}, k.Variable()
		s.Value, err = k.ParseVariable(text)
		found = true
	}
	if found && err == nil {
		err = p.checkSetting(k, s.Value)
	}
	if err != nil {
		err = p.settingsError(subject, err)
	}
	if s.origin == fromVariable {
		s.mistake, err = err, nil
	}
	return s, found, err
}

// checkSetting refuses wrong values that package settings cannot find: it knows no languages,
// editions, countries or answers. Names of countries become codes.
func (p *program) checkSetting(k settings.Key, v settings.Value) error {
	switch k.Name {
	case settings.Lang:
		if _, ok := assets.Match(v.Text()); !ok {
			return k.BadValue(v, v.Text(), p.langs())
		}
	case settings.Edition:
		if known := p.editions().Dates(); !slices.Contains(known, v.Text()) {
			return k.BadValue(v, v.Text(), known)
		}
	case settings.Pager:
		if _, err := shlex.Split(v.Text(), true); err != nil {
			return k.BadValue(v, v.Text(), nil)
		}
	case settings.Mine:
		return p.resolveMine(k, v)
	case settings.Columns:
		if len(v.Texts) == 0 {
			return nil
		}
		var unknown *model.UnknownKeyError
		if _, err := rows.ParseFeatures(v.Text()); errors.As(err, &unknown) {
			e := k.BadValue(v, unknown.Key, nil)
			e.Nearest, e.Known = p.keyMeant(unknown.Key), shortKeys()
			return e
		}
	}
	return nil
}

// applySettings gives the options of the same names the values of the settings, unless
// they were given. The edition of the settings is no option: see defaultEdition. The error
// is that of a variable, or of a file that a variable names and that is not there.
func (p *program) applySettings(cmd *cobra.Command) error {
	if p.settingsMissing && !isInit(cmd) {
		return p.settingsError(configVariable, &settings.Error{Kind: settings.Missing, Found: shownPath(p.env.Getenv(configVariable))})
	}
	for _, k := range settings.Keys() {
		s, found := p.settings[k.Name]
		f := cmd.Flags().Lookup(k.Name)
		switch {
		case !found, f != nil && f.Changed:
		case s.mistake != nil:
			return s.mistake
		case f != nil && k.Name != settings.Lang && k.Name != settings.Edition:
			_ = f.Value.Set(s.Text()) // the value was checked
		}
	}
	return nil
}

// settingsError returns the error of a mistake in the settings. The subject is the path
// of the file, or the name of a variable.
func (p *program) settingsError(subject string, err error) error {
	var e *settings.Error
	if !errors.As(err, &e) {
		return err
	}
	subject = shownPath(subject)
	if e.Line > 0 {
		subject += ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column)
	}
	key := "error.settings." + string(e.Kind)
	switch {
	case (e.Kind == settings.Syntax || e.Kind == settings.Quotes) && e.Key == "":
		e = &settings.Error{Key: settings.Lang, Found: "en"} // as an example
	case e.Kind == settings.Unreadable:
		key += "." + e.Why
	case e.Kind == settings.BadValue && e.Line == 0:
		key = "error.settings.variable"
	case e.Kind == settings.WrongType:
		key += "." + typeWord(e.Type)
	}
	return p.userError(codeMisuse, key,
		"subject", subject, "key", e.Key, "found", e.Found, "example", e.Example(), "limit", e.Limit, "advice", p.settingAdvice(e))
}

// typeWord returns the word of a type in the keys of catalogs.
func typeWord(t settings.Type) string {
	return model.WordOf([]string{"text", "switch", "list"}, t)
}

// settingAdvice returns the advice about a wrong name or value: the nearest right one, and
// all of them.
func (p *program) settingAdvice(e *settings.Error) string {
	known := p.localizer.JoinList(e.Known)
	switch {
	case e.Nearest != "" && known != "":
		return p.localizer.Text("mistake.near", "nearest", e.Nearest, "known", known)
	case known != "":
		return p.localizer.Text("mistake.choose", "known", known)
	case e.Key == settings.Mine:
		return p.localizer.Text("error.settings.code")
	case e.Key == settings.Pager:
		return p.localizer.Text("error.settings.quotes")
	}
	return p.localizer.Text("error.settings.see")
}
