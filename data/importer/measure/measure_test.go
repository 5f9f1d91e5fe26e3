package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestMeasure holds the importer to what it reached on the real pages: no answer, plan,
// condition or city wrong, nothing stated that the original does not, and nearly nothing
// not read; without an edition to import with, most cities have their names.
func TestMeasure(t *testing.T) {
	t.Chdir("../../..")
	const upstream = "../shared/upstream"
	folders, _ := filepath.Glob(upstream + "/*-*")
	switch {
	case testing.Short():
		t.Skip("every real page is imported twice")
	case len(folders) == 0:
		t.Skipf("the real pages are not here (%s): nothing is measured", upstream)
	}
	truth, err := gatherTruth(folders)
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		name := filepath.Base(folder)
		for _, base := range []string{baseFor("", name), ""} {
			m, err := importFolder(folder, base)
			if err != nil {
				t.Fatalf("%s: %v", folder, err)
			}
			s := truth.compare(name, m)
			if n := s.states.wrong + s.states.invented + s.cities.wrong + s.lists.wrong + s.plans; n > 0 || s.states.unread > 1 || s.lists.lost > s.states.unread {
				t.Errorf("%s with %q: %+v", name, base, *s)
			}
			switch cities := s.cities.right + s.cities.unnamed; {
			case base != "" && (s.conditions > 0 || s.cities.unnamed > 0):
				t.Errorf("%s with %q: %+v", name, base, *s)
			case strings.HasSuffix(name, "-2022-12") && 5*s.cities.right < 3*cities:
				t.Errorf("%s with no edition: %d cities of %d have names", name, s.cities.right, cities)
			}
		}
	}
}
