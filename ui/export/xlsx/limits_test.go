package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// packed returns an archive with these parts: pairs of a name and a text.
func packed(parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(f, parts[i+1])
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

// packedSheet returns a workbook with these shared strings and rows.
func packedSheet(strings, rows string) []byte {
	return packed(
		"xl/workbook.xml", `<workbook><sheets><sheet name="a" id="1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<r><Relationship Id="1" Type="worksheet" Target="s.xml"/><Relationship Id="2" Type="sharedStrings" Target="t.xml"/></r>`,
		"xl/s.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`,
		"xl/t.xml", `<sst>`+strings+`</sst>`)
}

// countRows reads all rows of the first sheet.
func countRows(file []byte, l limits) (n int, err error) {
	b, err := openLimited(bytes.NewReader(file), int64(len(file)), l)
	if err != nil {
		return 0, err
	}
	for _, err := range b.Rows("") {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// TestLimits reads files at each limit and beyond it.
func TestLimits(t *testing.T) {
	cell := func(text string) string { return `<c t="str"><v>` + text + `</v></c>` }
	sheet := func(rows string) []byte { return packedSheet("", rows) }
	const overhead = len(`<worksheet><sheetData></sheetData></worksheet><sst></sst>`)
	for name, c := range map[string]struct {
		within, beyond []byte
		limit          func(*limits)
		want           Fault
	}{
		"columns": {sheet("<row>" + strings.Repeat(cell("a"), 4) + "</row>"), sheet("<row>" + strings.Repeat(cell("a"), 5) + "</row>"), func(l *limits) { l.columns = 4 }, TooManyCells},
		"text":    {sheet("<row>" + cell("abcd") + "</row>"), sheet("<row>" + cell("abcde") + "</row>"), func(l *limits) { l.text = 4 }, TooManyCells},
		"shared": {packedSheet(strings.Repeat("<si><t>a</t></si>", 4), ""), packedSheet(strings.Repeat("<si><t>a</t></si>", 5), ""),
			func(l *limits) { l.texts = 4 }, TooManyCells},
		"shared bytes": {packedSheet("<si><t>abcd</t></si>", ""), packedSheet("<si><t>abcd</t></si><si><t>e</t></si>", ""),
			func(l *limits) { l.textBytes = 4 }, TooManyCells},
		"one shared": {packedSheet("<si><t>abcd</t></si><si><t>abcd</t></si>", ""), packedSheet("<si><t>ab</t><t>cde</t></si>", ""),
			func(l *limits) { l.text = 4 }, TooManyCells},
		"unpacked": {sheet(strings.Repeat("x", 10_000-overhead)), sheet(strings.Repeat("x", 10_001-overhead)),
			func(l *limits) { l.unpacked = 10_000 }, TooLargeInside},
		"ratio":     {sheet(strings.Repeat("x", 4_000)), sheet(strings.Repeat("x", 40_000)), func(l *limits) { l.free, l.ratio = 1000, 80 }, TooLargeInside},
		"directory": {sheet(""), packed(strings.Split(strings.Repeat("part\n\n", 300), "\n")[:600]...), func(l *limits) { l.directory = 9000 }, TooLargeInside},
		"sheets": {packedSheet("", ""), packed("xl/workbook.xml", `<workbook>`+strings.Repeat(`<sheet id="1"/>`, 5)+`</workbook>`,
			"xl/_rels/workbook.xml.rels", `<r><Relationship Id="1" Type="worksheet" Target="s.xml"/></r>`), func(l *limits) { l.entries = 3 }, TooManyCells},
		"relationships": {packedSheet("", ""), packed("xl/workbook.xml", `<workbook/>`, "xl/_rels/workbook.xml.rels", `<r>`+strings.Repeat("<Relationship/>", 5)+`</r>`),
			func(l *limits) { l.entries = 3 }, TooManyCells},
	} {
		l := defaultLimits()
		c.limit(&l)
		if _, err := countRows(c.within, l); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := countRows(c.beyond, l); !errors.Is(err, c.want) {
			t.Errorf("beyond %s: %v; want %v", name, err, c.want)
		}
	}
	if _, err := Open(bytes.NewReader(nil), MaxSize+1); !errors.Is(err, TooLarge) {
		t.Error(err)
	}
}

// TestZIPBombs: files that unpack to far more than they are end with an error, and
// never take much memory.
func TestZIPBombs(t *testing.T) {
	const size = 36 << 20
	for name, parts := range map[string][2]string{
		"one text":     {"", `<row><c t="str"><v>`},
		"shared text":  {`<si><t>`, ""},
		"texts":        {"<si/>", ""},
		"rows":         {"", "<row/>"},
		"spaces":       {"", " "},
		"cells":        {"", "<row><c/></row>"},
		"empty cells":  {"", `<row><c r="XFD1"/></row>`},
		"comment":      {"", "<!--"},
		"nested":       {"", "<a>"},
		"attributes":   {"", `<row a="b" a="b"`},
		"closing tags": {"", "</row>"},
	} {
		fill := func(unit string) string {
			if unit == "" {
				return ""
			}
			n := size / len(unit)
			if strings.HasSuffix(unit, "<v>") || strings.HasSuffix(unit, "<t>") || unit == "<!--" || strings.HasSuffix(unit, `"`) {
				return unit + strings.Repeat("a", size) // one long piece
			}
			return strings.Repeat(unit, n)
		}
		file := packedSheet(fill(parts[0]), fill(parts[1]))
		if len(file) > size/100 {
			t.Errorf("%s: %d bytes are no bomb", name, len(file))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		n, err := countRows(file, defaultLimits())
		runtime.ReadMemStats(&after)
		if !errors.Is(err, TooLargeInside) && !errors.Is(err, TooManyCells) && !errors.Is(err, Damaged) {
			t.Errorf("%s: %d rows, %v", name, n, err)
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 120 { // of which little is held at once
			t.Errorf("%s: %d MB were allocated", name, mb)
		}
	}
}

// FuzzOpen reads any file: it ends, in bounds, without a panic.
func FuzzOpen(f *testing.F) {
	f.Add(packedSheet("<si><t>a</t></si>", `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, err := countRows(file, defaultLimits())
		var read *ReadError
		if err != nil && !errors.As(err, &read) {
			t.Errorf("%T: %v", err, err)
		}
	})
}

// FuzzSheet reads any sheet, shared strings and styles: the archive around them is
// whole, so that the fuzzing reaches them.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><t>a</t></is></c></row>`, `<si><t>_x0041_</t><rPh/></si>`, `yyyy\"[h]`)
	f.Fuzz(func(t *testing.T, rows, texts, format string) {
		file := packed(
			"xl/workbook.xml", `<workbook><workbookPr date1904="1"/><sheet name="a" id="1"/></workbook>`,
			"xl/_rels/workbook.xml.rels", `<r><Relationship Id="1" Type="worksheet" Target="s.xml"/><Relationship Type="sharedStrings" Target="t.xml"/><Relationship Type="styles" Target="f.xml"/></r>`,
			"xl/s.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`, "xl/t.xml", `<sst>`+texts+`</sst>`,
			"xl/f.xml", fmt.Sprintf(`<a><numFmt numFmtId="1" formatCode="%s"/><cellXfs><xf/><xf numFmtId="1"/></cellXfs></a>`, format))
		_, err := countRows(file, defaultLimits())
		var read *ReadError
		if err != nil && !errors.As(err, &read) {
			t.Errorf("%T: %v", err, err)
		}
	})
}
