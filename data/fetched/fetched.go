// Package fetched keeps the editions that "voxatlas update" makes of today's pages in a
// directory, a file for each day:
//
//	~/.local/share/voxatlas/editions/2026-11-25.json
//
// The files are laid out as the embedded editions are, with a checksum at the end: so a
// start opens one without decoding it. A file is written whole or not at all, and a
// damaged one is reported, never shown.
//
//	dir := fetched.Dir(path)
//	err := dir.Save(file)         // the edition of a day, checked
//	dates, err := dir.Dates()     // the oldest first
//	atlas, err := dir.Open(date)  // at a start: verifies the checksum
package fetched

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"voxatlas/data"
	"voxatlas/model"
)

// Dir is the path of a directory of editions, which need not exist; "" has none.
type Dir string

// maxFiles is the number of files of a directory that are looked at: a directory of more
// is another one.
const maxFiles = 10_000

// Path returns the path of the file of a date.
func (d Dir) Path(date string) string { return filepath.Join(string(d), date+".json") }

// Dates lists the dates of the editions, the oldest first. It reads the directory alone:
// a file may be damaged. The error is an *[Error].
func (d Dir) Dates() ([]string, error) {
	if d == "" {
		return nil, nil
	}
	f, err := os.Open(string(d))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, d.systemError("", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	entries, err := f.Readdirnames(maxFiles)
	if err != nil && len(entries) == 0 && !errors.Is(err, io.EOF) {
		return nil, d.systemError("", err)
	}
	var dates []string
	for _, name := range entries {
		if date, ok := strings.CutSuffix(name, ".json"); ok && isDate(date) {
			dates = append(dates, date)
		}
	}
	slices.Sort(dates)
	return dates, nil
}

// Open opens the edition of a date. Its checksum is verified, and each country is decoded
// when it is first asked for, see [data.OpenWithChecksum]. The error is an *[Error].
func (d Dir) Open(date string) (*model.Atlas, error) {
	b, err := d.read(date)
	if err != nil {
		return nil, err
	}
	a, err := data.OpenWithChecksum(b)
	return d.checkDate(date, a, err)
}

// Load opens the edition of a date as Open does, and checks all of it, in twenty times the
// time. Servers use it: a client should not be the first to meet a fault in a file.
func (d Dir) Load(date string) (*model.Atlas, error) {
	b, err := d.read(date)
	if err != nil {
		return nil, err
	}
	if _, err := data.OpenWithChecksum(b); err != nil {
		return d.checkDate(date, nil, err)
	}
	a, err := data.Load(bytes.NewReader(b))
	return d.checkDate(date, a, err)
}

// read reads the file of a date.
func (d Dir) read(date string) ([]byte, error) {
	if d == "" || !isDate(date) {
		return nil, d.systemError(date, data.Missing)
	}
	b, err := data.ReadFile(d.Path(date), data.MaxSize)
	if err != nil {
		return nil, d.systemError(date, err)
	}
	return b, nil
}

// checkDate returns an edition that was read from the file of a date, unless there is an
// error, or the edition is of another date.
func (d Dir) checkDate(date string, a *model.Atlas, err error) (*model.Atlas, error) {
	switch {
	case err != nil:
		return nil, d.contentError(date, err)
	case a.Info().Date != date:
		return nil, d.contentError(date, fmt.Errorf("its name is not its date, %s", model.Clean(a.Info().Date, 20)))
	}
	return a, nil
}

// Save writes f as the edition of its date, in place of an older one of that date, and
// makes the directory if there is none. The error is an *[Error], or of an edition that
// breaks a rule, that of [data.Load]: nothing has changed then.
func (d Dir) Save(f *data.File) error {
	b, err := data.FormatWithChecksum(f)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(string(d), 0o700); err != nil {
		return d.systemError(f.Edition, err)
	}
	if err := data.Replace(d.Path(f.Edition), b); err != nil {
		return d.systemError(f.Edition, err)
	}
	return nil
}

// Size returns the size of the file of a date, in bytes. The error is an *[Error].
func (d Dir) Size(date string) (int64, error) {
	info, err := os.Stat(d.Path(date))
	if err != nil {
		return 0, d.systemError(date, err)
	}
	return info.Size(), nil
}

// Remove removes the file of a date. The error is an *[Error], of the kind Missing if there
// is none.
func (d Dir) Remove(date string) error {
	if d == "" || !isDate(date) {
		return d.systemError(date, data.Missing)
	}
	if err := os.Remove(d.Path(date)); err != nil {
		return d.systemError(date, err)
	}
	return nil
}

// isDate reports whether s is a date, as 2026-11-25.
func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
