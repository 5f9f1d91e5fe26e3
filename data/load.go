package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/go-json-experiment/json"

	"voxatlas/model"
)

// MaxSize is the largest edition file that is read, in bytes. The embedded ones
// have about a third of a megabyte.
const MaxSize = 8 << 20

// FileError is why a file cannot be an edition, whatever else stands in it. It is
// a type of constants, so that a door can say it in its user's language.
type FileError uint8

// What may be wrong with a file.
const (
	Missing    FileError = iota + 1 // there is no such file
	Forbidden                       // it may not be read
	Folder                          // it is a folder
	NotRegular                      // it is a device, a pipe or a socket
	TooLarge                        // it has more than MaxSize bytes
	Empty                           // it has nothing but white space
)

// Key is the stable word of e, as "too_large".
func (e FileError) Key() string {
	keys := [...]string{"", "missing", "forbidden", "folder", "not_regular", "too_large", "empty"}
	if int(e) < len(keys) {
		return keys[e]
	}
	return ""
}

// Error says what is wrong, and what to do.
func (e FileError) Error() string {
	switch e {
	case Missing:
		return "no such file; check the path"
	case Forbidden:
		return "may not be read; check its permissions"
	case Folder:
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

// Load reads an edition from r and checks it. The error is a [FileError], or
// says, joined, all that is wrong with the edition.
func Load(r io.Reader) (*model.Atlas, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(b) > MaxSize {
		return nil, TooLarge
	}
	a, err := decode(b)
	if err != nil {
		return nil, err
	}
	if err := a.Check(); err != nil {
		return nil, err
	}
	return a, nil
}

// LoadFile reads an edition from the regular file at path and checks it. The
// error does not name the path.
func LoadFile(path string) (*model.Atlas, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, plain(err)
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return nil, Folder
	case !mode.IsRegular():
		return nil, NotRegular
	case info.Size() > MaxSize:
		return nil, TooLarge
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	return Load(f)
}

// plain is err without the path and the name of the system call, which a
// caller names better.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case errors.Is(err, fs.ErrPermission):
		return Forbidden
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// decode reads an edition file strictly.
func decode(b []byte) (*model.Atlas, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, Empty
	}
	var f File
	if err := json.Unmarshal(b, &f, json.RejectUnknownMembers(true)); err != nil {
		return nil, err
	}
	return f.Atlas()
}
