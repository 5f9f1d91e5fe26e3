package export

import (
	"bufio"
	"cmp"
	"io"
	"strings"
)

// byteOrderMark makes Excel read a file as UTF-8.
const byteOrderMark = "\uFEFF"

// WriteCSV writes a table as RFC 4180 has it: a line for the heads, a line for each
// row, fields in quotes where they must be. It returns how many of the user's own texts
// got a ' before them, so that no spreadsheet takes them for formulas.
func WriteCSV(w io.Writer, t Table, o Options) (guarded int, err error) {
	escape := quoteCSV
	if len(t.Columns) == 1 { // an empty line would be no row
		escape = func(field string) string { return cmp.Or(quoteCSV(field), `""`) }
	}
	return writeSeparated(w, t, o, ",", escape)
}

// WriteTSV writes a table with a tab between fields. Tabs, line feeds, carriage returns
// and backslashes in fields become \t, \n, \r and \\, so that every line is a row. It
// returns the same number as WriteCSV.
func WriteTSV(w io.Writer, t Table, o Options) (guarded int, err error) {
	escape := strings.NewReplacer("\t", `\t`, "\n", `\n`, "\r", `\r`, `\`, `\\`)
	return writeSeparated(w, t, o, "\t", escape.Replace)
}

func writeSeparated(w io.Writer, t Table, o Options, separator string, escape func(string) string) (guarded int, err error) {
	out := bufio.NewWriterSize(w, bufferSize) // keeps its first error
	end := "\n"
	if o.File {
		end = "\r\n"
		_, _ = out.WriteString(byteOrderMark)
	}
	writeField := func(i int, text string) {
		if i > 0 {
			_, _ = out.WriteString(separator)
		}
		_, _ = out.WriteString(escape(text))
	}
	for i, c := range t.Columns {
		writeField(i, c.head(o.Keys))
	}
	_, err = out.WriteString(end)
	for row := range t.Rows {
		for i, c := range row {
			text := c.plain(o.Keys)
			if c.Own && beginsFormula(text) {
				text = "'" + text
				guarded++
			}
			writeField(i, text)
		}
		if _, err = out.WriteString(end); err != nil {
			return guarded, err
		}
	}
	if err != nil {
		return guarded, err
	}
	return guarded, out.Flush()
}

// beginsFormula reports whether a spreadsheet may take text for a formula. East Asian
// ones read the wide signs, too.
func beginsFormula(text string) bool {
	for _, r := range text {
		return strings.ContainsRune("=+-@＝＋－＠\t\r\n", r)
	}
	return false
}

// quoteCSV puts a field in quotes if it needs them. A semicolon and a tab need them for
// the programs that separate fields by these.
func quoteCSV(field string) string {
	if !strings.ContainsAny(field, "\",;\t\r\n") && strings.TrimSpace(field) == field {
		return field
	}
	return `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
}
