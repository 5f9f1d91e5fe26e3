package main

import (
	"strings"
	"testing"
)

func TestCountFigures(t *testing.T) {
	const page = "a 1\nb_total{why=\"x \\\"y\\\"\"} 2\nb_total{why=\"z\"} 1.5e+09\n"
	if n, err := countFigures(strings.NewReader(page), []string{"a", "b_total"}); n != 3 || err != nil {
		t.Errorf("%d figures, %v", n, err)
	}
	for _, bad := range []string{"a", "a b", "a{x=y} 1", "a 1\n\xff 2", ""} {
		if _, err := countFigures(strings.NewReader(bad+"\n"), []string{"a"}); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
