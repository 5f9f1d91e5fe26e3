package cli

import (
	"runtime"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// buildVersion makes cmd the command that prints the versions of the program
// and its editions.
func (p *program) buildVersion(cmd *cobra.Command) {
	var asJSON bool
	p.describe(cmd, "version [--json]")
	cmd.Args = p.noArgs
	cmd.RunE = func(*cobra.Command, []string) error { return p.printVersion(asJSON) }
	p.addJSONFlag(cmd, &asJSON)
}

// versionDocument is the JSON of the version.
type versionDocument struct {
	Program  string            `json:"program"`
	Version  string            `json:"version"`
	Commit   string            `json:"commit,omitzero"`
	Go       string            `json:"go"`
	Editions []editionDocument `json:"editions"`
}

type editionDocument struct {
	Date      string      `json:"date"`
	AppliesTo []string    `json:"applies_to"`
	Countries int         `json:"countries"`
	Source    data.Source `json:"source"`
}

func (p *program) printVersion(asJSON bool) error {
	atlases, err := p.versionEditions()
	if err != nil {
		return err
	}
	v := p.env.Version
	if asJSON {
		doc := versionDocument{"voxatlas", v.Program, v.Commit, v.Go, nil}
		for _, a := range atlases {
			e := a.Info()
			doc.Editions = append(doc.Editions, editionDocument{e.Date, e.AppliesTo.Slice(), a.Len(), data.Source(e.Source)})
		}
		return p.printJSON(doc)
	}
	p.print("voxatlas "+v.Program, v.Go)
	if v.Commit != "" {
		p.print(p.localizer.Labelled(p.localizer.Text("cli.version.commit"), v.Commit))
	}
	p.print("", p.localizer.Text("cli.version.editions"))
	var table text.Table
	for _, a := range atlases {
		s := a.Info().Source
		if !s.Recorded() {
			s.Repository = p.localizer.Origin(a.Info())
		}
		row := []string{"  " + a.Info().Date, s.Repository, s.Commit}
		if age := p.age(a.Info().Date); age.Known {
			row = slices.Insert(row, 1, p.localizer.Age(age))
		}
		table.AddRow(text.Style{}, row...)
	}
	p.printLines(table.Lines())
	return nil
}

// versionEditions returns the embedded and fetched editions, or the one that the options
// name.
func (p *program) versionEditions() ([]*model.Atlas, error) {
	if p.options.data != "" || p.options.edition != "" {
		a, err := p.atlas()
		return []*model.Atlas{a}, err
	}
	var atlases []*model.Atlas
	for _, e := range p.editions().Editions() {
		if err := p.loadEdition(e); err != nil {
			return nil, err
		}
		if !e.Own {
			atlases = append(atlases, e.Atlas())
		}
	}
	return atlases, nil
}

// embeddedAtlases opens all embedded editions, the oldest first.
func (p *program) embeddedAtlases() ([]*model.Atlas, error) {
	var atlases []*model.Atlas
	for _, e := range p.env.Library.Editions() {
		if !e.IsEmbedded() {
			continue
		}
		if err := p.loadEdition(e); err != nil {
			return nil, err
		}
		atlases = append(atlases, e.Atlas())
	}
	return atlases, nil
}

// BuildVersion returns the version that the build recorded.
func BuildVersion() Version {
	v := Version{Program: "(unknown)", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Program = info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Commit = s.Value
		}
	}
	return v
}
