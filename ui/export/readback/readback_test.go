package readback

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"voxatlas/ui/export/xlsx"
)

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// open writes a workbook with package xlsx and opens it with excelize.
func open(t failer, add func(*xlsx.Writer) error) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	w := xlsx.NewWriter(&b, xlsx.Properties{Title: "A title & more", Creator: "voxatlas", Created: time.Date(2023, 1, 26, 0, 0, 0, 0, time.UTC)})
	if err := errors.Join(add(w), w.Close()); err != nil {
		t.Fatalf("%v", err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return f
}

// TestExcelizeReads writes any cells: excelize reads the same texts and numbers, and
// no formula.
func TestExcelizeReads(t *testing.T) {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"=1+1", "+886", "-1", "@SUM(A1)", "'q", "_x0041_", "a\nb", " x ", "<&>\"'", "台灣", "𠀀", "0800", "1E5", "TRUE"}),
		rapid.StringOf(rapid.RuneFrom([]rune("_xF<&\n台a "))))
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(texts, 1, 5), 1, 6).Draw(t, "rows")
		f := open(t, func(w *xlsx.Writer) error {
			_, err := w.AddSheet(xlsx.Sheet{Name: "All", Header: true})
			for i, row := range rows {
				cells := []xlsx.Cell{xlsx.Number(float64(i)/4, xlsx.Plain)}
				for j, text := range row {
					cells = append(cells, xlsx.Text(text, xlsx.Style(j)))
				}
				err = errors.Join(err, w.WriteRow(cells...))
			}
			return err
		})
		for i, row := range rows {
			for j, want := range append([]string{strconv.FormatFloat(float64(i)/4, 'f', -1, 64)}, row...) {
				place, _ := excelize.CoordinatesToCellName(j+1, i+1)
				got, err := f.GetCellValue("All", place, excelize.Options{RawCellValue: true})
				if err != nil || got != want {
					t.Fatalf("%s: %q, %v; want %q", place, got, err, want)
				}
				if formula, err := f.GetCellFormula("All", place); err != nil || formula != "" {
					t.Fatalf("%s: formula %q, %v", place, formula, err)
				}
			}
		}
	})
}

// TestExcelizeSees what is no text: panes, filter, widths, looks, links, print setup.
func TestExcelizeSees(t *testing.T) {
	f := open(t, func(w *xlsx.Writer) error {
		_, err := w.AddSheet(xlsx.Sheet{Name: "Overview", Portrait: true})
		err = errors.Join(err, w.WriteRow(xlsx.Text("A title", xlsx.Title)), w.WriteRow(xlsx.Cell{Text: "page", Link: "https://example.org/?a=1&b=2"}))
		_, err2 := w.AddSheet(xlsx.Sheet{Name: "It's all", Header: true, FrozenColumns: 2})
		return errors.Join(err, err2,
			w.WriteRow(xlsx.Text("Code", xlsx.Header), xlsx.Text("國家/地區", xlsx.Header), xlsx.Text("State", xlsx.Header)),
			w.WriteRow(xlsx.Text("TW", xlsx.Plain), xlsx.Text("台灣", xlsx.Plain), xlsx.Text("可用", xlsx.Positive)),
			w.WriteRow(xlsx.Text("JP", xlsx.Plain), xlsx.Text("日本", xlsx.Plain), xlsx.Text("需申請", xlsx.Conditional)))
	})
	same := func(name string, got, want any, err error) {
		t.Helper()
		if err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", name, got, err, want)
		}
	}
	same("sheets", strings.Join(f.GetSheetList(), "|"), "Overview|It's all", nil)
	panes, err := f.GetPanes("It's all")
	same("panes", [3]any{panes.Freeze, panes.XSplit, panes.YSplit}, [3]any{true, 2, 1}, err)
	var names []string
	for _, n := range f.GetDefinedName() {
		names = append(names, n.Name+" "+n.RefersTo+" "+n.Scope)
	}
	same("names", strings.Join(names, "\n"), "_xlnm._FilterDatabase 'It''s all'!$A$1:$C$3 It's all\n_xlnm.Print_Titles 'It''s all'!$1:$1 It's all", nil)
	width, err := f.GetColWidth("It's all", "B")
	same("width", width, 14.0, err)
	linked, target, err := f.GetCellHyperLink("Overview", "A2")
	same("link", [2]any{linked, target}, [2]any{true, "https://example.org/?a=1&b=2"}, err)
	properties, err := f.GetDocProps()
	same("properties", [3]string{properties.Title, properties.Creator, properties.Created}, [3]string{"A title & more", "voxatlas", "2023-01-26T00:00:00Z"}, err)
	for sheet, want := range map[string]string{"Overview": "portrait", "It's all": "landscape"} {
		layout, err := f.GetPageLayout(sheet)
		same("orientation", *layout.Orientation, want, err)
		same("pages wide", *layout.FitToWidth, 1, err)
	}
	for place, want := range map[string]string{"A1": "FF1F3864", "C2": "FFDDEBF7", "C3": "FFFFD966"} {
		id, err := f.GetCellStyle("It's all", place)
		format := f.Styles.CellXfs.Xf[id]
		same("fill of "+place, f.Styles.Fills.Fill[*format.FillID].PatternFill.FgColor.RGB, want, err)
	}
}

// TestWhatExcelizeWrites is read by package xlsx: shared strings, rich texts, dates,
// truths, formulas with their results.
func TestWhatExcelizeWrites(t *testing.T) {
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "據點"))
	dates, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	format := `yyyy"年"m"月"d"日" hh:mm`
	times, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(err)
	must(f.SetSheetRow("據點", "A1", &[]any{"site", "國家/地區", "opened", "users", "seen", "open"}))
	must(f.SetSheetRow("據點", "A2", &[]any{"site", "台灣 <&>", time.Date(2023, 1, 25, 0, 0, 0, 0, time.UTC), 1200, time.Date(2024, 2, 29, 13, 30, 0, 0, time.UTC), true}))
	must(f.SetCellStyle("據點", "C2", "C2", dates))
	must(f.SetCellStyle("據點", "E2", "E2", times))
	must(f.SetCellRichText("據點", "A4", []excelize.RichTextRun{{Text: "two "}, {Text: "runs", Font: &excelize.Font{Bold: true}}}))
	must(f.SetCellFloat("據點", "D4", 0.1, -1, 64))
	must(f.MergeCell("據點", "A6", "B7"))
	must(f.SetCellStr("據點", "A6", "merged"))
	var b bytes.Buffer
	must(f.Write(&b))
	book, err := xlsx.Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	must(err)
	var got []string
	for row, err := range book.Rows("據點") {
		must(err)
		got = append(got, strconv.Itoa(row.Number)+" "+strings.Join(row.Cells, "|"))
	}
	want := []string{"1 site|國家/地區|opened|users|seen|open", "2 site|台灣 <&>|2023-01-25|1200|2024-02-29 13:30|TRUE", "4 two runs|||0.1", "6 merged"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

// TestPassword: a workbook that excelize has encrypted is named as such.
func TestPassword(t *testing.T) {
	var b bytes.Buffer
	if err := excelize.NewFile().Write(&b, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	if _, err := xlsx.Open(bytes.NewReader(b.Bytes()), int64(b.Len())); !errors.Is(err, xlsx.Encrypted) {
		t.Error(err)
	}
}
