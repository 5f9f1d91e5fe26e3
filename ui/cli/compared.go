package cli

import (
	"path/filepath"
	"slices"
	"time"

	"voxatlas/data"
	"voxatlas/data/library"
)

// namedEdition is an edition that the user named, by its date or as a file.
type namedEdition struct {
	*library.Edition
	file string // the user's own; empty for an embedded edition
}

// comparedEditions returns the editions that --from and --to name, each by its
// date or, on the user's own machine, as a file. The default of --to is the
// edition of --edition or --data, that of --from the edition before it.
func (p *program) comparedEditions(fromFlag, toFlag string) (from, to namedEdition, err error) {
	if toFlag == "" {
		to.file = p.options.data
		to.Edition, err = p.edition()
	} else {
		to, err = p.editionNamed("--to", toFlag)
	}
	if err != nil {
		return from, to, err
	}
	if fromFlag == "" {
		from.Edition, err = p.editionBefore(to)
	} else {
		from, err = p.editionNamed("--from", fromFlag)
	}
	if err != nil {
		return from, to, err
	}
	switch {
	case from.file == to.file && from.Date == to.Date:
		p.notice("cli.changes.same", "edition", p.editionLabel(to))
	case from.Date > to.Date:
		p.printNotice(p.localizer.Editions("cli.changes.backwards", p.editionLabel(from), p.editionLabel(to)))
	}
	return from, to, nil
}

// editionNamed returns the edition that the value of a flag names.
func (p *program) editionNamed(flag, value string) (namedEdition, error) {
	known := p.editions().Dates()
	_, notDate := time.Parse(time.DateOnly, value)
	switch {
	case slices.Contains(known, value):
		e := p.editions().Edition(value)
		return namedEdition{Edition: e}, p.loadEdition(e)
	case p.env.Remote || notDate == nil:
		return namedEdition{}, p.userError(codeMisuse, "error.changes.edition", "flag", flag, "date", quotable(value), "known", p.localizer.JoinList(known))
	}
	a, err := data.LoadFile(value)
	if err != nil {
		return namedEdition{}, p.fileError(flag, value, err)
	}
	return namedEdition{library.Own(a), value}, nil
}

// editionBefore returns the newest embedded edition that is older than d.
// For a user's own file it may be of the same date: the file may have been
// made from it.
func (p *program) editionBefore(d namedEdition) (*library.Edition, error) {
	e := p.editions().Before(d.Edition)
	if e == nil {
		return nil, p.userError(codeMisuse, "error.changes.first", "date", p.editionLabel(d))
	}
	return e, p.loadEdition(e)
}

// editionLabel returns the date of an edition and, for a user's own file,
// the file name.
func (p *program) editionLabel(d namedEdition) string {
	if d.file == "" {
		return d.Date
	}
	return p.localizer.WithRemark(d.Date, quotable(filepath.Base(d.file)))
}
