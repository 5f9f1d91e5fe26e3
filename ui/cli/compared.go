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

// editionLabel returns the date of an edition and, for a user's own file,
// the file name.
func (p *program) editionLabel(d namedEdition) string {
	if d.file == "" {
		return d.Date
	}
	return p.localizer.WithRemark(d.Date, printable(filepath.Base(d.file)))
}

// comparedEditions returns the two editions that --from and --to name, each
// by its date or, on the user's own machine, as a file. The later one is by
// default the edition of --edition or --data, the earlier one the edition
// before it.
func (p *program) comparedEditions(from, to string) (was, is namedEdition, err error) {
	if to == "" {
		is.file = p.options.data
		is.Edition, err = p.edition()
	} else {
		is, err = p.editionNamed("--to", to)
	}
	if err != nil {
		return was, is, err
	}
	if from == "" {
		was.Edition, err = p.editionBefore(is)
	} else {
		was, err = p.editionNamed("--from", from)
	}
	if err != nil {
		return was, is, err
	}
	switch {
	case was.file == is.file && was.Date == is.Date:
		p.notice("cli.changes.same", "edition", p.editionLabel(is))
	case was.Date > is.Date:
		p.printNotice(p.localizer.Editions("cli.changes.backwards", p.editionLabel(was), p.editionLabel(is)))
	}
	return was, is, nil
}

// editionNamed returns the edition that the value of a flag names.
func (p *program) editionNamed(flag, value string) (namedEdition, error) {
	known := p.env.Library.Dates()
	_, notDate := time.Parse(time.DateOnly, value)
	switch {
	case slices.Contains(known, value):
		e := p.env.Library.Edition(value)
		return namedEdition{Edition: e}, p.loadEdition(e)
	case p.env.Remote || notDate == nil:
		return namedEdition{}, p.userError(codeMisuse, "error.changes.edition", "flag", flag, "date", printable(value), "known", p.localizer.JoinList(known))
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
	e := p.env.Library.Before(d.Edition)
	if e == nil {
		return nil, p.userError(codeMisuse, "error.changes.first", "date", p.editionLabel(d))
	}
	return e, p.loadEdition(e)
}
