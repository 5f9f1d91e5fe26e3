package xlsx_test

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voxatlas/ui/export/xlsx"
)

// TestSharedTexts: a text is in the file once, however many cells hold it, up to a bound;
// the texts behind the bound stand in their cells, and so do those that come late and once. All are read back.
func TestSharedTexts(t *testing.T) {
	const rows, once = 70_000, 10_000 // more texts than are shared; most come twice, one after the other
	number := func(row int) string { return strconv.Itoa(min(row, once) + max(0, row-once)/2) }
	workbook := write(t, func(w *xlsx.Writer) error {
		_, err := w.AddSheet(xlsx.Sheet{Name: "a"})
		for i := range rows {
			err = errors.Join(err, w.WriteRow(xlsx.Text("again & again", xlsx.Plain), xlsx.Text("text "+number(i), xlsx.Plain)))
		}
		return err
	})
	files := parts(t, workbook)
	texts, sheet := files["xl/sharedStrings.xml"], files["xl/worksheets/sheet1.xml"]
	if !strings.Contains(texts, `<si><t>again &amp; again</t></si>`) || strings.Count(texts, "again &amp; again") != 1 || strings.Contains(sheet, "again") {
		t.Errorf("the text is not shared: %.200s", texts)
	}
	if strings.Contains(texts, "text 9000<") || !strings.Contains(texts, "text 11000<") {
		t.Error("a text that comes late and once is shared, or one that comes twice is not")
	}
	shared := strings.Count(texts, "<si>")
	if inline := strings.Count(sheet, "<is>"); shared+inline != rows+1 || inline == 0 {
		t.Errorf("%d texts are shared and %d are not, of %d", shared, inline, rows+1)
	}
	if want := fmt.Sprintf(`count="%d" uniqueCount="%d"`, rows+shared-1, shared); !strings.Contains(texts, want) {
		t.Errorf("no %s in %.200s", want, texts)
	}
	got, err := read(workbook, "a")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range got {
		if want := []string{"again & again", "text " + number(i)}; !slices.Equal(row, want) {
			t.Fatalf("row %d: %q, want %q", i+1, row, want)
		}
	}
}
