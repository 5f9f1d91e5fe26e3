//go:build linux

package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// table writes rows with a column for each of some things.
type table struct {
	w *tabwriter.Writer
}

func newTable(out io.Writer) table {
	return table{tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)}
}

func (t table) row(cells ...string) {
	fmt.Fprintln(t.w, strings.Join(cells, "\t")+"\t") //nolint:errcheck // to stdout
}

// report writes what was measured.
func report(list []result, o options) {
	t := newTable(os.Stdout)
	row := func(name string, cell func(result) string) {
		cells := []string{name}
		for _, r := range list {
			cells = append(cells, cell(r))
		}
		t.row(cells...)
	}
	row("", func(r result) string { return r.name })
	row("empty server: memory", func(r result) string { return mb(r.empty) })
	for i, n := range o.counts {
		at := func(name string, cell func(level) string) {
			row(name, func(r result) string {
				if i >= len(r.levels) {
					return "-"
				}
				return cell(r.levels[i])
			})
		}
		at(fmt.Sprintf("%d sessions: memory each, idle", n), func(l level) string { return kb(l.memory) })
		at("goroutines each", func(l level) string { return some(l.goroutines, "%.2f") })
		at("threads in all", func(l level) string { return fmt.Sprint(l.threads) })
		at("idle CPU", func(l level) string { return percent(l.idle) })
		at("typing: CPU", func(l level) string { return percent(l.busy) })
		at("CPU per key", func(l level) string { return ms(l.perKey) })
		at("(client's CPU per key)", func(l level) string { return ms(l.client) })
		at("key → last byte p50", func(l level) string { return ms(rank(l.answers.latency, 50)) })
		at("p99", func(l level) string { return ms(rank(l.answers.latency, 99)) })
		at("bytes per key, mean", func(l level) string { return fmt.Sprint(mean(l.answers.bytes)) })
		at("keys, unanswered", func(l level) string {
			return fmt.Sprintf("%d, %d", l.answers.keys(), l.answers.silent+l.answers.failed)
		})
		at("memory each, after typing", func(l level) string { return kb(l.typed) })
	}
	row("new sessions per second", func(r result) string { return some(r.perSecond, "%.0f") })
	row("each p50", func(r result) string { return ms(rank(r.each, 50)) })
	row("p99", func(r result) string { return ms(rank(r.each, 99)) })
	row("CPU each", func(r result) string { return ms(r.openCPU) })
	row("(client's CPU each)", func(r result) string { return ms(r.ourCPU) })
	row("could not be opened", func(r result) string { return fmt.Sprint(r.failed + r.comingsFail) })
	row(fmt.Sprintf("%d × %d came and went: goroutines", o.rounds, o.comings), func(r result) string {
		return came(r, fmt.Sprintf("%d → %d", r.before.goroutines, r.after.goroutines))
	})
	row("live heap", func(r result) string { return came(r, mb(r.before.heap)+" → "+mb(r.after.heap)) })
	_ = t.w.Flush()
}

func came(r result, s string) string {
	if !r.came {
		return "-"
	}
	return s
}

func some(f float64, format string) string {
	if f == 0 {
		return "-"
	}
	return fmt.Sprintf(format, f)
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }
func mb(bytes int) string       { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }
func kb(bytes int) string       { return fmt.Sprintf("%d kB", bytes/1000) }
func percent(f float64) string  { return fmt.Sprintf("%.2f %%", 100*f) }

func mean(list []int) int {
	sum := 0
	for _, n := range list {
		sum += n
	}
	return sum / max(len(list), 1)
}

// rank is the p-th percentile.
func rank(list []time.Duration, p int) time.Duration {
	if len(list) == 0 {
		return 0
	}
	s := slices.Clone(list)
	slices.Sort(s)
	return s[(len(s)-1)*p/100]
}
