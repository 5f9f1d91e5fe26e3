package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/assets"
	"voxatlas/data/fetched"
	"voxatlas/data/settings"
	"voxatlas/ui/text"
)

// fetchedOptions holds the flags about the editions that the user has fetched before.
type fetchedOptions struct {
	list   bool
	asJSON bool   // of the list
	remove string // the date of one
}

// addFetchedFlags adds the flags of o to the command update.
func (p *program) addFetchedFlags(cmd *cobra.Command, o *fetchedOptions) {
	fs := cmd.Flags()
	fs.BoolVar(&o.list, "list", false, p.localizer.Text("cli.update.list"))
	fs.BoolVar(&o.asJSON, "json", false, p.localizer.Text("cli.update.json"))
	fs.StringVar(&o.remove, "remove", "", p.localizer.Text("cli.update.remove"))
	if !p.env.Remote { // see completeGlobals
		_ = cmd.RegisterFlagCompletionFunc("remove", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			dates, _ := p.env.Fetched.Dates() // none to propose
			return dates, cobra.ShellCompDirectiveNoFileComp
		})
	}
}

// manageFetched lists the editions that the user has fetched, or removes one. No other flag
// of the command may stand beside.
func (p *program) manageFetched(flags *pflag.FlagSet, o fetchedOptions) error {
	var given []string
	for _, name := range []string{"check", "dir", "keep", "base-url", "list", "remove"} {
		if flags.Changed(name) {
			given = append(given, "--"+name)
		}
	}
	switch {
	case len(given) > 1:
		return p.userError(codeMisuse, "error.update.one", "flags", p.localizer.JoinList(given))
	case o.asJSON && !o.list:
		return p.userError(codeMisuse, "error.update.json")
	case p.options.data != "" || p.options.edition != "":
		return p.userError(codeMisuse, "error.update.edition")
	case p.env.Fetched == "":
		return p.userError(codeData, "error.update.no_home")
	case o.list:
		return p.listFetched(o.asJSON)
	}
	return p.removeFetched(o.remove)
}

// fetchedDocument is the JSON of an edition that the user has fetched.
type fetchedDocument struct {
	Date         string `json:"date"`
	File         string `json:"file"`
	Bytes        int64  `json:"bytes"`
	Website      string `json:"website,omitzero"` // that its pages were fetched from
	PagesRead    int    `json:"pages_read"`
	PagesNotRead int    `json:"pages_not_read"`
	Default      bool   `json:"default"`         // used without an option
	Fault        string `json:"fault,omitempty"` // why it is passed over; "" if it is not
}

// listFetched prints the editions that the user has fetched, the newest first.
func (p *program) listFetched(asJSON bool) error {
	dates, err := p.env.Fetched.Dates()
	var trouble *fetched.Error
	if errors.As(err, &trouble) {
		return p.fetchedError(trouble, "")
	}
	docs := make([]fetchedDocument, 0, len(dates))
	var origins []string
	for _, date := range slices.Backward(dates) {
		doc, origin := p.describeFetched(date)
		docs, origins = append(docs, doc), append(origins, origin)
	}
	switch {
	case asJSON:
		return p.printJSON(docs)
	case len(docs) == 0:
		p.notice("update.list.none")
		return nil
	}
	t := text.Table{Columns: []text.Column{{}, {}, {Right: true}, {Right: true}, {Right: true}}}
	head := func(key string) string { return p.localizer.Text("update.list." + key) }
	t.AddRow(text.Style{}, head("date"), head("origin"), head("pages_read"), head("pages_not_read"), head("size"))
	for i, doc := range docs {
		row := []string{doc.Date, origins[i], assets.Number(doc.PagesRead), assets.Number(doc.PagesNotRead), p.kilobytes(doc.Bytes)}
		if doc.Fault != "" {
			row[2], row[3] = "", ""
		}
		t.AddRow(text.Style{}, row...)
	}
	p.printLines(t.Lines())
	return nil
}

// kilobytes returns a number of bytes in kB.
func (p *program) kilobytes(bytes int64) string {
	return p.localizer.Text("update.list.kilobytes", "size", assets.Number(int(bytes+999)/1000))
}

// describeFetched describes the edition of a date, and says where it comes from.
func (p *program) describeFetched(date string) (doc fetchedDocument, origin string) {
	doc = fetchedDocument{Date: date, File: shownPath(p.env.Fetched.Path(date))}
	doc.Bytes, _ = p.env.Fetched.Size(date) // if it has gone meanwhile, so says Open
	a, err := p.env.Fetched.Open(date)
	if err != nil {
		var trouble *fetched.Error
		if errors.As(err, &trouble) {
			doc.Fault = string(trouble.Kind) + ": " + trouble.Why
			p.fetched.reported = append(p.fetched.reported, date)
			return doc, p.localizer.Text("update.list."+string(trouble.Kind), "why", p.localizer.FileReason(trouble.Reason, trouble.Why))
		}
		return doc, err.Error()
	}
	source := a.Info().Source
	doc.Website, doc.PagesRead, doc.PagesNotRead = source.Website, source.PagesRead, source.PagesNotRead
	origin = p.localizer.Origin(a.Info())
	switch e := p.editions().Edition(date); {
	case e == nil: // it came since the directory was read
	case !e.Fetched:
		origin = p.localizer.WithRemark(origin, p.localizer.Text("update.list.embedded"))
	case e == p.defaultEdition():
		doc.Default = true
		origin = p.localizer.WithRemark(origin, p.localizer.Text("update.list.default"))
	}
	return doc, origin
}

// removedText says that the edition of a date was removed, and which edition is used by
// default now. Where the settings name the one that was removed, there is none.
func (p *program) removedText(date string) string {
	if e := p.defaultEdition(); e != nil {
		return p.localizer.Text("update.removed", "date", date, "default", e.Date)
	}
	path, _ := p.settingsFile()
	origin := p.originText(setInForce{setting: p.settings[settings.Edition]}, path)
	return p.localizer.Text("update.removed_named", "date", date, "origin", origin)
}

// removeFetched removes the edition of a date that the user has fetched.
func (p *program) removeFetched(date string) error {
	err := p.env.Fetched.Remove(date)
	var trouble *fetched.Error
	switch {
	case err == nil:
		p.fetched.library = nil // it had the edition
		p.print(p.removedText(date))
		return nil
	case !errors.As(err, &trouble):
		return err
	case trouble.Kind != fetched.Missing:
		return p.fetchedError(trouble, "")
	case p.env.Library.Edition(date) != nil:
		return p.userError(codeMisuse, "error.update.embedded", "date", date)
	}
	missing := p.fetchedError(trouble, "")
	missing.code = codeMisuse
	return missing
}
