package xlsx_test

import (
	"errors"
	"testing"

	"go.uber.org/goleak"

	"voxatlas/ui/export/xlsx"
)

// TestFailuresStopARow: a disk that is full ends a long sheet at a row, long before all
// are made, and nothing goes on in the background then. So does a text that no cell can
// hold.
func TestFailuresStopARow(t *testing.T) {
	const rows = 500_000
	for name, bad := range map[string]string{"full": "", "text": "\x00"} {
		w := xlsx.NewWriter(&failing{200_000}, xlsx.Properties{})
		if _, err := w.AddSheet(xlsx.Sheet{Name: "a"}); err != nil {
			t.Fatal(err)
		}
		made := 0
		for ; made < rows; made++ {
			text := "text"
			if made == 1000 {
				text += bad
			}
			if err := w.WriteRow(xlsx.Text(text, xlsx.Plain), xlsx.Number(float64(made), xlsx.Plain)); err != nil {
				if bad == "" && !errors.Is(err, errFull) {
					t.Error(err)
				}
				break
			}
		}
		if made == rows {
			t.Errorf("%s: all rows are made", name)
		}
		if err := w.Close(); err == nil {
			t.Errorf("%s: no error in the end", name)
		}
	}
	goleak.VerifyNone(t)
}
