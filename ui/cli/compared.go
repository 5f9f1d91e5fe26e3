package cli

import (
	"path/filepath"
	"slices"
	"time"

	"voxatlas/data"
	"voxatlas/data/library"
)

// dated is an edition that somebody named, and what to call it.
type dated struct {
	*library.Edition
	file string // the user's own; empty for an embedded edition
}

// label is the date, and the name of the file.
func (p *program) label(d dated) string {
	if d.file == "" {
		return d.Date
	}
	return p.localizer.WithRemark(d.Date, given(filepath.Base(d.file)))
}

// compared is the two editions that --from and --to name, each by its date or,
// unless a stranger asks, as a file. Without --to it is the edition that the
// options of every command ask for; without --from the one before that.
func (p *program) compared(from, to string) (was, is dated, err error) {
	if to == "" {
		is.file = p.options.data
		is.Edition, err = p.edition()
	} else {
		is, err = p.named("--to", to)
	}
	if err != nil {
		return was, is, err
	}
	if from == "" {
		was.Edition, err = p.before(is)
	} else {
		was, err = p.named("--from", from)
	}
	if err != nil {
		return was, is, err
	}
	switch {
	case was.file == is.file && was.Date == is.Date:
		p.note("cli.changes.same", "edition", p.label(is))
	case was.Date > is.Date:
		p.remark(p.localizer.Editions("cli.changes.backwards", p.label(was), p.label(is)))
	}
	return was, is, nil
}

// named is the edition that the value of a flag names.
func (p *program) named(flag, value string) (dated, error) {
	known := p.env.Library.Dates()
	_, notDate := time.Parse(time.DateOnly, value)
	switch {
	case slices.Contains(known, value):
		e := p.env.Library.Edition(value)
		return dated{Edition: e}, p.open(e)
	case p.env.Remote || notDate == nil:
		return dated{}, p.fault(codeMisuse, "error.changes.edition", "flag", flag, "date", given(value), "known", p.localizer.JoinList(known))
	}
	a, err := data.LoadFile(value)
	if err != nil {
		return dated{}, p.badFile(flag, value, err)
	}
	return dated{library.Own(a), value}, nil
}

// before returns the newest embedded edition that is older than d, or for a user's
// own file, as old: the file may have been made from it.
func (p *program) before(d dated) (*library.Edition, error) {
	e := p.env.Library.Before(d.Edition)
	if e == nil {
		return nil, p.fault(codeMisuse, "error.changes.first", "date", p.label(d))
	}
	return e, p.open(e)
}
