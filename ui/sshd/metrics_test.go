package sshd

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestMetricsText wants one line for each figure, sorted, in the form that Prometheus reads.
func TestMetricsText(t *testing.T) {
	m := newMetrics(newLimiter(Limits{}))
	m.connections.add(1 << 40)
	m.countRefusal("busy")
	m.countRefusal("busy")
	m.countSession("browser", `a"b`, 1500*time.Millisecond)
	var b strings.Builder
	m.appendText(&b)
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if !slices.IsSorted(lines) {
		t.Errorf("the lines are not sorted:\n%s", b.String())
	}
	for _, want := range []string{
		"voxatlas_ssh_connections_total 1099511627776",
		`voxatlas_ssh_refused_total{why="busy"} 2`,
		`voxatlas_ssh_sessions_total{kind="browser",end="a\"b"} 1`,
		"voxatlas_ssh_session_seconds_total 1.5",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %s in\n%s", want, b.String())
		}
	}
}

func TestProcessFigures(t *testing.T) {
	folder := t.TempDir()
	const stat = "12 (a b) c) S 1 2 3 4 5 6 101 0 7 0 250 50 0 0 20 0 9 0 1000 4096000 300 18446744073709551615 1 1"
	if err := os.WriteFile(filepath.Join(folder, "stat"), []byte(stat), 0o600); err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{
		"process_cpu_seconds_total": 3, "process_minor_pagefaults_total": 101, "process_major_pagefaults_total": 7,
		"process_num_threads": 9, "process_virtual_memory_bytes": 4096000, "process_resident_memory_bytes": 300 * float64(os.Getpagesize()),
	}
	if got := processFigures(folder); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := processFigures(filepath.Join(folder, "nowhere")); len(got) > 0 {
		t.Errorf("figures of no process: %v", got)
	}
}
