package data

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// MaxSize is the largest edition file that is read, in bytes. The embedded ones
// have about a third of a megabyte.
const MaxSize = 8 << 20

// Load reads an edition from r and checks it. The error has a line per reason
// and may be shown as it is: whatever r holds, no line of it has a control or
// bidi character. A file that cannot be an edition at all is a [FileError].
func Load(r io.Reader) (*model.Atlas, error) {
	b, err := readAll(r)
	if err != nil {
		return nil, err
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
func LoadFile(path string) (a *model.Atlas, err error) {
	err = regular(path, func(r io.Reader) error {
		a, err = Load(r)
		return err
	})
	return a, err
}

// readAll is all of r, unless it is too large.
func readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, plain(err)
	}
	if len(b) > MaxSize {
		return nil, TooLarge
	}
	return b, nil
}

// regular has read read the regular file at path.
func regular(path string, read func(io.Reader) error) error {
	// Looked at before it is opened, since opening a device may set it going,
	// and again after, since by then it may be something else.
	info, err := os.Stat(path)
	if err != nil {
		return plain(err)
	}
	if err := readable(info, MaxSize); err != nil {
		return err
	}
	return opened(path, read)
}

// opened is regular without the look beforehand.
func opened(path string, read func(io.Reader) error) error {
	// O_NONBLOCK: a pipe without a writer would hold us up for ever.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return plain(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		return plain(err)
	}
	if err := readable(info, MaxSize); err != nil {
		return err
	}
	return read(f)
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
	a, err := f.Atlas()
	if err != nil {
		return nil, err
	}
	silent := &validator{limit: model.MaxViolations}
	scanned(b, func(value jsontext.Pointer, text string) { silent.add(found{at: value, text: text}) })
	if len(silent.found) == 0 {
		return a, nil
	}
	reasons := &model.ViolationsError{More: silent.more}
	for _, f := range silent.told(b) {
		reasons.Violations = append(reasons.Violations, f)
	}
	return nil, reasons
}
