package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voxatlas/ui/cli"
)

// pageFolder makes a folder with one page. It returns the folder, and a file
// that does not exist.
func pageFolder(t *testing.T) (folder, file string) {
	t.Helper()
	folder = t.TempDir()
	page := "---\nms.lasthandoff: 05/06/2024\n---\n## Phone System\n\n|F|D|\n|-|-|\n|Voicemail|Available|\n"
	if err := os.WriteFile(filepath.Join(folder, "availability-in-taiwan.md"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder, filepath.Join(folder, "new.json")
}

// TestImportProgress wants progress on a terminal only, on a line that is
// erased in the end.
func TestImportProgress(t *testing.T) {
	folder, file := pageFolder(t)
	for _, watched := range []bool{false, true} {
		r := run(t, func(env *cli.Env) { env.Watched = watched }, "import", folder, "-o", file)
		if r.code != 4 || watched != strings.Contains(r.err, "\rReading pages: 1 of 1") || watched != strings.HasSuffix(r.err, " \r") {
			t.Errorf("watched %v: exit code %d, %q", watched, r.code, r.err)
		}
		if strings.Contains(r.out, "\r") || !strings.Contains(r.out, "Written: ") {
			t.Errorf("%q", r.out)
		}
	}
}

// TestImportInterrupted wants an interrupted import to leave the old file.
func TestImportInterrupted(t *testing.T) {
	folder, file := pageFolder(t)
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	localizers := sharedLocalizers()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	env := cli.Env{Out: &out, Err: &errs, Getenv: getenvFrom(nil), Localizers: localizers, Library: testLibrary()}
	code := cli.Main(ctx, env, []string{"import", folder, "-o", file})
	b, err := os.ReadFile(file)
	if code != 130 || err != nil || string(b) != "old" || errs.Len() != 0 {
		t.Errorf("exit code %d, %q, %v, %s", code, b, err, errs.String())
	}
}

// TestImportBeforeReport: a reader of the report that ends early loses nothing of the
// edition, nor of the report in a file.
func TestImportBeforeReport(t *testing.T) {
	folder, file := pageFolder(t)
	report := filepath.Join(folder, "report.json")
	if r := run(t, func(env *cli.Env) { env.Out = brokenPipe{} }, "import", folder, "-o", file, "--report", report); r.code != 141 || r.err != "" {
		t.Errorf("exit code %d, %q", r.code, r.err)
	}
	for _, name := range []string{file, report} {
		if b, err := os.ReadFile(name); err != nil || !bytes.HasPrefix(b, []byte("{")) || !bytes.HasSuffix(b, []byte("}\n")) {
			t.Errorf("%s: %v, %.40q", filepath.Base(name), err, b)
		}
	}
}

// TestImportIsNotRemote refuses the command over SSH: it reads and writes
// files.
func TestImportIsNotRemote(t *testing.T) {
	folder, file := pageFolder(t)
	r := run(t, func(env *cli.Env) { env.Remote = true }, "import", folder, "-o", file)
	if _, err := os.Stat(file); err == nil || r.code == 0 {
		t.Errorf("exit code %d, %s", r.code, r.out)
	}
}
