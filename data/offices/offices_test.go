package offices_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"voxatlas/data/offices"
)

// read returns a line for each office of a text, and its error.
func read(text string) ([]string, error) {
	var list []string
	for o, err := range offices.Of(offices.TextRows(strings.NewReader(text))) {
		if err != nil {
			return list, err
		}
		var fields []string
		for _, field := range []struct{ name, text string }{
			{"site", o.Site}, {"country", o.Country}, {"city", o.City}, {"phone", o.Phone}, {"place", o.Place}, {"users", o.Users}, {"need", o.Need},
		} {
			if field.text != "" {
				fields = append(fields, field.name+"="+field.text)
			}
		}
		if o.Surplus {
			fields = append(fields, "surplus")
		}
		list = append(list, fmt.Sprintf("%d: %s", o.Line, strings.Join(fields, "|")))
	}
	return list, nil
}

// TestLists reads lists in all the forms that they have.
func TestLists(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"commas":          {"Site,Country,Users\nHQ,Taiwan,120\n", "2: site=HQ|country=Taiwan|users=120"},
		"semicolons":      {"site;COUNTRY;City\r\nHQ;\"Korea, Republic of\";Seoul\r\n", "2: site=HQ|country=Korea, Republic of|city=Seoul"},
		"tabs":            {"Office\tCountry/Region\nHQ\tTaiwan\n", "2: site=HQ|country=Taiwan"},
		"bars":            {"Office|Country\nHQ|Taiwan\n", "2: site=HQ|country=Taiwan"},
		"sep":             {"sep=;\nOffice;Country\nA, B;Taiwan\n", "3: site=A, B|country=Taiwan"},
		"Chinese":         {"\ufeff據點,國家/地區,城市,電話,使用者人數,需求\n總部,台灣,台北,+886 2 2712 3456,\"1,200\",cp tollfree\n", "2: site=總部|country=台灣|city=台北|phone=+886 2 2712 3456|users=1,200|need=cp tollfree"},
		"both languages":  {"據點 Site,國家/地區 (Country),人數\n總部,台灣,3\n", "2: site=總部|country=台灣|users=3"},
		"signs in heads":  {"Country *,# of users (2026)\nTaiwan,3\n", "2: country=Taiwan|users=3"},
		"title above":     {"Offices\n\n,As of May,\nSite,Country\nHQ,Taiwan\n", "5: site=HQ|country=Taiwan"},
		"quotes":          {"Site,Country\n\"The \"\"best\"\"\nsite\",Taiwan\nAt \"X\",Japan\n", "2: site=The \"best\" site|country=Taiwan\n4: site=At \"X\"|country=Japan"},
		"lone CR":         {"Site,Country\rHQ,Taiwan\r", "2: site=HQ|country=Taiwan"},
		"blank lines":     {"Country,Users\n\n,\n Taiwan ,5\n", "4: country=Taiwan|users=5"},
		"other columns":   {"Id,Street,Country,Remarks\n1,Main St,Japan,-\n", "2: country=Japan"},
		"two ranks":       {"Country code,Country\nTW,Taiwan\n", "2: country=Taiwan"},
		"second rank":     {"Name,Usage location\nHQ,TW\n", "2: site=HQ|country=TW"},
		"place is a site": {"Location,Country\nHQ,Taiwan\n", "2: site=HQ|country=Taiwan"},
		"place":           {"Location,Users\nBerlin,10\n", "2: place=Berlin|users=10"},
		"one column":      {"Office\nBerlin\n", "2: place=Berlin"},
		"lines":           {"Taiwan\n# remark\n\nKorea, Republic of\n+886 2 1234 5678\n", "1: place=Taiwan\n4: place=Korea, Republic of\n5: place=+886 2 1234 5678"},
		"one line":        {"Taipei, Taiwan", "1: place=Taipei, Taiwan"},
		"head and commas": {"Country\nKorea, Republic of\n", "2: place=x"},
		"surplus":         {"Site,Country\nA, B,Taiwan,\nA,Taiwan,\n", "2: site=A|country=B|surplus\n3: site=A|country=Taiwan"},
		"short rows":      {"Site,Country,Users\nA\n", "2: site=A"},
		"guarded":         {"Phone,Site\n'+886 2 1234 5678,'tis\n", "2: site='tis|phone=+886 2 1234 5678"},
		"none":            {"Country,City\nn/a,-\nTaiwan,無\n", "2: \n3: country=Taiwan"},
	} {
		want := test.want
		if name == "head and commas" {
			want = "2: country=Korea, Republic of"
		}
		list, err := read(test.text)
		if got := strings.Join(list, "\n"); err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, want)
		}
	}
}

