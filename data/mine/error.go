package mine

import (
	"errors"

	"voxatlas/data"
)

// Kind is a kind of trouble with the file. Catalogs have a text for each.
type Kind string

// The kinds of trouble.
const (
	Damaged    Kind = "damaged"    // it is not of the format
	Newer      Kind = "newer"      // a newer program has written it
	Unreadable Kind = "unreadable" // it, or its folder, cannot be read or written
)

// Kinds lists all kinds of trouble.
func Kinds() []Kind { return []Kind{Damaged, Newer, Unreadable} }

// Error says why a file could not be read or written. Nothing was changed.
type Error struct {
	Path   string // of the file; it may have characters that must not be shown
	Kind   Kind
	Reason string // key of the reason, see [data.FileReason]; "" for another one
	Why    string // the reason in English, fit to be shown
	err    error
}

// Error joins the trouble and its cause. It does not name the path.
func (e *Error) Error() string { return string(e.Kind) + ": " + e.Why }

// Unwrap returns the error of the system, if it is one.
func (e *Error) Unwrap() error { return e.err }

// systemError returns the error of a file that cannot be read or written.
func (f File) systemError(err error) *Error {
	reason, why := data.FileReason(err)
	return &Error{string(f), Unreadable, reason, why, err}
}

// decodeError returns the error of a file that is not of the format.
func (f File) decodeError(err error) *Error {
	if errors.Is(err, errNewer) {
		return &Error{string(f), Newer, "", err.Error(), err}
	}
	return &Error{string(f), Damaged, "", err.Error(), err}
}
