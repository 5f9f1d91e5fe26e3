package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// importJob holds the arguments of one import.
type importJob struct {
	folder, file string
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
	p.describe(cmd, "import DIR -o FILE [--date DATE] [--base DATE|FILE] [--strict]")
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
	fs.BoolVar(&job.strict, "strict", false, p.localizer.Text("cli.import.strict"))
	fs.StringVar(&job.source.Repository, "repository", "", p.localizer.Text("cli.import.repository"))
	fs.StringVar(&job.source.Branch, "branch", "", p.localizer.Text("cli.import.branch"))
	fs.StringVar(&job.source.Commit, "commit", "", p.localizer.Text("cli.import.commit"))
	fs.StringVar(&job.source.CommitDate, "commit-date", "", p.localizer.Text("cli.import.commit_date"))
}

// runImport reads the pages, prints the report and writes the edition. The
// old file stays if anything fails before.
func (p *program) runImport(ctx context.Context, job importJob) error {
	if err := p.checkImportJob(job); err != nil {
		return err
	}
	if err := data.Replaceable(job.file); err != nil {
		return p.targetError(job.file, err)
	}
	base, err := p.openBase(job.base)
	if err != nil {
		return err
	}
	pages, err := importer.ReadPages(job.folder, p.importProgress(ctx))
	p.clearProgress()
	if err != nil {
		return p.folderError(job.folder, err)
	}
	editions, err := p.embeddedAtlases()
	if err != nil {
		return err
	}
	f, report, err := importer.Import(pages, importer.Options{
		Date: job.date, Base: base, Editions: editions, Source: job.source,
		Site: importer.Site{Link: assets.LinkURL, Page: assets.PageURL},
	})
	if err != nil {
		return p.importError(job, err)
	}
	b, err := data.Format(f)
	if err != nil {
		return err
	}
	atlas, err := data.Load(bytes.NewReader(b)) // the file can be read again
	if err != nil {
		return p.importError(job, err)
	}
	p.printLines(p.importReport(report, atlas, base))
	if n := len(report.Findings) + len(report.Absent); job.strict && n > 0 {
		f := p.userError(codeData, "error.import.strict")
		f.message = p.localizer.Count("error.import.strict", n, "file", quotable(job.file))
		return f
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := data.Replace(job.file, b); err != nil {
		return p.targetError(job.file, err)
	}
	p.print("", p.localizer.Text("import.written", "file", quotable(job.file), "size", assets.Number((len(b)+999)/1000)))
	return nil
}

// checkImportJob refuses wrong options.
func (p *program) checkImportJob(job importJob) error {
	s := model.Source(job.source)
	switch _, err := time.Parse(time.DateOnly, job.date); {
	case job.file == "":
		return p.userError(codeMisuse, "error.import.output")
	case job.date != "" && err != nil:
		return p.userError(codeMisuse, "error.import.date", "date", quotable(job.date))
	case s.Recorded() && (s.Repository == "" || s.Commit == "" || s.CommitDate == ""), !s.Recorded() && s.Branch != "":
		return p.userError(codeMisuse, "error.import.source")
	case s.Recorded():
		return p.checkSource(s)
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
	_, err := time.Parse(time.RFC3339, s.CommitDate)
	check(model.IsRepository(s.Repository), "error.import.repository", s.Repository)
	check(model.IsCommit(s.Commit), "error.import.commit", s.Commit)
	check(err == nil, "error.import.commit_date", s.CommitDate)
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

// importProgress returns a function that shows the progress of an import
// where Err is a terminal, and stops the import when ctx ends.
func (p *program) importProgress(ctx context.Context) importer.Progress {
	shown := -1
	return func(done, all int) error {
		if step := done * 20 / all; p.env.Watched && step != shown {
			shown = step
			fmt.Fprint(p.env.Err, "\r"+p.localizer.Text("import.progress", "done", done, "all", all)) //nolint:errcheck // only talk
		}
		return ctx.Err()
	}
}

// clearProgress erases the line of progress.
func (p *program) clearProgress() {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+strings.Repeat(" ", 40)+"\r") //nolint:errcheck // only talk
	}
}

// folderError returns the error of a folder that cannot be read.
func (p *program) folderError(folder string, err error) error {
	var bad *importer.FolderError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case !errors.As(err, &bad):
		return p.userError(codeData, "error.import.unreadable", "folder", quotable(folder), "why", quotable(err.Error()))
	case bad.Fault != 0:
		return p.userError(codeData, "error.import."+bad.Fault.Key(), "folder", quotable(folder))
	}
	f := p.userError(codeData, "error.import.pages", "folder", quotable(folder))
	for _, file := range bad.Files {
		f.details = append(f.details, p.pageError(file))
	}
	if bad.More > 0 {
		f.details = append(f.details, p.localizer.Count("error.data.more", bad.More))
	}
	return f
}

// pageError returns a line about a file that is no page.
func (p *program) pageError(file importer.FileFault) string {
	var syntax *pages.SyntaxError
	var fault data.FileError
	name := quotable(file.Name)
	switch {
	case errors.As(file.Err, &syntax):
		if syntax.Line > 0 {
			name = fmt.Sprintf("%s:%d", name, syntax.Line)
		}
		return p.localizer.Labelled(name, p.localizer.Text("import.page."+syntax.Fault.Key(), "limit", pages.MaxPage>>10))
	case errors.As(file.Err, &fault):
		return p.localizer.Labelled(name, p.localizer.Text("import.page."+fault.Key()))
	case errors.Is(file.Err, importer.ErrOutside):
		return p.localizer.Labelled(name, p.localizer.Text("import.page.outside"))
	}
	return p.localizer.Labelled(name, quotable(file.Err.Error()))
}

// importError returns the error of pages that make no edition.
func (p *program) importError(job importJob, err error) error {
	var duplicate *importer.DuplicateError
	var undated *importer.NoDateError
	switch {
	case errors.As(err, &duplicate):
		return p.userError(codeData, "error.import.duplicate", "folder", quotable(job.folder), "first", quotable(duplicate.Files[0]), "second", quotable(duplicate.Files[1]), "country", p.localizer.CountryName(duplicate.ISO2))
	case errors.As(err, &undated):
		return p.userError(codeData, "error.import.no_date", "folder", quotable(job.folder))
	}
	f := p.fileError("import", job.folder, err)
	f.message = p.localizer.Text("error.import.invalid", "folder", quotable(job.folder))
	return f
}

// targetError returns the error of a file that cannot be written.
func (p *program) targetError(file string, err error) error {
	key := "error.import.target.unwritable"
	switch {
	case errors.Is(err, data.IsFolder):
		key = "error.import.target.folder"
	case errors.Is(err, data.NotRegular):
		key = "error.import.target.not_regular"
	case errors.Is(err, data.ErrReadOnly):
		key = "error.import.target.read_only"
	case errors.Is(err, data.Missing):
		key = "error.import.target.folder_missing"
	case errors.Is(err, data.Forbidden):
		key = "error.import.target.folder_forbidden"
	case errors.Is(err, syscall.ENOTDIR):
		key = "error.import.target.path"
	}
	return p.userError(codeData, key, "file", quotable(file), "why", quotable(err.Error()))
}
