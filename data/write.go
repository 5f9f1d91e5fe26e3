package data

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrReadOnly is why a file that may not be written is not replaced.
var ErrReadOnly = errors.New("read-only; name another file or make it writable")

// Replaceable reports why there can be no file at path, as far as can be known
// before one is written: something else has that name, or there is no folder for
// it. The error does not name the path.
func Replaceable(path string) error {
	_, _, err := target(path)
	return err
}

// target is the file to be replaced where path names one, and the mode that it
// keeps; 0 for what is usual.
func target(path string) (string, fs.FileMode, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return path, 0, readError(err)
		}
		return path, 0, nil
	case err != nil:
		return path, 0, readError(err)
	case info.IsDir():
		return path, 0, Folder
	case !info.Mode().IsRegular():
		return path, 0, NotRegular
	case info.Mode().Perm()&0o222 == 0:
		return path, 0, ErrReadOnly
	default:
		file, err := filepath.EvalSymlinks(path) // the file is replaced, not a link to it
		if err != nil {
			return path, 0, readError(err)
		}
		return file, info.Mode().Perm(), nil
	}
}

// Replace writes b to the file at path so that there is, at every moment and
// whatever happens, the old file or the whole new one: to a file beside it first,
// which is then renamed. What path names must be a regular file, or nothing. The
// error does not name the path.
func Replace(path string, b []byte) error {
	path, mode, err := target(path)
	if err != nil {
		return err
	}
	folder, name := filepath.Split(path)
	temporary := filepath.Join(folder, "."+name+"."+rand.Text()+".tmp")
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrNotExist) { // the folder is there: it takes no new files, as /proc
		return Forbidden
	}
	if err != nil {
		return readError(err)
	}
	if err = fill(f, b, mode); err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary) // what is wrong has been said
		return readError(err)
	}
	return synced(filepath.Dir(path))
}

// fill writes b to f, gives it that mode, unless 0, and puts it on the disk.
func fill(f *os.File, b []byte, mode fs.FileMode) error {
	_, err := f.Write(b)
	if err == nil && mode != 0 {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// synced makes a renamed file last. Where folders cannot be synced, it lasts as
// the system will have it.
func synced(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return nil //nolint:nilerr // a folder may be written to and not read from
	}
	_ = d.Sync()
	return d.Close()
}
