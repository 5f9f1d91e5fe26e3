package cli_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

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
			out, _, _ = strings.Cut(out, "\n\n"+rows.Legend(loc, model.Yes, false))
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
