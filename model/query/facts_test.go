package query_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
	"voxatlas/model/query"
)

// readTable returns the rows of a CSV file below its heads.
func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is read only
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// TestNamed compares the countries that meet expressions with those that the facts name:
// in their decisions, and in their table of what contradicts itself.
func TestNamed(t *testing.T) {
	rows := readTable(t, "testdata/named.csv")
	for i, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		for _, row := range rows {
			meets, condition := judge(t, a, env, row[0])
			got := slices.Sorted(slices.Values(append(meets, condition...)))
			if want := row[i+1]; strings.Join(got, " ") != want {
				t.Errorf("%s, %s: %q, want %q", date, row[0], got, want)
			}
		}
	}
}

// TestChangedTable compares the countries that changed with those of the facts' table of
// changes, and those that gained plans.
func TestChangedTable(t *testing.T) {
	a, env := edition(t, "2023-01-26")
	var changed, gained []string
	for _, row := range readTable(t, "../../data/testdata/facts/changes.csv") {
		changed = append(changed, row[0])
		if row[1] == "calling_plans.purchasable" {
			gained = append(gained, row[0])
		}
	}
	changed = slices.Compact(slices.Sorted(slices.Values(changed)))
	for _, text := range []string{"changed", "changed:2021-03-23", "!!changed"} {
		if got := englishNames(t, a, env, text); !slices.Equal(got, changed) {
			t.Errorf("%s: %q, want %q", text, got, changed)
		}
	}
	before, _ := edition(t, "2021-03-23")
	sold := englishNames(t, a, env, "cp")
	_, early := edition(t, "2021-03-23")
	soldBefore := englishNames(t, before, early, "cp")
	sold = slices.DeleteFunc(sold, func(name string) bool { return slices.Contains(soldBefore, name) })
	if slices.Sort(gained); !slices.Equal(sold, gained) || len(gained) != 17 {
		t.Errorf("plans are new in %q, want %q", sold, gained)
	}
}

// englishNames returns the names of the countries that meet an expression, be it with a
// condition, sorted.
func englishNames(t *testing.T, a *model.Atlas, env query.Env, text string) []string {
	t.Helper()
	meets, condition := judge(t, a, env, text)
	var names []string
	for _, slug := range append(meets, condition...) {
		names = append(names, a.Country(slug).Name(model.English))
	}
	slices.Sort(names)
	return names
}

// TestEveryCity finds every city with toll numbers by each of its names. Their number is
// that of the facts.
func TestEveryCity(t *testing.T) {
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		n := 0
		for c := range a.Countries() {
			for city := range c.Answer(model.TollNumbers).Cities.Values() {
				n++
				for _, name := range city.Names.All() {
					expr, err := query.Parse(`city:"`+name+`"`, env)
					if err != nil {
						t.Fatalf("%s: %v", name, err)
					}
					switch r := expr.Judge(c).Reasons[0]; r.Kind {
					case query.CityListed, query.CityOnRequest, query.CityDenied, query.StateReason:
					default:
						t.Errorf("%s: %s in %s: %s", date, name, c.Slug(), r.Kind)
					}
				}
			}
		}
		if n != 247 {
			t.Errorf("%s: %d cities, want 247", date, n)
		}
	}
}
