package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voxatlas/data"
)

// files lists the files of a folder.
func files(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func contents(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "new.json")
	for _, text := range []string{"one", "two", ""} {
		if err := data.Replace(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, path); got != text {
			t.Errorf("%q, want %q", got, text)
		}
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link.json")
	if err := os.Symlink("new.json", link); err != nil {
		t.Fatal(err)
	}
	if err := data.Replace(link, []byte("three")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 || contents(t, path) != "three" {
		t.Errorf("through a link: %v, %v", info.Mode(), err)
	}
	if names := files(t, folder); !slices.Equal(names, []string{"link.json", "new.json"}) {
		t.Errorf("left behind: %v", names)
	}
}

// TestTemporaryFilesOfKilledPrograms: they are removed a day later, and nothing else is.
func TestTemporaryFilesOfKilledPrograms(t *testing.T) {
	folder := t.TempDir()
	for name, age := range map[string]time.Duration{".voxatlas-OLD.tmp": 25, ".voxatlas-NEW.tmp": 23, ".other-OLD.tmp": 25, "voxatlas-OLD.tmp": 25, ".voxatlas-OLD.json": 25} {
		file := filepath.Join(folder, name)
		written := time.Now().Add(-age * time.Hour)
		if err := errors.Join(os.WriteFile(file, nil, 0o600), os.Chtimes(file, written, written)); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{".other-OLD.tmp", ".voxatlas-NEW.tmp", ".voxatlas-OLD.json", "a.json", "b.json", "voxatlas-OLD.tmp"}
	if err := errors.Join(data.Replace(filepath.Join(folder, "a.json"), []byte("a")), create(filepath.Join(folder, "b.json"), "b")); err != nil {
		t.Fatal(err)
	}
	if names := files(t, folder); !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

func TestReplaceRefuses(t *testing.T) {
	folder := t.TempDir()
	locked := filepath.Join(folder, "locked.json")
	if err := os.WriteFile(locked, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		folder:                                data.IsFolder,
		os.DevNull:                            data.NotRegular,
		locked:                                data.ErrReadOnly,
		filepath.Join(folder, "none", "f"):    data.Missing,
		filepath.Join(locked, "below a file"): nil,
	} {
		err := data.Replace(path, []byte("new"))
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	if contents(t, locked) != "old" || len(files(t, folder)) != 1 {
		t.Errorf("%q, %v", contents(t, locked), files(t, folder))
	}
}

// create writes a text to a new file.
func create(path, text string) error {
	staged := data.Stage(path)
	_, _ = staged.Write([]byte(text)) // never fails
	return errors.Join(staged.Create(), staged.Close())
}

// TestStaged: contents of any size are written whole, and leave nothing else behind.
func TestStaged(t *testing.T) {
	for _, pieces := range []int{0, 1, 7, 8, 9, 30} {
		folder := t.TempDir()
		path, piece := filepath.Join(folder, "file"), strings.Repeat("0123456789abcdef", 1<<16)
		staged := data.Stage(path)
		for range pieces {
			_, _ = staged.Write([]byte(piece)) // never fails
		}
		if before := files(t, folder); len(before) > 0 {
			t.Errorf("%d MB: files %v before it is written", pieces, before)
		}
		err := errors.Join(staged.Create(), staged.Replace(), staged.Close())
		if got := contents(t, path); err != nil || got != strings.Repeat(piece, pieces) || staged.Len() != int64(len(got)) {
			t.Errorf("%d MB: %d bytes, %v", pieces, len(got), err)
		}
		if after := files(t, folder); len(after) != 1 {
			t.Errorf("%d MB: files %v", pieces, after)
		}
	}
}

// TestStagedNowhere: what cannot be kept is not written.
func TestStagedNowhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "file")
	staged := data.Stage(path)
	_, _ = staged.Write(make([]byte, 20<<20)) // never fails
	if staged.Create() == nil || staged.Replace() == nil {
		t.Error("written")
	}
}

// TestCreate: a new file is written whole; whatever has its name stays.
func TestCreate(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "new.csv")
	if err := errors.Join(data.Creatable(path), create(path, "one")); err != nil || contents(t, path) != "one" {
		t.Fatal(err)
	}
	dangling := filepath.Join(folder, "dangling.csv")
	locked := filepath.Join(folder, "locked.csv")
	if err := errors.Join(os.Symlink("nowhere", dangling), os.WriteFile(locked, nil, 0o444)); err != nil {
		t.Fatal(err)
	}
	before := files(t, folder)
	for path, want := range map[string]error{
		path:                               data.ErrExists,
		dangling:                           data.ErrExists,
		locked:                             data.ErrExists,
		folder:                             data.IsFolder,
		os.DevNull:                         data.NotRegular,
		filepath.Join(folder, "none", "f"): data.Missing,
	} {
		for _, err := range []error{data.Creatable(path), create(path, "two")} {
			if !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", path, err, want)
			}
		}
	}
	if contents(t, path) != "one" || !slices.Equal(files(t, folder), before) {
		t.Errorf("%q, %v", contents(t, path), files(t, folder))
	}
}

// TestCreateAtOnce: of many that make one file at the same time, one does, and the
// others are told.
func TestCreateAtOnce(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "new.csv")
	errs := make(chan error)
	for i := range 16 {
		go func() { errs <- create(path, string(rune('a'+i))) }()
	}
	made := 0
	for range 16 {
		switch err := <-errs; {
		case err == nil:
			made++
		case !errors.Is(err, data.ErrExists):
			t.Error(err)
		}
	}
	if made != 1 || len(contents(t, path)) != 1 || len(files(t, folder)) != 1 {
		t.Errorf("%d made it; %q, %v", made, contents(t, path), files(t, folder))
	}
}
