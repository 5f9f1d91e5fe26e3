package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"voxatlas/ui/export/xlsx"
)

// write returns a workbook that add fills.
func write(t interface{ Fatal(...any) }, add func(*xlsx.Writer) error) []byte {
	var b bytes.Buffer
	w := xlsx.NewWriter(&b, xlsx.Properties{Title: "Title & more", Creator: "voxatlas", Created: time.Date(2023, 1, 26, 0, 0, 0, 0, time.UTC)})
	if err := errors.Join(add(w), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheetOf returns a function that writes rows as the only sheet.
func sheetOf(s xlsx.Sheet, rows ...[]xlsx.Cell) func(*xlsx.Writer) error {
	return func(w *xlsx.Writer) error {
		_, err := w.AddSheet(s)
		for _, row := range rows {
			err = errors.Join(err, w.WriteRow(row...))
		}
		return err
	}
}

// parts returns the parts of a workbook, each of which must be XML.
func parts(t *testing.T, workbook []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(b)); err == nil; {
			_, err = d.Token()
		}
		if err != io.EOF { //nolint:errorlint // as Token returns it
			t.Errorf("%s: %v\n%s", f.Name, err, b)
		}
		all[f.Name] = string(b)
	}
	return all
}

// read returns the rows of a sheet: row i+1 is rows[i], without empty cells at its end.
func read(workbook []byte, sheet string) (rows [][]string, err error) {
	b, err := xlsx.Open(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	for row, err := range b.Rows(sheet) {
		if err != nil {
			return rows, err
		}
		for len(rows) < row.Number {
			rows = append(rows, nil)
		}
		rows[row.Number-1] = append([]string{}, row.Cells...)
	}
	return rows, nil
}

// TestRoundTrip writes any texts and numbers and reads them back, and writes them
// again to the same bytes.
func TestRoundTrip(t *testing.T) {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"", "=1+1", "+886", "-1", "@x", "'q", "_x0041_", "_x005F_", "_x_x0041_", "\r", "a\r\nb\n", " x ", "\t", "<&>\"'", "台灣", "𠀀", "\uFFFD", "0800", "]]>"}),
		rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("_x0041F<&\r\n台")))).Filter(allowed))
	cells := rapid.Custom(func(t *rapid.T) xlsx.Cell {
		style := xlsx.Style(rapid.IntRange(0, int(xlsx.Unknown)).Draw(t, "style"))
		if rapid.Bool().Draw(t, "number") {
			return xlsx.Number(rapid.Float64Range(-1e18, 1e18).Draw(t, "value"), style)
		}
		c := xlsx.Text(texts.Draw(t, "text"), style)
		c.Link = rapid.SampledFrom([]string{"", "https://example.org/?a=b&c=\"d\""}).Draw(t, "link")
		return c
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(cells, 0, 6), 0, 8).Draw(t, "rows")
		s := xlsx.Sheet{Name: texts.Draw(t, "name"), Header: rapid.Bool().Draw(t, "header"), FrozenColumns: rapid.IntRange(0, 2).Draw(t, "frozen")}
		workbook := write(t, sheetOf(s, rows...))
		if !bytes.Equal(workbook, write(t, sheetOf(s, rows...))) {
			t.Fatal("the same rows gave other bytes")
		}
		got, err := read(workbook, "")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(shown(rows), got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// allowed reports whether XML can hold a text.
func allowed(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r < ' ' && !strings.ContainsRune("\t\r\n", r) || r == 0xFFFE || r == 0xFFFF
	}) < 0
}

// shown returns rows as they are read: without what is empty at the end of each and
// of all.
func shown(rows [][]xlsx.Cell) (all [][]string) {
	for i, row := range rows {
		var texts []string
		for j, c := range row {
			text := c.Text
			if c.Kind == xlsx.KindNumber {
				text = strconv.FormatFloat(c.Number, 'f', -1, 64)
			}
			if text != "" {
				texts = append(texts, make([]string, j+1-len(texts))...)
				texts[j] = text
			}
		}
		if texts != nil {
			all = append(all, make([][]string, i+1-len(all))...)
			all[i] = texts
		}
	}
	return all
}

func TestWriterRefuses(t *testing.T) {
	long := strings.Repeat("長", xlsx.MaxText)
	for name, c := range map[string]struct {
		add  func(*xlsx.Writer) error
		want string // "" for no error
	}{
		"control":       {sheetOf(xlsx.Sheet{Name: "a"}, nil, []xlsx.Cell{{}, xlsx.Text("a\x01b", xlsx.Plain)}), `sheet "a", cell B2: character U+0001: XML forbids it`},
		"escape":        {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Text("\x1b[31m", xlsx.Plain)}), `U+001B`},
		"no UTF-8":      {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Text("a\xff", xlsx.Plain)}), `byte 0xff: not UTF-8`},
		"link":          {sheetOf(xlsx.Sheet{}, []xlsx.Cell{{Text: "a", Link: "https://\x00"}}), `U+0000`},
		"long":          {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Text(long, xlsx.Plain)}), ""},
		"too long":      {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Text(long+"a", xlsx.Plain)}), xlsx.ErrTooLong.Error()},
		"pairs":         {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Text(strings.Repeat("𠀀", xlsx.MaxText/2+1), xlsx.Plain)}), xlsx.ErrTooLong.Error()},
		"not a number":  {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Number(math.NaN(), xlsx.Plain)}), `NaN: no number`},
		"infinite":      {sheetOf(xlsx.Sheet{}, []xlsx.Cell{xlsx.Number(math.Inf(-1), xlsx.Plain)}), `-Inf: no number`},
		"columns":       {sheetOf(xlsx.Sheet{}, make([]xlsx.Cell, xlsx.MaxColumns+1)), `more than 1048576 rows or 16384 columns`},
		"no sheet":      {func(*xlsx.Writer) error { return nil }, `without a sheet`},
		"row before":    {func(w *xlsx.Writer) error { return w.WriteRow() }, `before the first sheet`},
		"after closing": {func(w *xlsx.Writer) error { return errors.Join(sheetOf(xlsx.Sheet{})(w), w.Close()) }, `closed`},
	} {
		w := xlsx.NewWriter(io.Discard, xlsx.Properties{})
		err := errors.Join(c.add(w), w.Close())
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v; want %q", name, err, c.want)
		}
	}
}

