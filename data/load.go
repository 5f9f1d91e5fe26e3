package data

import (
	"bytes"
	"io"
	"strconv"

	"voxatlas/model"
)

// Fault says that something is wrong in an edition file, and where.
type Fault struct {
	Line int    // from 1
	Path string // of the value, as a JSON Pointer; for a missing value, of the nearest one around it
	Text string // the reason
}

// Error joins the line, the path and the text in one line without control
// characters.
func (f Fault) Error() string { return f.Place() + ": " + f.Text }

// Place returns the line and the path, as "line 12, /countries/0/slug".
func (f Fault) Place() string {
	place := "line " + strconv.Itoa(f.Line)
	if f.Path != "" {
		place += ", " + f.Path
	}
	return place
}

// Verdict is the result of [Validate].
type Verdict struct {
	Edition   model.EditionInfo // as far as it can be read
	Countries int
	Faults    []Fault // by line; none when the edition is valid
	More      int     // how many more faults there are at least
}

// Validate checks the edition in b and spells out at most limit faults. The error is
// [Empty], or nil.
func Validate(b []byte, limit int) (Verdict, error) {
	_, v, err := readEdition(b, limit)
	return v, err
}

// ValidateFile checks the edition in the regular file at path, as [Validate] does. The
// error says that the file cannot be read, or is a [FileError].
func ValidateFile(path string, limit int) (Verdict, error) {
	b, err := ReadFile(path, MaxSize)
	if err != nil {
		return Verdict{}, err
	}
	return Validate(b, limit)
}

// Load reads an edition that [Validate] finds no fault in. Otherwise the error is a
// *[model.ViolationsError] of the first faults. No line of it has control or bidi
// characters. The error of a file that cannot be an edition at all is a
// [FileError].
func Load(r io.Reader) (*model.Atlas, error) {
	b, err := readAll(r, MaxSize)
	if err != nil {
		return nil, ReadError(err)
	}
	return loadBytes(b)
}

// LoadFile reads the edition in the regular file at path, as [Load] does. The error
// does not name the path.
func LoadFile(path string) (*model.Atlas, error) {
	b, err := ReadFile(path, MaxSize)
	if err != nil {
		return nil, err
	}
	return loadBytes(b)
}

// loadBytes reads the edition in b, as [Load] does.
func loadBytes(b []byte) (*model.Atlas, error) {
	a, v, err := readEdition(b, model.MaxViolations)
	if err != nil {
		return nil, err
	}
	if len(v.Faults) == 0 {
		return a, nil
	}
	refused := &model.ViolationsError{More: v.More}
	for _, f := range v.Faults {
		refused.Problems = append(refused.Problems, f)
	}
	return nil, refused
}

// readEdition reads the edition in b and checks it. The atlas is valid only when there
// are no faults. The error is Empty, or nil.
func readEdition(b []byte, limit int) (*model.Atlas, Verdict, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, Verdict{}, Empty
	}
	e := &editionReader{limit: limit, budget: 64 << 20}
	a := e.readFile(b)
	v := Verdict{Faults: e.sortedFaults(b), More: e.more}
	if a != nil {
		v.Edition, v.Countries = a.Info(), a.Len()
	}
	return a, v, nil
}
