package offices

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// readRows reads the rows of a text that are not blank, with a separator.
func readRows(text string, separator byte) ([][]string, error) {
	var rows [][]string
	t := newTextReader(bufio.NewReader(strings.NewReader(text)), separator)
	for {
		row, err := t.next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		if len(row.Cells) > 1 || row.Cells[0] != "" {
			rows = append(rows, slices.Clone(row.Cells))
		}
	}
}

// FuzzTextReader compares the reader with Go's at every text that Go's accepts, and reads
// every text as a list.
func FuzzTextReader(f *testing.F) {
	for _, seed := range []string{"a,b\nc,d\n", "\"a\"\"b\",c\r\n\"x\ny\",", "\"", "a\"b\n", "\ufeffCountry;City\n台灣;台北", "sep=;\n", "a\x00", "\xff\xfe", "\r\r\n", ",,,\n\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, separator := range []byte(separators) {
			rows, err := readRows(text, separator)
			oracle := csv.NewReader(strings.NewReader(text))
			oracle.Comma, oracle.FieldsPerRecord = rune(separator), -1
			want, wrong := oracle.ReadAll()
			want = slices.DeleteFunc(want, func(row []string) bool { return len(row) == 1 && row[0] == "" })
			switch {
			case wrong != nil, !utf8.ValidString(text), strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r"), strings.Contains(text, "\x00"), len(text) > maxColumns:
			case err != nil:
				t.Fatalf("separated by %q: %v; Go's reader accepts it", separator, err)
			case !slices.EqualFunc(rows, want, slices.Equal[[]string]):
				t.Fatalf("separated by %q: %q, want %q", separator, rows, want)
			}
		}
		n := 0
		for o, err := range Of(TextRows(strings.NewReader(text))) {
			if n++; err == nil && (o.Line < 1 || o.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+1) {
				t.Fatalf("office in line %d", o.Line)
			}
		}
		if n == 0 {
			t.Fatal("neither an office nor an error")
		}
	})
}

// TestWrittenLists reads whatever Go's writer writes, told apart by the heads alone.
func TestWrittenLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		separator := rapid.SampledFrom([]rune{',', ';', '\t', '|'}).Draw(t, "separator")
		text := rapid.StringMatching(`[ -~台灣é\n;,"|]{0,12}`)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = separator, rapid.Bool().Draw(t, "CR LF")
		_ = w.Write([]string{"Site", "國家/地區", "Remarks", "City"}) // a buffer takes everything
		rows := rapid.SliceOfN(rapid.SliceOfN(text, 4, 4), 1, 30).Draw(t, "rows")
		var want []Office
		for _, row := range rows {
			_ = w.Write(row) // a buffer takes everything
			if !isBlank(Row{Cells: row}) {
				want = append(want, Office{Site: tidy(row[0]), Country: tidy(row[1]), City: tidy(row[3])})
			}
		}
		w.Flush()
		var got []Office
		for o, err := range Of(TextRows(&b)) {
			if len(want) == 0 {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			o.Line = 0
			got = append(got, o)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v\nwant\n%+v", got, want)
		}
	})
}
