// Package mine keeps the codes of the user's own countries and regions in a file of the
// user's state directory:
//
//	{"schema":"voxatlas.mine/1","countries":["TW","JP"]}
//
// The file is replaced whole or not at all. A file that is damaged, or that a newer
// program has written, is reported and never overwritten. Of two programs that write at
// the same time, the later one's list stays.
package mine

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data"
	"voxatlas/model"
)

// File is the path of the file. It need not exist.
type File string

// Limits of a file.
const (
	maxBytes     = 64 << 10
	maxCountries = 500
)

// schema names the format and its version.
const (
	schemaName = "voxatlas.mine/"
	schema     = schemaName + "1"
)

// document is the JSON of the file.
type document struct {
	Schema    string   `json:"schema"`
	Countries []string `json:"countries"` // ISO 3166-1 alpha-2, each once, in the order of the user
}

// Read returns the codes in the file, each once; none if there is no file. The error is
// an *[Error].
func (f File) Read() ([]string, error) {
	b, err := data.ReadFile(string(f), maxBytes)
	switch {
	case errors.Is(err, data.Missing):
		return nil, nil
	case err != nil:
		return nil, f.systemError(err)
	}
	codes, err := decode(b)
	if err != nil {
		return nil, f.decodeError(err)
	}
	return codes, nil
}

// Write replaces the codes in the file, which it makes if there is none, in a folder that
// only the user may read. The error is an *[Error]: of the codes, of a file that must not
// be overwritten, or of the system.
func (f File) Write(codes []string) error {
	codes, err := unique(codes)
	if err != nil {
		return f.decodeError(err)
	}
	if _, err := f.Read(); err != nil {
		return err
	}
	b, err := json.Marshal(document{schema, codes}, json.FormatNilSliceAsNull(false))
	if err != nil {
		return f.systemError(err)
	}
	if err := os.MkdirAll(filepath.Dir(string(f)), 0o700); err != nil {
		return f.systemError(err)
	}
	if err := data.Replace(string(f), append(b, '\n')); err != nil {
		return f.systemError(err)
	}
	return nil
}

// errNewer says that a newer program has written a file.
var errNewer = errors.New("of a newer program")

// decode returns the codes in the text of a file. The error is fit to be shown.
func decode(b []byte) ([]string, error) {
	var version struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(b, &version); err != nil {
		return nil, errors.New(syntaxOf(err))
	}
	switch number, ours := strings.CutPrefix(version.Schema, schemaName); {
	case !ours || number == "" || strings.Trim(number, "0123456789") != "" || strings.HasPrefix(number, "0"):
		return nil, fmt.Errorf("schema is %q, not %q", model.Clean(version.Schema, 40), schema)
	case number != "1":
		return nil, errNewer
	}
	var doc document
	if err := json.Unmarshal(b, &doc, json.RejectUnknownMembers(true)); err != nil {
		return nil, errors.New(syntaxOf(err))
	}
	return unique(doc.Countries)
}

// syntaxOf describes an error of the JSON decoder in a few words.
func syntaxOf(err error) string {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("no JSON at byte %d", syntax.ByteOffset)
	}
	var wrong *json.SemanticError
	if errors.As(err, &wrong) {
		return "not as expected at " + model.Clean("/"+strings.TrimPrefix(string(wrong.JSONPointer), "/"), 60)
	}
	return "no JSON"
}

// unique returns codes, each once. The error names the first one that is none.
func unique(codes []string) ([]string, error) {
	if len(codes) > maxCountries {
		return nil, fmt.Errorf("%d countries; %d are the most", len(codes), maxCountries)
	}
	var list []string
	for _, code := range codes {
		if len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return nil, fmt.Errorf("%q is no code of two capital letters", model.Clean(code, 20))
		}
		if !slices.Contains(list, code) {
			list = append(list, code)
		}
	}
	return list, nil
}
