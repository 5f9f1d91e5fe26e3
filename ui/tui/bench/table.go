//go:build linux

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// table is rows of cells, the heads of the columns first.
type table [][]string

// printTable writes the tables, after the conditions they were taken under.
func (b *bench) printTable(w io.Writer, conditions string) error {
	text := conditions + "\n"
	for _, t := range []table{b.terminalTable(), b.coldTable()} {
		if len(t) > 0 {
			text += "\n" + t.format(b.markdown)
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

// format returns the table as Markdown or as columns of plain text.
func (t table) format(markdown bool) string {
	var s strings.Builder
	w := tabwriter.NewWriter(&s, 0, 0, 2, ' ', tabwriter.AlignRight)
	for i, row := range t {
		if !markdown {
			_, _ = fmt.Fprintln(w, strings.Join(row, "\t")+"\t")
			continue
		}
		s.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			s.WriteString("|" + strings.Repeat("---|", len(row)) + "\n")
		}
	}
	_ = w.Flush() // a strings.Builder returns no error
	return s.String()
}

// terminalTable has a row for each figure and a column for each program. Programs
// without keys, which are the last, have cells for their starts only.
func (b *bench) terminalTable() table {
	all := len(b.programs)
	if all == 0 {
		return nil
	}
	head := make([]string, 1+all)
	for i, p := range b.programs {
		head[1+i] = p.name
	}
	t := table{head}
	addRow := func(programs int, name string, cell func(r result) string) {
		row := make([]string, 1+all)
		row[0] = name
		for i, r := range b.results[:programs] {
			row[1+i] = cell(r)
		}
		t = append(t, row)
	}
	if len(b.shows) > 0 {
		addRow(all, "exec → full first frame, p50 (p10–p90)", func(r result) string { return spread(r.shown) })
		addRow(all, "… × "+head[1], func(r result) string { return ratio(r.shown, b.results[0].shown) })
	}
	addRow(all, "exec → last byte, p50 (p10–p90)", func(r result) string { return spread(r.starts) })
	addRow(all, "… bytes", func(r result) string { return fmt.Sprint(percentile(r.first, 50)) })
	addRow(all, "… CPU, exit and all", func(r result) string { return millis(percentile(r.usage.cpu, 50)) })
	addRow(all, "… page faults, minor + major", func(r result) string { return r.usage.faults() })
	if b.typed == 0 {
		return t
	}
	for i, ph := range b.phases {
		addPhaseRow := func(name string, cell func(r phaseResult) string) {
			addRow(b.typed, name, func(r result) string { return cell(r.phases[i]) })
		}
		addPhaseRow(ph.name+": key → last byte, p50 / p99", func(r phaseResult) string {
			if len(r.latencies) == 0 {
				return ""
			}
			return millis(percentile(r.latencies, 50)) + " / " + millis(percentile(r.latencies, 99))
		})
		addPhaseRow("… CPU per key", func(r phaseResult) string { return millis(r.cpu / time.Duration(max(len(ph.keys), 1))) })
		addPhaseRow("… bytes per key, p50", func(r phaseResult) string { return fmt.Sprint(percentile(r.bytes, 50)) })
		addPhaseRow("… keys without answer", func(r phaseResult) string { return fmt.Sprintf("%d of %d", r.unanswered, len(ph.keys)) })
	}
	addRow(b.typed, fmt.Sprintf("idle CPU over %v", b.idle), func(r result) string { return fmt.Sprintf("%.3f %%", 100*r.idle) })
	addRow(b.typed, "resident memory afterwards", func(r result) string { return megabytes(r.rss) })
	return t
}

// coldTable has a row for each command and a column for each figure.
func (b *bench) coldTable() table {
	if len(b.cold) == 0 {
		return nil
	}
	t := table{{"", "exec → exit, p50 (p10–p90)", "× " + b.cold[0].name, "CPU", "page faults, minor + major", "peak memory"}}
	for i, r := range b.colds {
		t = append(t, []string{b.cold[i].name, spread(r.wall), ratio(r.wall, b.colds[0].wall), millis(percentile(r.usage.cpu, 50)), r.usage.faults(), megabytes(r.peak)})
	}
	return t
}

// conditions returns sentences with the date, the machine, its load, the numbers
// of runs and the first line that each program prints for --version.
func (b *bench) conditions() string {
	proc, _ := os.ReadFile("/proc/loadavg")
	load := strings.Join(strings.Fields(string(proc) + " ? ? ?")[:3], " ")
	s := fmt.Sprintf("Taken on %s: %s/%s, %d cores, %s; load average at the start %s; %d starts and %d runs of each.",
		time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), load, b.starts, b.runs)
	seen := map[string]bool{}
	for _, p := range slices.Concat(b.programs, b.cold) {
		if seen[p.args[0]] {
			continue
		}
		seen[p.args[0]] = true
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		out, err := exec.CommandContext(ctx, p.args[0], "--version").Output()
		cancel()
		if first, _, _ := strings.Cut(string(out), "\n"); err == nil {
			s += fmt.Sprintf(" %s: %s.", filepath.Base(p.args[0]), first)
		}
	}
	return s
}

// spread returns the median and the 10th and 90th percentile as text.
func spread(list []time.Duration) string {
	return fmt.Sprintf("%s (%.2f–%.2f)", millis(percentile(list, 50)), float64(percentile(list, 10))/1e6, float64(percentile(list, 90))/1e6)
}

// ratio returns the median of list over that of base as text.
func ratio(list, base []time.Duration) string {
	return fmt.Sprintf("%.2f", float64(percentile(list, 50))/float64(percentile(base, 50)))
}

// faults returns the medians of minor and major page faults as text.
func (u usage) faults() string {
	return fmt.Sprintf("%d + %d", percentile(u.minor, 50), percentile(u.major, 50))
}

// millis returns d as text, in milliseconds.
func millis(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }

// megabytes returns n bytes as text, in 10^6 bytes, or "" for none.
func megabytes(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// percentile returns the p-th percentile of list, or 0 if that is empty.
func percentile[T int | time.Duration](list []T, p int) T {
	if len(list) == 0 {
		return 0
	}
	s := slices.Clone(list)
	slices.Sort(s)
	return s[(len(s)-1)*p/100]
}