// TestFaults reads lists that cannot be read.
func TestFaults(t *testing.T) {
	long := strings.Repeat("x", 70_000)
	for name, test := range map[string]struct{ text, want string }{
		"empty":          {"", "empty"},
		"blank":          {" \n,,\n", "empty"},
		"heads alone":    {"Site,Country\n", "empty"},
		"no place":       {"\nSite,Users\nHQ,12\n", `line 2: no_place ("Site; Users")`},
		"unknown heads":  {"Stadt;Land\nBerlin;Deutschland\nWien;Österreich\n", `line 1: no_place ("Stadt; Land")`},
		"two countries":  {"Country,國家,Site\nTaiwan,台灣,HQ\n", `line 1: two_columns ("Country; 國家")`},
		"two cities":     {"City,Town\nBerlin,x\n", `line 1: two_columns ("City; Town")`},
		"UTF-16":         {"\xff\xfeC\x00o\x00\n\x00", "line 1: utf16"},
		"UTF-16 BE":      {"\xfe\xff\x00C\x00o", "line 1: utf16"},
		"UTF-16 bare":    {"C\x00o\x00u\x00n\x00t\x00r\x00y\x00\n\x00", "line 1: utf16"},
		"Big5":           {"Site,Country\nHQ,Japan\nA,\xa5x\xc6W\n", "line 3: not_utf8"},
		"NUL":            {"Country\nTai\x00wan\n", "line 2: not_text"},
		"open quote":     {"Country,Site\nJapan,a\nTaiwan,\"HQ\nx\n", "line 3: open_quote"},
		"quote too long": {"Country,Site\nTaiwan,\"" + long + "\"\n", "line 2: open_quote"},
		"long field":     {"Country,Site\nTaiwan," + long + "\n", "line 2: long_field"},
		"many columns":   {"Country,Site\nTaiwan" + strings.Repeat(",", 1001) + "\n", "line 2: too_many_columns"},
		"too many":       {"Country\n" + strings.Repeat("TW\n", offices.MaxOffices+1), fmt.Sprintf("line %d: too_many", offices.MaxOffices+2)},
	} {
		_, err := read(test.text)
		var fault *offices.Error
		if !errors.As(err, &fault) || fault.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

// TestParseUsers reads numbers of users, and texts that are none.
func TestParseUsers(t *testing.T) {
	for text, want := range map[string]int{
		"0": 0, "120": 120, "1,200": 1200, "1.200": 1200, "1 200": 1200, "1'200'300": 1200300, "１２０": 120, "120.0": 120,
		"1,200.00": 1200, "120 人": 120, "120人": 120, "120 users": 120, "007": 7,
	} {
		if n, ok := offices.ParseUsers(text); !ok || n != want {
			t.Errorf("%q: %d, %t, want %d", text, n, ok, want)
		}
	}
	for _, text := range []string{"", "-5", "about 120", "12.5", "1,20", "12,00", "1234,567", "1,,200", "120+", "10-20", "99999999999", "人", "1e3", ",120"} {
		if n, ok := offices.ParseUsers(text); ok {
			t.Errorf("%q: %d", text, n)
		}
	}
}
