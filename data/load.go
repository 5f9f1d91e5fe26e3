package data

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/go-json-experiment/json"

	"voxatlas/model"
)

// MaxSize is the largest edition file that is read, in bytes. The embedded ones
// have about a third of a megabyte.
const MaxSize = 8 << 20

// Load reads an edition from r and checks it. The error has a line per reason
// and may be shown as it is: whatever r holds, no line of it has a control or
// bidi character. A file that cannot be an edition at all is a [FileError].
func Load(r io.Reader) (*model.Atlas, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, plain(err)
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
// error is as that of [Load]; it does not name the path.
func LoadFile(path string) (*model.Atlas, error) {
	// Looked at before it is opened, since opening a device may set it going,
	// and again after, since by then it may be something else.
	info, err := os.Stat(path)
	if err != nil {
		return nil, plain(err)
	}
	if err := readable(info, MaxSize); err != nil {
		return nil, err
	}
	return loadRegular(path)
}

// loadRegular is LoadFile without the look beforehand.
func loadRegular(path string) (*model.Atlas, error) {
	// O_NONBLOCK: a pipe without a writer would hold us up for ever.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if err := readable(info, MaxSize); err != nil {
		return nil, err
	}
	return Load(f)
}

// readable refuses what is no regular file of at most limit bytes.
func readable(info fs.FileInfo, limit int64) error {
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

// decode reads an edition file strictly.
func decode(b []byte) (*model.Atlas, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, Empty
	}
	var f File
	if err := json.Unmarshal(b, &f, json.RejectUnknownMembers(true)); err != nil {
		return nil, explain(b, err)
	}
	return f.Atlas()
}
