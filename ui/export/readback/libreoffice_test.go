package readback

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voxatlas/ui/export"
)

// office runs LibreOffice and other programs in a folder of their own.
type office struct {
	t      *testing.T
	binary string
	folder string
}

func newOffice(t *testing.T) office {
	t.Helper()
	binary, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	return office{t, binary, t.TempDir()}
}

func (o office) run(dir, name string, args ...string) {
	o.t.Helper()
	cmd := exec.Command(name, args...)
	if cmd.Dir = dir; name == o.binary { // its settings stay in the folder
		cmd.Env = append(os.Environ(), "HOME="+o.folder)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		o.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// toCSV converts the first sheets of files. With commas, quotes, UTF-8, and values as
// they are, not as they are shown. infilter is the filter that reads the files.
func (o office) toCSV(outdir, infilter string, files ...string) {
	o.t.Helper()
	const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"
	o.run(o.folder, o.binary, append([]string{"--headless", "--infilter=" + infilter, "--convert-to", filter, "--outdir", outdir}, files...)...)
}

// TestLibreOfficeReadsCSV: LibreOffice reads the fields of a file, and computes none.
func TestLibreOfficeReadsCSV(t *testing.T) {
	o := newOffice(t)
	rows := [][]string{
		{"國家/地區", "a;b", `a "quoted" text`}, {"one\ntwo", "a\tb", "a,b"}, {"台灣、日本（僅按分鐘計費）", "'=1+1", "'+886 2"}, {"𠀀", `""`, "; "},
	}
	var cells [][]export.Cell
	for _, row := range rows[1:] {
		var line []export.Cell
		for _, text := range row {
			line = append(line, export.Cell{Text: strings.TrimPrefix(text, "'"), Own: true})
		}
		cells = append(cells, line)
	}
	table := export.Table{Rows: slices.Values(cells)}
	for _, head := range rows[0] {
		table.Columns = append(table.Columns, export.Column{Title: head})
	}
	var b bytes.Buffer
	if _, err := export.WriteCSV(&b, table, export.Options{File: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(o.folder, "own.csv"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	o.toCSV(filepath.Join(o.folder, "read"), "CSV:44,34,76", "own.csv")
	found, _ := filepath.Glob(filepath.Join(o.folder, "read", "own*.csv"))
	if len(found) != 1 {
		t.Fatal(found)
	}
	if got := readCSV(t, found[0]); !slices.EqualFunc(got, rows, slices.Equal) {
		t.Errorf("%q\nwant\n%q", got, rows)
	}
}

// TestLibreOfficeReads makes workbooks and CSV files with the program: LibreOffice reads
// the same fields from both.
func TestLibreOfficeReads(t *testing.T) {
	o := newOffice(t)
	folder := o.folder
	program := filepath.Join(folder, "voxatlas")
	o.run("../../..", "go", "build", "-o", program, ".")
	books := filepath.Join(folder, "books")
	var workbooks []string
	for name, command := range map[string]string{
		"table": "table", "list": "list --where cp|tollfree --failing", "compare": "compare tw jp us de", "show": "show --all",
		"stats": "stats", "destinations": "destinations", "changes": "changes",
	} {
		for _, lang := range []string{"en", "zh-TW"} {
			args := append(strings.Fields(command), "--lang", lang, "-o")
			workbook := filepath.Join(folder, name+"-"+lang+".xlsx")
			o.run(folder, program, append(args, workbook)...)
			o.run(folder, program, append(args, filepath.Join(folder, name+"-"+lang+".csv"))...)
			workbooks = append(workbooks, workbook)
		}
	}
	o.toCSV(books, "Calc MS Excel 2007 XML", workbooks...)
	for _, workbook := range workbooks {
		name := strings.TrimSuffix(filepath.Base(workbook), ".xlsx")
		found, err := filepath.Glob(filepath.Join(books, name+"-*.csv"))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		ours, theirs := readCSV(t, filepath.Join(folder, name+".csv")), readCSV(t, found[0])
		if len(ours) < 2 || !slices.EqualFunc(ours, theirs, slices.Equal) {
			t.Errorf("%s: %d rows, LibreOffice %d", name, len(ours), len(theirs))
			for i := range min(len(ours), len(theirs)) {
				if !slices.Equal(ours[i], theirs[i]) {
					t.Fatalf("row %d:\n%q\n%q", i+1, ours[i], theirs[i])
				}
			}
		}
	}
}

// readCSV returns the rows of a file, without a byte order mark.
func readCSV(t *testing.T, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
