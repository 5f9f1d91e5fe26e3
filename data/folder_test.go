//go:build unix

package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// folder makes a folder of files; a text of "->" and a path is a link.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		var err error
		if to, ok := strings.CutPrefix(text, "->"); ok {
			err = os.Symlink(to, path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadPages(t *testing.T) {
	dir := folder(t, map[string]string{
		"availability-in-taiwan.md": "# A\n", "Availability-In-JAPAN.MD": "# B\n", "availability-in-.md": "x", "readme.md": "x", "availability-in-x.txt": "x",
		"availability-in-linked.md": "->availability-in-taiwan.md", // within the folder
		"country-and-region-availability-for-audio-conferencing-and-calling-plans.md": "# C\n",
		"users-can-make-outbound-calls-to-these-countries-and-regions.md":             "# D\n",
	})
	var progress []int
	pages, err := importer.ReadPages(dir, func(done, all int) error { progress = append(progress, done*100+all); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(pages.Countries) != 3 || pages.Index == nil || pages.Destinations == nil || len(progress) != 5 || progress[4] != 505 {
		t.Errorf("%d pages, %v", len(pages.Countries), progress)
	}
	stop := errors.New("enough")
	if _, err := importer.ReadPages(dir, func(int, int) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}

// TestReadPagesRefuses: nothing outside of the folder is read, nothing that is no
// regular file, nothing too large; all faults are reported at once.
func TestReadPagesRefuses(t *testing.T) {
	outside := folder(t, map[string]string{"secret.md": "secret"})
	dir := folder(t, map[string]string{
		"availability-in-a.md": "->" + filepath.Join(outside, "secret.md"), "availability-in-b.md": "->../" + filepath.Base(outside) + "/secret.md",
		"availability-in-c.md": "->nothing", "availability-in-d.md": "->/dev/zero", "availability-in-e.md": "\x00binary", "availability-in-good.md": "# A\n",
		"availability-in-l.md": "->availability-in-l.md", "availability-in-huge.md": "",
	})
	if err := os.Truncate(filepath.Join(dir, "availability-in-huge.md"), 100<<20); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "availability-in-f.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "availability-in-pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := importer.ReadPages(dir, nil)
	var bad *importer.FolderError
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	got := map[string]error{}
	for _, f := range bad.Files {
		got[f.Name] = f.Err
	}
	for name, want := range map[string]error{
		"availability-in-a.md": importer.ErrOutside, "availability-in-b.md": importer.ErrOutside, "availability-in-c.md": importer.ErrOutside,
		"availability-in-d.md": importer.ErrOutside, "availability-in-l.md": importer.ErrOutside, "availability-in-f.md": data.IsFolder, "availability-in-pipe.md": data.NotRegular,
	} {
		if !errors.Is(got[name], want) {
			t.Errorf("%s: %v, want %v", name, got[name], want)
		}
	}
	for name, want := range map[string]pages.SyntaxFault{"availability-in-e.md": pages.NotText, "availability-in-huge.md": pages.TooLarge} {
		var syntax *pages.SyntaxError
		if !errors.As(got[name], &syntax) || syntax.Fault != want {
			t.Errorf("%s: %v", name, got[name])
		}
	}
	if len(got) != 9 {
		t.Errorf("%d faults: %v", len(got), err)
	}
}

func TestReadPagesOfNoFolder(t *testing.T) {
	dir := folder(t, map[string]string{"readme.md": "x"})
	for path, want := range map[string]importer.FolderFault{
		filepath.Join(dir, "none"): importer.FolderMissing, filepath.Join(dir, "readme.md"): importer.FolderIsFile, dir: importer.FolderEmpty,
	} {
		_, err := importer.ReadPages(path, nil)
		var bad *importer.FolderError
		if !errors.As(err, &bad) || bad.Fault != want || err.Error() == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestManyBadPages: the first [model.MaxViolations] faults are spelled out, the others
// are counted.
func TestManyBadPages(t *testing.T) {
	files := map[string]string{}
	for i := range 30 {
		files["availability-in-"+string(rune('a'+i%26))+strings.Repeat("x", i/26)+".md"] = "\x00"
	}
	_, err := importer.ReadPages(folder(t, files), nil)
	var bad *importer.FolderError
	if !errors.As(err, &bad) || len(bad.Files) != model.MaxViolations || bad.More != 30-model.MaxViolations {
		t.Errorf("%v", err)
	}
}
