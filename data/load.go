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
func (f Fault) Error() string {
	where := "line " + strconv.Itoa(f.Line)
	if f.Path != "" {
		where += ", " + f.Path
	}
	return where + ": " + f.Text
}

// Verdict is the result of [Validate].
type Verdict struct {
	Edition   model.EditionInfo // as far as it can be read
	Countries int
	Faults    []Fault // by line; none when the edition is valid
	More      int     // how many more faults there are at least
}

// Validate checks an edition and spells out at most limit faults. The error says
// that r cannot be read, or is a [FileError].
func Validate(r io.Reader, limit int) (Verdict, error) {
	_, v, err := readEdition(r, limit)
	return v, err
}

// ValidateFile checks the edition in the regular file at path, as [Validate] does.
func ValidateFile(path string, limit int) (v Verdict, err error) {
	err = openRegular(path, func(r io.Reader) error {
		v, err = Validate(r, limit)
		return err
	})
	return v, err
}

// Load reads an edition that [Validate] finds no fault in. Otherwise the error is a
// *[model.ViolationsError] of the first faults. No line of it has control or bidi
// characters. The error of a file that cannot be an edition at all is a
// [FileError].
func Load(r io.Reader) (*model.Atlas, error) {
	a, v, err := readEdition(r, model.MaxViolations)
	if err != nil {
		return nil, err
	}
	if len(v.Faults) == 0 {
		return a, nil
	}
	refused := &model.ViolationsError{More: v.More}
	for _, f := range v.Faults {
		refused.Violations = append(refused.Violations, f)
	}
	return nil, refused
}

// LoadFile reads the edition in the regular file at path, as [Load] does. The error
// does not name the path.
func LoadFile(path string) (a *model.Atlas, err error) {
	err = openRegular(path, func(r io.Reader) error {
		a, err = Load(r)
		return err
	})
	return a, err
}

// readEdition reads an edition and checks it. The atlas is valid only when there are
// no faults.
func readEdition(r io.Reader, limit int) (*model.Atlas, Verdict, error) {
	b, err := readAll(r)
	if err != nil {
		return nil, Verdict{}, err
	}
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
