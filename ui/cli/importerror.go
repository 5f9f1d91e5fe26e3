package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// folderError returns the error of a folder that cannot be read.
func (p *program) folderError(folder string, err error) error {
	var bad *importer.FolderError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case !errors.As(err, &bad):
		return p.userError(codeData, "error.import.unreadable", "folder", quotable(folder), "why", p.fileReason(err))
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
	var language *importer.LanguageError
	name := quotable(file.Name)
	switch {
	case errors.As(file.Err, &language):
		key := "import.page.language"
		if language.Locale == "" {
			key = "import.page.no_language"
		}
		return p.localizer.Labelled(name, p.localizer.Text(key, "language", quotable(language.Locale), "known", strings.Join(language.Known, " ")))
	case errors.As(file.Err, &syntax):
		if syntax.Line > 0 {
			name = fmt.Sprintf("%s:%d", name, syntax.Line)
		}
		limit := pages.MaxPage
		if strings.HasSuffix(strings.ToLower(file.Name), ".html") {
			limit = pages.MaxHTML
		}
		return p.localizer.Labelled(name, p.localizer.Text("import.page."+syntax.Fault.Key(), "limit", limit>>10))
	case errors.As(file.Err, &fault):
		return p.localizer.Labelled(name, p.localizer.Text("import.page."+fault.Key()))
	case errors.Is(file.Err, importer.ErrOutside):
		return p.localizer.Labelled(name, p.localizer.Text("import.page.outside"))
	}
	return p.localizer.Labelled(name, quotable(file.Err.Error()))
}

// importError returns the error of pages that make no edition. It prints the report, if
// there is one.
func (p *program) importError(job importJob, report *importer.Report, err error) error {
	var duplicate *importer.DuplicateError
	var undated *importer.NoDateError
	var unknown *importer.NoCountriesError
	switch {
	case errors.As(err, &duplicate):
		return p.userError(codeData, "error.import.duplicate", "folder", quotable(job.folder), "first", quotable(duplicate.Files[0]), "second", quotable(duplicate.Files[1]), "country", p.localizer.CountryName(duplicate.ISO2))
	case errors.As(err, &undated):
		return p.userError(codeData, "error.import.no_date", "folder", quotable(job.folder))
	case errors.As(err, &unknown):
		r := &importResult{report, model.NewAtlas(model.EditionInfo{}, nil, model.List[model.Destination]{}), nil}
		if err := p.writeReport(job, r, false); err != nil {
			return err
		}
		p.printLines(p.findingsReport(report))
		return p.userError(codeData, "error.import.no_countries", "folder", quotable(job.folder))
	}
	f := p.fileError("import", job.folder, err)
	f.message = p.localizer.Text("error.import.invalid", "folder", quotable(job.folder))
	return f
}
