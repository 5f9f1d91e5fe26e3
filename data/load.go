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

// Load reads an edition from r and checks it.
func Load(r io.Reader) (*model.Atlas, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(b) > MaxSize {
		return nil, fmt.Errorf("larger than %d MB, the most that an edition may have", MaxSize>>20)
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
		return nil, errors.New("a folder; name an edition file in it")
	case !mode.IsRegular():
		return nil, errors.New("not a regular file; save the edition to one")
	case info.Size() > MaxSize:
		return nil, fmt.Errorf("larger than %d MB, the most that an edition may have", MaxSize>>20)
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
		return errors.New("no such file; check the path")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read; check its permissions")
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
		return nil, errors.New("empty; an edition is a JSON file, see voxatlas's README")
	}
	var f File
	if err := json.Unmarshal(b, &f, json.RejectUnknownMembers(true)); err != nil {
		return nil, fmt.Errorf("no valid edition: %w", err)
	}
	return f.Atlas()
}
