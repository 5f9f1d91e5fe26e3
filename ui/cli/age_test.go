package cli_test

import (
	"strings"
	"testing"
	"time"

	"voxatlas/ui/cli"
)

// clockAt returns a change of the environment: the clock stands at a day.
func clockAt(t *testing.T, day string) func(*cli.Env) {
	t.Helper()
	now, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return func(env *cli.Env) { env.Now = func() time.Time { return now } }
}

// TestAgeOfTheEdition: the head of a page has the edition's age, from a year on in the
// colour of a warning, or in bold where the background is not known. Without a clock there
// is no age.
func TestAgeOfTheEdition(t *testing.T) {
	for day, want := range map[string]string{
		"2023-06-01": "(edition 2023-01-26, now 4 months old)\n",
		"2024-01-26": "\x1b[1mPage dated 2022-01-25 (edition 2023-01-26, now 1 year old)\x1b[m\n",
		"2020-01-01": "(edition 2023-01-26)\n",
	} {
		if r := run(t, clockAt(t, day), "show", "taiwan", "--lang", "en", "--color", "always"); !strings.Contains(r.out, want) {
			t.Errorf("%s: lacks %q:\n%q", day, want, r.out[:200])
		}
	}
	if r := run(t, clockAt(t, "2024-01-26"), "show", "taiwan", "--lang", "en", "--color", "always", "--theme", "dark"); !strings.Contains(r.out, "mPage dated 2022-01-25") || strings.Contains(r.out, "\x1b[1mPage dated") {
		t.Errorf("on a dark background: %q", r.out[:200])
	}
	if r := run(t, func(env *cli.Env) { env.Now = nil }, "show", "taiwan", "--lang", "en"); !strings.Contains(r.out, "(edition 2023-01-26)\n") {
		t.Errorf("without a clock: %q", r.out[:200])
	}
}

// TestNoAgeInJSON: the same command prints the same JSON on every day.
func TestNoAgeInJSON(t *testing.T) {
	for _, args := range [][]string{{"show", "--all", "--json"}, {"version", "--json"}, {"list", "--json"}} {
		old, young := run(t, clockAt(t, "2031-05-05"), args...), run(t, clockAt(t, "2023-01-27"), args...)
		if old != young || old.code != 0 {
			t.Errorf("%v differs from day to day", args)
		}
	}
}
