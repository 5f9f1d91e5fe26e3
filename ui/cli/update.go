package cli

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/fetched"
	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/data/library"
	"voxatlas/model"
)

// updateJob holds the arguments of one update.
type updateJob struct {
	check bool   // write nothing, and tell by the exit code whether something has changed
	keep  string // directory for the pages as they came; "" for none
	base  string // address of the pages
	most  int    // fetched editions that are left afterwards; 0 for all
}

// buildUpdate makes cmd the command that fetches today's pages, and keeps them as an
// edition of the user's own.
func (p *program) buildUpdate(cmd *cobra.Command) {
	var job updateJob
	var o fetchedOptions
	p.describe(cmd, "update [--check] [--dir DIR] [--keep N] [--base-url URL]", "update --list [--json]", "update --remove DATE")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("list") || cmd.Flags().Changed("remove") || cmd.Flags().Changed("json") {
			return p.manageFetched(cmd.Flags(), o)
		}
		if cmd.Flags().Changed("keep") && (job.most < leastKept || job.check) {
			return p.userError(codeMisuse, "error.update.keep", "least", leastKept)
		}
		return p.runUpdate(cmd.Context(), job)
	}
	fs := cmd.Flags()
	fs.BoolVar(&job.check, "check", false, p.localizer.Text("cli.update.check"))
	fs.StringVar(&job.keep, "dir", "", p.localizer.Text("cli.update.dir"))
	fs.IntVar(&job.most, "keep", 0, p.localizer.Text("cli.update.keep"))
	fs.StringVar(&job.base, "base-url", assets.PageURL(""), p.localizer.Text("cli.update.base_url"))
	p.addFetchedFlags(cmd, &o)
}

// update is one run of the command update: its input, and its results so far.
type update struct {
	job      updateJob
	base     *url.URL
	date     string
	before   *model.Atlas   // the newest edition of another day, or to check, of any: to compare with, and to match names with
	editions []*model.Atlas // in which names are looked up
	fetcher  *learn.Fetcher
	fetched  *learn.Result
	strange  []importer.Finding // of the pages that are not understood as a whole, and others
	*importResult
	file *data.File
}

// runUpdate fetches the pages, makes an edition of them and keeps it. If anything fails, or the
// program is ended, the editions that are there stay as they are, and the pages that were
// read stay in the cache.
func (p *program) runUpdate(ctx context.Context, job updateJob) error {
	u, err := p.newUpdate(job)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := p.fetchPages(ctx, u); err != nil {
		return err
	}
	if err := p.importPages(ctx, u); err != nil {
		return p.updateStopped(err)
	}
	if err := ctx.Err(); err != nil {
		return p.updateStopped(err)
	}
	if !job.check {
		if err := p.saveEdition(u); err != nil {
			return err
		}
	}
	changes := model.Diff(u.before, u.atlas)
	p.printLines(p.updateReport(u, changes))
	if err := p.reportRemovedForKeep(u); err != nil {
		return err
	}
	switch {
	case job.check && len(changes) > 0:
		p.raiseCode(codeNothing)
	case !job.check && u.gaps() > 0:
		p.raiseCode(codeGaps)
	}
	return nil
}

// newUpdate checks the arguments, and opens the editions that the pages are compared with.
func (p *program) newUpdate(job updateJob) (*update, error) {
	u := &update{job: job, date: p.today()}
	if p.options.data != "" || p.options.edition != "" {
		return nil, p.userError(codeMisuse, "error.update.edition")
	}
	var err error
	if u.base, err = learn.ParseBase(job.base); err != nil {
		return nil, p.userError(codeMisuse, "error.update.base", "url", quotable(job.base))
	}
	if u.editions, err = p.embeddedAtlases(); err != nil {
		return nil, err
	}
	if embedded := u.editions[len(u.editions)-1].Info().Date; u.date <= embedded {
		return nil, p.userError(codeData, "error.update.clock", "today", u.date, "date", embedded)
	}
	u.before = p.updateBase(u.date, job.check).Atlas()
	if job.keep != "" {
		if err := os.MkdirAll(job.keep, 0o777); err != nil { //nolint:gosec // public pages, for whomever the user's umask admits
			return nil, p.targetError("--dir", job.keep, data.ReadError(err))
		}
	}
	return u, nil
}

