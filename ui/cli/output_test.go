package cli_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/ui/cli"
)

// tableCommands are commands with tables, with and without options.
func tableCommands() [][]string {
	return [][]string{
		{"list"}, {"list", "--where", "tollfree !credits", "--failing"}, {"table"}, {"table", "--where", "cp:partner|premium", "--only", "cp,premium"},
		{"compare", "tw", "jp", "us"}, {"show", "--all"}, {"show", "--all", "--brief", "--no-links"}, {"stats"}, {"destinations"}, {"changes"}, {"history", "mexico"},
	}
}

// outputOf returns what a command prints, which must end with code 0.
func outputOf(t *testing.T, args ...string) string {
	t.Helper()
	env := scriptEnv()
	var out, notices bytes.Buffer
	env.Out, env.Err, env.Getenv = &out, &notices, func(string) string { return "" }
	if code := cli.Main(context.Background(), env, args); code != 0 {
		t.Fatalf("%v: code %d: %s", args, code, &notices)
	}
	return out.String()
}

// records returns the rows of a command in CSV.
func records(t *testing.T, args ...string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(outputOf(t, args...))).ReadAll()
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return rows
}

// TestKeysHaveNoLanguage: with --keys a table is the same in every language, but for the
// order and the names in other languages.
func TestKeysHaveNoLanguage(t *testing.T) {
	for _, args := range tableCommands() {
		if len(args) == 1 && args[0] == "list" {
			continue
		}
		args = append(args, "--format", "csv", "--keys")
		en, zh := records(t, append(args, "--lang", "en")...), records(t, append(args, "--lang", "zh-TW")...)
		for _, rows := range [][][]string{en, zh} {
			slices.SortFunc(rows[1:], slices.Compare)
		}
		if diff := cmp.Diff(en, zh); diff != "" {
			t.Errorf("%v: %s", args, diff)
		}
	}
}

// TestTablesHaveTheSameRows in words and keys, in CSV and TSV; each text is there, in
// every language.
func TestTablesHaveTheSameRows(t *testing.T) {
	for _, args := range tableCommands() {
		for _, lang := range []string{"en", "zh-TW"} {
			args := append(slices.Clone(args), "--lang", lang, "--format")
			words, keys := records(t, append(args, "csv")...), records(t, append(args, "csv", "--keys")...)
			if len(words) != len(keys) || len(words) < 2 || !slices.Equal(codes(words), codes(keys)) {
				t.Errorf("%v: %d rows in words, %d in keys", args, len(words), len(keys))
			}
			if lines := strings.Count(outputOf(t, append(args, "tsv")...), "\n"); lines != len(words) {
				t.Errorf("%v: %d lines of TSV, %d rows", args, lines, len(words))
			}
			for _, row := range slices.Concat(words, keys) {
				for _, field := range row {
					if strings.Contains(field, "export.") || strings.Contains(field, "{") {
						t.Errorf("%v: %q", args, field)
					}
				}
			}
		}
	}
}

// codes returns the first fields of rows, without the head.
func codes(rows [][]string) []string {
	var list []string
	for _, row := range rows[1:] {
		if len(row[0]) == 2 {
			list = append(list, row[0])
		}
	}
	return list
}

// TestNoFormulas: no fact of ours begins as a formula does, so none needs a ' in CSV.
func TestNoFormulas(t *testing.T) {
	for _, args := range tableCommands() {
		for _, lang := range []string{"en", "zh-TW"} {
			for _, row := range records(t, append(args, "--lang", lang, "--format", "csv")...) {
				for _, field := range row {
					if field != "" && strings.ContainsAny(field[:1], "=+-@\t\r") {
						t.Errorf("%v: %q", args, field)
					}
				}
			}
		}
	}
}

// brokenPipe is an Out of which the reader has ended.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Err: syscall.EPIPE}
}

// fullDisk is an Out on a full disk.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, &os.PathError{Op: "write", Err: syscall.ENOSPC} }

// TestNoWorkbookOnATerminal: it would be noise there.
func TestNoWorkbookOnATerminal(t *testing.T) {
	env := scriptEnv()
	var out, notices bytes.Buffer
	env.Out, env.Err, env.Terminal, env.Width = &out, &notices, true, 80
	if code := cli.Main(context.Background(), env, []string{"table", "--format", "xlsx"}); code != 2 || out.Len() > 0 {
		t.Errorf("%d: %d bytes, %s", code, out.Len(), &notices)
	}
	file := filepath.Join(t.TempDir(), "out.txt")
	if code := cli.Main(context.Background(), env, []string{"table", "-o", file}); code != 0 || out.Len() > 0 {
		t.Errorf("%d: %s", code, &out)
	}
	if b, err := os.ReadFile(file); err != nil || bytes.ContainsRune(b, '\x1b') { // no colours in a file
		t.Errorf("%v: %.100q", err, b)
	}
}

// TestRemoteWritesNoFile: over SSH there are text formats alone.
func TestRemoteWritesNoFile(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		args string
		code int
	}{
		{"table --format csv", 0}, {"table --format md --keys", 0}, {"changes --format tsv", 0}, {"history mexico --format md", 0}, {"table --format xlsx", 2}, {"table --format html", 2},
		{"table -o " + folder + "/x.csv", 2}, {"table --output " + folder + "/x.csv", 2}, {"table --force", 2}, {"show tw -o -", 2},
	} {
		env := scriptEnv()
		var out, notices bytes.Buffer
		env.In, env.Out, env.Err, env.Remote = nil, &out, &notices, true
		if code := cli.Main(context.Background(), env, strings.Fields(c.args)); code != c.code {
			t.Errorf("%s: code %d, %s", c.args, code, &notices)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Error(entries, err)
	}
}
