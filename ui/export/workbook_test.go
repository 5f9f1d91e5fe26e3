package export_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"voxatlas/ui/export"
	"voxatlas/ui/export/xlsx"
)

var (
	date    = time.Date(2023, 1, 26, 0, 0, 0, 0, time.UTC)
	errFull = errors.New("full")
)

// failing is a writer that takes a number of bytes.
type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWorkbook(t *testing.T) {
	table := sample()
	table.Title, table.Sheets = "Answers", export.SheetNames{Words: "Table", Keys: "Keys", About: "About"}
	var b bytes.Buffer
	if err := export.WriteWorkbook(&b, table, "voxatlas", "", date); err != nil {
		t.Fatal(err)
	}
	book, err := xlsx.Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string]string{
		"Table": "Code|Site|Plans|Minutes|Conditions\nTW|=1+1|Not available|1200\nJP|+886;x|Via partner, \"SoftBank\"|0|one\ntwo",
		"Keys":  "iso2|site|cp|minutes|notes\nTW|=1+1|no|1200\nJP|+886;x|partner|0|a b",
		"About": "Answers\nRows: 2\n2023-01-26\n1. line",
	} {
		var lines []string
		for row, err := range book.Rows(sheet) {
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.Join(row.Cells, "|"))
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("%s: %s", sheet, got)
		}
	}
}
