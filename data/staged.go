package data

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
)

// Staged is the content of a file until it is complete: it waits in memory, or, as soon as
// there is much of it, in a file beside it that has no name. So nothing is left behind when
// somebody stops the program.
type Staged struct {
	path  string // of the file to be written
	start bytes.Buffer
	rest  *os.File // all of the content, once it is there
	size  int64
	err   error // of the first piece that could not be kept
}

// maxStaged is the number of bytes that wait in memory.
const maxStaged = 8 << 20

// Stage returns the content of the file at path, which is empty.
func Stage(path string) *Staged { return &Staged{path: path} }

// Write adds to the content. It never fails: an error is told when the file is written.
func (s *Staged) Write(p []byte) (int, error) {
	if s.rest == nil && s.err == nil && s.start.Len()+len(p) > maxStaged {
		s.err = s.spill()
	}
	switch {
	case s.err != nil:
	case s.rest != nil:
		_, s.err = s.rest.Write(p)
	default:
		_, s.err = s.start.Write(p)
	}
	s.size += int64(len(p))
	return len(p), nil
}

// spill moves the content to a file without a name.
func (s *Staged) spill() error {
	f, err := os.CreateTemp(filepath.Dir(s.path), temporaryStart+"*"+temporaryEnd)
	if err != nil {
		return ReadError(err)
	}
	_ = os.Remove(f.Name()) // the file stays until it is closed
	s.rest = f
	_, err = s.start.WriteTo(f)
	s.start = bytes.Buffer{}
	return err
}

// Len returns the number of bytes of the content.
func (s *Staged) Len() int64 { return s.size }

// WriteTo writes the content to w.
func (s *Staged) WriteTo(w io.Writer) (int64, error) {
	if s.rest == nil {
		n, err := w.Write(s.start.Bytes())
		return int64(n), err
	}
	return io.Copy(w, io.NewSectionReader(s.rest, 0, s.size))
}

// Close forgets the content.
func (s *Staged) Close() error {
	if s.rest == nil {
		return nil
	}
	return s.rest.Close()
}

// Replace writes the content to its file, as the function Replace does.
func (s *Staged) Replace() error {
	if s.err != nil {
		return ReadError(s.err)
	}
	path, mode, err := replaceTarget(s.path)
	if err != nil {
		return err
	}
	return writeBeside(path, s, mode, os.Rename)
}

// Create writes the content to its file, which is new, as Replace does. Where there is a
// file, a folder, a device or a link of that name already, even if it comes in the
// meantime, it stays, and the error is that of [Creatable].
func (s *Staged) Create() error {
	if s.err != nil {
		return ReadError(s.err)
	}
	if err := Creatable(s.path); err != nil {
		return err
	}
	return writeBeside(s.path, s, 0, moveNew)
}
