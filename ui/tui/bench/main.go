//go:build linux

package main

import (
	"errors"
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
	if err := compare(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// compare measures the programs of the command line and prints the table.
func compare(args []string) error {
	b, err := parseArgs(args)
	if err != nil {
		return err
	}
	if err := b.measureStarts(); err != nil {
		return err
	}
	if err := b.measureKeys(); err != nil {
		return err
	}
	b.printTable()
	return nil
}

// bench is one comparison: its options and its results, one for each program.
type bench struct {
	programs []program
	results  []result

	phases  phaseFlag
	env     stringsFlag
	text    string // to look for in the first frame
	size    pty.Winsize
	starts  int
	idle    time.Duration
	silence time.Duration // after which an answer is complete
}

// result holds the figures of one program.
type result struct {
	starts []time.Duration
	shown  []time.Duration // until the text of -shows
	first  []int           // bytes of the first frame
	phases []phaseResult
	idle   float64 // share of a core
	rss    int
}

// phaseResult holds the figures of one program in one phase.
type phaseResult struct {
	latencies  []time.Duration
	bytes      []int
	cpu        time.Duration
	unanswered int // keys
}

// parseArgs reads the command line.
func parseArgs(args []string) (*bench, error) {
	b := &bench{env: stringsFlag{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=zh_TW.UTF-8", "PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}}
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.Var(&b.phases, "phase", "`name=keys` to send; may be repeated (default arrows=down*60 up*60)")
	fs.Var(&b.env, "env", "`K=V` to add to the environment; may be repeated")
	fs.StringVar(&b.text, "shows", "", "`text` in one piece that only a full first frame holds: also measure until it is there")
	size := fs.String("size", "120x40", "of the terminal")
	fs.IntVar(&b.starts, "starts", 11, "how often to start each program")
	fs.DurationVar(&b.idle, "idle", 10*time.Second, "how long to watch the programs do nothing")
	fs.DurationVar(&b.silence, "silence", 40*time.Millisecond, "after which an answer is complete")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if len(b.phases) == 0 {
		_ = b.phases.Set("arrows=down*60 up*60")
	}
	if _, err := fmt.Sscanf(*size, "%dx%d", &b.size.Cols, &b.size.Rows); err != nil {
		return nil, fmt.Errorf("size %q: %w", *size, err)
	}
	for _, line := range fs.Args() {
		p, err := parseProgram(line)
		if err != nil {
			return nil, err
		}
		b.programs = append(b.programs, p)
	}
	if len(b.programs) == 0 {
		return nil, errors.New("no programs given: see go doc ./ui/tui/bench")
	}
	b.results = make([]result, len(b.programs))
	return b, nil
}

// measureStarts starts the programs in turn, and ends each when its first frame
// is complete. It does not count the first start, which fills the page cache.
func (b *bench) measureStarts() error {
	for i := range b.starts {
		for j, p := range b.programs {
			t, err := p.start(&b.size, b.env, b.text)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			n, last, ended := t.waitQuiet(t.started, 0, 150*time.Millisecond)
			t.stop()
			if ended || n == 0 {
				return fmt.Errorf("%s: ended, or showed nothing", p.name)
			}
			if i == 0 {
				continue
			}
			r := &b.results[j]
			r.starts = append(r.starts, last.Sub(t.started))
			r.first = append(r.first, n)
			if !t.shown.IsZero() {
				r.shown = append(r.shown, t.shown.Sub(t.started))
			}
		}
	}
	return nil
}

// measureKeys runs all programs at once, sends each key to all of them in turn,
// and then leaves them idle.
func (b *bench) measureKeys() error {
	terms := make([]*terminal, len(b.programs))
	for i, p := range b.programs {
		t, err := p.start(&b.size, b.env, "")
		if err != nil {
			return err
		}
		defer t.stop()
		t.waitQuiet(t.started, 0, 300*time.Millisecond)
		terms[i] = t
	}
	for _, ph := range b.phases {
		figures := make([]phaseResult, len(terms))
		for _, key := range ph.keys {
			for i, t := range terms {
				if err := figures[i].pressKey(t, key, b.silence); err != nil {
					return fmt.Errorf("%s, %s: %w", b.programs[i].name, ph.name, err)
				}
			}
		}
		for i := range b.results {
			b.results[i].phases = append(b.results[i].phases, figures[i])
		}
	}
	before := make([]time.Duration, len(terms))
	for i, t := range terms {
		before[i] = t.cpuTime()
	}
	time.Sleep(b.idle)
	for i, t := range terms {
		b.results[i].idle = float64(t.cpuTime()-before[i]) / float64(max(b.idle, 1))
		b.results[i].rss = t.residentBytes()
	}
	return nil
}

// pressKey sends one key and waits until the answer is complete.
func (r *phaseResult) pressKey(t *terminal, key string, silence time.Duration) error {
	before := t.written()
	cpu := t.cpuTime()
	start := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		return err
	}
	n, last, ended := t.waitQuiet(start, before, silence)
	r.cpu += t.cpuTime() - cpu
	switch {
	case ended:
		return fmt.Errorf("ended at key %q", key)
	case n == before:
		r.unanswered++
	default:
		r.latencies = append(r.latencies, last.Sub(start))
		r.bytes = append(r.bytes, n-before)
	}
	return nil
}

// printTable prints a row for each figure and a column for each program.
func (b *bench) printTable() {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer w.Flush() //nolint:errcheck // to stdout
	printRow := func(name string, cell func(i int, r result) string) {
		cells := []string{name}
		for i, r := range b.results {
			cells = append(cells, cell(i, r))
		}
		fmt.Fprintln(w, strings.Join(cells, "\t")+"\t") //nolint:errcheck // to stdout
	}
	printRow("", func(i int, _ result) string { return b.programs[i].name })
	printRow("exec → last byte p50", func(_ int, r result) string { return millis(percentile(r.starts, 50)) })
	printRow("exec → the text shown p50", func(_ int, r result) string { return millis(percentile(r.shown, 50)) })
	printRow("bytes of it", func(_ int, r result) string { return fmt.Sprint(percentile(r.first, 50)) })
	for i, ph := range b.phases {
		phaseRow := func(name string, cell func(phaseResult) string) {
			printRow(name, func(_ int, r result) string { return cell(r.phases[i]) })
		}
		phaseRow(ph.name+": key → last byte p50", func(r phaseResult) string { return millis(percentile(r.latencies, 50)) })
		phaseRow("p99", func(r phaseResult) string { return millis(percentile(r.latencies, 99)) })
		phaseRow("CPU per key", func(r phaseResult) string { return millis(r.cpu / time.Duration(max(len(ph.keys), 1))) })
		phaseRow("bytes per key p50", func(r phaseResult) string { return fmt.Sprint(percentile(r.bytes, 50)) })
		phaseRow("keys without answer", func(r phaseResult) string { return fmt.Sprintf("%d of %d", r.unanswered, len(ph.keys)) })
	}
	printRow("idle CPU", func(_ int, r result) string { return fmt.Sprintf("%.3f %%", 100*r.idle) })
	printRow("resident memory", func(_ int, r result) string { return fmt.Sprintf("%.1f MB", float64(r.rss)/1e6) })
}

// millis returns d as text, in milliseconds.
func millis(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }

// percentile returns the p-th percentile of list, or 0 if that is empty.
func percentile[T int | time.Duration](list []T, p int) T {
	if len(list) == 0 {
		return 0
	}
	s := slices.Clone(list)
	slices.Sort(s)
	return s[(len(s)-1)*p/100]
}
