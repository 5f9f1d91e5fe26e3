package fetched

import (
	"errors"

	"voxatlas/data"
	"voxatlas/model"
)

// Kind is a kind of trouble with a file or the directory. Catalogs have a text for each.
type Kind string

// The kinds of trouble.
const (
	Missing    Kind = "missing"    // there is no edition of the date
	Damaged    Kind = "damaged"    // the checksum does not fit, or it is no edition of the date
	Newer      Kind = "newer"      // a newer program has written it
	Unreadable Kind = "unreadable" // it, or the directory, cannot be read, written or removed
)

// Kinds lists all kinds of trouble.
func Kinds() []Kind { return []Kind{Missing, Damaged, Newer, Unreadable} }

// Error says why an edition could not be listed, opened, written or removed.
type Error struct {
	Date   string // of the edition, as given; "" for the directory
	Path   string // of the file or the directory; it may have characters that must not be shown
	Kind   Kind
	Reason string // key of the reason, see [data.FileReason]; "" for another one
	Why    string // the reason in English, fit to be shown
	err    error
}

// Error joins the trouble and its cause. It does not name the path.
func (e *Error) Error() string {
	return "edition " + model.Clean(e.Date, 20) + ": " + string(e.Kind) + ": " + e.Why
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.err }

// systemError returns the error of a file that cannot be read, written or removed; of the
// directory for no date.
func (d Dir) systemError(date string, err error) *Error {
	e := &Error{Date: date, Path: d.Path(date), Kind: Unreadable, err: err}
	if date == "" {
		e.Path = string(d)
	}
	shown := data.ReadError(err)
	switch {
	case errors.Is(shown, data.Missing) && date != "":
		e.Kind = Missing
	case errors.Is(shown, data.TooLarge):
		e.Kind = Damaged
	}
	e.Reason, e.Why = data.FileReason(shown)
	return e
}

// contentError returns the error of a file that is not the edition of a date.
func (d Dir) contentError(date string, err error) *Error {
	e := &Error{Date: date, Path: d.Path(date), Kind: Damaged, err: err}
	var broken *model.ViolationsError
	switch {
	case errors.Is(err, data.ErrNewer):
		e.Kind = Newer
	case errors.As(err, &broken) && len(broken.Problems) > 0:
		err = broken.Problems[0]
	}
	e.Reason, e.Why = data.FileReason(err)
	return e
}
