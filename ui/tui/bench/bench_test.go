//go:build linux

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCompare runs a small program at a terminal and another without one, and
// checks the tables, but not how long anything took.
func TestCompare(t *testing.T) {
	frame := filepath.Join(t.TempDir(), "frame")
	if err := os.WriteFile(frame, []byte("a full frame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err := compare([]string{
		"-markdown", "-patience", "1m", "-starts", "2", "-runs", "2", "-idle", "1ms", "-shows", "nothing", "-shows", "full frame", "-phase", "keys=a*2",
		"-start", "shown=tail -f " + frame, "-cold", "{hello}", "-cold", "none=cat </dev/null", "tail -f " + frame,
	}, &out)
	if err != nil {
		t.Fatal(err)
	}
	conditions, tables, _ := strings.Cut(out.String(), "\n\n")
	if !strings.Contains(conditions, "2 starts and 2 runs of each.") || !strings.Contains(conditions, " cores, go") {
		t.Errorf("conditions %q", conditions)
	}
	terminal, cold, _ := strings.Cut(tables, "\n\n")
	checkTable(t, terminal, 12, 3, "|  | tail -f "+frame+" | shown |", "|---|---|---|",
		"| … bytes | 14 | 14 |", "| … bytes per key, p50 | 1 |  |", "| … keys without answer | 0 of 2 |  |")
	checkTable(t, cold, 2, 6, "× {hello}", "|---|---|---|---|---|---|", "| {hello} |", "| none |")
}

// checkTable checks the numbers of rows below the head and of columns, and that
// the table contains the parts.
func checkTable(t *testing.T, table string, rows, columns int, parts ...string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(table), "\n")
	if len(lines) != 2+rows {
		t.Errorf("%d lines, want %d:\n%s", len(lines), 2+rows, table)
	}
	for _, l := range lines {
		if n := strings.Count(l, "|") - 1; n != columns {
			t.Errorf("%d columns, want %d: %s", n, columns, l)
		}
	}
	for _, p := range parts {
		if !strings.Contains(table, p) {
			t.Errorf("no %q:\n%s", p, table)
		}
	}
}

func TestWrongUses(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "no programs given"},
		{[]string{"name="}, "no command"},
		{[]string{"-size", "wide", "cat"}, `size "wide"`},
		{[]string{"cat </nowhere"}, "/nowhere"},
		{[]string{"-cold", "false"}, "false: exit status 1"},
		{[]string{"true"}, "true: ended, or showed nothing"},
		{[]string{"-shows", "nothing", "cat /dev/tty"}, "showed"},
	} {
		err := compare(tt.args, &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.args, err, tt.want)
		}
	}
}
