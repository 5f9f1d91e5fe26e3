package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestStateDir(t *testing.T) {
	want := t.TempDir()
	if got, err := stateDir(func(string) string { return want }); got != want || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	for _, ignored := range []string{"", "state", "~/state"} {
		got, err := stateDir(func(string) string { return ignored })
		if err != nil || !filepath.IsAbs(got) || strings.Contains(got, "~") {
			t.Errorf("%q: got %q, %v", ignored, got, err)
		}
	}
}