// failing is a writer that takes a number of bytes.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// TestWriterKeepsItsError: an error of the underlying writer comes out in the end,
// wherever it happened.
func TestWriterKeepsItsError(t *testing.T) {
	row := []xlsx.Cell{xlsx.Text("text", xlsx.Plain), xlsx.Number(1, xlsx.Plain)}
	whole := write(t, sheetOf(xlsx.Sheet{Header: true}, row, row))
	for left := range len(whole) {
		w := xlsx.NewWriter(&failing{left}, xlsx.Properties{Title: "Title & more", Creator: "voxatlas", Created: time.Date(2023, 1, 26, 0, 0, 0, 0, time.UTC)})
		_ = sheetOf(xlsx.Sheet{Header: true}, row, row)(w)
		if err := w.Close(); !errors.Is(err, errFull) {
			t.Fatalf("after %d of %d bytes: %v", left, len(whole), err)
		}
	}
}

func TestSheetNames(t *testing.T) {
	w := xlsx.NewWriter(io.Discard, xlsx.Properties{})
	for _, c := range [][2]string{
		{"Answers", "Answers"},
		{"answers", "answers (2)"},
		{"ANSWERS", "ANSWERS (3)"},
		{"Who? [all]: a/b\\c*", "Who all a b c"},
		{"", "Sheet"},
		{"history", "Sheet history"},
		{"'quoted'", "quoted"},
		{"it's", "it's"},
		{"a\x00\nb\xff", "a b"},
		{strings.Repeat("長", 40), strings.Repeat("長", 31)},
		{strings.Repeat("長", 41), strings.Repeat("長", 27) + " (2)"},
		{strings.Repeat("𠀀", 16), strings.Repeat("𠀀", 15)},
	} {
		if got, err := w.AddSheet(xlsx.Sheet{Name: c[0]}); got != c[1] || err != nil {
			t.Errorf("%q: %q, %v; want %q", c[0], got, err, c[1])
		}
	}
}

// TestSheetXML looks at what no reader of texts sees: panes, filter, widths, heights,
// print setup, links.
func TestSheetXML(t *testing.T) {
	workbook := parts(t, write(t, func(w *xlsx.Writer) error {
		_, err := w.AddSheet(xlsx.Sheet{Name: "It's", Header: true, FrozenColumns: 2, MaxWidth: 20})
		return errors.Join(err,
			w.WriteRow(xlsx.Text("Code", xlsx.Header), xlsx.Text("國家/地區", xlsx.Header), xlsx.Text("A long header that is broken into lines", xlsx.Header)),
			w.WriteRow(xlsx.Text("TW", xlsx.Plain), xlsx.Text("台灣台灣台灣", xlsx.Positive), xlsx.Text("=1+1", xlsx.Plain)),
			w.WriteRow(xlsx.Text("US", xlsx.Plain), xlsx.Text("a", xlsx.Plain), xlsx.Text("more than twenty characters in a cell", xlsx.Plain)),
			w.WriteRow(xlsx.Cell{Text: "page", Link: "https://example.org/?a&b"}, xlsx.Number(1200, xlsx.Plain), xlsx.Number(0.5, xlsx.Plain)))
	}))
	sheet := workbook["xl/worksheets/sheet1.xml"]
	for _, want := range []string{
		`<pageSetUpPr fitToPage="1"/>`,
		`<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>`,
		`<col min="1" max="1" width="9" customWidth="1"/><col min="2" max="2" width="14" customWidth="1"/><col min="3" max="3" width="22" customWidth="1"/>`,
		`<row r="1" ht="30"><c r="A1"`, `<row r="2"><c r="A2"`, `<row r="3" ht="30"><c r="A3"`,
		`<autoFilter ref="A1:C4"/>`,
		`<hyperlinks><hyperlink ref="A4" r:id="rId1"/></hyperlinks>`,
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
		`<oddFooter>&amp;L&amp;8 Title &amp;&amp; more&amp;C&amp;8 It's&amp;R&amp;8 &amp;P / &amp;N</oddFooter>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in\n%s", want, sheet)
		}
	}
	if strings.Contains(sheet, "<f") {
		t.Error("a formula")
	}
	for part, want := range map[string]string{
		"xl/worksheets/_rels/sheet1.xml.rels": `Target="https://example.org/?a&amp;b" TargetMode="External"`,
		"xl/workbook.xml": `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'It''s'!$A$1:$C$4</definedName>` +
			`<definedName name="_xlnm.Print_Titles" localSheetId="0">'It''s'!$1:$1</definedName>`,
		"docProps/core.xml": `<dc:title>Title &amp; more</dc:title><dc:creator>voxatlas</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2023-01-26T00:00:00Z</dcterms:created>`,
	} {
		if !strings.Contains(workbook[part], want) {
			t.Errorf("no %s in\n%s", want, workbook[part])
		}
	}
}
