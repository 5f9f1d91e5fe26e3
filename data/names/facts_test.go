package names

import (
	"encoding/csv"
	"os"
	"testing"
)

// TestFacts compares the table with Microsoft's index: the printed names are shown;
// where TERMS.md decides otherwise, they are aliases.
func TestFacts(t *testing.T) {
	f, err := os.Open("../testdata/facts/countries.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	decided := map[string]string{"MK": "北馬其頓", "AE": "阿拉伯聯合大公國", "TC": "土克斯及開科斯群島"}
	for _, row := range rows[1:] {
		code, zh, en := row[2], row[3], row[4]
		e, ok := Of(code)
		if !ok {
			t.Errorf("%s: no entry", code)
			continue
		}
		want := zh
		if decided[code] != "" {
			want = decided[code]
		}
		if e.Names.In("zh-TW") != want || e.Names.In("en") != en {
			t.Errorf("%s: %s, %s; want %s, %s", code, e.Names.In("zh-TW"), e.Names.In("en"), want, en)
		}
		found := false
		for s := range namesOf(e) {
			found = found || s == zh
		}
		if !found {
			t.Errorf("%s: the printed name %s is not known", code, zh)
		}
	}
}