// updateBase returns the newest edition before a date, or of it if that counts, too. There
// are embedded ones.
func (p *program) updateBase(date string, orOf bool) *library.Edition {
	var before *library.Edition
	for _, e := range p.editions().Editions() {
		if e.Date < date || orOf && e.Date == date {
			before = e
		}
	}
	return before
}

// fetchPages fetches the pages of u, and keeps them as they came, if the user wants them.
func (p *program) fetchPages(ctx context.Context, u *update) error {
	var known []string
	for c := range u.before.Countries() {
		known = append(known, c.Slug())
	}
	f := &learn.Fetcher{Base: u.base, Agent: "voxatlas/" + agentVersion(p.env.Version.Program), Now: p.env.Now, Progress: p.fetchProgress(ctx)}
	if dir := cacheDir(p.env.Getenv); dir != "" {
		f.Cache = filepath.Join(dir, "pages")
	}
	u.fetcher = f
	r, err := f.Fetch(ctx, known)
	p.clearProgress()
	u.fetched = r
	if kept := p.keepPages(u); kept != nil {
		return kept
	}
	if err != nil {
		return p.updateStopped(err)
	}
	return nil
}

// agentVersion returns a version as a User-Agent may have it.
func agentVersion(version string) string {
	for _, r := range version {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '.' && r != '-' && r != '+' {
			return "devel"
		}
	}
	return version
}

// keepPages writes the pages of u as they came to the directory that the user names.
func (p *program) keepPages(u *update) error {
	if u.job.keep == "" {
		return nil
	}
	for _, page := range u.fetched.Pages() {
		file := filepath.Join(u.job.keep, page.File)
		if err := data.Replace(file, page.Body); err != nil {
			return p.targetError("--dir", file, err)
		}
	}
	return nil
}

// importPages makes an edition of the pages of u. A page of which less than half of the
// answers were understood counts as missing, so that its silence is not taken for an
// answer. The error says that the pages are not understood, or too few of them.
func (p *program) importPages(ctx context.Context, u *update) error {
	if err := p.importSet(u, u.pageSet(nil)); err != nil {
		return err
	}
	if err := p.rereadPages(ctx, u); err != nil {
		return err
	}
	strange := u.notUnderstood()
	if u.missing(strange) > learn.MaxMissing(u.atlas.Len()) || u.unread()*mostUnread > u.atlas.Len()*model.NumFeatures {
		return p.layoutError(u, u.report, strange)
	}
	if len(strange) == 0 {
		return nil
	}
	u.strange = u.report.Findings
	return p.importSet(u, u.pageSet(strange))
}

// importSet makes an edition of pages.
func (p *program) importSet(u *update, set importer.PageSet) error {
	file, report, err := importer.Import(set, u.options())
	var unknown *importer.NoCountriesError
	switch {
	case errors.As(err, &unknown):
		return p.layoutError(u, report, nil)
	case err != nil:
		return p.invalidEdition(u, err)
	}
	u.file, u.importResult = file, &importResult{report, file.Atlas(), u.before}
	return nil
}

// saveEdition keeps the edition of u.
func (p *program) saveEdition(u *update) error {
	if p.env.Fetched == "" {
		return p.userError(codeData, "error.update.no_home")
	}
	if err := p.worseThanToday(u); err != nil {
		return err
	}
	err := p.env.Fetched.Save(u.file)
	var trouble *fetched.Error
	switch {
	case errors.As(err, &trouble):
		return p.userError(codeData, "error.update.save", "file", quotable(trouble.Path), "why", p.localizer.FileReason(trouble.Reason, trouble.Why))
	case err != nil:
		return p.invalidEdition(u, err)
	}
	p.fetched.library = nil // it lacks the edition
	return nil
}

// invalidEdition returns the error of pages of which no valid edition could be made.
func (p *program) invalidEdition(u *update, err error) error {
	f := p.fileError("update", u.base.String(), err)
	f.message = p.localizer.Text("error.update.invalid", "url", quotable(u.base.String()))
	return f
}
