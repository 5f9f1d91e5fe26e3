package cli_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// TestSheets compares what views over several countries print in terminals of several
// widths. A file of the archives is called by the width, perhaps "colour", and the
// arguments; UPDATE=1 writes them anew.
func TestSheets(t *testing.T) {
	archives, err := filepath.Glob("testdata/sheets/*.txtar")
	if err != nil || len(archives) != 2 {
		t.Fatal(archives, err)
	}
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for i, f := range archive.Files {
			args := strings.Fields(f.Name)
			width, err := strconv.Atoi(args[0])
			if err != nil {
				t.Fatal(err)
			}
			args = append(args[1:], "--lang", lang)
			got := run(t, onTerminal(width), append(args, "--color", "never")...).out
			if slices.Contains(args, "--color") {
				got = strings.ReplaceAll(run(t, onTerminal(width), args...).out, "\x1b", "^")
			}
			if os.Getenv("UPDATE") != "" {
				archive.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("%s: %s prints\n%s", file, f.Name, got)
			}
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestHostileSelections puts control and bidi characters, and texts of 64 kB, into the
// arguments of views over several countries. They are refused and not printed.
func TestHostileSelections(t *testing.T) {
	for _, text := range []string{"\x1b[31mtaiwan", "xx\u202e", "\u009b2J", "cp\x00", "a\nb", strings.Repeat("cp,", 1<<14) + "x", strings.Repeat("(", 1<<16), "\xff\xfe"} {
		for _, args := range [][]string{
			{"table", text}, {"table", "--only", text}, {"table", "--sort", text}, {"table", "--where", text}, {"table", "--format", text},
			{"compare", text, text}, {"compare", "tw", "jp", "--only", text}, {"stats", "--where", text}, {"stats", text},
		} {
			r := run(t, onTerminal(80), append(args, "--color", "never")...)
			if r.code != 1 && r.code != 2 || r.out != "" {
				t.Errorf("%.40q: code %d, %.200q", args, r.code, r.out)
			}
			if found := unsafeText.FindString(r.err); found != "" || len(r.err) > 8000 || r.err == "" {
				t.Errorf("%.40q: %d bytes on stderr, with %q", args, len(r.err), found)
			}
		}
	}
}

// sheetCommands are views over several countries, with many states and notes.
func sheetCommands() [][]string {
	return [][]string{
		{"table", "gb", "au", "cn", "in", "tw", "tc"},
		{"table", "--where", "region:southern-asia|name:cn|name:tc", "--only", "ac,cp,toll,tollfree"},
		{"compare", "cn", "in", "us", "jp"},
		{"compare", "cl", "tc", "--diff"},
		{"stats"},
		{"stats", "--where", "cp"},
	}
}

// TestEverySheetFits prints views over several countries at every width, each in one
// language after the other.
func TestEverySheetFits(t *testing.T) {
	langs := []string{"en", "zh-TW"}
	for width := 20; width <= 250; width++ {
		for i, args := range sheetCommands() {
			r := run(t, onTerminal(width), append(args, "--color", "never", "--lang", langs[(i+width)%2])...)
			if r.code != 0 {
				t.Fatalf("%q: code %d: %s", args, r.code, r.err)
			}
			checkLines(t, r.out, width)
		}
	}
	for _, width := range []int{20, 40, 60, 80, 120, 250} {
		for _, lang := range langs {
			checkLines(t, run(t, onTerminal(width), "table", "--color", "never", "--lang", lang).out, width)
		}
	}
}

// fieldStart matches the mark at the beginning of a field.
var fieldStart = regexp.MustCompile(`(?m)(?:^| )([✓◔$▸&⊘~✗?-])(?:[A-Z\d]| |$)`)

// TestEveryStateIsShown counts the marks of tables at every width: each state stands as
// often as there are answers with it, whether in one table, in several, or in lists.
func TestEveryStateIsShown(t *testing.T) {
	named := []string{"GB", "AU", "CN", "IN", "TW", "TC"}
	want := map[string]int{}
	for c := range testLibrary().Newest().Atlas().Countries() {
		for _, f := range model.Features() {
			if slices.Contains(named, c.ISO2()) {
				want[say.Mark(c.Answer(f).State, false)]++
			}
		}
	}
	localizers := sharedLocalizers()
	for width := 20; width <= 250; width++ {
		for i, command := range []string{"table", "compare"} {
			loc := localizers[(i+width)%2]
			out := run(t, onTerminal(width), append([]string{command, "--color", "never", "--lang", string(loc.Lang())}, named...)...).out
			out, _, _ = strings.Cut(out, "\n[1] ")
			for _, letter := range []bool{true, false} {
				out, _, _ = strings.Cut(out, "\n\n"+rows.Legend(loc, model.Yes, false, letter))
			}
			got := map[string]int{}
			for _, m := range fieldStart.FindAllStringSubmatch(out, -1) {
				got[m[1]]++
			}
			if !maps.Equal(got, want) {
				t.Errorf("%s, %s, width %d: the marks stand %v times, want %v", command, loc.Lang(), width, got, want)
			}
		}
	}
}
