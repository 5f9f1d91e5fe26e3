package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
	"voxatlas/data/settings"
	"voxatlas/ui/text"
)

// buildConfig makes cmd the command that prints the settings in force, and writes a file
// of them.
func (p *program) buildConfig(cmd *cobra.Command) {
	var asJSON, initial bool
	p.describe(cmd, "config [--json]\nconfig --init")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		switch {
		case initial && asJSON:
			return p.userError(codeMisuse, "error.config.init_json")
		case initial:
			return p.writeSettingsFile()
		case asJSON:
			return p.printConfigJSON(cmd)
		}
		return p.printConfig(cmd)
	}
	cmd.Flags().BoolVar(&initial, initFlag, false, p.localizer.Text("cli.config.init"))
	p.addJSONFlag(cmd, &asJSON)
}

// initFlag is the flag that writes the file of the settings, which need not be there then.
const initFlag = "init"

// isInit reports whether a command writes the file of the settings.
func isInit(cmd *cobra.Command) bool {
	return cmd.Name() == "config" && cmd.Flags().Changed(initFlag)
}

// setInForce is a setting in force: its key, its value and the place that it comes from.
type setInForce struct {
	settings.Key
	setting
}

// settingsInForce returns all settings in force, in the order of their keys.
func (p *program) settingsInForce(cmd *cobra.Command) []setInForce {
	var list []setInForce
	for _, k := range settings.Keys() {
		s, found := p.settings[k.Name]
		if !found {
			s = p.defaultSetting(k)
		}
		if f := cmd.Flags().Lookup(k.Name); f != nil && f.Changed {
			s = setting{Value: settings.Value{Texts: []string{f.Value.String()}}, origin: fromOption, name: "--" + k.Name}
		}
		list = append(list, setInForce{k, p.overridden(cmd, k, s)})
	}
	return list
}

// defaultSetting returns the value of a setting that is set nowhere.
func (p *program) defaultSetting(k settings.Key) setting {
	s := setting{origin: fromDefault}
	switch {
	case k.Name == settings.Lang:
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			if p.env.Getenv(name) != "" {
				return setting{Value: settings.Value{Texts: []string{string(p.localizer.Lang())}}, origin: fromVariable, name: name}
			}
		}
		s.Texts = []string{string(p.localizer.Lang())}
	case k.Name == settings.Edition:
		s.Texts = []string{p.defaultEdition().Date}
	case k.Default != "":
		s.Texts = []string{k.Default}
	}
	return s
}

// overridden returns a setting as the environment and other options override it.
func (p *program) overridden(cmd *cobra.Command, k settings.Key, s setting) setting {
	switch {
	case k.Name == settings.Lang: // a tag may be another name of the language
		s.Texts = []string{string(p.localizer.Lang())}
	case k.Name == settings.Edition && cmd.Flags().Changed("data"):
		return setting{Value: settings.Value{Texts: []string{p.options.data}}, origin: fromOption, name: "--data"}
	case k.Name == settings.Pager:
		return p.pagerSetting()
	case k.Name == settings.ASCII && s.origin == fromDefault && p.options.ascii: // see checkEncoding
		variable, _, _ := p.otherEncoding()
		return setting{Value: settings.Value{Texts: []string{"true"}}, origin: fromVariable, name: variable}
	case k.Name == settings.Color && s.Text() == ColorAuto.String():
		if c, variable := p.colorOfEnvironment(); variable != "" {
			return setting{Value: settings.Value{Texts: []string{c.String()}}, origin: fromVariable, name: variable}
		}
	}
	return s
}

// printConfig prints the settings in force, each with its origin, and the file.
func (p *program) printConfig(cmd *cobra.Command) error {
	path, _ := p.settingsFile()
	var table text.Table
	theme := p.theme()
	for _, s := range p.settingsInForce(cmd) {
		value := strings.Join(s.Texts, " ")
		if value == "" {
			value = "-"
		}
		table.Rows = append(table.Rows, []text.Line{
			{{Text: s.Name, Style: theme.Strong}}, {{Text: quotable(value)}}, {{Text: p.originText(s, path), Style: theme.Dim}},
		})
	}
	p.printLines(table.Lines())
	key := "cli.config.file"
	if _, err := os.Stat(path); err != nil {
		key = "cli.config.no_file"
	}
	p.print("", p.localizer.Text(key, "file", shownPath(path)))
	return nil
}

