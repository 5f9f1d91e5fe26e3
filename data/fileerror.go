package data

import (
	"errors"
	"fmt"
	"syscall"

	"voxatlas/model"
)

// FileError says why a file cannot be an edition at all. It is a type of constants, so
// that an interface can say it in the language of its user.
type FileError uint8

// The faults of a file as a whole.
const (
	Missing    FileError = iota + 1 // there is no such file
	Forbidden                       // it may not be read
	IsFolder                        // it is a folder
	NotRegular                      // it is a device, a pipe or a socket
	TooLarge                        // it has more than MaxSize bytes
	Empty                           // it has nothing but white space
)

// Key returns the stable word of e, as "too_large".
func (e FileError) Key() string {
	return model.WordOf([]string{"", "missing", "forbidden", "folder", "not_regular", "too_large", "empty"}, e)
}

// Error names the fault and the remedy.
func (e FileError) Error() string {
	switch e {
	case Missing:
		return "no such file; check the path"
	case Forbidden:
		return "may not be read; check its permissions"
	case IsFolder:
		return "a folder; name an edition file in it"
	case NotRegular:
		return "not a regular file; save the edition to one"
	case TooLarge:
		return fmt.Sprintf("larger than %d MB, the most that an edition may have", MaxSize>>20)
	case Empty:
		return "empty; an edition is a JSON file, see voxatlas's README"
	}
	return fmt.Sprintf("FileError(%d)", uint8(e))
}

// FileReason returns why a file could not be read or written: a key, of which the catalogs have
// the text "file_reason.KEY", and a short English text, fit to be shown. The key is "" for
// an error that has no text of its own there.
func FileReason(err error) (key, text string) {
	err = ReadError(err)
	for _, r := range []struct {
		err       error
		key, text string
	}{
		{Missing, "missing", "no such file or folder"}, {Forbidden, "forbidden", "no permission"}, {IsFolder, "folder", "a folder"},
		{NotRegular, "not_regular", "not a regular file"}, {TooLarge, "too_large", "too large"}, {ErrReadOnly, "read_only", "read-only"},
		{ErrChecksum, "checksum", ErrChecksum.Error()}, {syscall.ENOSPC, "no_space", "no space left on device"},
	} {
		if errors.Is(err, r.err) {
			return r.key, r.text
		}
	}
	return "", err.Error()
}
