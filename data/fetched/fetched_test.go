package fetched_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/data/fetched"
	"voxatlas/model"
)

// edition returns the edition of 2023 as if it had been fetched on a date.
func edition(t testing.TB, date string) *data.File {
	t.Helper()
	b, err := os.ReadFile("../editions/2023-01-26.json")
	if err != nil {
		t.Fatal(err)
	}
	var f data.File
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	f.Edition = date
	f.Source = data.Source{
		Website: "https://learn.microsoft.com/en-us/microsoftteams/", PagesRead: 114, PagesNotRead: 2,
		Licence: f.Source.Licence, Attribution: f.Source.Attribution,
	}
	return &f
}

// saved returns a directory with an edition of each date.
func saved(t testing.TB, dates ...string) fetched.Dir {
	t.Helper()
	dir := fetched.Dir(filepath.Join(t.TempDir(), "voxatlas", "editions"))
	for _, date := range dates {
		if err := dir.Save(edition(t, date)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// kindOf returns the kind of an error; "" for none.
func kindOf(t *testing.T, err error) fetched.Kind {
	t.Helper()
	var trouble *fetched.Error
	if err != nil && !errors.As(err, &trouble) {
		t.Fatalf("%v is no *fetched.Error", err)
	}
	if err == nil {
		return ""
	}
	if trouble.Why == "" || !model.IsPrintable(trouble.Error()) || trouble.Path == "" {
		t.Errorf("%q, %q does not say enough", trouble.Error(), trouble.Path)
	}
	return trouble.Kind
}

func TestSaved(t *testing.T) {
	dir := saved(t, "2026-11-25", "2025-01-31", "2026-11-25")
	for _, name := range []string{"2026-13-01.json", "x.json", "2024-01-01.txt", ".2026-11-25.json.X.tmp"} {
		if err := os.WriteFile(filepath.Join(string(dir), name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dates, err := dir.Dates()
	if err != nil || !slices.Equal(dates, []string{"2025-01-31", "2026-11-25"}) {
		t.Errorf("%v, %v", dates, err)
	}
	for _, date := range dates {
		want := edition(t, date).Atlas()
		for _, open := range []func(string) (*model.Atlas, error){dir.Open, dir.Load} {
			got, err := open(date)
			if err != nil {
				t.Fatal(err)
			}
			if changes := model.Diff(want, got); len(changes) > 0 || got.Info().Date != date || got.Len() != want.Len() || got.Destinations().Len() != 198 {
				t.Errorf("%s reads back with %d changes, as %+v", date, len(changes), got.Info())
			}
			if s := got.Info().Source; s.Website != "https://learn.microsoft.com/en-us/microsoftteams/" || s.PagesRead != 114 || s.PagesNotRead != 2 {
				t.Errorf("%s reads back with the source %+v", date, s)
			}
		}
	}
	if size, err := dir.Size("2026-11-25"); err != nil || size < 300_000 {
		t.Errorf("%d bytes, %v", size, err)
	}
	if err := dir.Remove("2025-01-31"); err != nil {
		t.Error(err)
	}
	if dates, _ := dir.Dates(); len(dates) != 1 {
		t.Errorf("after the removal there are %v", dates)
	}
}

// TestNone: there is nothing to read in a directory that does not exist, and nothing to
// remove.
func TestNone(t *testing.T) {
	for _, dir := range []fetched.Dir{"", fetched.Dir(filepath.Join(t.TempDir(), "none"))} {
		if dates, err := dir.Dates(); err != nil || len(dates) > 0 {
			t.Errorf("%q: %v, %v", dir, dates, err)
		}
	}
	dir := saved(t, "2026-11-25")
	for _, date := range []string{"2026-11-24", "", "../../x", "2026-11-25.json", "x\x1b[31m"} {
		if err := dir.Remove(date); kindOf(t, err) != fetched.Missing && date != "" {
			t.Errorf("removal of %q: %v", date, err)
		}
		if _, err := dir.Open(date); err == nil {
			t.Errorf("%q opens", date)
		}
	}
}

// TestDamaged: whatever happens to a file, it is named, and never opened.
func TestDamaged(t *testing.T) {
	const date = "2026-11-25"
	for name, tt := range map[string]struct {
		change func(string) string
		want   fetched.Kind
	}{
		"a letter":         {func(s string) string { return strings.Replace(s, "pay_per_minute", "pay_per_minutf", 1) }, fetched.Damaged},
		"another state":    {func(s string) string { return strings.Replace(s, `"state": "no"`, `"state": "yes"`, 1) }, fetched.Damaged},
		"the first half":   {func(s string) string { return s[:len(s)/2] }, fetched.Damaged},
		"nothing":          {func(string) string { return "" }, fetched.Damaged},
		"a line more":      {func(s string) string { return s + "\n" }, fetched.Damaged},
		"no checksum":      {func(s string) string { return s[:strings.Index(s, ",\n  \"sha256\"")] + "\n}\n" }, fetched.Damaged},
		"too large":        {func(string) string { return strings.Repeat(" ", data.MaxSize+1) }, fetched.Damaged},
		"a control":        {func(s string) string { return "\x1b]0;x\a" + s }, fetched.Damaged},
		"another checksum": {func(s string) string { return s[:len(s)-5] + "0" + s[len(s)-4:] }, fetched.Damaged},
	} {
		dir := saved(t, date)
		b, err := os.ReadFile(dir.Path(date))
		if err != nil {
			t.Fatal(err)
		}
		changed := tt.change(string(b))
		if changed == string(b) {
			t.Fatalf("%s: nothing changed", name)
		}
		if err := os.WriteFile(dir.Path(date), []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, open := range []func(string) (*model.Atlas, error){dir.Open, dir.Load} {
			if a, err := open(date); kindOf(t, err) != tt.want || a != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	dir := saved(t, date)
	if err := os.Rename(dir.Path(date), dir.Path("2026-11-24")); err != nil {
		t.Fatal(err)
	}
	if _, err := dir.Open("2026-11-24"); kindOf(t, err) != fetched.Damaged {
		t.Errorf("under another date: %v", err)
	}
	if err := os.Mkdir(dir.Path(date), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := dir.Open(date); kindOf(t, err) != fetched.Unreadable {
		t.Errorf("a folder: %v", err)
	}
}

// TestRefused: an edition that breaks a rule is not saved, and the older one stays.
func TestRefused(t *testing.T) {
	dir := saved(t, "2026-11-25")
	before, err := os.ReadFile(dir.Path("2026-11-25"))
	if err != nil {
		t.Fatal(err)
	}
	f := edition(t, "2026-11-25")
	f.Countries[3].Page.URL = "javascript:alert(1)"
	if err := dir.Save(f); err == nil {
		t.Error("it is saved")
	}
	after, err := os.ReadFile(dir.Path("2026-11-25"))
	if err != nil || string(after) != string(before) {
		t.Errorf("the older edition has gone: %v", err)
	}
	names, err := os.ReadDir(string(dir))
	if err != nil || len(names) != 1 {
		t.Errorf("%v, %v", names, err)
	}
}
