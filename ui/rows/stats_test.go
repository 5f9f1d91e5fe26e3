package rows_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/rows"
)

// TestStats checks that the counts of every feature add up to the number of countries,
// and that exactly the states that occur have a column.
func TestStats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		countries, features := drawCountries(t, 0), drawFeatures(t)
		s := rows.NewStats(countries, features)
		sums := map[model.State]int{}
		for _, f := range features {
			sum := 0
			for _, state := range model.States() {
				n := 0
				for _, c := range countries {
					if c.Answer(f).State == state {
						n++
					}
				}
				if s.Count(f, state) != n {
					t.Fatalf("%s %s: %d, want %d", f, state, s.Count(f, state), n)
				}
				sum, sums[state] = sum+n, sums[state]+n
			}
			if sum != s.Total || s.Total != len(countries) {
				t.Fatalf("%s: %d of %d countries, total %d", f, sum, len(countries), s.Total)
			}
		}
		for _, state := range model.States() {
			if slices.Contains(s.States, state) != (sums[state] > 0) {
				t.Fatalf("%s occurs %d times; columns %v", state, sums[state], s.States)
			}
		}
	})
}

// TestStatsOfFacts compares the counts with those of facts that were extracted
// independently.
func TestStatsOfFacts(t *testing.T) {
	file, err := os.Open("testdata/stats.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	table, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	lib := library.Of("2021-03-23", "2023-01-26")
	for column := 2; column < len(table[0]); column++ {
		stats := rows.NewStats(slices.Collect(lib.Edition(table[0][column]).Atlas().Countries()), model.Features())
		for _, line := range table[1:] {
			var f model.Feature
			if err := f.UnmarshalText([]byte(line[0])); err != nil {
				t.Fatal(err)
			}
			sum := 0
			for word := range strings.SplitSeq(line[1], "|") {
				var state model.State
				if err := state.UnmarshalText([]byte(word)); err != nil {
					t.Fatal(err)
				}
				sum += stats.Count(f, state)
			}
			if want, _ := strconv.Atoi(line[column]); sum != want {
				t.Errorf("%s: %s %s: %d countries, want %d", table[0][column], line[0], line[1], sum, want)
			}
		}
	}
}
