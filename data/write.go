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

// Replace writes b to the file at path so that there is, at every moment and
// whatever happens, the old file or the whole new one: to a file beside it first,
// which is then renamed. What path names must be a regular file, or nothing. The
// error does not name the path.
func Replace(path string, b []byte) error {
	mode := fs.FileMode(0) // for the file to keep; 0 for what is usual
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return plain(err)
	case info.IsDir():
		return Folder
	case !info.Mode().IsRegular():
		return NotRegular
	case info.Mode().Perm()&0o222 == 0:
		return ErrReadOnly
	default:
		mode = info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil { // the file is replaced, not a link to it
			return plain(err)
		}
	}
	folder, name := filepath.Split(path)
	temporary := filepath.Join(folder, "."+name+"."+rand.Text()+".tmp")
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return plain(err)
	}
	if err = fill(f, b, mode); err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary) // what is wrong has been said
		return plain(err)
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
