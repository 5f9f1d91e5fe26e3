package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"voxatlas/ui/export/xlsx"
)

// archive returns a ZIP archive with these parts.
func archive(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// workbook returns the parts of a workbook of one sheet with these rows.
func workbook(rows string) map[string]string {
	return map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

// with returns parts with others instead of or beside them.
func with(parts map[string]string, others ...string) map[string]string {
	for i := 0; i < len(others); i += 2 {
		parts[others[i]] = others[i+1]
	}
	return parts
}

// shared returns the parts that a workbook with shared strings and formats has beside
// those of workbook.
func shared(strings, styles string) []string {
	return []string{
		"xl/sharedStrings.xml", strings, "xl/styles.xml", styles,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
	}
}

func TestReadCells(t *testing.T) {
	const sst = `<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r></si>` +
		`<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si><si/><si><t>_x0041_&amp;&#x53F0;<![CDATA[<&>]]></t></si></sst>`
	const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/>` +
		`<numFmt numFmtId="166" formatCode="0.0 &quot;days&quot;"/><numFmt numFmtId="167" formatCode="[$-404]e/m/d;@"/><numFmt numFmtId="168" formatCode="General\d"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="168"/></cellXfs><cellStyles/></styleSheet>`
	for name, c := range map[string]struct {
		rows string
		want [][]string
	}{
		"shared":           {`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>`, [][]string{{"plain", "rich ", "東京", "", "A&台<&>"}}},
		"inline":           {`<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>`, [][]string{{"ab"}}},
		"numbers":          {`<row><c><v>1</v></c><c t="n"><v>0.10000000000000001</v></c><c><v>8.86223456789E+11</v></c><c><v>1E+300</v></c><c><v>-2</v></c><c><v> 5 </v></c></row>`, [][]string{{"1", "0.1", "886223456789", "1e+300", "-2", "5"}}},
		"dates":            {`<row><c s="1"><v>44951</v></c><c s="2"><v>44951.5</v></c><c s="3"><v>1.5</v></c><c s="4"><v>44951</v></c><c s="5"><v>44951</v></c><c s="6"><v>0.7505</v></c><c s="7"><v>44951</v></c><c s="1"><v>-1</v></c></row>`, [][]string{{"2023-01-25", "2023-01-25 12:00", "1.5", "44951", "2023-01-25", "18:00:43", "44951", "-1"}}},
		"first days":       {`<row><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>2958465</v></c><c s="1"><v>2958466</v></c><c s="1"><v>44950.999999</v></c></row>`, [][]string{{"1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31", "2958466", "2023-01-25 00:00"}}},
		"truths":           {`<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2023-01-26T00:00:00</v></c></row>`, [][]string{{"TRUE", "FALSE", "#N/A", "2023-01-26T00:00:00"}}},
		"formulas":         {`<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2_x0041_</v></c><c><f>NOW()</f></c></row>`, [][]string{{"2", "2A"}}},
		"gaps":             {`<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row r="3"/><row r="4"><c r="A4" s="1"/></row><row r="7"><c r="B7"><v>3</v></c></row>`, [][]string{nil, {"", "", "1", "2"}, nil, nil, nil, nil, {"", "3"}}},
		"far empty cell":   {`<row><c><v>1</v></c><c r="XFD1" s="1"/></row>`, [][]string{{"1"}}},
		"other elements":   {`<x/> <row> <y><c><v>9</v></c></y><c><v>1</v><extLst><v>2</v></extLst></c><!-- c --><?p i?></row>`, [][]string{{"1"}}},
		"quoted brackets":  {`<row><c foo="a>b" r='A1' t="str"><v>x</v ></c></row>`, [][]string{{"x"}}},
		"a namespace of r": {`<row xmlns:r="9"><c xmlns:r="x" r="B1" t="str"><v>x</v></c></row>`, [][]string{{"", "x"}}},
		"lines":            {"<row><c t=\"str\"><v>a\r\nb\rc\nd_x000D_</v></c></row>", [][]string{{"a\nb\nc\nd\r"}}},
	} {
		got, err := read(archive(with(workbook(c.rows), shared(sst, styles)...)), "")
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

// TestReadForms reads workbooks as other programs write them.
func TestReadForms(t *testing.T) {
	const row = `<row r="1"><c r="A1" t="str"><v>x</v></c></row>`
	prefixed := strings.NewReplacer("</", "</x:", "<", "<x:")
	for name, parts := range map[string]map[string]string{
		"prefixes":    with(workbook(""), "xl/worksheets/sheet1.xml", prefixed.Replace(`<worksheet><sheetData>`+row+`</sheetData></worksheet>`)),
		"mark":        with(workbook(""), "xl/worksheets/sheet1.xml", "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<worksheet><sheetData>"+row+"</sheetData></worksheet>\n"),
		"other cases": {"XL/Workbook.xml": workbook(row)["xl/workbook.xml"], "xl/_rels/workbook.xml.RELS": workbook(row)["xl/_rels/workbook.xml.rels"], "xl/Worksheets/Sheet1.xml": workbook(row)["xl/worksheets/sheet1.xml"]},
		"elsewhere": {
			"_rels/.rels":           `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/b.xml"/></Relationships>`,
			"book/b.xml":            `<workbook><sheets><sheet name="Chart" r:id="c"/><sheet name="Hidden" state="hidden" r:id="h"/><sheet name="One" r:id="s"/></sheets></workbook>`,
			"book/_rels/b.xml.rels": `<Relationships><Relationship Id="c" Type="http://x/chartsheet" Target="c.xml"/><Relationship Id="h" Type="http://x/worksheet" Target="h.xml"/><Relationship Id="s" Type="http://x/worksheet" Target="../s.xml"/></Relationships>`,
			"book/h.xml":            `<worksheet><sheetData/></worksheet>`,
			"s.xml":                 `<worksheet><sheetData>` + row + `</sheetData></worksheet>`,
		},
	} {
		got, err := read(archive(parts), "")
		if diff := cmp.Diff([][]string{{"x"}}, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

func TestSheetsByName(t *testing.T) {
	b := write(t, func(w *xlsx.Writer) error {
		return errors.Join(sheetOf(xlsx.Sheet{Name: "Offices"}, []xlsx.Cell{xlsx.Text("1", 0)})(w), sheetOf(xlsx.Sheet{Name: "據點"}, []xlsx.Cell{xlsx.Text("2", 0)})(w))
	})
	for name, want := range map[string]string{"": "1", "Offices": "1", "OFFICES": "1", "據點": "2"} {
		if got, err := read(b, name); err != nil || got[0][0] != want {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if _, err := read(b, "None"); !errors.Is(err, xlsx.NoSheet) {
		t.Error(err)
	}
	book, err := xlsx.Open(bytes.NewReader(b), int64(len(b)))
	if diff := cmp.Diff([]string{"Offices", "據點"}, book.Sheets()); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for range 2 { // rows can be read again
		n := 0
		for _, err := range book.Rows("") {
			if n++; err != nil {
				t.Error(err)
			}
		}
		if n != 1 {
			t.Errorf("%d rows", n)
		}
	}
}

// compound returns the head of a Compound File Binary file with an entry of that name.
func compound(name string) []byte {
	b := make([]byte, 2048)
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	b[30] = 9 // sectors of 512 bytes
	binary.LittleEndian.PutUint32(b[48:], 1)
	entry := b[1024+128:]
	for i, unit := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(entry[2*i:], unit)
	}
	entry[64] = byte(2*len(name) + 2)
	return b
}

func TestFaults(t *testing.T) {
	good := archive(workbook(`<row><c t="str"><v>some text</v></c></row>`))
	sealed := bytes.Clone(good)
	for i := range len(sealed) - 4 { // the flag of encryption, in the directory
		if string(sealed[i:i+4]) == "PK\x01\x02" {
			sealed[i+8] |= 1
		}
	}
	// Turns a bit of the stored texts: the checksum tells.
	stored := archiveStored(workbook(`<row><c t="str"><v>some text</v></c></row>`))
	flipped := bytes.Replace(stored, []byte("some text"), []byte("sume text"), 1)
	for name, c := range map[string]struct {
		file []byte
		want xlsx.Fault
	}{
		"empty":            {nil, xlsx.NotWorkbook},
		"text":             {[]byte("site;country\n"), xlsx.NotWorkbook},
		"xls":              {compound("Workbook"), xlsx.OldFormat},
		"xls of 1995":      {compound("Book"), xlsx.OldFormat},
		"password":         {compound("EncryptedPackage"), xlsx.Encrypted},
		"doc":              {compound("WordDocument"), xlsx.NotWorkbook},
		"short compound":   {compound("Book")[:100], xlsx.NotWorkbook},
		"sealed zip":       {sealed, xlsx.Encrypted},
		"cut off":          {good[:len(good)-30], xlsx.Damaged},
		"flipped":          {flipped, xlsx.Damaged},
		"docx":             {archive(map[string]string{"word/document.xml": "<document/>"}), xlsx.NotWorkbook},
		"ods":              {archive(map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}), xlsx.OpenDocument},
		"xlsb":             {archive(map[string]string{"_rels/.rels": `<r><Relationship Type="http://x/officeDocument" Target="xl/workbook.bin"/></r>`, "xl/workbook.bin": ""}), xlsx.BinaryFormat},
		"no sheets":        {archive(with(workbook(""), "xl/workbook.xml", `<workbook><sheets/></workbook>`)), xlsx.NoSheet},
		"chart alone":      {archive(with(workbook(""), "xl/_rels/workbook.xml.rels", `<r><Relationship Id="rId1" Type="http://x/chartsheet" Target="c.xml"/></r>`)), xlsx.NoSheet},
		"other document":   {archive(with(workbook(""), "xl/workbook.xml", `<presentation/>`)), xlsx.NotWorkbook},
		"sheet missing":    {archive(with(workbook(""), "xl/_rels/workbook.xml.rels", `<r><Relationship Id="rId1" Type="http://x/worksheet" Target="c.xml"/></r>`)), xlsx.Damaged},
		"no XML":           {archive(with(workbook(""), "xl/worksheets/sheet1.xml", "PNG")), xlsx.Damaged},
		"UTF-16":           {archive(with(workbook(""), "xl/worksheets/sheet1.xml", "\xff\xfe<\x00w\x00")), xlsx.Damaged},
		"Big5":             {archive(with(workbook(""), "xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="Big5"?><worksheet/>`)), xlsx.Damaged},
		"no UTF-8":         {archive(workbook("<row><c t=\"str\"><v>\xa5x</v></c></row>")), xlsx.Damaged},
		"document type":    {archive(with(workbook(""), "xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>`)), xlsx.Damaged},
		"entity":           {archive(workbook(`<row><c t="str"><v>&a;</v></c></row>`)), xlsx.Damaged},
		"crossed tags":     {archive(workbook(`<row><c></row></c>`)), xlsx.Damaged},
		"cut XML":          {archive(with(workbook(""), "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row>`)), xlsx.Damaged},
		"no cells":         {archive(with(workbook(""), "xl/worksheets/sheet1.xml", `<worksheet/>`)), xlsx.Damaged},
		"rows backwards":   {archive(workbook(`<row r="2"/><row r="1"/>`)), xlsx.Damaged},
		"a row twice":      {archive(workbook(`<row r="2"/><row r="2"/>`)), xlsx.Damaged},
		"row too far":      {archive(workbook(`<row r="1048577"/>`)), xlsx.Damaged},
		"no row":           {archive(workbook(`<row r="x"/>`)), xlsx.Damaged},
		"no cell":          {archive(workbook(`<row><c r="1A"/></row>`)), xlsx.Damaged},
		"column too far":   {archive(workbook(`<row><c r="XFE1"/></row>`)), xlsx.Damaged},
		"no shared string": {archive(workbook(`<row><c t="s"><v>0</v></c></row>`)), xlsx.Damaged},
		"a deep document":  {archive(workbook(strings.Repeat("<x>", 100))), xlsx.Damaged},
		"a long tag":       {archive(workbook("<x " + strings.Repeat("a", 100_000) + ">")), xlsx.Damaged},
	} {
		_, err := read(c.file, "")
		var place *xlsx.ReadError
		if !errors.Is(err, c.want) || !errors.As(err, &place) {
			t.Errorf("%s: %v; want %v", name, err, c.want)
		}
	}
}

// archiveStored is archive without compression.
func archiveStored(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// TestErrorsNameTheirPlace: the part, and the row as Excel counts it.
func TestErrorsNameTheirPlace(t *testing.T) {
	_, err := read(archive(workbook(`<row r="7"><c t="str"><v>a</v></c></row><row r="9"><c t="s"><v>5</v></c></row>`)), "")
	const want = `"xl/worksheets/sheet1.xml", row 9: a damaged workbook; open it in Excel and save it again (shared string "5" of 0)`
	if err == nil || err.Error() != want {
		t.Error(err)
	}
	for f := xlsx.NotWorkbook; f <= xlsx.TooManyCells; f++ {
		if f.Key() == "" || !strings.Contains(f.Error(), "; ") {
			t.Errorf("%d: %q, %q", f, f.Key(), f.Error())
		}
	}
}

// TestReadLibreOffice reads a workbook that LibreOffice 7.4 has made of a CSV file.
func TestReadLibreOffice(t *testing.T) {
	b, err := os.ReadFile("testdata/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(b, "offices")
	want := [][]string{
		{"site", "country", "opened", "users", "share", "active"},
		{"總部", "台灣", "2023-01-25", "1200", "0.1", "TRUE"},
		{`A "quoted" site`, "#NAME?", "2024-02-29 13:30", "7", "0.0000001", "FALSE"},
		nil,
		{"two\nlines", "南韓", "", "800", "-5", "x"},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
