package search

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"tiawan", "taiwan", 1},
		{"ca", "abc", 3}, {"kitten", "sitting", 3}, {"台灣", "台彎", 1},
	} {
		if got := new(searcher).distance([]rune(c.a), []rune(c.b), 9); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
