//go:build linux

package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/creack/pty"
)

func main() {
	if err := bench(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// result is what was measured of one program.
type result struct {
	starts []time.Duration
	shown  []time.Duration // until the text of -shows
	first  []int           // bytes of the first frame
	phases []phaseResult
	idle   float64 // share of a core
	rss    int
}

type phaseResult struct {
	latencies  []time.Duration
	bytes      []int
	cpu        time.Duration
	unanswered int // keys without an answer
}

func bench(args []string) error {
	var ps phaseFlag
	var env stringsFlag
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.Var(&ps, "phase", "`name=keys` to send; may be repeated (default arrows=down*60 up*60)")
	fs.Var(&env, "env", "`K=V` to add to the environment; may be repeated")
	text := fs.String("shows", "", "`text` in one piece that only a full first frame holds: also measure until it is there")
	size := fs.String("size", "120x40", "of the terminal")
	starts := fs.Int("starts", 11, "how often to start each program")
	idle := fs.Duration("idle", 10*time.Second, "how long to watch the programs do nothing")
	silence := fs.Duration("silence", 40*time.Millisecond, "after which an answer is complete")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if len(ps) == 0 {
		_ = ps.Set("arrows=down*60 up*60")
	}
	win := &pty.Winsize{}
	if _, err := fmt.Sscanf(*size, "%dx%d", &win.Cols, &win.Rows); err != nil {
		return fmt.Errorf("size %q: %w", *size, err)
	}
	env = append(stringsFlag{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=zh_TW.UTF-8", "PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}, env...)
	var programs []program
	for _, a := range fs.Args() {
		p, err := parseProgram(a)
		if err != nil {
			return err
		}
		programs = append(programs, p)
	}
	if len(programs) == 0 {
		return fmt.Errorf("no programs given: see go doc ./ui/tui/bench")
	}
	results := make([]result, len(programs))
	for i := range *starts { // the first one warms the page cache
		for j, p := range programs {
			t, err := p.start(win, env, *text)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			n, last, over := t.waitQuiet(t.started, 0, 150*time.Millisecond)
			t.stop()
			if over || n == 0 {
				return fmt.Errorf("%s: ended, or showed nothing", p.name)
			}
			if i > 0 {
				results[j].starts = append(results[j].starts, last.Sub(t.started))
				results[j].first = append(results[j].first, n)
				if !t.shown.IsZero() {
					results[j].shown = append(results[j].shown, t.shown.Sub(t.started))
				}
			}
		}
	}
	if err := measure(programs, results, ps, win, env, *idle, *silence); err != nil {
		return err
	}
	printTable(programs, results, ps)
	return nil
}

// measure runs all programs at once and gives each its keys in turn.
func measure(programs []program, results []result, ps phaseFlag, win *pty.Winsize, env []string, idle, silence time.Duration) error {
	terms := make([]*terminal, len(programs))
	for i, p := range programs {
		t, err := p.start(win, env, "")
		if err != nil {
			return err
		}
		defer t.stop()
		t.waitQuiet(t.started, 0, 300*time.Millisecond)
		terms[i] = t
	}
	for _, ph := range ps {
		for i := range results {
			results[i].phases = append(results[i].phases, phaseResult{})
		}
		for _, key := range ph.keys {
			for i, t := range terms {
				r := &results[i].phases[len(results[i].phases)-1]
				if err := r.pressKey(t, key, silence); err != nil {
					return fmt.Errorf("%s, %s: %w", programs[i].name, ph.name, err)
				}
			}
		}
	}
	before := make([]time.Duration, len(terms))
	for i, t := range terms {
		before[i] = t.cpuTime()
	}
	time.Sleep(idle)
	for i, t := range terms {
		results[i].idle = float64(t.cpuTime()-before[i]) / float64(max(idle, 1))
		results[i].rss = t.residentBytes()
	}
	return nil
}

// press sends one key and waits for all of the answer.
func (r *phaseResult) pressKey(t *terminal, key string, silence time.Duration) error {
	t.mu.Lock()
	had := t.bytes
	t.mu.Unlock()
	cpu := t.cpuTime()
	start := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		return err
	}
	n, last, over := t.waitQuiet(start, had, silence)
	r.cpu += t.cpuTime() - cpu
	switch {
	case over:
		return fmt.Errorf("ended at key %q", key)
	case n == had:
		r.unanswered++
	default:
		r.latencies = append(r.latencies, last.Sub(start))
		r.bytes = append(r.bytes, n-had)
	}
	return nil
}

func printTable(programs []program, results []result, ps phaseFlag) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer w.Flush() //nolint:errcheck // to stdout
	row := func(name string, cell func(result) string) {
		cells := []string{name}
		for _, r := range results {
			cells = append(cells, cell(r))
		}
		fmt.Fprintln(w, strings.Join(cells, "\t")+"\t") //nolint:errcheck // to stdout
	}
	i := 0
	row("", func(result) string { i++; return programs[i-1].name })
	row("exec → last byte p50", func(r result) string { return millis(percentile(r.starts, 50)) })
	row("exec → the text shown p50", func(r result) string { return millis(percentile(r.shown, 50)) })
	row("bytes of it", func(r result) string { return fmt.Sprint(percentile(r.first, 50)) })
	for i, ph := range ps {
		of := func(r result) phaseResult { return r.phases[i] }
		row(ph.name+": key → last byte p50", func(r result) string { return millis(percentile(of(r).latencies, 50)) })
		row("p99", func(r result) string { return millis(percentile(of(r).latencies, 99)) })
		row("CPU per key", func(r result) string { return millis(of(r).cpu / time.Duration(max(len(ph.keys), 1))) })
		row("bytes per key p50", func(r result) string { return fmt.Sprint(percentile(of(r).bytes, 50)) })
		row("keys without answer", func(r result) string { return fmt.Sprintf("%d of %d", of(r).unanswered, len(ph.keys)) })
	}
	row("idle CPU", func(r result) string { return fmt.Sprintf("%.3f %%", 100*r.idle) })
	row("resident memory", func(r result) string { return fmt.Sprintf("%.1f MB", float64(r.rss)/1e6) })
}

func millis(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }

// rank is the p-th percentile.
func percentile[T int | time.Duration](list []T, p int) T {
	if len(list) == 0 {
		return 0
	}
	s := slices.Clone(list)
	slices.Sort(s)
	return s[(len(s)-1)*p/100]
}
