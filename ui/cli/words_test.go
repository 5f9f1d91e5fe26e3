package cli_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/fetched"
	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/data/mine"
	"voxatlas/data/offices"
	"voxatlas/data/pages"
	"voxatlas/data/search"
	"voxatlas/data/settings"
	"voxatlas/ui/export/xlsx"
)

// composedKeys returns the catalog keys that the program puts together from
// parts.
func composedKeys() []string {
	var keys []string
	for _, command := range []string{"show", "search", "list", "table", "compare", "stats", "rollout", "services", "destinations", "changes", "history", "export", "update", "validate", "import", "serve", "config", "version", "completion", "man", "help"} {
		for _, part := range []string{"short", "long", "example"} {
			keys = append(keys, "cli."+command+"."+part)
		}
	}
	for _, heading := range []string{"usage", "examples", "commands", "flags", "global_flags"} {
		keys = append(keys, "cli.help."+heading)
	}
	for _, section := range []string{"name", "synopsis", "description", "options", "commands", "exit", "environment", "files"} {
		keys = append(keys, "cli.man.section."+section)
	}
	for why := search.ISO2; why <= search.Typo; why++ {
		keys = append(keys, "why."+why.String())
	}
	for f := importer.FolderMissing; f.Key() != ""; f++ {
		keys = append(keys, "error.import."+f.Key())
	}
	for w := importer.ExpectedYesNo; w.String() != ""; w++ {
		keys = append(keys, "import.expected."+w.String())
	}
	for d := search.SharedCode; d.String() != ""; d++ {
		keys = append(keys, "error.doubt."+d.String())
	}
	for _, s := range importer.Confidences() {
		keys = append(keys, "import.confidence."+s.String())
	}
	for f := pages.NotText; f.Key() != ""; f++ {
		keys = append(keys, "import.page."+f.Key())
	}
	for _, e := range []data.FileError{data.Missing, data.Forbidden, data.IsFolder, data.NotRegular} {
		keys = append(keys, "import.page."+e.Key())
	}
	for e := data.Missing; e.Key() != ""; e++ {
		keys = append(keys, "error.data."+e.Key())
	}
	for _, e := range []data.FileError{data.Missing, data.Forbidden, data.IsFolder} {
		keys = append(keys, "error.rollout.file."+e.Key())
	}
	for f := offices.Empty; f.Key() != ""; f++ {
		keys = append(keys, "error.rollout.list."+f.Key())
	}
	for f := xlsx.NotWorkbook; f.Key() != ""; f++ {
		keys = append(keys, "error.rollout.workbook."+f.Key())
	}
	for _, kind := range offices.DoubtKinds() {
		keys = append(keys, doubtKey(kind))
	}
	keys = append(keys, "rollout.doubt.ambiguous")
	for _, field := range offices.Fields() {
		keys = append(keys, "rollout.field."+field)
	}
	for _, kind := range settings.Kinds() {
		if kind != settings.Unreadable && kind != settings.WrongType {
			keys = append(keys, "error.settings."+string(kind))
		}
	}
	for _, e := range []data.FileError{data.Missing, data.Forbidden, data.IsFolder, data.NotRegular, data.TooLarge} {
		keys = append(keys, "error.settings.unreadable."+e.Key())
	}
	for _, word := range []string{"unreadable.other", "type.text", "type.switch", "type.list"} {
		keys = append(keys, "error.settings."+word)
	}
	for _, k := range settings.Keys() {
		keys = append(keys, "config."+k.Name)
	}
	for f := learn.NotFound; f.Key() != ""; f++ {
		keys = append(keys, "update.fault."+f.Key())
	}
	for c := learn.OtherCause; c.Key() != ""; c++ {
		keys = append(keys, "update.cause."+c.Key())
	}
	for s := learn.Offline; s.Key() != ""; s++ {
		keys = append(keys, "error.update."+s.Key())
	}
	for _, kind := range mine.Kinds() {
		keys = append(keys, "error.mine."+string(kind))
	}
	for _, kind := range fetched.Kinds() {
		keys = append(keys, "error.fetched."+string(kind), "error.fetched."+string(kind)+".passed", "update.list."+string(kind))
	}
	return keys
}

// doubtKey returns the catalog key of a reason why it is not known where an office is.
func doubtKey(kind offices.DoubtKind) string {
	for d := search.SharedCode; d.String() != ""; d++ {
		if string(kind) == d.String() {
			return "error.doubt." + d.String()
		}
	}
	return "rollout.doubt." + string(kind)
}

// TestCatalogKeys compares the catalogs with this package and that of rollouts: every text that
// the source names is there, and no other.
func TestCatalogKeys(t *testing.T) {
	files, err := filepath.Glob("*.go")
	lists, err2 := filepath.Glob("../rollout/*.go")
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, name := range append(files, lists...) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			source.Write(b)
		}
	}
	words := assets.Catalogs()[0] // English
	built := composedKeys()
	for _, key := range words.Keys() {
		base, _, _ := strings.Cut(key, "[")
		base = strings.TrimSuffix(base, ".in_plain") // see adviceText
		ours := strings.HasPrefix(key, "cli.") || strings.HasPrefix(key, "error.") || strings.HasPrefix(key, "import.") || strings.HasPrefix(key, "rollout.")
		if ours && !slices.Contains(built, base) && !strings.Contains(source.String(), `"`+base+`"`) {
			t.Errorf("no code asks for %s", key)
		}
	}
	for _, key := range built {
		if !words.Has(key) {
			t.Errorf("no text %s", key)
		}
	}
	for piece := range strings.SplitSeq(source.String(), `"`) {
		asked := strings.HasPrefix(piece, "cli.") || strings.HasPrefix(piece, "error.") || strings.HasPrefix(piece, "import.") || strings.HasPrefix(piece, "rollout.")
		if asked && !strings.HasSuffix(piece, ".") && !words.Has(piece) && !words.Has(piece+"[other]") {
			t.Errorf("no text %s", piece)
		}
	}
}
