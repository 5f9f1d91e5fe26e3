package data

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"voxatlas/model"
)

// MaxSize is the largest edition file that is read, in bytes. The embedded ones
// have about a third of a megabyte.
const MaxSize = 8 << 20

// readAll reads all of r, unless it is too large.
func readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, ReadError(err)
	}
	if len(b) > MaxSize {
		return nil, TooLarge
	}
	return b, nil
}

// openRegular opens the regular file at path for use. It checks that the file is
// regular before opening it, since opening a device may set it going, and again
// after, since by then another file may have taken its place.
func openRegular(path string, use func(io.Reader) error) error {
	info, err := os.Stat(path)
	if err != nil {
		return ReadError(err)
	}
	if err := CheckRegular(info, MaxSize); err != nil {
		return err
	}
	return readOpened(path, use)
}

// readOpened opens the file at path and checks, before use, that it is regular.
func readOpened(path string, use func(io.Reader) error) error {
	// O_NONBLOCK: a pipe without a writer would hold us up for ever.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return ReadError(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		return ReadError(err)
	}
	if err := CheckRegular(info, MaxSize); err != nil {
		return err
	}
	return use(f)
}

// CheckRegular refuses all but a regular file of at most limit bytes.
func CheckRegular(info fs.FileInfo, limit int64) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return Folder
	case !mode.IsRegular():
		return NotRegular
	case info.Size() > limit:
		return TooLarge
	}
	return nil
}

// displayError is an error of the system with a text that may be shown: without
// control characters, paths and names of system calls.
type displayError struct {
	text string
	err  error
}

func (e *displayError) Error() string { return e.text }

// Unwrap returns the original error. Its text may not be fit to be shown.
func (e *displayError) Unwrap() error { return e.err }

// ReadError turns an error of the system into a [FileError], where there is one
// for it, or a displayError.
func ReadError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case errors.Is(err, fs.ErrPermission):
		return Forbidden
	}
	text := err.Error()
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		text = p.Err.Error()
	case errors.As(err, &l):
		text = l.Err.Error()
	}
	return &displayError{model.Clean(text, 200), err}
}
