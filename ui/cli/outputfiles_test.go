package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voxatlas/ui/cli"
)

// fileCommands are all commands that write a file with -o, each with formats of its own
// and a list of offices.
func fileCommands(t *testing.T) (commands [][]string, formats func([]string) []string) {
	list := filepath.Join(t.TempDir(), "offices.csv")
	if err := os.WriteFile(list, []byte("Site,Country,Need\nHQ,Taiwan,cp\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	commands = append(tableCommands(), []string{"rollout", list}, []string{"export"}, []string{"export", "--where", "cp"})
	return commands, func(command []string) []string {
		switch {
		case command[0] == "export":
			return []string{"xlsx", "html"}
		case slices.Contains(command, "--brief"): // it is no JSON
			return []string{"txt", "csv", "html"}
		}
		return []string{"txt", "json", "csv", "tsv", "md", "xlsx", "html"}
	}
}

// runInto runs a command and returns its exit code and its messages. It must print nothing.
func runInto(t *testing.T, args ...string) (code int, messages string) {
	t.Helper()
	env := scriptEnv()
	var out, notices bytes.Buffer
	env.In, env.Out, env.Err = nil, &out, &notices
	if code = cli.Main(context.Background(), env, args); out.Len() > 0 {
		t.Errorf("%v prints %.100s", args, &out)
	}
	return code, notices.String()
}

// TestFilesAreKept: no command replaces a file, a link, a folder or a device unasked, and
// none leaves anything behind.
func TestFilesAreKept(t *testing.T) {
	commands, formats := fileCommands(t)
	for _, command := range commands {
		for _, format := range formats(command) {
			folder := t.TempDir()
			file := func(name string) string { return filepath.Join(folder, name+"."+format) }
			makeTargets(t, folder, "."+format)
			for name, want := range map[string]string{
				file("old"): "exists already", file("link"): "exists already", file("dangling"): "exists already", file("folder"): "a folder; name a file",
				file("none/out"): "its folder does not exist", file("old." + format + "/out"): "part of the path is not a folder",
			} {
				args := append(slices.Clone(command), "-o", name)
				if code, messages := runInto(t, args...); code != 3 || !strings.Contains(messages, want) || strings.Count(messages, "\n") != 1 {
					t.Errorf("%v: %d, %s", args, code, messages)
				}
			}
			checkTargets(t, folder, "."+format, "old")
		}
	}
}

// makeTargets makes a file, a link to it, one to nothing, and a folder.
func makeTargets(t *testing.T, folder, ending string) {
	t.Helper()
	for _, err := range []error{
		os.WriteFile(filepath.Join(folder, "old"+ending), []byte("old"), 0o600),
		os.Symlink("old"+ending, filepath.Join(folder, "link"+ending)),
		os.Symlink("nothing", filepath.Join(folder, "dangling"+ending)),
		os.Mkdir(filepath.Join(folder, "folder"+ending), 0o700),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// checkTargets wants that makeTargets alone made the contents of a folder, and that the
// file holds a text.
func checkTargets(t *testing.T, folder, ending, want string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 4 {
		t.Fatal(entries, err)
	}
	for _, name := range []string{"link", "dangling"} {
		if info, err := os.Lstat(filepath.Join(folder, name+ending)); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v", name, err)
		}
	}
	if b, err := os.ReadFile(filepath.Join(folder, "old"+ending)); err != nil || string(b) != want {
		t.Errorf("%v, %.40q", err, b)
	}
}

// TestForcedFiles: with --force a file is replaced, also the one that a link leads to; a
// device is not, and a command that fails replaces nothing.
func TestForcedFiles(t *testing.T) {
	commands, formats := fileCommands(t)
	for _, command := range commands {
		format := formats(command)[0]
		folder := t.TempDir()
		old, link := filepath.Join(folder, "old."+format), filepath.Join(folder, "link."+format)
		makeTargets(t, folder, "."+format)
		if code, messages := runInto(t, append(slices.Clone(command), "-o", link, "--force", "--data", "nowhere.json")...); code != 3 || messages == "" {
			t.Errorf("%v fails with %d: %s", command, code, messages)
		}
		checkTargets(t, folder, "."+format, "old")
		if code, messages := runInto(t, append(slices.Clone(command), "-o", link, "--force")...); code != 0 || messages != "" {
			t.Errorf("%v: %d, %s", command, code, messages)
		}
		b, err := os.ReadFile(old)
		if err != nil || len(b) < 100 {
			t.Errorf("%v: %v, %.40q", command, err, b)
		}
		checkTargets(t, folder, "."+format, string(b))
		for _, device := range []string{"/dev/null", "/dev/full"} {
			if _, err := os.Stat(device); err != nil {
				continue // another system has other devices
			}
			if code, messages := runInto(t, append(slices.Clone(command), "-o", device, "--format", strings.Replace(format, "txt", "text", 1), "--force")...); code != 3 || !strings.Contains(messages, "not a regular file") {
				t.Errorf("%v into %s: %d, %s", command, device, code, messages)
			}
		}
	}
}

// TestReadOnlyFolders: a folder in which nobody may write gets no file, and the message
// says so.
func TestReadOnlyFolders(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	commands, formats := fileCommands(t)
	for _, command := range commands {
		folder := t.TempDir()
		if err := os.Chmod(folder, 0o500); err != nil { //nolint:gosec // a folder
			t.Fatal(err)
		}
		file := filepath.Join(folder, "out."+formats(command)[0])
		if code, messages := runInto(t, append(slices.Clone(command), "-o", file)...); code != 3 || strings.Count(messages, "\n") != 1 {
			t.Errorf("%v: %d, %s", command, code, messages)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			t.Error(entries, err)
		}
	}
}

// TestOutputFails: in every command and format a closed pipe ends with 141 and no word, a
// full disk with 3 and one.
func TestOutputFails(t *testing.T) {
	commands, formats := fileCommands(t)
	for _, command := range commands {
		for _, format := range formats(command) {
			args := append(slices.Clone(command), "-o", "-", "--format", strings.Replace(format, "txt", "text", 1))
			env := scriptEnv()
			var notices bytes.Buffer
			env.In, env.Out, env.Err = nil, brokenPipe{}, &notices
			if code := cli.Main(context.Background(), env, args); code != 141 || notices.Len() > 0 {
				t.Errorf("%v, closed pipe: %d, %s", args, code, &notices)
			}
			env.Out = fullDisk{}
			if code := cli.Main(context.Background(), env, args); code != 3 || strings.Count(notices.String(), "\n") != 1 {
				t.Errorf("%v, full disk: %d, %s", args, code, &notices)
			}
		}
	}
}
