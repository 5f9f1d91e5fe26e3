package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
	"rsc.io/markdown"

	"voxatlas/ui/export"
)

// table returns a table with these heads and rows. Texts that begin with own are the
// user's.
func table(heads []string, rows ...[]string) export.Table {
	var t export.Table
	for _, h := range heads {
		t.Columns = append(t.Columns, export.Column{Title: h, Key: "key of " + h})
	}
	var cells [][]export.Cell
	for _, row := range rows {
		var line []export.Cell
		for _, text := range row {
			line = append(line, export.Cell{Text: text})
		}
		cells = append(cells, line)
	}
	t.Rows = slices.Values(cells)
	return t
}

func csvOf(t interface{ Fatal(...any) }, table export.Table, o export.Options) string {
	var b bytes.Buffer
	if _, err := export.WriteCSV(&b, table, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tsvOf(t interface{ Fatal(...any) }, table export.Table, o export.Options) string {
	var b bytes.Buffer
	if _, err := export.WriteTSV(&b, table, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func markdownOf(t interface{ Fatal(...any) }, table export.Table, o export.Options) string {
	var b bytes.Buffer
	if err := export.WriteMarkdown(&b, table, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sample has a cell of every kind.
func sample() export.Table {
	return export.Table{
		Columns: []export.Column{{Title: "Code", Key: "iso2"}, {Title: "Site", Key: "site"}, {Title: "Plans", Key: "cp", Width: 40}, {Title: "Minutes", Key: "minutes", Numbers: true}, {Title: "Conditions", Key: "notes", Notes: true}},
		Rows: slices.Values([][]export.Cell{
			{{Text: "TW"}, {Text: "=1+1", Own: true}, {Text: "Not available", Key: "no"}, export.NumberCell(1200, "1,200"), {}},
			{{Text: "JP"}, {Text: "+886;x", Own: true}, {Text: "Via partner, \"SoftBank\"", Key: "partner", Notes: []int{1, 2}}, export.NumberCell(0, ""), {Text: "one\ntwo", Key: "a b"}},
		}),
		Notes: []string{"One <b>.", "Two."},

		Summary: []string{"Rows: 2"},
		Foot:    []string{"2023-01-26", "1. line"},
	}
}

func TestForms(t *testing.T) {
	for name, c := range map[string][2]string{
		"csv": {csvOf(t, sample(), export.Options{}),
			"Code,Site,Plans,Minutes,Conditions\nTW,'=1+1,Not available,1200,\nJP,\"'+886;x\",\"Via partner, \"\"SoftBank\"\"\",0,\"one\ntwo\"\n"},
		"csv keys in a file": {csvOf(t, sample(), export.Options{Keys: true, File: true}),
			"\uFEFFiso2,site,cp,minutes,notes\r\nTW,'=1+1,no,1200,\r\nJP,\"'+886;x\",partner,0,a b\r\n"},
		"tsv": {tsvOf(t, sample(), export.Options{}),
			"Code\tSite\tPlans\tMinutes\tConditions\nTW\t'=1+1\tNot available\t1200\t\nJP\t'+886;x\tVia partner, \"SoftBank\"\t0\tone\\ntwo\n"},
		"md": {markdownOf(t, sample(), export.Options{}), `| Code | Site | Plans | Minutes |
| --- | --- | --- | ---: |
| TW | =1+1 | Not available | 1,200 |
| JP | +886;x | Via partner, "SoftBank" \[1,2\] | 0 |

1. One \<b\>.
2. Two.

Rows: 2

2023-01-26

1\. line
`},
		"md keys":  {markdownOf(t, sample(), export.Options{Keys: true})[:76], "| iso2 | site | cp | minutes |\n| --- | --- | --- | ---: |\n| TW | =1+1 | no |"},
		"a column": {csvOf(t, table([]string{"a"}, []string{""}, []string{"b"}), export.Options{}), "a\n\"\"\nb\n"},
		"no rows":  {csvOf(t, table([]string{"a", "b"}), export.Options{}), "a,b\n"},
	} {
		if diff := cmp.Diff(c[1], c[0]); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestGuarded: exactly the user's own texts that begin as a formula get a ' in CSV and
// TSV, and are counted.
func TestGuarded(t *testing.T) {
	for text, want := range map[string]bool{
		"=1": true, "+1": true, "-1": true, "@x": true, "＝1": true, "＋1": true, "－1": true, "＠x": true, "\tx": true, "\rx": true, "\nx": true,
		"": false, "a=1": false, "'=1": false, " =1": false, "台灣": false, "1-1": false,
	} {
		for _, own := range []bool{true, false} {
			one := table([]string{"a", "b"})
			one.Rows = slices.Values([][]export.Cell{{{Text: text, Own: own}, {Text: "x"}}})
			var b bytes.Buffer
			n, err := export.WriteCSV(&b, one, export.Options{})
			records, readErr := csv.NewReader(&b).ReadAll()
			if err != nil || readErr != nil {
				t.Fatal(err, readErr)
			}
			guarded := strings.HasPrefix(records[1][0], "'") && !strings.HasPrefix(text, "'")
			if guarded != (want && own) || n > 0 != guarded {
				t.Errorf("%q, own %t: %q, %d", text, own, records[1][0], n)
			}
		}
	}
}

// drawn draws a table of texts that are hard to write.
func drawn(t *rapid.T) ([]string, [][]string) {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"", "a,b", `"q"`, "l1\nl2", "a;b", "a\tb", `\`, `\n`, " x ", "=1+1", "台灣、日本", "a|b", "*b*", "_b_", "a_b", "`c`", "<b>", "[l](u)", "![i](u)", "&amp;", "~~s~~", "$x$", "1. a", "- a", "# a", "x^2^", "https://example.org/a_b_c", "a@b.c", "@user", ":smile:", "\\|", "|", "---", "a\\", "'", "\u00a0", "** a**", "<https://x.y>", "{.c}", "\"", "''"}),
		rapid.StringOf(rapid.RuneFrom([]rune("ab \"'\\|*_`<>[]()!#+-.=~$&^@:;,{}/1台\n"))))
	n := rapid.IntRange(1, 4).Draw(t, "columns")
	heads := rapid.SliceOfN(texts, n, n).Draw(t, "heads")
	return heads, rapid.SliceOfN(rapid.SliceOfN(texts, n, n), 0, 5).Draw(t, "rows")
}

// TestCSVReadsBack: Go's reader reads the same fields, in both forms.
func TestCSVReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads, rows := drawn(t)
		for _, o := range []export.Options{{}, {File: true}} {
			text := csvOf(t, table(heads, rows...), o)
			got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
			if diff := cmp.Diff(append([][]string{heads}, rows...), got); err != nil || diff != "" {
				t.Fatal(err, diff)
			}
		}
	})
}

// TestTSVReadsBack: each line is a row, each part between tabs a field.
func TestTSVReadsBack(t *testing.T) {
	unescape := strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")
	rapid.Check(t, func(t *rapid.T) {
		heads, rows := drawn(t)
		var got [][]string
		for line := range strings.Lines(tsvOf(t, table(heads, rows...), export.Options{})) {
			fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			for i := range fields {
				fields[i] = unescape.Replace(fields[i])
			}
			got = append(got, fields)
		}
		if diff := cmp.Diff(append([][]string{heads}, rows...), got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestPythonReads: Python's reader reads the same fields.
func TestPythonReads(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here")
	}
	rows := [][]string{
		{"quotes", `a "b" ""c""`, `"`}, {"lines", "one\ntwo", "one\r\ntwo\rthree"}, {"separators", "a,b;c\td", ",;\t"},
		{"Chinese", "台灣、日本（僅按分鐘計費）", "𠀀"}, {"formulas", "=1+1", "@x"}, {"blanks", "  a ", ""}, {"", "", ""},
	}
	heads := []string{"國家/地區", "a,b", ""}
	for _, o := range []export.Options{{}, {File: true}} {
		cmd := exec.Command(python, "-c", `import csv,io,json,sys
print(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")))))`)
		cmd.Stdin = strings.NewReader(csvOf(t, table(heads, rows...), o))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		var got [][]string
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(append([][]string{heads}, rows...), got); diff != "" {
			t.Error(diff)
		}
	}
}

// TestMarkdownReadsBack: a reader of GitHub's Markdown finds a table with the same
// texts, and nothing in them that is more than text.
func TestMarkdownReadsBack(t *testing.T) {
	parser := markdown.Parser{Table: true, Strikethrough: true, TaskList: true, HeadingID: true}
	rapid.Check(t, func(t *rapid.T) {
		heads, rows := drawn(t)
		written := table(heads, rows...)
		written.Notes, written.Foot = heads, heads
		text := markdownOf(t, written, export.Options{})
		doc := parser.Parse(text)
		found, ok := doc.Blocks[0].(*markdown.Table)
		if !ok {
			t.Fatalf("%T:\n%s", doc.Blocks[0], text)
		}
		got := [][]string{cellTexts(t, found.Header)}
		for _, row := range found.Rows {
			got = append(got, cellTexts(t, row))
		}
		want := [][]string{}
		for _, row := range append([][]string{heads}, rows...) {
			line := []string{}
			for _, cell := range row {
				line = append(line, strings.TrimSpace(cell))
			}
			want = append(want, line)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", diff, text)
		}
		for _, block := range doc.Blocks[1:] {
			switch block.(type) {
			case *markdown.List, *markdown.Paragraph, *markdown.Empty:
			default:
				t.Fatalf("%T:\n%s", block, text)
			}
		}
	})
}

func cellTexts(t *rapid.T, cells []*markdown.Text) []string {
	texts := []string{}
	for _, cell := range cells {
		texts = append(texts, inlineText(t, cell.Inline))
	}
	return texts
}

// inlineText returns the text of a cell, which must be plain.
func inlineText(t *rapid.T, inlines markdown.Inlines) string {
	var b strings.Builder
	for _, inline := range inlines {
		switch inline := inline.(type) {
		case *markdown.Plain:
			b.WriteString(inline.Text)
		case *markdown.Escaped:
			b.WriteString(inline.Text)
		case *markdown.HTMLTag:
			if inline.Text != "<br>" {
				t.Fatalf("HTML: %s", inline.Text)
			}
			b.WriteByte('\n')
		default:
			t.Fatalf("%T", inline)
		}
	}
	return b.String()
}

// TestErrorsComeOut: an error of the writer, whenever it happens.
func TestErrorsComeOut(t *testing.T) {
	for n := range 60 {
		for name, write := range map[string]func(io.Writer) error{
			"csv":  func(w io.Writer) error { _, err := export.WriteCSV(w, sample(), export.Options{}); return err },
			"tsv":  func(w io.Writer) error { _, err := export.WriteTSV(w, sample(), export.Options{}); return err },
			"md":   func(w io.Writer) error { return export.WriteMarkdown(w, sample(), export.Options{}) },
			"xlsx": func(w io.Writer) error { return export.WriteWorkbook(w, sample(), "voxatlas", "", date) },
		} {
			if err := write(&failing{n}); err != errFull { //nolint:errorlint // must be this very one
				t.Errorf("%s after %d bytes: %v", name, n, err)
			}
		}
	}
}
