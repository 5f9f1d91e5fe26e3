package cli

import (
	"bytes"
	"context"
	"time"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
	"voxatlas/ui/commandline"
)

// importJob holds the arguments of one import.
type importJob struct {
	folder, file string
	report       string // file for the report as JSON; "" for none
	date         string // "" for that of the newest page
	base         string // date or file; "" for none
	strict       bool
	source       data.Source
}

// buildImport makes cmd the command that makes an edition of a folder of
// pages. It writes the edition to a file and prints the report of how the
// pages were read.
func (p *program) buildImport(cmd *cobra.Command) {
	var job importJob
	p.describe(cmd, "import DIR -o FILE [--date DATE] [--base DATE|FILE] [--report FILE] [--strict]")
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return p.userError(codeMisuse, "error.import.folder")
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		job.folder = args[0]
		return p.runImport(cmd.Context(), job)
	}
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	fs := cmd.Flags()
	fs.StringVarP(&job.file, "output", "o", "", p.localizer.Text("cli.import.output"))
	fs.StringVar(&job.date, "date", "", p.localizer.Text("cli.import.date"))
	fs.StringVar(&job.base, "base", "", p.localizer.Text("cli.import.base"))
	fs.StringVar(&job.report, "report", "", p.localizer.Text("cli.import.report"))
	fs.BoolVar(&job.strict, "strict", false, p.localizer.Text("cli.import.strict"))
	fs.StringVar(&job.source.Repository, "repository", "", p.localizer.Text("cli.import.repository"))
	fs.StringVar(&job.source.Branch, "branch", "", p.localizer.Text("cli.import.branch"))
	fs.StringVar(&job.source.Commit, "commit", "", p.localizer.Text("cli.import.commit"))
	fs.StringVar(&job.source.CommitDate, "commit-date", "", p.localizer.Text("cli.import.commit_date"))
}

// runImport reads the pages, writes the edition and prints the report. The edition is
// written first: a reader that ends early loses nothing of it. The old file stays if
// anything fails before.
func (p *program) runImport(ctx context.Context, job importJob) error {
	if err := p.checkImportJob(job); err != nil {
		return err
	}
	base, err := p.openBase(job.base)
	if err != nil {
		return err
	}
	editions, err := p.embeddedAtlases()
	if err != nil {
		return err
	}
	options := importer.Options{
		Date: job.date, Base: base, Editions: editions, Source: job.source, Today: p.today(),
		Site: importer.Site{Link: assets.LinkURL, Page: assets.PageURL},
	}
	pages, err := importer.ReadPagesOf(job.folder, options.Knows(), p.importProgress(ctx))
	p.clearProgress()
	if err != nil {
		return p.folderError(job.folder, err)
	}
	f, report, err := importer.Import(pages, options)
	if err != nil {
		return p.importError(job, report, err)
	}
	b, err := data.Format(f)
	if err != nil {
		return err
	}
	atlas, err := data.Load(bytes.NewReader(b)) // the file can be read again
	if err != nil {
		return p.importError(job, nil, err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.finishImport(job, &importResult{report, atlas, base}, b)
}

// importResult is the result of an import: an edition and the report of it.
type importResult struct {
	report      *importer.Report
	atlas, base *model.Atlas // base may be nil
}

// gaps counts the texts that were not understood, and the pages that are missing.
func (r *importResult) gaps() int { return len(r.report.Findings) + len(r.report.Absent) }

// finishImport writes the edition, unless it has gaps and may have none, and reports.
func (p *program) finishImport(job importJob, r *importResult, edition []byte) error {
	refused := job.strict && r.gaps() > 0
	if !refused {
		if err := data.Replace(job.file, edition); err != nil {
			return p.targetError("-o", job.file, err)
		}
	}
	if err := p.writeReport(job, r, !refused); err != nil {
		return err
	}
	p.printLines(p.importReport(r))
	if refused {
		f := p.userError(codeData, "error.import.strict")
		f.message = p.localizer.Count("error.import.strict", r.gaps(), "file", quotable(job.file))
		return f
	}
	p.print("", p.localizer.Text("import.written", "file", quotable(job.file), "size", assets.Number((len(edition)+999)/1000)))
	p.print(p.localizer.Text("import.next", "file", model.Clean(commandline.Quote(job.file), maxMessage)))
	if r.gaps() > 0 {
		p.raiseCode(codeGaps)
	}
	return nil
}

// today returns the day, as 2023-01-26; "" without a clock.
func (p *program) today() string {
	if p.env.Now == nil {
		return ""
	}
	return p.env.Now().Format(time.DateOnly)
}

// checkImportJob refuses wrong options.
func (p *program) checkImportJob(job importJob) error {
	s := model.Source(job.source)
	switch _, err := time.Parse(time.DateOnly, job.date); {
	case job.file == "":
		return p.userError(codeMisuse, "error.import.output")
	case job.date != "" && err != nil:
		return p.userError(codeMisuse, "error.import.date", "date", quotable(job.date))
	case p.today() != "" && job.date > p.today():
		return p.userError(codeMisuse, "error.import.future", "date", quotable(job.date))
	case s.Recorded() && (s.Repository == "" || s.Commit == "" || s.CommitDate == ""), !s.Recorded() && s.Branch != "":
		return p.userError(codeMisuse, "error.import.source")
	case s.Recorded():
		if err := p.checkSource(s); err != nil {
			return err
		}
	}
	if err := data.Replaceable(job.file); err != nil {
		return p.targetError("-o", job.file, err)
	}
	if err := data.Replaceable(job.report); job.report != "" && err != nil {
		return p.targetError("--report", job.report, err)
	}
	return nil
}

// checkSource refuses wrong values of the flags that name the source. It
// prints the errors of all but the last, which it returns.
func (p *program) checkSource(s model.Source) error {
	var last *userError
	check := func(ok bool, key, value string) {
		if ok {
			return
		}
		if last != nil {
			p.printError(last)
		}
		last = p.userError(codeMisuse, key, "value", quotable(value))
	}
	check(model.IsRepository(s.Repository), "error.import.repository", s.Repository)
	check(model.IsCommit(s.Commit), "error.import.commit", s.Commit)
	check(model.IsCommitDate(s.CommitDate), "error.import.commit_date", s.CommitDate)
	if last == nil {
		return nil
	}
	return last
}

// openBase returns the edition to compare with, named by its date or as a
// file. It returns nil for no name.
func (p *program) openBase(name string) (*model.Atlas, error) {
	if name == "" {
		return nil, nil
	}
	d, err := p.editionNamed("--base", name)
	if err != nil {
		return nil, err
	}
	return d.Atlas(), nil
}
