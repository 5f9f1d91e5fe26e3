package cli_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"voxatlas/data/learn/learntest"
	"voxatlas/ui/cli"
)

// TestUpdateKeep: of the fetched editions, those that say the same as the ones before and
// after are removed first, then the oldest; what the run has written, and what the settings
// name, stays.
func TestUpdateKeep(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	getenv, named := u.getenv(), ""
	on := func(day int) func(*cli.Env) {
		return func(env *cli.Env) {
			env.Now = func() time.Time { return testClock().AddDate(0, 0, day-25) }
			env.Getenv = func(name string) string {
				if name == "VOXATLAS_EDITION" {
					return named
				}
				return getenv(name)
			}
		}
	}
	run := func(day, code int, args ...string) runResult {
		t.Helper()
		r := u.updateAs(t, on(day), args...)
		if r.code != code {
			t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
		}
		return r
	}
	kept := func(want ...string) {
		t.Helper()
		if dates, err := cli.EditionsDir(u.getenv()).Dates(); err != nil || !slices.Equal(dates, want) {
			t.Errorf("kept: %v, %v; want %v", dates, err, want)
		}
	}
	run(21, 0)
	run(22, 0)
	run(23, 0)
	u.Change(func(file string) bool { return file == "availability-in-france.md" }, strings.NewReplacer("|Voicemail|Available|", "|Voicemail|No|"))
	run(24, 0)
	if r := run(25, 0, "--keep", "4"); !strings.HasSuffix(r.out, "\nRemoved 1 fetched edition (--keep): 2026-11-22\n") {
		t.Errorf("%s", r.out)
	}
	kept("2026-11-21", "2026-11-23", "2026-11-24", "2026-11-25")
	if r := run(26, 0, "--keep", "3"); !strings.HasSuffix(r.out, "\nRemoved 2 fetched editions (--keep): 2026-11-21, 2026-11-25\n") {
		t.Errorf("%s", r.out)
	}
	named = "2026-11-23"
	run(27, 0, "--keep", "2")
	kept("2026-11-23", "2026-11-27")
	run(20, 0, "--keep", "2")
	kept("2026-11-20", "2026-11-23")
	run(21, 2, "--keep", "1")
	run(21, 2, "--keep", "-3")
	run(21, 2, "--keep", "3", "--check")
	run(21, 2, "--keep", "3", "--list")
}
