package data

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ErrReadOnly says that a file may not be written, and so is not replaced.
var ErrReadOnly = errors.New("read-only; name another file or make it writable")

// ErrExists says that there is a file already, which is not replaced.
var ErrExists = errors.New("exists already; name another file")

// Replaceable returns an error when [Replace] cannot write to path, as far as that
// is known beforehand: a folder or device has that name, or there is no folder for
// the file. The error does not name the path.
func Replaceable(path string) error {
	_, _, err := replaceTarget(path)
	return err
}

// replaceTarget finds the file that path names, through links, and the mode that it
// keeps; 0 for a new file.
func replaceTarget(path string) (string, fs.FileMode, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return path, 0, ReadError(err)
		}
		return path, 0, nil
	case err != nil:
		return path, 0, ReadError(err)
	case info.IsDir():
		return path, 0, IsFolder
	case !info.Mode().IsRegular():
		return path, 0, NotRegular
	case info.Mode().Perm()&0o222 == 0:
		return path, 0, ErrReadOnly
	default:
		file, err := filepath.EvalSymlinks(path) // the file is replaced, not a link to it
		if err != nil {
			return path, 0, ReadError(err)
		}
		return file, info.Mode().Perm(), nil
	}
}

// Replace writes b to the file at path. At every moment, even when the machine
// stops, the old file is there or the whole new one: b is written to a file beside
// it, which is then renamed. An existing file must be regular. The error does not
// name the path.
func Replace(path string, b []byte) error {
	path, mode, err := replaceTarget(path)
	if err != nil {
		return err
	}
	return writeBeside(path, bytes.NewReader(b), mode, os.Rename)
}

// Creatable returns an error when [Staged.Create] cannot write to path, as far as that is known
// beforehand: ErrExists, an error of [Replaceable]. The error does not name the path.
func Creatable(path string) error {
	if err := Replaceable(path); err != nil && !errors.Is(err, ErrReadOnly) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return nil
}

// moveNew renames a file, unless there is one of the new name. A second name for the
// file is the only way to do both at once. A file system without second names leaves a
// moment in which another program can make the file and lose it.
func moveNew(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	}
	if _, err := os.Lstat(to); err == nil {
		return ErrExists
	}
	return os.Rename(from, to)
}

// Names of temporary files have these around a random text.
const (
	temporaryStart = ".voxatlas-"
	temporaryEnd   = ".tmp"
)

// writeBeside writes content to a new file beside path, of that mode, unless 0, and moves it
// there. Then it removes the temporary files that killed programs have left in the folder.
func writeBeside(path string, content io.WriterTo, mode fs.FileMode, move func(from, to string) error) error {
	folder := filepath.Dir(path)
	temporary := filepath.Join(folder, temporaryStart+rand.Text()+temporaryEnd)
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrNotExist) { // the folder is there: it takes no new files, as /proc
		return Forbidden
	}
	if err != nil {
		return ReadError(err)
	}
	if err = writeSynced(f, content, mode); err == nil {
		err = move(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary) // err tells the cause
		return ReadError(err)
	}
	if info, err := os.Lstat(path); err == nil {
		removeTemporary(folder, info.ModTime().Add(-24*time.Hour))
	}
	return syncFolder(folder)
}

// removeTemporary removes the temporary files in a folder that were last written to before a
// time. What cannot be removed stays: the next file that is written here has it tried again.
func removeTemporary(folder string, before time.Time) {
	d, err := os.Open(folder) //nolint:gosec // of a file that the user names
	if err != nil {
		return
	}
	defer d.Close()                //nolint:errcheck // only read from
	names, _ := d.Readdirnames(-1) // as many as can be read
	for _, name := range names {
		if !strings.HasPrefix(name, temporaryStart) || !strings.HasSuffix(name, temporaryEnd) {
			continue
		}
		file := filepath.Join(folder, name)
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && info.ModTime().Before(before) {
			_ = os.Remove(file)
		}
	}
}

// writeSynced writes content to f, gives it that mode, unless 0, syncs it to the disk and
// closes it.
func writeSynced(f *os.File, content io.WriterTo, mode fs.FileMode) error {
	_, err := content.WriteTo(f)
	if err == nil && mode != 0 {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder syncs a folder to the disk, so that a rename in it lasts. Where the
// system cannot, it does nothing.
func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return nil //nolint:nilerr // a folder may be written to and not read from
	}
	_ = d.Sync()
	return d.Close()
}
