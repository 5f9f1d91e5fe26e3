package cli

import (
	"cmp"
	"path/filepath"
	"slices"
	"time"

	"voxatlas/data"
	"voxatlas/model"
)

// dated is an edition that somebody named, and what to call it.
type dated struct {
	*model.Atlas
	file string // the user's own; empty for an embedded edition
}

// label is the date, and the name of the file.
func (p *program) label(d dated) string {
	if d.file == "" {
		return d.Edition().Date
	}
	return p.localizer.WithRemark(d.Edition().Date, given(filepath.Base(d.file)))
}

// compared is the two editions that --from and --to name, each by its date or,
// unless a stranger asks, as a file. Without --to it is the edition that the
// options of every command ask for; without --from the one before that.
func (p *program) compared(from, to string) (was, is dated, err error) {
	if to == "" {
		is.file = p.options.data
		is.Atlas, err = p.atlas()
	} else {
		is, err = p.named("--to", to)
	}
	if err != nil {
		return was, is, err
	}
	if from == "" {
		was.Atlas, err = p.before(is)
	} else {
		was, err = p.named("--from", from)
	}
	if err != nil {
		return was, is, err
	}
	switch {
	case was.file == is.file && was.Edition().Date == is.Edition().Date:
		p.note("cli.changes.same", "edition", p.label(is))
	case was.Edition().Date > is.Edition().Date:
		p.remark(p.localizer.Editions("cli.changes.backwards", p.label(was), p.label(is)))
	}
	return was, is, nil
}

// named is the edition that the value of a flag names.
func (p *program) named(flag, value string) (dated, error) {
	known := data.Editions()
	_, notDate := time.Parse(time.DateOnly, value)
	switch {
	case slices.Contains(known, value):
		a, err := p.embedded(value)
		return dated{Atlas: a}, err
	case p.env.Remote || notDate == nil:
		return dated{}, p.fault(codeMisuse, "error.changes.edition", "flag", flag, "date", given(value), "known", p.localizer.JoinList(known))
	}
	a, err := data.LoadFile(value)
	if err != nil {
		return dated{}, p.badFile(flag, value, err)
	}
	return dated{a, value}, nil
}

func (p *program) embedded(date string) (*model.Atlas, error) {
	a, err := p.env.Open(date)
	if err != nil {
		return nil, p.fault(codeData, "error.data.embedded", "why", err.Error())
	}
	return a, nil
}

// before is the newest embedded edition that is older than d, or for a user's own
// file, as old: then it may be what the file was made from.
func (p *program) before(d dated) (*model.Atlas, error) {
	date := d.Edition().Date
	for _, other := range slices.Backward(data.Editions()) {
		if order := cmp.Compare(other, date); order < 0 || d.file != "" && order == 0 {
			return p.embedded(other)
		}
	}
	return nil, p.fault(codeMisuse, "error.changes.first", "date", p.label(d))
}