// originText says where the value of a setting comes from.
func (p *program) originText(s setInForce, path string) string {
	switch s.origin {
	case fromFile:
		return shownPath(path) + ":" + strconv.Itoa(s.Line)
	case fromVariable:
		return p.localizer.Text("cli.config.environment", "name", s.name)
	case fromOption:
		return p.localizer.Text("cli.config.option", "name", s.name)
	}
	return p.localizer.Text("cli.config.default")
}

// configDocument is the JSON of the settings in force.
type configDocument struct {
	File     string            `json:"file"` // of the settings; it need not exist
	Settings []settingDocument `json:"settings"`
}

// settingDocument is the JSON of a setting. Value is a text, true or false, or a list.
type settingDocument struct {
	Key    string     `json:"key"`
	Value  any        `json:"value"`
	Origin originKind `json:"origin"`
	Name   string     `json:"name,omitzero"` // of the variable or option
	Line   int        `json:"line,omitzero"` // in the file
}

func (p *program) printConfigJSON(cmd *cobra.Command) error {
	path, _ := p.settingsFile()
	doc := configDocument{File: shownPath(path)}
	for _, s := range p.settingsInForce(cmd) {
		d := settingDocument{Key: s.Name, Value: s.Text(), Origin: s.origin, Name: s.name, Line: s.Line}
		switch s.Type {
		case settings.Switch:
			d.Value = s.Text() == "true"
		case settings.List:
			d.Value = append([]string{}, s.Texts...)
		case settings.Text:
		}
		doc.Settings = append(doc.Settings, d)
	}
	return p.printJSON(doc)
}

// writeSettingsFile writes a file that describes every setting and changes none but the
// language, which becomes the present one. It replaces no file.
func (p *program) writeSettingsFile() error {
	path, _ := p.settingsFile()
	if path == "" || path == os.DevNull {
		return p.userError(codeData, "error.config.no_place")
	}
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		staged := data.Stage(path)
		defer staged.Close() //nolint:errcheck // it is written by then, or not at all
		_, _ = staged.Write([]byte(p.settingsFileText()))
		err = staged.Create()
	}
	switch {
	case errors.Is(err, data.ErrExists):
		return p.userError(codeData, "error.config.exists", "file", shownPath(path))
	case err != nil:
		return p.userError(codeData, "error.config.unwritable", "file", shownPath(path), "why", p.fileReason(err))
	}
	p.print(p.localizer.Text("cli.config.written", "file", shownPath(path)))
	return nil
}

// settingsFileText returns the text of a new file: every setting with its description.
func (p *program) settingsFileText() string {
	var b strings.Builder
	comment := func(texts string) {
		for line := range strings.SplitSeq(texts, "\n") {
			b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
		}
	}
	comment(p.localizer.Text("config.head"))
	for _, k := range settings.Keys() {
		b.WriteString("\n")
		comment(p.localizer.Text("config." + k.Name))
		if k.Name == settings.Lang {
			b.WriteString(k.Name + " = " + strconv.Quote(string(p.localizer.Lang())) + "\n")
			continue
		}
		comment(k.Name + " = " + p.exampleValue(k))
	}
	return b.String()
}

// exampleValue returns a value of a setting as a file has it: the default, if it is one
// for everybody.
func (p *program) exampleValue(k settings.Key) string {
	switch {
	case k.Type == settings.Switch:
		return "true"
	case k.Name == settings.Columns:
		return `["cp", "tollfree"]`
	case k.Name == settings.Mine:
		return `["TW", "JP"]`
	case k.Name == settings.Edition:
		return strconv.Quote(p.editions().Newest().Date)
	case k.Name == settings.Pager:
		return strconv.Quote(defaultPager)
	}
	return strconv.Quote(k.Default)
}
