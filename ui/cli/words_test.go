package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model/find"
)

// builtKeys are the keys that the program puts together.
func builtKeys() []string {
	var keys []string
	for _, command := range []string{"show", "search", "list", "services", "changes", "validate", "serve", "version", "completion", "help"} {
		for _, part := range []string{"short", "long", "example"} {
			keys = append(keys, "cli."+command+"."+part)
		}
	}
	for _, heading := range []string{"usage", "examples", "commands", "flags", "global_flags"} {
		keys = append(keys, "cli.help."+heading)
	}
	for why := find.ISO2; why <= find.Typo; why++ {
		keys = append(keys, "why."+why.String())
	}
	for e := data.Missing; e.Key() != ""; e++ {
		keys = append(keys, "error.data."+e.Key())
	}
	return keys
}

// TestWords holds the catalogs and this package to each other: every text that
// is asked for is there, and none is there that nobody asks for.
func TestWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			source.Write(b)
		}
	}
	words, err := assets.In("en")
	if err != nil {
		t.Fatal(err)
	}
	built := builtKeys()
	for _, key := range words.Keys() {
		base, _, _ := strings.Cut(key, "[")
		ours := strings.HasPrefix(key, "cli.") || strings.HasPrefix(key, "error.")
		if ours && !slices.Contains(built, base) && !strings.Contains(source.String(), `"`+base+`"`) {
			t.Errorf("nobody asks for %s", key)
		}
	}
	for _, key := range built {
		if !words.Has(key) {
			t.Errorf("no text %s", key)
		}
	}
	for piece := range strings.SplitSeq(source.String(), `"`) {
		asked := strings.HasPrefix(piece, "cli.") || strings.HasPrefix(piece, "error.")
		if asked && !strings.HasSuffix(piece, ".") && !words.Has(piece) && !words.Has(piece+"[other]") {
			t.Errorf("no text %s", piece)
		}
	}
}
