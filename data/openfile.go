package data

import (
	"bytes"
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

// FileSystem finds and opens files by name. An [*os.Root] is one.
type FileSystem interface {
	Stat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
}

// osFiles is the file system of the operating system.
type osFiles struct{}

// Stat describes the file of that name, as os.Stat does.
func (osFiles) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// OpenFile opens the file of that name, as os.OpenFile does.
func (osFiles) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, perm)
}

// ReadRegular reads the regular file of that name, of at most limit bytes. The error
// is a [FileError], or one of the system that [ReadError] makes fit to be shown. It
// checks that the file is regular before opening it, since opening a device may set it
// going, and again after, since by then another file may have taken its place.
func ReadRegular(files FileSystem, name string, limit int64) ([]byte, error) {
	info, err := files.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := checkRegular(info, limit); err != nil {
		return nil, err
	}
	return openAndRead(files, name, limit)
}

// ReadFile reads the regular file at path, of at most limit bytes. The error does not
// name the path: it is a [FileError], or has a text that may be shown.
func ReadFile(path string, limit int64) ([]byte, error) {
	b, err := ReadRegular(osFiles{}, path, limit)
	if err != nil {
		return nil, ReadError(err)
	}
	return b, nil
}

// openAndRead opens the file of that name, checks that it is regular, and reads it.
func openAndRead(files FileSystem, name string, limit int64) ([]byte, error) {
	// O_NONBLOCK: a pipe without a writer would hold us up for ever.
	f, err := files.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := checkRegular(info, limit); err != nil {
		return nil, err
	}
	return readAllOf(f, limit, info.Size())
}

// readAll reads all of r; more than limit bytes are TooLarge.
func readAll(r io.Reader, limit int64) ([]byte, error) { return readAllOf(r, limit, 0) }

// readAllOf reads all of r as readAll does, into memory for a size that is expected: at a
// start, memory that grows step by step would cost more than the reading.
func readAllOf(r io.Reader, limit, size int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, max(0, size)+bytes.MinRead))
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err == nil && int64(b.Len()) > limit {
		return nil, TooLarge
	}
	return b.Bytes(), err
}

// checkRegular refuses all but a regular file of at most limit bytes.
func checkRegular(info fs.FileInfo, limit int64) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return IsFolder
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
// for it, or a displayError. A FileError stays.
func ReadError(err error) error {
	var file FileError
	switch {
	case errors.As(err, &file):
		return file
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
