package cli_test

import (
	"slices"
	"strings"
	"testing"

	"voxatlas/ui/export/xlsx"
)

// bookOf writes the workbook with some arguments and reads it.
func bookOf(t *testing.T, args ...string) *xlsx.Book {
	t.Helper()
	r := run(t, nil, append([]string{"export", "-o", "-", "--format", "xlsx"}, args...)...)
	if r.code != 0 {
		t.Fatal(r.code, r.err)
	}
	book, err := xlsx.Open(strings.NewReader(r.out), int64(len(r.out)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// sheetLines returns the rows of a sheet, with bars between the cells.
func sheetLines(t *testing.T, book *xlsx.Book, sheet string) []string {
	t.Helper()
	var lines []string
	for row, err := range book.Rows(sheet) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Join(row.Cells, "|"))
	}
	return lines
}

func TestBook(t *testing.T) {
	for lang, want := range map[string]map[string][]string{
		"en": {
			"Overview":          {"Date of the facts|2023-01-26", "Available|everyone may have it; conditions, if any, stand in the last column"},
			"Answers":           nil,
			"Plans and minutes": {"AT|Austria|Available||Domestic and International|1200|600|whichever is reached first"},
			"Cities":            {"TW|Taiwan|Taipei|Toll numbers|Available"},
			"Changes":           {"2021-03-23|2023-01-26|HR|Croatia|Premium-rate calls|changed|Not applicable|Not available"},
			"Later notes":       nil,
			"Destinations":      {"DE|Germany|Germany"},
			"Names and codes":   nil,
			"Keys":              {"iso2|slug|audio_conferencing.purchase|audio_conferencing.auto_assigned_numbers|audio_conferencing.call_me|phone_system.purchase|phone_system.auto_attendants|phone_system.call_queues|phone_system.voicemail|calling_plans.purchase|calling_plans.minutes|calling_plans.premium_numbers|calling_plans.outbound_calls|service_numbers.toll|service_numbers.toll_free|communications_credits.purchase|notes"},
		},
		"zh-TW": {"說明": {"資料日期|2023-01-26"}, "服務提供情形": nil, "方案與分鐘數": nil, "城市": {"CN|中國|北京|Beijing|付費號碼（Toll）|可用"}, "異動": nil, "後續消息": nil, "可撥打清單": nil, "名稱與代碼": nil, "鍵名": nil},
	} {
		book := bookOf(t, "--lang", lang)
		if got := book.Sheets(); len(got) != len(want) {
			t.Errorf("sheets %q", got)
		}
		for name, rows := range want {
			lines := sheetLines(t, book, name)
			for _, row := range rows {
				if !slices.Contains(lines, row) {
					t.Errorf("%s has no row %s:\n%s", name, row, strings.Join(lines[:min(12, len(lines))], "\n"))
				}
			}
		}
	}
}

// TestBookOfSome: with an expression, each sheet is about the countries that meet it.
func TestBookOfSome(t *testing.T) {
	book := bookOf(t, "--lang", "en", "--where", "name:taiwan|name:austria")
	for name, rows := range map[string]int{"Answers": 3, "Plans and minutes": 6, "Names and codes": 3, "Keys": 3} {
		if lines := sheetLines(t, book, name); len(lines) != rows {
			t.Errorf("%s: %d rows, want %d", name, len(lines), rows)
		}
	}
	if lines := sheetLines(t, book, "Overview"); !slices.ContainsFunc(lines, func(s string) bool { return strings.HasPrefix(s, "Selection|") }) {
		t.Errorf("%q", lines)
	}
}

// TestBookIsTheSame: the same facts on the same day give the same bytes.
func TestBookIsTheSame(t *testing.T) {
	args := []string{"export", "-o", "-", "--format", "xlsx"}
	first, second := run(t, nil, args...), run(t, nil, args...)
	if first.out != second.out {
		t.Error("two runs differ")
	}
}
