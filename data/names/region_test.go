package names_test

import (
	"slices"
	"strings"
	"testing"

	"voxatlas/data/names"
)

func TestRegions(t *testing.T) {
	size := map[string]int{}
	for key, codes := range names.Regions() {
		list := strings.Fields(codes)
		size[key] = len(list)
		if !slices.IsSorted(list) {
			t.Errorf("%s: not sorted", key)
		}
		for _, code := range list {
			if _, ok := names.Of(code); !ok && len(code) != 2 {
				t.Errorf("%s: %s is no country", key, code)
			}
			if !names.InRegion(code, key) {
				t.Errorf("%s is not in %s", code, key)
			}
		}
	}
	for key, want := range map[string]int{"eu": 27, "eea": 30, "gcc": 6} {
		if size[key] != want {
			t.Errorf("%s has %d countries, want %d", key, size[key], want)
		}
	}
	for _, c := range []struct {
		code, key string
		want      bool
	}{
		{"TW", "eastern-asia", true}, {"TW", "apac", true}, {"AU", "apac", true}, {"TR", "emea", true}, {"MX", "latam", true}, {"US", "latam", false},
		{"GB", "eu", false}, {"GB", "europe", true}, {"NO", "eea", true}, {"XK", "europe", true}, {"KZ", "emea", true}, {"", "eu", false}, {"DE", "nowhere", false},
	} {
		if got := names.InRegion(c.code, c.key); got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.code, c.key, got, c.want)
		}
	}
	for entry := range names.All() { // apac, emea and the Americas part the world
		n := 0
		for _, key := range []string{"apac", "emea", "americas"} {
			if names.InRegion(entry.ISO2, key) {
				n++
			}
		}
		if n > 1 || n == 0 && !slices.Contains([]string{"AN", "AQ", "TF", "BV", "GS", "HM", "UM"}, entry.ISO2) {
			t.Errorf("%s is in %d of apac, emea and the Americas", entry.ISO2, n)
		}
	}
}
