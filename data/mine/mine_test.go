package mine_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/data/mine"
	"voxatlas/model"
)

// newFile returns the path of a file in a folder that is not there yet.
func newFile(t *testing.T) mine.File {
	return mine.File(filepath.Join(t.TempDir(), "voxatlas", "mine.json"))
}

// put writes text to a file.
func put(t *testing.T, f mine.File, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(string(f)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(string(f), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// kindOf returns the kind of an error; "" for none. Its text must be fit to be shown.
func kindOf(t *testing.T, err error) mine.Kind {
	t.Helper()
	var e *mine.Error
	if !errors.As(err, &e) {
		if err != nil {
			t.Fatalf("%v: no *mine.Error", err)
		}
		return ""
	}
	if e.Why == "" || model.Clean(e.Error(), 200) != e.Error() || strings.Contains(e.Error(), "edition") {
		t.Errorf("%q is not fit to be shown", e)
	}
	return e.Kind
}

func TestReadWrite(t *testing.T) {
	f := newFile(t)
	if codes, err := f.Read(); len(codes) != 0 || err != nil {
		t.Errorf("without a file: %q, %v", codes, err)
	}
	for _, want := range [][]string{{"TW", "JP"}, nil, {"US"}} {
		if err := f.Write(append(want, want...)); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Read(); !slices.Equal(got, want) || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	if b, _ := os.ReadFile(string(f)); string(b) != `{"schema":"voxatlas.mine/1","countries":["US"]}`+"\n" {
		t.Errorf("%q", b)
	}
	if entries, _ := os.ReadDir(filepath.Dir(string(f))); len(entries) != 1 {
		t.Errorf("%d files are left", len(entries))
	}
}

// TestRefused reads files that are not of the format. None of them is overwritten.
func TestRefused(t *testing.T) {
	for text, want := range map[string]mine.Kind{
		"":                              mine.Damaged,
		"\x00\x00\x00":                  mine.Damaged,
		"{":                             mine.Damaged,
		"[]":                            mine.Damaged,
		"null":                          mine.Damaged,
		`{"countries":["TW"]}`:          mine.Damaged,
		`{"schema":"voxatlas.mine/"}`:   mine.Damaged,
		`{"schema":"voxatlas.mine/0"}`:  mine.Damaged,
		`{"schema":"voxatlas.mine/02"}`: mine.Damaged,
		`{"schema":"voxatlas.mine/x"}`:  mine.Damaged,
		`{"schema":"voxatlas.country/1","countries":[]}`:                                      mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":["tw"]}`:                                     mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":["TWN"]}`:                                    mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":["T\u001b"]}`:                                mine.Damaged,
		"{\"schema\":\"voxatlas.mine/1\",\"countries\":[\"T\x1b\"]}":                          mine.Damaged,
		"{\"schema\":\"\x1b]0;x\x07\"}":                                                       mine.Damaged,
		"{\"schema\":\"\\u202evoxatlas\"}":                                                    mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":"TW"}`:                                       mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":["TW"],"more":1}`:                            mine.Damaged,
		`{"schema":"voxatlas.mine/1","schema":"voxatlas.mine/1","countries":[]}`:              mine.Damaged,
		`{"schema":"voxatlas.mine/1","countries":["TW"]} x`:                                   mine.Damaged,
		`{"schema":"voxatlas.mine/2","groups":{}}`:                                            mine.Newer,
		`{"schema":"voxatlas.mine/10","countries":7}`:                                         mine.Newer,
		strings.Repeat(" ", 1<<20):                                                            mine.Unreadable,
		`{"schema":"voxatlas.mine/1","countries":[` + strings.Repeat(`"TW",`, 600) + `"TW"]}`: mine.Damaged,
	} {
		f := newFile(t)
		put(t, f, text)
		codes, err := f.Read()
		if got := kindOf(t, err); got != want || codes != nil {
			t.Errorf("%.80q: %q, %v, want %s", text, codes, err, want)
		}
		if got := kindOf(t, f.Write([]string{"TW"})); got != want {
			t.Errorf("%.80q: written, %q, want %s", text, got, want)
		}
		if b, _ := os.ReadFile(string(f)); string(b) != text {
			t.Errorf("%.80q was overwritten", text)
		}
	}
}

// TestNoCodes writes what is no code.
func TestNoCodes(t *testing.T) {
	f := newFile(t)
	for _, code := range []string{"", "tw", "TWN", "T\x1b", "台"} {
		if kindOf(t, f.Write([]string{"JP", code})) != mine.Damaged {
			t.Errorf("%q was written", code)
		}
	}
	if _, err := os.Stat(filepath.Dir(string(f))); err == nil {
		t.Error("a folder was made for nothing")
	}
}

// TestOddFiles has folders, pipes, links and read-only files at the path.
func TestOddFiles(t *testing.T) {
	list := []string{"TW"}
	t.Run("folder", func(t *testing.T) {
		f := newFile(t)
		if err := os.MkdirAll(string(f), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Read(); kindOf(t, err) != mine.Unreadable || kindOf(t, f.Write(list)) != mine.Unreadable {
			t.Error("a folder was read or written")
		}
	})
	t.Run("pipe", func(t *testing.T) {
		f := newFile(t)
		put(t, f, "")
		if err := errors.Join(os.Remove(string(f)), syscall.Mkfifo(string(f), 0o600)); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Read(); kindOf(t, err) != mine.Unreadable {
			t.Error("a pipe was read")
		}
	})
	t.Run("below a file", func(t *testing.T) {
		f := newFile(t)
		put(t, f, "x")
		below := mine.File(filepath.Join(string(f), "mine.json"))
		if kindOf(t, below.Write(list)) != mine.Unreadable {
			t.Error("written below a file")
		}
	})
	t.Run("link", func(t *testing.T) {
		f := newFile(t)
		put(t, f, "")
		target := filepath.Join(t.TempDir(), "dotfiles.json")
		if err := errors.Join(os.Remove(string(f)), os.WriteFile(target, []byte(`{"schema":"voxatlas.mine/1","countries":[]}`), 0o640), os.Symlink(target, string(f))); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(list); err != nil {
			t.Fatal(err)
		}
		info, err := os.Lstat(string(f))
		got, readErr := mine.File(target).Read()
		if err != nil || info.Mode().Type() != os.ModeSymlink || readErr != nil || !slices.Equal(got, list) {
			t.Errorf("the link was replaced, or the file was not: %v, %v, %q, %v", info.Mode(), err, got, readErr)
		}
	})
	t.Run("link to a device", func(t *testing.T) {
		f := newFile(t)
		put(t, f, "")
		if err := errors.Join(os.Remove(string(f)), os.Symlink("/dev/zero", string(f))); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Read(); kindOf(t, err) != mine.Unreadable || kindOf(t, f.Write(list)) != mine.Unreadable {
			t.Error("a device was read or written")
		}
	})
	t.Run("read-only", func(t *testing.T) {
		f := newFile(t)
		if err := errors.Join(f.Write(nil), os.Chmod(string(f), 0o400)); err != nil {
			t.Fatal(err)
		}
		if kindOf(t, f.Write(list)) != mine.Unreadable {
			t.Error("a read-only file was replaced")
		}
	})
	t.Run("read-only folder", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("root may write everywhere")
		}
		folder := t.TempDir()
		if err := os.Chmod(folder, 0o500); err != nil {
			t.Fatal(err)
		}
		if kindOf(t, mine.File(filepath.Join(folder, "voxatlas", "mine.json")).Write(list)) != mine.Unreadable {
			t.Error("written in a read-only folder")
		}
	})
	t.Run("no new files", func(t *testing.T) { // as a read-only disk, also for root
		if kindOf(t, mine.File("/proc/voxatlas/mine.json").Write(list)) != mine.Unreadable {
			t.Error("written in /proc")
		}
	})
}

// TestConcurrentWriters has several programs write at the same time, while others read:
// every reader gets the whole list of one of them.
func TestConcurrentWriters(t *testing.T) {
	f := newFile(t)
	lists := [][]string{{"TW"}, {"JP", "US"}, {"DE", "FR", "IT"}, {}}
	if err := f.Write(lists[0]); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for _, list := range lists {
		group.Go(func() {
			for range 10 {
				if err := f.Write(list); err != nil {
					t.Error(err)
				}
				got, err := f.Read()
				if err != nil || !slices.ContainsFunc(lists, func(l []string) bool { return slices.Equal(l, got) }) {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	group.Wait()
	if entries, _ := os.ReadDir(filepath.Dir(string(f))); len(entries) != 1 {
		t.Errorf("%d files are left", len(entries))
	}
}

// TestAnyCodes writes random codes and reads them back, each once.
func TestAnyCodes(t *testing.T) {
	f := newFile(t)
	rapid.Check(t, func(rt *rapid.T) {
		codes := rapid.SliceOfN(rapid.StringMatching("[A-C]{2}"), 0, 12).Draw(rt, "codes")
		if err := f.Write(codes); err != nil {
			rt.Fatal(err)
		}
		got, err := f.Read()
		if err != nil || len(got) > len(codes) {
			rt.Fatal(got, err)
		}
		last := -1
		for _, code := range got {
			i := slices.Index(codes, code)
			if i <= last {
				rt.Fatalf("%q of %q", got, codes)
			}
			last = i
		}
		for _, code := range codes {
			if !slices.Contains(got, code) {
				rt.Fatalf("%q lacks %s", got, code)
			}
		}
	})
}

// FuzzRead reads any text. A text that is read is written again as the same list.
func FuzzRead(f *testing.F) {
	for _, text := range []string{`{"schema":"voxatlas.mine/1","countries":["TW"]}`, `{"schema":"voxatlas.mine/2"}`, "{", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := newFile(t)
		put(t, file, text)
		codes, err := file.Read()
		if kindOf(t, err) != "" {
			return
		}
		again := newFile(t)
		if err := again.Write(codes); err != nil {
			t.Fatal(err)
		}
		if got, err := again.Read(); err != nil || !slices.Equal(got, codes) {
			t.Fatalf("%q, %v, want %q", got, err, codes)
		}
	})
}
