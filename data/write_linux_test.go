package data_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"voxatlas/data"
	"voxatlas/data/importer"
)

// job is the environment variable with the task of this test binary when it runs as a
// process of its own: a full disk or a kill must hit a process.
const job = "VOXATLAS_TEST_JOB"

func TestMain(m *testing.M) {
	path := os.Getenv("VOXATLAS_TEST_FILE")
	switch os.Getenv(job) {
	case "limited": // no file may have more than 100 kB
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 100 << 10, Max: 100 << 10}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			exit(err)
		}
		exit(data.Replace(path, edition("new")))
	case "full": // a disk of 200 kB, with the old file on it
		disk := filepath.Dir(path)
		if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=200k"); err != nil {
			os.Exit(77) // not allowed here
		}
		old := []byte("old")
		if err := os.WriteFile(path, old, 0o600); err != nil {
			exit(err)
		}
		err := data.Replace(path, edition("new"))
		if b, _ := os.ReadFile(path); !bytes.Equal(b, old) {
			err = fmt.Errorf("the old file is gone: %w", err)
		}
		if entries, _ := os.ReadDir(disk); len(entries) != 1 {
			err = fmt.Errorf("%d files are left: %w", len(entries), err)
		}
		exit(err)
	case "readonly":
		disk := filepath.Dir(path)
		if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_RDONLY, ""); err != nil {
			os.Exit(77)
		}
		exit(data.Replace(path, edition("new")))
	case "forbidden": // a user without the right to read all pages
		if err := errors.Join(os.Chmod(filepath.Dir(path), 0o755), syscall.Setuid(65534)); err != nil {
			os.Exit(77)
		}
		_, err := importer.ReadPages(filepath.Dir(path), nil)
		exit(err)
	case "writing": // until somebody kills it
		for i := 0; ; i++ {
			text := bytes.Repeat(edition(fmt.Sprint(i)), 20) // takes a while to write
			fmt.Println(i)
			if err := data.Replace(path, text); err != nil {
				exit(err)
			}
		}
	}
	os.Exit(m.Run())
}

func exit(err error) {
	fmt.Println(err)
	os.Exit(0)
}

// edition is a text as long as an edition that tells whether it is whole.
func edition(name string) []byte {
	return []byte("begin " + name + "\n" + strings.Repeat(name+" ", 400_000/(len(name)+1)) + "\nend " + name + "\n")
}

func whole(text string) bool {
	name, rest, _ := strings.Cut(strings.TrimPrefix(text, "begin "), "\n")
	return text == "old" || rest != "" && strings.Count(text, "\nend "+name+"\n") == 20 && strings.HasSuffix(text, "\nend "+name+"\n")
}

// alone runs a job as a process, with the old file there before.
func alone(t *testing.T, name string, attr *syscall.SysProcAttr) (out, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "new.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), job+"="+name, "VOXATLAS_TEST_FILE="+path)
	cmd.SysProcAttr = attr
	b, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 77 {
		t.Skipf("no file systems of one's own here: %v", err)
	}
	return string(b), path
}

// TestReplaceOnAFullDisk: the old file stays, and nothing is left beside it.
func TestReplaceOnAFullDisk(t *testing.T) {
	out, path := alone(t, "limited", nil)
	if !strings.Contains(out, "file too large") || contents(t, path) != "old" || len(files(t, filepath.Dir(path))) != 1 {
		t.Errorf("%s: %v", out, files(t, filepath.Dir(path)))
	}
}

// own gives a process file systems of its own.
func own() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
}

func TestReplaceWithoutSpace(t *testing.T) {
	if out, _ := alone(t, "full", own()); out != "no space left on device\n" {
		t.Error(out)
	}
}

func TestReplaceReadOnlyFileSystem(t *testing.T) {
	out, path := alone(t, "readonly", own())
	if out != "read-only file system\n" || contents(t, path) != "old" {
		t.Error(out)
	}
}

// TestReplaceKilled kills a process that replaces a file over and over, each time
// at another moment: the file is always complete.
func TestReplaceKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	begun := 0
	for round := range 25 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), job+"=writing", "VOXATLAS_TEST_FILE="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range round%5 + 1 {
			lines.Scan()
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if text := contents(t, path); !whole(text) {
			t.Fatalf("round %d: half a file: %.40q ... %.40q", round, text, text[max(0, len(text)-40):])
		}
		begun += len(files(t, filepath.Dir(path))) - 1
		for _, name := range files(t, filepath.Dir(path)) {
			if name != "new.json" {
				_ = os.Remove(filepath.Join(filepath.Dir(path), name))
			}
		}
	}
	t.Logf("in 25 kills, %d files were begun and not finished", begun)
}

// TestReadPagesForbidden: a page that may not be read is named.
func TestReadPagesForbidden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "availability-in-taiwan.md")
	if err := os.WriteFile(path, []byte("# A\n"), 0o000); err != nil {
		t.Fatal(err)
	}
	for p := filepath.Dir(path); p != os.TempDir() && len(p) > 1; p = filepath.Dir(p) {
		_ = os.Chmod(p, 0o755)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), job+"=forbidden", "VOXATLAS_TEST_FILE="+path)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 77 {
		t.Skipf("no other user to be: %v", err)
	}
	if want := "availability-in-taiwan.md: may not be read; check its permissions\n"; string(out) != want {
		t.Errorf("%s", out)
	}
}
