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
	Path string // of the file; it may have characters that must not be shown
	Kind Kind
	Why  string // fit to be shown
	err  error
}

// Error joins the trouble and its cause. It does not name the path.
func (e *Error) Error() string { return string(e.Kind) + ": " + e.Why }

// Unwrap returns the error of the system, if it is one.
func (e *Error) Unwrap() error { return e.err }

// systemError returns the error of a file that cannot be read or written.
func (f File) systemError(err error) *Error {
	shown := data.ReadError(err)
	return &Error{string(f), Unreadable, reasonOf(shown), err}
}

// reasonOf returns the text of an error of a file as a whole. Those of package data speak
// of editions.
func reasonOf(err error) string {
	for file, text := range map[error]string{
		data.Missing: "no such folder", data.Forbidden: "no permission", data.IsFolder: "a folder",
		data.NotRegular: "not a regular file", data.TooLarge: "too large", data.ErrReadOnly: "read-only",
	} {
		if errors.Is(err, file) {
			return text
		}
	}
	return err.Error()
}

// decodeError returns the error of a file that is not of the format.
func (f File) decodeError(err error) *Error {
	if errors.Is(err, errNewer) {
		return &Error{string(f), Newer, err.Error(), err}
	}
	return &Error{string(f), Damaged, err.Error(), err}
}
