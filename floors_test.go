package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors gives each package its floor: a package imports only packages of lower
// floors. The test fails for a package that is not here.
var floors = map[string]int{
	"model": 0, "data/names/fold": 0, "assets": 0, "ui/export/xlsx": 0, "ui/export/html": 0, "data/editions": 0, "data/learn/learntest": 0,
	"model/query": 1,
	"data/names":  1, "data/cities": 1, "data/later": 1, "data/pages": 1, "ui/text": 1, "ui/export": 1,
	"data": 2, "data/search": 2, "ui/say": 2, "ui/tui/screen": 2, "ui/tui/layout": 2, "ui/tui/opener": 2, "ui/pager": 2,
	"data/library": 3, "data/importer": 3, "data/offices": 3, "data/mine": 3, "data/settings": 3, "data/fetched": 3, "data/learn": 3, "ui/rows": 3,
	"ui/tui/pane": 4, "ui/webpage": 4, "ui/commandline": 4, "ui/rollout": 4,
	"ui/tui/countries": 5, "ui/tui/answers": 5, "ui/tui/info": 5, "ui/tui/help": 5,
	"ui/tui/changes": 5, "ui/tui/editions": 5, "ui/tui/palette": 5, "ui/tui/requirements": 5,
	"ui/plain": 5, "ui/tui/table": 5, "ui/tui/offices": 5, "ui/tui/output": 5, "ui/tui/compare": 5,
	"ui/cli": 6, "ui/tui": 6, "ui/sshd": 6,
	".": programs, "data/importer/measure": programs, "data/editions/make": programs, "ui/tui/picture": programs, "ui/tui/bench": programs, "ui/sshd/load": programs, "ui/webpage/browsertest": programs,
}

// configures names the one package that may import another on its own floor: the
// command line configures the SSH server.
var configures = map[string]string{"ui/cli": "ui/sshd"}

// programs is the floor of the programs, which no package imports.
const programs = 7

func TestFloors(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (own(file) || d.Name() == "testdata"): // a module of its own; no part of the program
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(file))
		floor, ok := floors[pkg]
		if !ok {
			t.Errorf("%s: package %s has no floor", file, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if imported == "voxatlas" {
				imported = "voxatlas/."
			}
			ours, ok := strings.CutPrefix(imported, "voxatlas/")
			if !ok {
				continue
			}
			switch below, known := floors[ours]; {
			case !known:
				t.Errorf("%s: imports %s, which has no floor", file, ours)
			case below == programs:
				t.Errorf("%s: imports %s, which is a program", file, ours)
			case below >= floor && configures[pkg] != ours:
				t.Errorf("%s: %s, on floor %d, imports %s, on floor %d", file, pkg, floor, ours, below)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// own reports whether a folder below this one is a module of its own.
func own(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil && dir != "."
}
