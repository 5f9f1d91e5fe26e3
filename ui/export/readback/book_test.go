package readback

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voxatlas/ui/export/xlsx"
)

// TestBook writes the workbook about everything: excelize, LibreOffice and package xlsx
// read the same rows from each of its sheets, and no formula. The sheets of answers have
// the rows of the command table.
func TestBook(t *testing.T) {
	o := newOffice(t)
	program := filepath.Join(o.folder, "voxatlas")
	o.run("../../..", "go", "build", "-o", program, ".")
	const all = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
	for name, args := range map[string][]string{
		"en": {"--lang", "en"}, "zh": {"--lang", "zh-TW"}, "where": {"--lang", "en", "--where", "region:apac cp|tollfree"}, "older": {"--lang", "zh-TW", "--edition", "2021-03-23"},
	} {
		file := filepath.Join(o.folder, name+".xlsx")
		o.run(o.folder, program, append([]string{"export", "-o", file}, args...)...)
		o.run(o.folder, o.binary, "--headless", "--infilter=Calc MS Excel 2007 XML", "--convert-to", all, "--outdir", o.folder, file)
		for _, keys := range []bool{false, true} {
			command := append([]string{"table", "-o", filepath.Join(o.folder, name+".answers.csv"), "--force"}, args...)
			if keys {
				command = append(command[:2:2], append([]string{filepath.Join(o.folder, name+".keys.csv"), "--keys"}, args...)...)
			}
			o.run(o.folder, program, command...)
		}
		sheets := readSheets(t, file)
		if len(sheets) < 7 {
			t.Errorf("%s: %d sheets", name, len(sheets))
		}
		for i, s := range sheets {
			if i > 0 { // the overview leaves lines out
				compareRows(t, name+" "+s.name+" in LibreOffice", s.rows, readCSV(t, filepath.Join(o.folder, name+"-"+s.name+".csv")))
			}
			compareRows(t, name+" "+s.name+" in excelize", s.rows, excelizeRows(t, file, s.name))
		}
		compareRows(t, name+" answers", sheets[1].rows, readCSV(t, filepath.Join(o.folder, name+".answers.csv")))
		compareRows(t, name+" keys", sheets[len(sheets)-1].rows, readCSV(t, filepath.Join(o.folder, name+".keys.csv")))
	}
}

// sheet is a sheet that was read.
type sheet struct {
	name string
	rows [][]string
}

// readSheets reads a workbook with package xlsx.
func readSheets(t *testing.T, file string) []sheet {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	book, err := xlsx.Open(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	var sheets []sheet
	for _, name := range book.Sheets() {
		s := sheet{name: name}
		for row, err := range book.Rows(name) {
			if err != nil {
				t.Fatal(err)
			}
			s.rows = append(s.rows, slices.Clone(row.Cells))
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// excelizeRows reads a sheet with excelize, and looks for formulas.
func excelizeRows(t *testing.T, file, name string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j := range row {
			place, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, err := f.GetCellFormula(name, place); err != nil || formula != "" {
				t.Fatalf("%s %s: formula %q, %v", name, place, formula, err)
			}
		}
	}
	return slices.DeleteFunc(rows, func(row []string) bool { return len(row) == 0 })
}

// compareRows compares rows, without the empty cells at their ends.
func compareRows(t *testing.T, name string, got, want [][]string) {
	t.Helper()
	got = slices.DeleteFunc(slices.Clone(got), func(row []string) bool { return len(row) == 0 })
	if len(got) != len(want) {
		t.Errorf("%s: %d rows and %d", name, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if a, b := trimRow(got[i]), trimRow(want[i]); !slices.Equal(a, b) {
			t.Errorf("%s, row %d:\n%q\n%q", name, i+1, a, b)
			return
		}
	}
}

// trimRow returns a row without the empty cells at its end.
func trimRow(row []string) []string {
	for len(row) > 0 && strings.TrimSpace(row[len(row)-1]) == "" {
		row = row[:len(row)-1]
	}
	return row
}
